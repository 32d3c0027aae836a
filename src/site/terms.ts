import { author } from '../collections/author';
import { category } from '../collections/category';
import type { post } from '../collections/post';
import { type AnyEntry, type Entry, entriesOf } from '../content/entry';
import type { Address } from './addresses/address';
import type { References } from './references';
import type { Term } from './site';

/** The terms of a site, and how a post's front matter finds them. */
export interface Terms {
  authors: Term[];
  categories: Term[];
  authorsOf(entry: Entry<typeof post>): Term[];
  categoriesOf(entry: Entry<typeof post>): Term[];
}

export function gatherTerms(
  entries: readonly AnyEntry[],
  addressByFile: ReadonlyMap<string, Address>,
  { find }: Pick<References, 'find'>,
): Terms {
  const byFile = new Map<string, Term>();
  const termOf = (entry: Term['entry'], label: string): Term => {
    const term = { entry, label, address: addressByFile.get(entry.file) ?? '/', posts: [] };
    byFile.set(entry.file, term);
    return term;
  };
  const termAt = (entry: AnyEntry | undefined): Term[] => {
    const term = entry && byFile.get(entry.file);
    return term ? [term] : [];
  };
  return {
    authors: entriesOf(entries, author).map((entry) => termOf(entry, entry.data.name)),
    categories: entriesOf(entries, category).map((entry) => termOf(entry, entry.data.label)),
    authorsOf: ({ data }) => data.author.flatMap((name) => termAt(find('author', 'name', name))),
    categoriesOf: ({ data }) =>
      data.category.flatMap(({ value, label }) =>
        termAt(find('category', 'value', value) ?? find('category', 'label', label)),
      ),
  };
}
