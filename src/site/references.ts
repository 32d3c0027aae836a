import type * as z from 'zod';
import { editOfField } from '../content/change';
import { type AnyEntry, titleOf } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import { type FieldValue, valuesOf } from '../content/values';
import type { Collection } from '../model/collection';
import { childrenOf, type FieldInfo, infoOf } from '../model/field';
import { nearest, plain } from '../model/nearest';

/** Finds the entries that others refer to. */
export interface References {
  /** The entry of a collection whose field has a value, whichever way its accents are encoded. */
  find(collection: string, by: string, value: string | undefined): AnyEntry | undefined;
  /** What is referred to and not there, and what two entries claim to be. */
  problems: Problem[];
}

/**
 * Checks every reference of every entry. `unread` names the collections of which a file could not be read: what seems
 * unknown may stand in it, so nobody is told to add it again.
 */
export function resolveReferences(
  collections: readonly Collection[],
  entries: readonly AnyEntry[],
  unread: ReadonlySet<string>,
): References {
  const problems: Problem[] = [];
  const folderOf = (name: string) => collections.find((collection) => collection.name === name)?.folder ?? name;
  const pluralOf = (name: string) => collections.find((collection) => collection.name === name)?.plural ?? name;

  const indexes = new Map<string, Map<string, AnyEntry>>();
  const indexOf = (collection: string, by: string) => {
    const key = `${collection}.${by}`;
    let index = indexes.get(key);
    if (!index) {
      index = new Map<string, AnyEntry>();
      indexes.set(key, index);
      for (const entry of entries.filter((other) => other.collection.name === collection)) {
        const value = String(entry.data[by]).normalize('NFC');
        const twin = index.get(value);
        if (twin) {
          const message = `“${value}” is also in ${twin.file}`;
          problems.push(problemAt(entry, 'repeated-name', [by], message, 'change it in one of the two files'));
        } else index.set(value, entry);
      }
    }
    return index;
  };
  /** The entry that only spells the value otherwise; undefined where several do. */
  const lookalike = (collection: string, by: string, value: string) => {
    const alike = [...indexOf(collection, by)].filter(([known]) => plain(known) === plain(value));
    return alike.length === 1 ? alike[0]?.[0] : undefined;
  };
  const find: References['find'] = (collection, by, value) =>
    value === undefined ? undefined : indexOf(collection, by).get(value.normalize('NFC'));

  /** Two items of a list that mean the same entry, in whatever way each names it. */
  const checkTwice = (entry: AnyEntry, values: readonly FieldValue[]) => {
    const seen = new Map<string, AnyEntry[]>();
    for (const { info, value, path } of values) {
      if (info?.kind !== 'reference' || !info.to || typeof path.at(-1) !== 'number') continue;
      const { collection, by } = info.to;
      const asked = typeof value === 'string' ? { [by]: value } : (value as Record<string, string | undefined>);
      const meant = Object.entries(asked).flatMap(([name, text]) => find(collection, name, text) ?? [])[0];
      const list = JSON.stringify(path.slice(0, -1));
      const others = seen.get(list) ?? [];
      if (meant && others.includes(meant)) {
        const message = `“${info.label}” names “${titleOf(meant)}” twice`;
        problems.push(problemAt(entry, 'repeated-reference', path, message, 'remove one of the two'));
      }
      if (meant) seen.set(list, [...others, meant]);
    }
  };
  const check = (entry: AnyEntry, { label, to }: FieldInfo, value: unknown, path: PropertyKey[]) => {
    if (!to || unread.has(to.collection)) return;
    // `{ value, label }` is found by its value, else by its label.
    const asked = typeof value === 'string' ? { [to.by]: value } : (value as Record<string, string | undefined>);
    const tried = Object.entries(asked).filter(([, text]) => text);
    if (tried.some(([by, text]) => find(to.collection, by, text))) return;
    const [by, text] = tried.at(-1) ?? ['label', undefined];
    const meant = text && lookalike(to.collection, by, text);
    if (meant) {
      const fix = editOfField(entry, typeof value === 'string' ? path : [...path, by], meant);
      const message = `“${label}” differs from the name it means in accents, capitals or spaces: “${text}”`;
      problems.push(
        problemAt(
          entry,
          'misspelt-reference',
          path,
          message,
          { file: `write ${meant}`, form: `choose ${meant}` },
          { fix },
        ),
      );
      return;
    }
    const known = [...indexOf(to.collection, by).keys()];
    const similar = text && nearest(text, known);
    const folder = `content/${folderOf(to.collection)}`;
    problems.push(
      problemAt(
        entry,
        'unknown-reference',
        path,
        text ? `“${label}” is unknown: “${text}”` : `“${label}” has neither a value nor a label`,
        similar
          ? { file: `write ${similar}`, form: `choose ${similar}` }
          : known.length > 0 && known.length < 10
            ? { file: `write one of: ${known.join(', ')}`, form: `choose one of ${known.join(', ')}` }
            : {
                file: `write one that is in ${folder}, or add it there`,
                form: `choose one of “${pluralOf(to.collection)}”, or add it there`,
              },
      ),
    );
  };
  // Twins are reported even where nobody refers to them yet.
  for (const { to } of referenceFields(collections)) {
    if (!to) continue;
    const byPlainName = new Map<string, [string, AnyEntry]>();
    for (const [value, entry] of indexOf(to.collection, to.by)) {
      const [twinValue, twin] = byPlainName.get(plain(value)) ?? [];
      byPlainName.set(plain(value), [value, entry]);
      if (!twin) continue;
      const message = `“${value}” differs only in accents, capitals or spaces from “${twinValue}” in ${twin.file}`;
      problems.push(
        problemAt(entry, 'lookalike-name', [to.by], message, {
          file: 'keep one of the two files',
          form: 'keep one of the two',
        }),
      );
    }
  }
  for (const entry of entries) {
    const values = valuesOf(entry);
    for (const { info, value, path } of values) {
      if (info?.kind === 'reference') check(entry, info, value, path);
    }
    checkTwice(entry, values);
  }
  return { find, problems };
}

/** Every field of every collection that refers to another. */
function referenceFields(collections: readonly Collection[]): FieldInfo[] {
  const found: FieldInfo[] = [];
  const look = (schema: z.ZodType | undefined) => {
    const info = schema && infoOf(schema);
    if (!schema) return;
    if (info?.kind === 'reference') found.push(info);
    else for (const child of childrenOf(schema)) look(child);
  };
  for (const { schema } of collections) look(schema);
  return found;
}
