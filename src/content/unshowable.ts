/** Characters that no page can show and no feed may hold: controls, halves of a letter, and what is no character at all. */
export const unshowable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: They are what is looked for.
  /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What stands in the place of one: a space where it parts two words, as the line break of a word processor does. */
export const showableFor = (character: string) => (/[\v\f\x85]/.test(character) ? ' ' : '');

/** A text without them. */
export const showable = (text: string): string => text.replace(unshowable, showableFor);
