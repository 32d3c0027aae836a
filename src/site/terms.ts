import type { Data } from '../collections';
import { type AnyEntry, type Entry, entriesOf, problemAt } from '../content/entry';
import type { Problem } from '../content/problem';
import { nearest } from '../model/nearest';
import type { Address } from './address';
import type { Post } from './resolve';

/** An author or a category: something posts are listed by. */
export interface Term {
  entry: Entry<'author'> | Entry<'category'>;
  address: Address;
  label: string;
  /** The listed posts, newest first. */
  posts: Post[];
}

/** The terms of a site, and how a post's front matter finds them. What is not found is among the problems. */
export interface Terms {
  authors: Term[];
  categories: Term[];
  authorsOf(post: Entry<'post'>): Term[];
  categoriesOf(post: Entry<'post'>): Term[];
  problems: Problem[];
}

/**
 * Gathers authors and categories. `unread` names the collections of which a file could not be read: what seems unknown
 * may stand in it, so nobody is told to add it again.
 */
export function gatherTerms(
  entries: readonly AnyEntry[],
  addressByFile: ReadonlyMap<string, Address>,
  unread: ReadonlySet<string>,
): Terms {
  const problems: Problem[] = [];
  const complain = ({ source, file }: AnyEntry, path: PropertyKey[], message: string, advice: string) =>
    problems.push(problemAt(source, file, path, 'value', 'error', message, advice));

  /** The terms of a collection by one of their fields; a second term with the same value is a problem. */
  const index = <Name extends 'author' | 'category'>(terms: readonly Term[], field: keyof Data<Name> & string) => {
    const found = new Map<string, Term>();
    for (const term of terms) {
      const value = (term.entry.data as Record<string, unknown>)[field] as string;
      const twin = found.get(value.normalize('NFC'));
      if (twin) {
        complain(term.entry, [field], `“${value}” is also in ${twin.entry.file}`, 'change it in one of the two files');
      } else found.set(value.normalize('NFC'), term);
    }
    return found;
  };
  const termOf = (entry: Term['entry'], label: string): Term => ({
    entry,
    address: addressByFile.get(entry.file) ?? '/',
    label,
    posts: [],
  });
  const authors = entriesOf(entries, 'author').map((entry) => termOf(entry, entry.data.name));
  const categories = entriesOf(entries, 'category').map((entry) => termOf(entry, entry.data.label));
  const authorByName = index<'author'>(authors, 'name');
  const categoryByValue = index<'category'>(categories, 'value');
  const categoryByLabel = index<'category'>(categories, 'label');

  const authorsOf: Terms['authorsOf'] = (post) =>
    post.data.author.flatMap((name, position) => {
      const found = authorByName.get(name.normalize('NFC'));
      if (found) return [found];
      if (unread.has('author')) return [];
      const similar = nearest(name, [...authorByName.keys()]);
      const advice = similar ? `write ${similar}` : 'add the author to content/authors';
      complain(post, ['author', position], `“Author” is unknown: “${name}”`, advice);
      return [];
    });

  const categoriesOf: Terms['categoriesOf'] = (post) =>
    post.data.category.flatMap(({ value, label }, position) => {
      const found =
        (value && categoryByValue.get(value.normalize('NFC'))) ||
        (label && categoryByLabel.get(label.normalize('NFC')));
      if (found) return [found];
      if (unread.has('category')) return [];
      const known = label ? categoryByLabel : categoryByValue;
      const similar = nearest(label ?? value ?? '', [...known.keys()]);
      complain(
        post,
        ['category', position],
        value || label ? `“Category” is unknown: “${label ?? value}”` : '“Category” has neither a value nor a label',
        similar ? `write ${similar}` : `write one of: ${[...categoryByLabel.keys()].join(', ')}`,
      );
      return [];
    });

  return { authors, categories, authorsOf, categoriesOf, problems };
}
