import { type Entry, entriesOf } from '../../content/entry';
import type { Collection } from '../../model/collection';
import type { Site } from '../site';

// What lists of all kinds of content are made with.

/** The entries of a collection that have a page. */
export const builtOf = <C extends Collection>(
  site: Pick<Site, 'entries' | 'addressByFile'>,
  collection: C,
): Entry<C>[] => entriesOf(site.entries, collection).filter(({ file }) => site.addressByFile.has(file));

/** Where the page of an entry is, for links within the site. */
export const hrefOf = (site: Site, { file }: { file: string }) => site.base.href(site.addressByFile.get(file) ?? '/');

/** Orders moments in UTC. */
export const latestFirst = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** Orders names as the language of the site does. A collator takes longer to make than to use: make one for a whole list. */
export const byName = ({ settings }: Site) => new Intl.Collator(settings.language).compare;

interface Placed {
  data: { name: string; order?: number };
}

/** Orders entries by their field `order`, those without it last, then by name. */
export function byPlace(site: Site): (a: Placed, b: Placed) => number {
  const compare = byName(site);
  const place = ({ data }: Placed) => data.order ?? Number.POSITIVE_INFINITY;
  return (a, b) => (place(a) === place(b) ? compare(a.data.name, b.data.name) : place(a) - place(b));
}
