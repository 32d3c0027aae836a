import type { AnyEntry } from '../../content/entry';
import { type Problem, problemIn } from '../../content/problem';
import { quoted } from '../../model/explain';

const taken = {
  '#': 'for a note what stands behind “#”',
  '!': 'for the name of a type what begins with “!”',
  '&': 'for a mark what begins with “&”',
} as const;

/** Finds texts of which YAML, without a word, leaves out what comes behind a sign or begins with one. */
export const checkLostWords = (entry: AnyEntry): Problem[] =>
  entry.source.losses().map(({ offset, sign, written }) =>
    problemIn(entry, 'lost-words', offset, `Words are left out: YAML takes ${taken[sign]}`, {
      file: `put the whole text in quotes: ${quoted(written)}${sign === '#' ? ', or the note on a line of its own' : ''}`,
      form: 'write the whole text again',
    }),
  );
