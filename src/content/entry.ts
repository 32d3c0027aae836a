import type { z } from 'zod';
import type { CollectionName, Collections, Data } from '../collections';
import type { Collection } from '../model/collection';
import { explain } from '../model/explain';
import { childOf, infoOf } from '../model/field';
import { nearest } from '../model/nearest';
import { editOfField } from './change';
import { type Problem, problemAt, problemIn } from './problem';
import { parseSource, type Source } from './source';
import { showable } from './unshowable';

/** A file of content that keeps its collection's rules. */
export interface Entry<Name extends CollectionName = CollectionName> {
  collection: Name;
  /** Path from the project's root, such as `content/blog/my-post.md`. */
  file: string;
  /** The path below the collection's folder, without its ending: `my-post`. */
  slug: string;
  data: Data<Name>;
  /** Markdown. */
  body: string;
  source: Source;
}

/** An entry of any collection; `collection` tells which. */
export type AnyEntry = { [Name in CollectionName]: Entry<Name> }[CollectionName];

/** What a file holds: an entry, unless something is so wrong that there is none. */
export interface Checked {
  entry?: AnyEntry;
  problems: Problem[];
}

/**
 * Checks the text of one file against the collections its folder may hold: several where `templateKey` tells them apart,
 * the first of them where it is left out.
 */
export function checkEntry(file: string, slug: string, candidates: readonly Collection[], text: string): Checked {
  const first = candidates[0] as Collection;
  const source = parseSource(text, first.format);
  const problems = source.faults.map(({ rule, offset, message, advice }) =>
    problemIn({ file, source }, rule, offset, message, advice),
  );
  if (source.data === undefined) return { problems };

  const data = withoutEmpty(source.data) as Record<string, unknown>;
  const key = data['templateKey'];
  const declared = key === undefined ? first : candidates.find(({ template }) => template === key);
  if (!declared) {
    const known = candidates.flatMap(({ template }) => template ?? []);
    if (known.length > 0) {
      const similar = nearest(String(key), known) ?? (known.length === 1 ? known[0] : undefined);
      problems.push(
        problemAt(
          { file, source },
          'unknown-template',
          ['templateKey'],
          `“templateKey” has no template “${typeof key === 'string' ? key : JSON.stringify(key)}” in this folder`,
          similar ? `write ${similar}, or leave the line out` : `write one of: ${known.join(', ')}`,
        ),
      );
    } else {
      const message = 'Unknown field “templateKey”';
      problems.push(
        problemAt({ file, source }, 'unknown-field', ['templateKey'], message, 'remove it', { part: 'name' }),
      );
    }
  }
  const collection = declared ?? first;
  const { templateKey: _, ...fields } = data;
  const result = collection.schema.safeParse(fields);
  if (!result.success) {
    for (const { rule, path, part, message, advice, write } of explain(result.error, collection.schema, fields)) {
      const fix = write === undefined ? undefined : editOfField({ file, source }, path, write);
      problems.push(problemAt({ file, source }, rule, path, message, advice, { part, fix }));
    }
    return { problems };
  }
  if (!declared) return { problems };
  const entry = {
    collection: collection.name as keyof Collections,
    file,
    slug,
    data: withShowable(result.data, collection.schema),
    body: source.body,
    source,
  };
  return { entry: entry as unknown as AnyEntry, problems };
}

/** A field that was left empty counts as left out: the CMS writes `""` where an editor cleared a text. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== '')
      .map(([key, inner]) => [key, withoutEmpty(inner)]),
  );
}

/**
 * Data whose texts hold no character that can’t be shown; checks/characters.ts tells of them. In an address such a character
 * is a fault of the address, and told as one.
 */
function withShowable(value: unknown, schema: z.ZodType | undefined): unknown {
  if (typeof value === 'string') {
    const kind = schema && infoOf(schema)?.kind;
    return kind === 'address' || kind === 'image' ? value : showable(value);
  }
  if (value === null || typeof value !== 'object') return value;
  const inner = (key: PropertyKey) => schema && childOf(schema, key, value);
  if (Array.isArray(value)) return value.map((item, index) => withShowable(item, inner(index)));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withShowable(item, inner(key))]));
}

/** What an entry is called; its file where it has no name. */
export function titleOf({ data, file }: AnyEntry): string {
  const { title, name, label } = data as { title?: string; name?: string; label?: string };
  return title ?? name ?? label ?? file;
}

/** The entries of one collection. */
export const entriesOf = <Name extends CollectionName>(entries: readonly AnyEntry[], name: Name): Entry<Name>[] =>
  entries.filter((entry) => entry.collection === name) as unknown as Entry<Name>[];
