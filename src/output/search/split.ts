/** Scripts that are written without spaces between words, of which a reader may look for any part. */
const sign = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]`;
const letter = String.raw`[\p{L}\p{N}ー]`;
const between = new RegExp(`(?<=${sign})(?=${letter})|(?<=${letter})(?=${sign})`, 'gu');
const mark = '(?:</?mark>)*';
const space = new RegExp(
  `(?<=${sign}\\p{P}*${mark}) (?=${mark}\\p{P}*${letter})|(?<=${letter}\\p{P}*${mark}) (?=${mark}\\p{P}*${sign})`,
  'gu',
);
const onlySigns = new RegExp(`^${sign}{2,}$`, 'u');

/**
 * Sets spaces between the signs of Chinese and Japanese, each of which is then a word to the index. What the words of these
 * languages are, programs disagree on; a sequence of signs is found whatever they are.
 */
export const splitSigns = (text: string): string => text.replace(between, ' ');

/** Takes those spaces away again, for readers; `mark` elements may stand around them. */
export const joinSigns = (text: string): string => text.replace(space, '');

/** Whether all of a text that can be looked for is such signs, two at least. */
export const isUnspaced = (text: string): boolean => onlySigns.test(text.replace(/\s/g, ''));
