import { resolveLink } from '../links/links';
import { whenOf } from '../pages/fields';
import type { Fact, Link } from '../pages/props';
import type { Site } from '../site';

// What the page of an entry says of it, in rows; each kind of content puts its own together.

/** A row; none where there is nothing to say. */
export const fact = (label: string, text: string | undefined): Fact[] => (text ? [{ label, text }] : []);

/** A row with a day or a moment. */
export const when = (site: Site, label: string, date: string | undefined): Fact[] =>
  date ? [{ label, ...whenOf(site, date) }] : [];

/** A row that leads to the page of another entry, where that has one. */
export function linkedFact(site: Site, label: string, collection: string, name: string): Fact {
  const entry = site.find(collection, 'name', name);
  const address = entry && site.addressByFile.get(entry.file);
  return { label, text: name, ...(address ? { href: site.base.href(address) } : {}) };
}

/** The links of the entry that stands in `file`, ready to be followed. */
export const linksOf = (
  site: Site,
  file: string,
  links: readonly { label: string; url: string }[] | undefined,
): Link[] => (links ?? []).map(({ label, url }) => ({ label, href: resolveLink(site, file, url).href }));
