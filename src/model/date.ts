import type { RuleName } from '../rules';
import type { Advice } from './advice';

/** What is wrong with a value, in the words of its field: `message` follows the label, `advice` says what to write. */
export interface Complaint {
  rule: RuleName;
  message: string;
  advice: Advice;
  /** The value that is certainly meant. */
  write?: string;
}

/**
 * A day (`2026-03-04`), or a moment with its zone (`2026-03-04T20:00:00.000-08:00`), as `judgeDate` lets it pass and
 * `normalDate` writes it. A day is no moment: it has no hour and no zone, and lasts from its first moment to its last.
 */
export type DayOrMoment = string;

export const isDay = (date: DayOrMoment) => date.length === '2026-03-04'.length;

/** The zone a moment was written in, as `Z` or `-08:00`; a day has none. */
export const zoneOf = (date: DayOrMoment): string | undefined => /(?<=T.*)(?:Z|[+-]\d{2}:\d{2})$/.exec(date)?.[0];

/** When a day or moment begins, in UTC, as `Date.prototype.toISOString` writes it; a day, where none is given, in UTC. */
export const beginOf = (date: DayOrMoment, zone = 'Z') =>
  new Date(isDay(date) ? `${date}T00:00:00.000${zone}` : date).toISOString();

/** The last moment of a day, in the same form; a moment is its own. */
export const endOf = (date: DayOrMoment, zone = 'Z') =>
  new Date(isDay(date) ? `${date}T23:59:59.999${zone}` : date).toISOString();

/** What two dates span, in UTC. A day beside a moment is a day in the moment’s zone. */
export function spanOf(start: DayOrMoment, end: DayOrMoment = start): { first: string; last: string } {
  const zone = zoneOf(start) ?? zoneOf(end);
  return { first: beginOf(start, zone), last: endOf(end, zone) };
}

/** One spelling of a date that is right: a moment has its milliseconds, and UTC is `Z`. */
export function normalDate(date: string): DayOrMoment {
  const zone = zoneOf(date);
  if (zone === undefined) return date;
  if (/^Z$|00:00$/.test(zone)) return new Date(date).toISOString();
  // As many hours later as its zone is ahead, a moment is written in UTC as it is in its zone.
  return new Date(Date.parse(`${date.slice(0, -zone.length)}Z`)).toISOString().replace('Z', zone);
}

const isoDate =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** A day without its hyphens. */
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Dates are checked by hand because `Date` is lenient where it must not be: it moves 31 February
 * to March, and reads a time without a zone in the zone of the machine that happens to build.
 */
export function judgeDate(value: string): Complaint | undefined {
  const match = isoDate.exec(value.replace(compact, '$1-$2-$3'));
  const example = '2026-03-04T15:00:00.000Z';
  const rule = 'wrong-date';
  const written = (file: string): Advice => ({ file, form: 'choose the day again, and the hour' });
  if (!match) return { rule, message: `is not a date: “${value}”`, advice: written(`write it as ${example}`) };
  const [, year = '', month = '', day = '', hour, minute, second = '00', fraction, zone] = match;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > lastDay) {
    return {
      rule,
      message: `is a date that does not exist: “${value}”`,
      advice: { file: 'correct the month or the day (year-month-day)', form: 'choose another day' },
    };
  }
  const offset = zone && zone.toUpperCase() !== 'Z' ? zone.replace(':', '') : undefined;
  if (
    Number(hour ?? 0) > 23 ||
    Number(minute ?? 0) > 59 ||
    Number(second) > 59 ||
    (offset && (Number(offset.slice(1, 3)) > 14 || Number(offset.slice(3)) > 59))
  ) {
    return { rule, message: `has a time that does not exist: “${value}”`, advice: written(`write it as ${example}`) };
  }
  const zoneWritten = offset ? `${offset.slice(0, 3)}:${offset.slice(3)}` : 'Z';
  const tidy =
    `${year}-${two(month)}-${two(day)}` +
    (hour === undefined ? '' : `T${two(hour)}:${minute}:${second}${fraction ? `.${fraction}` : ''}${zoneWritten}`);
  if (hour !== undefined && !zone) {
    return { rule, message: `has a time without its zone: “${value}”`, advice: written(`write ${tidy} for UTC`) };
  }
  if (tidy !== value) {
    const message = `is not written as a date should be: “${value}”`;
    return { rule, message, advice: written(`write ${tidy}`), write: tidy };
  }
  return undefined;
}
