import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import type { Site } from '../../site/site';

/** A month of a year; months from 1. */
interface Month {
  year: number;
  month: number;
}

/**
 * Finds a title that says another month than the name of its file (`2024-03-newsletter.md`, “April 2024 newsletter”), or,
 * where no months are named, another year.
 */
export function checkMonth({ settings }: Site, entry: AnyEntry): Problem[] {
  const { data, slug } = entry;
  const { title } = data;
  if (typeof title !== 'string' || !/\d{4}/.test(title)) return [];
  const names = monthNames((typeof data['lang'] === 'string' ? data['lang'] : undefined) ?? settings.language);
  const said = monthsIn(title, names);
  const name = slug.split('/').at(-1) ?? '';
  // With its day, a file's name tells when it was written, and what it tells of may be in another month.
  const numbers = /(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?![\d]|-\d)/.exec(name);
  const filed = [
    ...(numbers ? [{ year: Number(numbers[1]), month: Number(numbers[2]) }] : []),
    ...monthsIn(name.replace(/[-_]/g, ' '), names),
  ];
  const isFiled = ({ year, month }: Month) => filed.some((other) => other.year === year && other.month === month);
  if (filed.length === 0 && !datedName.test(name)) return yearProblems(entry, yearsIn(title), yearsIn(name));
  if (filed.length === 0 || said.length === 0 || said.some(isFiled)) return [];
  const [first] = said as [Month];
  return [
    problemAt(
      entry,
      'other-month',
      ['title'],
      `“Title” says ${names[first.month - 1]} ${first.year}, and the name of the file ${filed.map(({ year, month }) => `${names[month - 1]} ${year}`).join(' and ')}`,
      'correct the title, or rename the file',
    ),
  ];
}

/** A file's name that begins with a day tells when it was written. */
const datedName = /(?<!\d)(?:19|20)\d\d-?(?:0[1-9]|1[0-2])(?!\d)/;

/** Numbers that stand alone and are years of the web. */
const yearsIn = (text: string) =>
  [...text.matchAll(/(?<![\d.,:/])(?:199|20[0-9])\d(?![\d:/%]|[.,]\d)/g)].map(([year]) => year);

function yearProblems(entry: AnyEntry, said: string[], filed: string[]): Problem[] {
  if (said.length === 0 || filed.length === 0 || said.some((year) => filed.includes(year))) return [];
  const message = `“Title” says ${said.join(' and ')}, and the name of the file ${filed.join(' and ')}`;
  return [problemAt(entry, 'other-year', ['title'], message, 'correct the title, or rename the file')];
}

/** The months that a text names beside a year; without one, “May” and “March” are also other words. */
function monthsIn(text: string, names: readonly string[]): Month[] {
  return names.flatMap((name, index) => {
    const found = new RegExp(`(?<!\\p{L})${name}(?!\\p{L}),?\\s+(\\d{4})|(\\d{4})\\s+${name}(?!\\p{L})`, 'iu').exec(
      text,
    );
    return found ? [{ year: Number(found[1] ?? found[2]), month: index + 1 }] : [];
  });
}

const known = new Map<string, string[]>();

/** The months of a language, January first. */
function monthNames(language: string): string[] {
  const found = known.get(language);
  if (found) return found;
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)));
  known.set(language, names);
  return names;
}
