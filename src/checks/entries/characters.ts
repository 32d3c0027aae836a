import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt, problemIn } from '../../content/problem';
import { showableFor, unshowable } from '../../content/unshowable';
import { valuesOf } from '../../content/values';

/** A letter of a script in which characters that can’t be seen join letters or part them. */
const joining =
  '(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Han}\\p{Script=Hangul}])[\\p{L}\\p{M}]';
// Thai, Lao, Tibetan, Burmese and Khmer write no spaces between words.
const spaceless = '[\\u0E00-\\u0FFF\\u1000-\\u109F\\u1780-\\u17FF]';
const zeroWidth = new RegExp(
  [
    '[\\u180E\\u2060\\uFEFF]',
    `(?<!${spaceless})\\u200B(?!${spaceless})`,
    `(?<!${joining})\\u200C`,
    `(?<!${joining}|[\\p{Extended_Pictographic}\\p{Emoji_Modifier}])\\u200D`,
  ].join('|'),
  'gu',
);
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

const code = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Finds characters in a file that nobody can see. */
export function checkCharacters(entry: AnyEntry): Problem[] {
  const { text, bodyOffset } = entry.source;
  const where = (offset: number) => (offset >= bodyOffset ? { path: ['body'] } : {});
  return [
    ...[...text.matchAll(unshowable)].map(({ 0: character, index }) =>
      problemIn(
        entry,
        'control-character',
        index,
        `A character that can’t be shown stands here: ${code(character)}`,
        showableFor(character) ? 'write a space' : 'remove it',
        {
          ...where(index),
          fix: [{ kind: 'edit', file: entry.file, start: index, end: index + 1, text: showableFor(character) }],
        },
      ),
    ),
    ...namedIn(entry),
    ...[...text.matchAll(zeroWidth)].flatMap(({ 0: character, index }) =>
      index === 0
        ? []
        : problemIn(
            entry,
            'zero-width-character',
            index,
            `A character that can’t be seen stands here: ${code(character)}`,
            'remove it',
            {
              ...where(index),
              fix: [{ kind: 'edit', file: entry.file, start: index, end: index + character.length, text: '' }],
            },
          ),
    ),
    ...[...text.matchAll(turning)].map(({ 0: character, index }) =>
      problemIn(
        entry,
        'bidirectional-control',
        index,
        `A character that turns the direction of the text stands here: ${code(character)}`,
        'remove it, unless the text is written from right to left',
        where(index),
      ),
    ),
  ];
}

/** Those that a field names by their number: `"\\u0001"`. */
function namedIn(entry: AnyEntry): Problem[] {
  const fields = entry.source.text.slice(0, entry.source.bodyOffset);
  return valuesOf({ collection: entry.collection, data: entry.source.data }).flatMap(({ path, value, info }) => {
    const found = typeof value === 'string' ? (value.match(unshowable) ?? []) : [];
    const character = found.find((candidate) => !fields.includes(candidate));
    if (character === undefined) return [];
    const message = `“${info?.label ?? String(path.at(-1))}” names a character that can’t be shown: ${code(character)}`;
    return [problemAt(entry, 'control-character', path, message, 'remove it')];
  });
}
