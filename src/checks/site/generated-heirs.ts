import { author } from '../../collections/author';
import { category } from '../../collections/category';
import { isOf } from '../../content/entry';
import type { Address } from '../../site/addresses/address';
import { addressKey } from '../../site/addresses/address';
import { blogOf } from '../../site/lists';
import type { Site } from '../../site/site';

/**
 * Finds what stands now for an address that another generator made by itself: a feed, a list of an author’s or a category’s
 * posts, a later page of a list. Undefined where that is not certain.
 */
export function heirOfGenerated(site: Site, address: Address): Address | undefined {
  return feedHeir(site, address) ?? pageHeir(site, address) ?? termHeir(site, address);
}

/** A feed of the whole site, by the names that generators give it. */
function feedHeir({ settings }: Site, address: Address): Address | undefined {
  const { rss, atom, json, home } = blogOf(settings);
  const within = [home, '/blog/', '/posts/', '/news/'].find((folder) => address.startsWith(folder)) ?? '/';
  const name = address.slice(within.length).toLowerCase().replace(/\/$/, '');
  if (/^(?:rss|feed|index|rss2?\/index|feed\/rss)(?:\.xml|\.rss)?$/.test(name) && /feed|rss|\.xml$/.test(name))
    return rss;
  if (/^(?:atom|feed\/atom|feed)(?:\.xml|\.atom)$/.test(name) || name === 'atom') return atom;
  return /^(?:feed|index)\.json$/.test(name) ? json : undefined;
}

/** A later page of a list is where the list is: what stands on it changes with every post. */
function pageHeir(site: Site, address: Address): Address | undefined {
  const [, list] = /^(.*?\/)(?:page\/?)?\d{1,3}\/$/.exec(address) ?? [];
  if (list === undefined) return undefined;
  if (list === '/') return site.settings.blog.address;
  return site.addresses.get(addressKey(list)) ?? termHeir(site, list);
}

const folders = [
  { of: author, pattern: /\/(?:authors?|writers?|contributors?|people|by)\/([^/]+)\/$/ },
  { of: category, pattern: /\/(?:category|categories|tags?|topics?)\/([^/]+)\/$/ },
];

/** The author or category whose name is the last part of an address, below a folder that says so. */
function termHeir({ authors, categories }: Site, address: Address): Address | undefined {
  for (const { of, pattern } of folders) {
    const name = pattern.exec(address)?.[1];
    if (name === undefined) continue;
    const found = [...authors, ...categories].filter(
      ({ entry, label }) => isOf(entry, of) && [label, entry.slug].some((one) => plain(one) === plain(name)),
    );
    if (found.length === 1) return found[0]?.address;
  }
  return undefined;
}

/** A name without what generators leave out of addresses, each in its own way: signs, spaces, accents. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
