import { visit } from 'unist-util-visit';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';
import { outsideCode } from './code';

/** Stars that open and close as CommonMark asks for; see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
const pair =
  /(?:(?<![\p{L}\p{N}])\*\*(?![\s*])|\*\*(?=[\p{L}\p{N}]))(?:[^*\r\n]|\\\*)*?(?:[\p{L}\p{N}]\*\*|[^\s*\\]\*\*(?![\p{L}\p{N}*]))/gu;
const stars = /(?<!\\)(?:\\\\)*(\*\*)/g;

/** Finds stars that should make text bold and are shown as they are. */
export const checkEmphasis = (_: Site, body: Body): Problem[] => [...checkStars(body), ...checkEscaped(body)];

function checkStars(body: Body): Problem[] {
  const { markdown } = body;
  if (!markdown.includes('**') || !markdown.replace(pair, '').includes('**')) return [];
  const problems: Problem[] = [];
  visit(body.tree(), 'text', ({ position }) => {
    const start = position?.start.offset ?? 0;
    const text = markdown.slice(start, position?.end.offset ?? 0);
    // Between letters or figures they may be meant: 2**10.
    const found = [...text.matchAll(stars)]
      .map((match) => match.index + match[0].length - 2)
      .find((index) => !/\w\*\*\w/.test(text.slice(Math.max(0, index - 1), index + 3)));
    if (found === undefined) return;
    const words = text.slice(found).replace(/\s+/g, ' ');
    const shown = words.length > 24 ? `${words.slice(0, 24)}…` : words;
    problems.push(
      body.problem(
        'stray-emphasis',
        start + found,
        `The stars of “${shown}” are shown, and nothing becomes bold`,
        'write the stars next to the first and the last word, with no space between, or remove them',
      ),
    );
  });
  return problems;
}

const escaped = '((?:\\\\\\*){1,3}|(?:\\\\_){1,2}|\\\\~\\\\~)';
const begin = '(?<=(?:^|[\\r\\n])[ \\t]*(?:(?:[-*+>]|#{1,6}|\\d{1,9}[.)])[ \\t]+)*)';
/** Escaped signs around a link, or around a whole line; one at either end alone is the mark of a note. */
const escapedPair = new RegExp(
  [
    `(?<![\\\\\\w])${escaped}\\[[^[\\]\\r\\n]+\\]\\([^()\\r\\n]*\\)\\1`,
    `(?=\\\\)${begin}${escaped}(?=[^\\s\\\\])(?:[^\\r\\n\\\\]|\\\\(?![*_~]))*?[^\\s\\\\]\\2(?=[ \\t]*(?:[\\r\\n]|$))`,
  ].join('|'),
  'g',
);

/** Finds signs of emphasis that were written to be shown, and hardly were meant to be. */
function checkEscaped(body: Body): Problem[] {
  if (!/\\[*_~]/.test(body.markdown) || body.markdown.search(escapedPair) < 0) return [];
  return outsideCode(body, escapedPair)
    .filter(({ 0: words }) => !/^\\_\\_\w+\\_\\_$/.test(words))
    .map(({ 0: words, index }) => {
      const text = words.length > 40 ? `${words.slice(0, 40)}…` : words;
      return body.problem(
        'escaped-emphasis',
        index,
        `The signs around “${text}” are shown to readers, for a backslash stands before each`,
        'remove the backslashes, or the signs too',
      );
    });
}
