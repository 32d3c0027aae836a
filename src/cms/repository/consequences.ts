import { type Changes, changed, consequencesOf, mended } from '../../checks/consequences/mend';
import { type Surroundings, stoppersOf, type Texts, wholeOf } from '../../checks/consequences/whole';
import { sentenceOf } from '../../content/problem';
import { isSame } from '../../content/rewrite/yaml/fingerprint';
import { parseSource } from '../../content/source';
import { askConsequences } from '../dialogs/ask-consequences';
import { NotSaved } from './save-over';

/** Fields that may decide where an entry is found, or by what name. */
const telling = [
  'name',
  'title',
  'label',
  'value',
  'seo',
  'draft',
  'hidden',
  'date',
  'until',
  'blog',
  'kinds',
  'redirects',
];

/** Whether somebody may refer to what a change of an entry takes away. */
export function mayConcern(former: string, text: string, format: 'md' | 'yml'): boolean {
  const [before, after] = [former, text].map(
    (source) => (parseSource(source, format).data ?? {}) as Record<string, unknown>,
  );
  return telling.some((name) => !isSame(before?.[name], after?.[name]));
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
  const before = new Set(stoppersOf(texts, surroundings).map(({ file, message }) => file + message));
  const [first] = stoppersOf(changed(texts, all), surroundings).filter(
    // Pictures that were added since the site was built are not known.
    ({ rule, file, message }) => rule !== 'missing-picture' && !before.has(file + message),
  );
  if (first) throw new Error(`The site could not be published then: ${sentenceOf(first, 'form')} (${first.file})`);
  return new Map([...all].filter(([file, text]) => !changes.has(file) && text !== texts.get(file)));
}
