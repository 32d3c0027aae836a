import type * as z from 'zod';
import type { Entry } from '../../content/entry';
import { withFreeIds } from '../../markdown/ids';
import { renderMarkdown } from '../../markdown/render';
import type { Collection, DataOf } from '../../model/collection';
import { type DayOrMoment, isDay, zoneOf } from '../../model/date';
import { childOf, infoOf } from '../../model/field';
import { resolveLink, resolvePicture } from '../links/links';
import type { Site } from '../site';
import { surroundingsOf } from './body';
import { idsIn } from './ids';
import type { Moment, Picture, Resolved } from './props';

/**
 * The fields of an entry as they are shown: addresses become what stands in a link, pictures get their size, dates
 * their words, and Markdown becomes HTML. Everything else stays as it is.
 */
export function resolveFields<C extends Collection>(
  site: Site,
  { file, collection, data }: Pick<Entry<C>, 'file' | 'collection' | 'data'>,
): Resolved<DataOf<C>> {
  const used = usedIn(data);
  const resolve = (schema: z.ZodType | undefined, value: unknown): unknown => {
    const kind = schema && infoOf(schema)?.kind;
    if (typeof value === 'string') {
      if (kind === 'address') return resolveLink(site, file, value).href;
      if (kind === 'image') return pictureOf(site, value);
      if (kind === 'date') return momentOf(site, value);
      if (kind === 'dayOrMoment') return whenOf(site, value);
      if (kind === 'markdown') {
        const { html } = renderMarkdown(value, { ...surroundingsOf(site, { file }), headingLinks: false });
        return withFreeIds(html, used);
      }
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item, index) => resolve(schema && childOf(schema, index, value), item));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, resolve(schema && childOf(schema, key, value), inner)]),
    );
  };
  return resolve(collection.schema, data) as Resolved<DataOf<C>>;
}

/** The ids of the sections of a page, in whose texts they can’t stand again. */
const usedIn = (data: object): Set<string> =>
  new Set('blocks' in data ? idsIn((data.blocks as Section[]).map(({ anchor, title }) => ({ anchor, title }))) : []);

interface Section {
  anchor?: string;
  title?: string;
}

export function pictureOf(site: Site, source: string): Picture {
  const { complaint: _, ...picture } = resolvePicture(site, source);
  return picture;
}

/** A moment of the site’s own clock in words, in the language of the site; the time of day is left out. */
export const momentOf = ({ settings }: Pick<Site, 'settings'>, iso: string): Moment => ({
  iso,
  text: format(settings.language, 'day').format(new Date(iso)),
});

/** A day, or a moment with its hour and its zone, in words, as it was written. */
export const whenOf = (site: Pick<Site, 'settings'>, date: DayOrMoment): Moment => ({
  iso: date,
  text: spanText(site, date),
});

/** Some days or hours in words: “June 13 – 15, 2026”, “June 13, 2026 at 8:00 – 10:00 PM UTC−8”. */
export function spanText(site: Pick<Site, 'settings'>, start: DayOrMoment, end = start): string {
  const zone = zoneOf(start);
  if (zone !== zoneOf(end)) {
    // The day on which something begins at an hour is no news at its end.
    const parts = !isDay(start) && start.startsWith(end) ? [start] : [start, end];
    return parts.map((part) => spanText(site, part)).join(' – ');
  }
  const [from, to] = [start, end].map(asIfInUtc) as [Date, Date];
  const words = format(site.settings.language, isDay(start) ? 'day' : 'hour').formatRange(from, to);
  // Which spaces stand around the dash and before “PM” differs between versions of the locale data, and so between a
  // build and a browser.
  return words.replace(/[\u2009\u202F]/g, ' ') + (zone ? ` ${zoneName(zone)}` : '');
}

/** The moment at which UTC says what the zone of `date` says then: not all programs can write a zone such as −08:00. */
const asIfInUtc = (date: DayOrMoment) => new Date(isDay(date) ? date : date.replace(/(?:Z|[+-]\d\d:\d\d)$/, 'Z'));

/** `UTC`, `UTC−8`, `UTC+5:30`. */
const zoneName = (zone: string) =>
  `UTC${zone.replace('Z', '').replace(/([+-])0?(\d+):(\d\d)/, (_, sign, hours, minutes) => `${sign === '-' ? '−' : '+'}${hours}${minutes === '00' ? '' : `:${minutes}`}`)}`;

const formats = new Map<string, Intl.DateTimeFormat>();

const styles = { day: { dateStyle: 'long' }, hour: { dateStyle: 'long', timeStyle: 'short' } } as const;

function format(language: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}
