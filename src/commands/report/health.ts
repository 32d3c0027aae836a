import { redirects } from '../../collections/settings/redirects';
import { type AnyEntry, entriesOf, titleOf } from '../../content/entry';
import type { Problem } from '../../content/problem';
import type { RuleName } from '../../rules/index';
import type { Address } from '../../site/addresses/address';
import type { Redirect } from '../../site/addresses/redirects';
import { renderBody } from '../../site/pages/body';
import { makePages } from '../../site/pages/make';
import type { Site } from '../../site/site';
import { orphansAmong, usesOf } from './uses';
import { type PageWeight, weighPages, weighPictures } from './weights';

/** A file of content, as people know it, and where it can be fixed. */
export interface Place {
  file: string;
  title: string;
  /** Its form on the admin page; a file that is no entry has none. */
  form?: string;
}

/** How a site is, as plain data. */
export interface Health {
  title: string;
  /** The moment it is reported for; ISO 8601. */
  at: string;
  problems: Problem[];
  /** Rules that are broken: errors first, then by how often. */
  kinds: { rule: RuleName; severity: Problem['severity']; count: number; mechanical: number }[];
  files: { place: Place; problems: Problem[] }[];
  waiting: {
    drafts: Place[];
    /** Soonest first. */
    dated: (Place & { date: string })[];
    hidden: Place[];
  };
  /** How many posts were published in each month from the first to the last, as `2026-03`. */
  months: { month: string; count: number }[];
  orphans: { place: Place; address: Address }[];
  /** The heaviest; undefined where nothing has been built. */
  pages: PageWeight[] | undefined;
  pictures: { path: string; bytes: number; usedBy: Place[] }[];
  redirects: Redirect[];
  lost: Problem[];
}

/** Gathers what a report tells. Renders every page, which takes most of the time. */
export function healthOf(root: string, site: Site, problems: readonly Problem[]): Health {
  const { pages } = makePages(site, renderBody);
  const uses = usesOf(site, pages);
  const byFile = new Map(site.entries.map((entry) => [entry.file, entry]));
  const placeOf = (file = ''): Place => {
    const entry = byFile.get(file);
    return entry ? { file, title: titleOf(entry), form: formOf(site, entry) } : { file, title: file };
  };
  const placesWhere = (test: (entry: AnyEntry) => boolean) =>
    site.entries.filter(test).map(({ file }) => placeOf(file));
  return {
    title: site.settings.title,
    at: site.now,
    problems: [...problems],
    kinds: kindsOf(problems),
    files: [
      ...groupsOf(
        problems.filter(({ rule }) => rule !== 'lost-address'),
        ({ file }) => file,
      ),
    ].map(([file, found]) => ({
      place: placeOf(file),
      problems: found,
    })),
    waiting: {
      drafts: placesWhere(({ data }) => data['draft'] === true),
      dated: site.waiting.map(({ date, file }) => ({ ...placeOf(file), date })),
      hidden: placesWhere(isHidden),
    },
    months: monthsOf(site.listed.map(({ entry }) => entry.data.date)),
    orphans: orphansAmong(pages, uses).map(({ address, file }) => ({ place: placeOf(file), address })),
    pages: weighPages(root, site),
    pictures: weighPictures(root, site, uses).map(({ usedBy, ...picture }) => ({
      ...picture,
      usedBy: [...new Set(usedBy.flatMap(({ file }) => file ?? []))].map(placeOf),
    })),
    redirects: entriesOf(site.entries, redirects).flatMap(({ data }) => data.redirects),
    lost: problems.filter(({ rule }) => rule === 'lost-address'),
  };
}

const isHidden = ({ data }: AnyEntry) => data['hidePost'] === true || data['hidden'] === true;

function kindsOf(problems: readonly Problem[]): Health['kinds'] {
  const worth = { error: 0, warning: 1 };
  return [...groupsOf(problems, ({ rule, severity }) => `${severity} ${rule}`).values()]
    .map((found) => {
      const { rule, severity } = found[0] as Problem;
      return { rule, severity, count: found.length, mechanical: found.filter(({ fix }) => fix).length };
    })
    .sort((a, b) => worth[a.severity] - worth[b.severity] || b.count - a.count);
}

function formOf({ base }: Site, { collection, slug }: AnyEntry): string {
  const isSetting = slug.startsWith('settings/');
  const path = isSetting ? `settings/entries/${slug.slice('settings/'.length)}` : `${collection.name}/entries/${slug}`;
  return `${base.url('/admin/')}#/collections/${encodeURI(path)}`;
}

function monthsOf(dates: readonly string[]): Health['months'] {
  const counts = new Map<string, number>();
  const sorted = dates.map((date) => date.slice(0, 7)).sort();
  for (const month of sorted) counts.set(month, (counts.get(month) ?? 0) + 1);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: index(last) - index(first) + 1 }, (_, offset) => {
    const at = index(first) + offset;
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { month, count: counts.get(month) ?? 0 };
  });
}

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
