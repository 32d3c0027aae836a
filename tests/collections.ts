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
