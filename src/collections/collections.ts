import type * as z from 'zod';
import type { Collection } from '../model/collection';
import { author } from './author';
import { category } from './category';
import { genericPage } from './generic-page';
import { landingPageWith } from './landing-page';
import { listingPageWith } from './listing-page';
import { post } from './post';
import { brand } from './settings/brand';
import { checks } from './settings/checks';
import { editing } from './settings/editing';
import { hosting } from './settings/hosting';
import { redirects } from './settings/redirects';
import { site } from './settings/site';
import { type WordFields, words, wordsWith } from './settings/words';

/** What a kind of content adds to what may be written. */
export interface Declared {
  collection: Collection;
  /** Collections that only its entries refer to. */
  parts?: readonly Collection[];
  words?: WordFields;
  /** Its lists, by the names that listing pages call them. */
  lists?: Readonly<Record<string, unknown>>;
  /** Its kinds of section. */
  blocks?: readonly { schema: z.ZodObject }[];
}

/** Everything that may be written: the collections every site has, and those of its kinds of content, as these come. */
export function collectionsOf(kinds: readonly Declared[]): readonly Collection[] {
  const sections = kinds.flatMap(({ blocks = [] }) => blocks.map(({ schema }) => schema));
  return [
    post,
    author,
    category,
    landingPageWith(sections),
    genericPage,
    listingPageWith(
      kinds.flatMap(({ lists = {} }) => Object.keys(lists)),
      sections,
    ),
    ...kinds.flatMap(({ collection, parts = [] }) => [collection, ...parts]),
    redirects,
    site,
    brand,
    wordsWith(allWords(kinds)),
    editing,
    hosting,
    checks,
  ];
}

/** Throws where two kinds have a word of one key: it would be edited in one place, and change in two. */
function allWords(kinds: readonly Declared[]): WordFields {
  const pairs = kinds.flatMap(({ words = {} }) => Object.entries(words));
  const keys = [...Object.keys(words.schema.shape), ...pairs.map(([key]) => key)];
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated) throw new Error(`Two declarations have the word “${repeated}”: rename one of them.`);
  return Object.fromEntries(pairs);
}

/**
 * The collection that a token stands for, as the site has it: with the fields that its kinds of content added. Throws
 * where there is none.
 */
export function inUse<C extends Collection>(collections: readonly Collection[], { name }: C): C {
  const found = collections.find((collection) => collection.name === name);
  if (!found) throw new Error(`There is no collection “${name}”.`);
  return found as C;
}
