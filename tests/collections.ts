import { collectionsOf } from '../src/collections/collections';
import * as kinds from '../src/kinds/kinds';
import type { Collection } from '../src/model/collection';

export { kinds };

/** Everything that may be written, with every kind of content there is. */
export const collections = collectionsOf(Object.values(kinds));

/** Fails the test where there is none. */
export function collectionNamed(name: string): Collection {
  const found = collections.find((collection) => collection.name === name);
  if (!found) throw new Error(`There is no collection “${name}”`);
  return found;
}

/** The names of all lists. */
export const listNames = Object.values(kinds).flatMap(({ lists = {} }) => Object.keys(lists));

/** Those files for which there is a collection: a kind of content that is not wanted takes its examples with it. */
export const ofKinds = <Content>(files: Record<string, Content>): Record<string, Content> =>
  Object.fromEntries(
    Object.entries(files).filter(([file]) =>
      collections.some(({ folder }) => /^[/.]/.test(file.replace(`content/${folder}`, ''))),
    ),
  );
