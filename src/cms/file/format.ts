import type { z } from 'zod';
import { inUse } from '../../collections/collections';
import { post } from '../../collections/post';
import { words } from '../../collections/settings/words';
import { rewriteSource } from '../../content/rewrite/rewrite';
import { withoutNoise } from '../../content/rewrite/without-noise';
import { parseSource } from '../../content/source';
import type { Collection } from '../../model/collection';
import { childOf, infoOf } from '../../model/field';
import { rivalsOf } from '../form/fields';
import { slugOf } from './slug';

/** What the CMS holds of an entry while it is edited: its fields, its `body`, and ours below, which are never written. */
export type CmsData = Record<string, unknown>;

/** The text of the file the entry was read from. */
export const sourceKey = '_source';
/** What keeps the file from being read; it can't be saved either. */
export const faultKey = '_fault';
/** Whether readers find the entry, in a word or two, for lists. */
export const stateKey = '_state';
/** Whom and what the entry names, such as its authors and categories, for lists. */
export const namesKey = '_names';
/** The name of the file of a new entry. */
export const slugKey = '_slug';

/** How the CMS reads and writes a file: `CMS.registerCustomFormat`. */
export interface Format {
  fromFile(text: string): CmsData;
  /** `order` are the names of the form's fields. */
  toFile(data: CmsData, order?: readonly string[]): string;
}

/**
 * For the CMS, which adds a line feed to every text that does not end with one. A file that has none is kept as it is by
 * a text that says it had one; wherever it is sent, it is the text alone.
 *
 * Decap 3.16.3. To try: return `text` as it is, and save a file without a last line feed: the diff should be what was typed.
 */
export function asItEnds(text: string): string {
  if (text.endsWith('\n')) return text;
  const ends = { slice: (...range: [number?, number?]) => (range[0] === -1 ? '\n' : text.slice(...range)) };
  return Object.assign(new String(text), ends) as unknown as string;
}

/**
 * The format of a collection's files. Reading keeps the source beside the data, and writing changes of it only what the
 * editor changed; see content/rewrite.ts.
 */
export function formatOf(collections: readonly Collection[], collection: Collection): Format {
  const { format, name, schema } = collection;
  const rivals = rivalsOf(collections, collection);
  return {
    fromFile(text) {
      const { data, body, faults } = parseSource(text, format);
      const fields = (data ?? {}) as CmsData;
      return {
        ...(rivals[0] === collection && rivals.length > 1 ? { templateKey: collection.template } : {}),
        ...fields,
        ...(format === 'md' ? { body } : {}),
        [sourceKey]: text,
        [stateKey]: stateOf(collection, fields),
        [namesKey]: namesIn(collection, fields).join(', '),
        ...(faults[0] ? { [faultKey]: `${faults[0].message}: ${faults[0].advice}` } : {}),
      };
    },
    toFile(data) {
      const { body, ...rest } = data;
      const text = String(data[sourceKey] ?? '');
      if (data[faultKey]) return text;
      const original = text === '' ? undefined : (parseSource(text, format).data as CmsData);
      const fields = {
        ...(original ? {} : namesOf(collection, data)),
        ...Object.fromEntries(Object.entries(rest).filter(([key]) => !ours.has(key))),
      };
      if (fields['templateKey'] === name && original && !('templateKey' in original)) delete fields['templateKey'];
      const next = withoutNoise(original, fields, schema);
      if (typeof body !== 'string') return rewriteSource(text, format, { data: next }, schema);
      return rewriteSource(
        text,
        format,
        { data: next, body: text || body.endsWith('\n') || !body ? body : `${body}\n` },
        schema,
      );
    },
  };
}

const ours = new Set([sourceKey, faultKey, stateKey, namesKey, slugKey]);

/** What a new entry is called by others, where its form does not ask. */
const namesOf = (collection: Collection, data: CmsData): CmsData =>
  Object.fromEntries(
    Object.entries(collection.schema.shape)
      .filter(([key, field]) => infoOf(field)?.initial === 'slug' && !data[key])
      .map(([key]) => [key, slugOf(collection, data)]),
  );

/** The format of the settings, which are several collections of one file each. The form's fields tell which. */
export const settingsFormat = (collections: readonly Collection[]): Format => ({
  fromFile: (text) => formatOf(collections, words).fromFile(text),
  toFile(data, order = []) {
    const isAsked = ({ single, schema }: Collection) => single && order.every((key) => key in schema.shape);
    return formatOf(collections, collections.find(isAsked) ?? inUse(collections, words)).toFile(data);
  },
});

/** The names by which an entry refers to others, as people read them. */
export const namesIn = ({ schema }: Collection, fields: CmsData): string[] =>
  Object.entries(schema.shape).flatMap(([key, field]) =>
    isReference(field) ? [fields[key]].flat().flatMap(nameOf) : [],
  );

function isReference(field: z.core.$ZodType): boolean {
  const info = infoOf(field);
  const item = info?.kind === 'list' ? childOf(field as z.ZodType, 0) : undefined;
  return info?.kind === 'reference' || (item !== undefined && infoOf(item)?.kind === 'reference');
}

const nameOf = (reference: unknown): string[] => {
  const name =
    reference !== null && typeof reference === 'object' ? (reference as { label?: unknown }).label : reference;
  return typeof name === 'string' && name !== '' ? [name] : [];
};

function stateOf({ name }: Collection, { draft, hidePost, hidden, date }: CmsData): string {
  if (draft === true) return 'Draft';
  // Of the kinds of content with a date, only posts wait for it.
  if (name === post.name && typeof date === 'string' && Date.parse(date) > Date.now()) {
    return `Scheduled for ${date.slice(0, 10)}`;
  }
  return hidePost === true || hidden === true ? 'Hidden' : '';
}
