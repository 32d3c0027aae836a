import type { z } from 'zod';
import { type Changes, changed, consequencesOf, mended } from '../../checks/consequences/mend';
import { type Surroundings, stoppersOf, type Texts, wholeOf } from '../../checks/consequences/whole';
import { sentenceOf } from '../../content/problem';
import { isSame } from '../../content/rewrite/yaml/fingerprint';
import { parseSource } from '../../content/source';
import type { Collection } from '../../model/collection';
import { childrenOf, infoOf } from '../../model/field';
import { askConsequences } from '../dialogs/ask-consequences';
import { NotSaved } from './save-over';

/** Fields that decide whether an entry is found at all. */
const deciding = ['draft', 'hidden', 'hidePost', 'date', 'until', 'blog', 'kinds'];

/** Whether somebody may refer to what a change of an entry takes away: a name, or an address. */
export function mayConcern(
  collections: readonly Collection[],
  collection: Collection,
  former: string,
  text: string,
): boolean {
  const [before, after] = [former, text].map((source) => parseSource(source, collection.format).data ?? {}) as [
    Data,
    Data,
  ];
  const names = [...deciding, ...namesOf(collections, collection)];
  const addressIn = (data: Data) => (data['seo'] as Data | undefined)?.['url'];
  return names.some((name) => !isSame(before[name], after[name])) || addressIn(before) !== addressIn(after);
}

type Data = Record<string, unknown>;

/** The fields by which others refer to entries of a collection. */
function namesOf(collections: readonly Collection[], { name }: Collection): string[] {
  const look = (schema: z.ZodType): string[] => {
    const to = infoOf(schema)?.to;
    if (to) return to.collection === name ? [to.by, 'label'] : [];
    return childrenOf(schema).flatMap(look);
  };
  return [...new Set(collections.flatMap(({ schema }) => look(schema)))];
}

/**
 * What has to be changed together with a change of some files, once the editor has said so. Rejects with `NotSaved` where
 * the editor would rather not, and with what would stop the site where it would all the same.
 */
export async function takenAlong(texts: Texts, changes: Changes, surroundings: Surroundings): Promise<Changes> {
  const found = consequencesOf(texts, changes, surroundings);
  const { site } = wholeOf(texts, surroundings);
  const isDeleted = [...changes.values()].includes(undefined);
  const given = site && found.length > 0 ? await askConsequences(found, site, isDeleted) : [];
  if (!given)
    throw new NotSaved(isDeleted ? 'Nothing was deleted.' : 'Nothing was saved. What you wrote is still in the form.');
  const all = mended(texts, changes, given, surroundings);
  const next = changed(texts, all);
  const where = new Set([...all.keys(), ...found.flatMap(({ referrers }) => referrers.map(({ file }) => file))]);
  // Pictures that were added since the site was built are not known.
  const after = stoppersOf(next, surroundings, where).filter(({ rule }) => rule !== 'missing-picture');
  const before = new Set(
    after.length === 0 ? [] : stoppersOf(texts, surroundings, where).map(({ file, message }) => file + message),
  );
  const [first] = after.filter(({ file, message }) => !before.has(file + message));
  if (first) throw new Error(`The site could not be published then: ${sentenceOf(first, 'form')} (${first.file})`);
  return new Map([...all].filter(([file, text]) => !changes.has(file) && text !== texts.get(file)));
}
