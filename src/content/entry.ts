import type * as z from 'zod';
import { site } from '../collections/settings/site';
import { inFile } from '../model/advice';
import type { Collection, DataOf } from '../model/collection';
import { completeFields } from '../model/complete';
import { explain } from '../model/explain';
import { childOf, infoOf } from '../model/field';
import { nearest } from '../model/nearest';
import { type Change, editOf, editOfField, editOfName } from './change';
import { type Problem, problemAt, problemIn } from './problem';
import { parseSource, type Source } from './source';
import { showable } from './unshowable';

/** A file of content that keeps its collection's rules. */
export interface Entry<C extends Collection = Collection> {
  collection: C;
  /** Path from the project's root, such as `content/blog/my-post.md`. */
  file: string;
  /** The path below the collection's folder, without its ending: `my-post`. */
  slug: string;
  data: DataOf<C>;
  /** Markdown. */
  body: string;
  source: Source;
}

/** An entry of any collection; `isOf` tells of which. */
export type AnyEntry = Entry;

/** What a file holds: an entry, unless something is so wrong that there is none. */
export interface Checked {
  entry?: AnyEntry;
  problems: Problem[];
  /** Of a file that is the only one of its collection, and has faults: what it says but for them. */
  assumed?: Assumed;
}

/** An entry in which defaults stand in the place of what is wrong, so that all else can be looked at; never published. */
export interface Assumed {
  entry: AnyEntry;
  /** Where they stand; the empty path stands for the whole. */
  paths: PropertyKey[][];
}

/**
 * Checks the text of one file against the collections its folder may hold: several where `templateKey` tells them apart,
 * the first of them where it is left out.
 */
export function checkEntry(file: string, slug: string, candidates: readonly Collection[], text: string): Checked {
  const first = candidates[0] as Collection;
  const source = parseSource(text, first.format);
  const problems = source.faults.map(({ rule, offset, message, advice }) =>
    problemIn({ file, source }, rule, offset, message, inFile(advice), {
      fix: rule === 'wrong-line-ends' ? returnEdits(file, text) : undefined,
    }),
  );
  const assume = () => (first.single ? { assumed: assumedEntry(file, slug, first, source) } : {});
  if (source.data === undefined) return { problems, ...assume() };

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
          inFile(similar ? `write ${similar}, or leave the line out` : `write one of: ${known.join(', ')}`),
        ),
      );
    } else {
      const message = 'Unknown field “templateKey”';
      problems.push(
        problemAt({ file, source }, 'unknown-field', ['templateKey'], message, inFile('remove it'), { part: 'name' }),
      );
    }
  }
  const collection = declared ?? first;
  const { templateKey: _, ...fields } = data;
  const result = collection.schema.safeParse(fields);
  if (!result.success) {
    for (const { rule, path, part, message, advice, write } of explain(
      result.error,
      collection.schema,
      fields,
      source.writtenOf,
    )) {
      const edit = part === 'name' ? editOfName : editOfField;
      const fix = write === undefined ? undefined : edit({ file, source }, path, write);
      problems.push(problemAt({ file, source }, rule, path, message, advice, { part, fix }));
    }
    return { problems, ...assume() };
  }
  if (!declared) return { problems, ...assume() };
  const shown = withShowable(result.data, collection.schema) as AnyEntry['data'];
  return { entry: { collection, file, slug, data: shown, body: source.body, source }, problems };
}

/** One edit for all line ends: there can be thousands. */
const returnEdits = (file: string, text: string): Change[] => [editOf(file, 0, text, text.replace(/\r(?!\n)/g, '\n'))];

/** Defaults instead of what is wrong with a file, or missing; of what can't be read at all, instead of everything. */
export function assumedEntry(file: string, slug: string, collection: Collection, source: Source): Assumed {
  const { templateKey: _, ...written } = withoutEmpty(source.data ?? source.legible ?? {}) as Record<string, unknown>;
  const { schema } = collection;
  // The moment stands for dates that are wrong: nothing is reported of what they would decide.
  const all = [written, {}].map((fields) => completeFields(schema, fields, new Date(0).toISOString()));
  const [data, index] = all
    .map(({ fields }, at) => [schema.safeParse(fields).data, at] as const)
    .find(([parsed]) => parsed !== undefined) as [AnyEntry['data'], number];
  const paths = source.data === undefined || index > 0 ? [[]] : (all[0]?.assumed ?? []);
  const entry: AnyEntry = { collection, file, slug, data, body: source.body, source };
  if (isOf(entry, site)) completeHosts(entry.data, all[index]?.assumed ?? []);
  return { entry, paths };
}

/** The site’s own address and its hosts are known from each other. */
function completeHosts(settings: Entry<typeof site>['data'], paths: readonly PropertyKey[][]): void {
  const isAssumed = (name: string) => paths.some(([first]) => first === name);
  const known = (host: string) => /^[\w.-]+$/.test(host) && !host.endsWith('example.org');
  const url = new URL(settings.url);
  const host = settings.hosts.find(known);
  if (isAssumed('hosts') && known(url.hostname)) settings.hosts = [...settings.hosts, url.hostname];
  if (isAssumed('url')) Object.assign(settings, { url: `https://${host ?? 'site.invalid'}/` });
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
 * is a fault of the address, and reported as one.
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
export function titleOf({ collection, data, file }: Pick<AnyEntry, 'collection' | 'data' | 'file'>): string {
  const title = collection.title && data[collection.title];
  return typeof title === 'string' ? title : file;
}

/** Whether an entry is of a collection, and so has its fields. */
export const isOf = <C extends Collection>(entry: AnyEntry, { name }: C): entry is Entry<C> =>
  entry.collection.name === name;

/** The entries of one collection. */
export const entriesOf = <C extends Collection>(entries: readonly AnyEntry[], collection: C): Entry<C>[] =>
  entries.filter((entry) => isOf(entry, collection));
