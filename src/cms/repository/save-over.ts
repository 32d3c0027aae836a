import type * as z from 'zod';
import type { Choice, Conflict } from '../../content/merge/conflict';
import { conflictsOf, mergeFile, type Versions } from '../../content/merge/merge';

/** Asks which versions are to stand, one answer for each conflict; undefined where nothing is to be saved. */
export type AskEditor = (conflicts: readonly Conflict[], file: string) => Promise<readonly Choice[] | undefined>;

/** How a file is kept. */
export interface Kept {
  format: 'md' | 'yml';
  schema: z.ZodType | undefined;
}

/** The editor went back to the form, and nothing was saved. */
export class NotSaved extends Error {}

/**
 * The text to save over a file that others have changed meanwhile: theirs, with what was changed in the form. Rejects with
 * `NotSaved` where the editor would rather save nothing.
 */
export async function merged(
  versions: Versions,
  { format, schema }: Kept,
  file: string,
  ask: AskEditor,
): Promise<string> {
  const conflicts = conflictsOf(versions, format, schema);
  const choices = conflicts.length === 0 ? [] : await ask(conflicts, file);
  if (!choices) throw new NotSaved('Nothing was saved. What you wrote is still in the form.');
  let at = 0;
  return mergeFile(versions, format, schema, () => choices[at++] ?? 'mine');
}

/** A place that keeps files, which others change too. */
export interface Files {
  /** The text of a file as it is now; undefined where there is none. */
  read(file: string): Promise<string | undefined>;
  /** Writes a file if it still is as expected, and says whether it was. */
  write(file: string, text: string, expected: string | undefined): Promise<boolean>;
}

/** How often a file is merged again that others change while it is saved. */
const mostTries = 5;

/**
 * Saves what a form says, `mine`, which edited `base`, over the file as it is now, and gives back what was written.
 * `admit` rejects what must not be saved.
 */
export async function saveOver(
  files: Files,
  { file, base, mine }: { file: string; base: string | undefined; mine: string },
  kept: Kept,
  ask: AskEditor,
  admit: (text: string) => Promise<void> = async () => {},
): Promise<string> {
  let [former, wanted] = [base, mine];
  for (let tries = 0; tries < mostTries; tries++) {
    const theirs = await files.read(file);
    const text = await laidOver({ base: former, mine: wanted, theirs }, kept, file, ask);
    if (text !== wanted) await admit(text);
    if (await files.write(file, text, theirs)) return text;
    [former, wanted] = [theirs, text];
  }
  throw new NotSaved('Others are changing this entry at this moment. Nothing was saved; save it again.');
}

/** The same where there may be no file: one that others have deleted is asked for as a whole. */
export async function laidOver(
  { base, mine, theirs }: { base: string | undefined; mine: string; theirs: string | undefined },
  kept: Kept,
  file: string,
  ask: AskEditor,
): Promise<string> {
  if (theirs === mine || theirs === base) return mine;
  if (theirs !== undefined) return merged({ base: base ?? '', mine, theirs }, kept, file, ask);
  const [choice] = (await ask([{ path: [], isPart: false, base, mine, theirs }], file)) ?? [];
  if (choice !== 'mine') throw new NotSaved('Nothing was saved: somebody has deleted this entry.');
  return mine;
}
