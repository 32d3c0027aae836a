import type { Replacement } from './body';

/**
 * Takes a piece out of a text. Where it stands alone on its line, the line goes with it, unless it stands between two
 * lines of text: these would become one paragraph.
 */
export function removal(text: string, start: number, end: number): Replacement {
  const [before = ''] = /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start)) ?? [];
  const lineStart = start - before.length;
  const line = /^([ \t]*)(\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  if (!line || !isLineStart(text, lineStart)) return { start, end, text: '' };
  const [whole, after = ''] = line;
  const above = text.slice(Math.max(0, lineStart - 200), lineStart);
  const isFree =
    /(?:^|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$|^$/.test(above) ||
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end + whole.length, end + whole.length + 200));
  return { start: lineStart, end: end + (isFree ? whole : after).length, text: '' };
}

export const isLineStart = (text: string, offset: number) => offset === 0 || /[\r\n]/.test(text[offset - 1] as string);
export const isLineEnd = (text: string, offset: number) =>
  offset === text.length || /[\r\n]/.test(text[offset] as string);
