import { post } from '../../collections/post';
import { type AnyEntry, isOf, titleOf } from '../../content/entry';
import { resolveLink } from '../links/links';
import type { Site } from '../site';

/** Which files have to do with which. */
export type Relations = ReadonlyMap<string, ReadonlySet<string>>;

/** What pages may show of others: the listed posts, newest first, and the entries of kinds; and what relates them. */
interface Related {
  shown: AnyEntry[];
  relations: Relations;
}

const known = new WeakMap<object, Related>();

/**
 * All that has to do with an entry: one of the two names the other, in that the title of the other stands in its fields or
 * its text, or in that its text links to the page of the other. Found once for a site; the work grows with its letters.
 */
export function relatedEntries(site: Site, { file }: Pick<AnyEntry, 'file'>): AnyEntry[] {
  const { shown, relations } = relatedOf(site);
  const files = relations.get(file);
  return files ? shown.filter((entry) => files.has(entry.file)) : [];
}

/** The same of all entries at once. */
export const relationsOf = (site: Site): Relations => relatedOf(site).relations;

function relatedOf(site: Site): Related {
  const found = known.get(site.entries);
  if (found) return found;
  const shown = shownOf(site);
  const related = { shown, relations: find(site, shown) };
  known.set(site.entries, related);
  return related;
}

function shownOf(site: Site): AnyEntry[] {
  const kinds = new Map(site.kinds.flatMap((kind) => (kind.mention ? [[kind.collection.name, kind] as const] : [])));
  return [
    ...site.listed.map(({ entry }) => entry),
    ...site.entries.filter(({ collection, data, file }) => {
      const kind = kinds.get(collection.name);
      return kind && !kind.isOff?.(data, site.now) && (!collection.template || site.addressByFile.has(file));
    }),
  ];
}

function find(site: Site, shown: readonly AnyEntry[]): Relations {
  const named = shown.filter((entry) => !isOf(entry, post) && site.addressByFile.has(entry.file));
  if (named.length === 0) return new Map();
  const byTitle = new Map(named.map((entry) => [titleOf(entry), entry.file]));
  const byAddress = new Map(named.map((entry) => [site.addressByFile.get(entry.file), entry.file]));
  const titles = titlesIn([...byTitle.keys()]);
  const relations = new Map<string, Set<string>>();
  const relate = (one: string, other: string) => {
    if (one !== other) relations.set(one, (relations.get(one) ?? new Set()).add(other));
  };
  for (const entry of shown) {
    const { file, body } = entry;
    const files = new Set(site.named?.get(file));
    for (const text of [...textsIn(entry.data), body])
      for (const [title] of text.matchAll(titles)) files.add(byTitle.get(title) ?? '');
    for (const [, target = ''] of body.matchAll(/\]\(<?([^\s)>]+)|^\[[^\]]+\]: *<?(\S+?)>?$/gm)) {
      if (!/^(?:\/|\.|https?:)/.test(target)) continue;
      files.add(byAddress.get(resolveLink(site, file, target).address) ?? '');
    }
    for (const other of files) {
      if (!other) continue;
      relate(file, other);
      relate(other, file);
    }
  }
  return relations;
}

/** Finds titles that stand in a text as words of their own, the longest where one begins with another. */
function titlesIn(titles: readonly string[]): RegExp {
  const literal = titles
    .filter((title) => title.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((title) => title.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Every text in the fields of an entry. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];
