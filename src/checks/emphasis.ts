import { visit } from 'unist-util-visit';
import type { Problem } from '../content/problem';
import type { Site } from '../site/resolve';
import type { Body } from './body';

/** Stars that open and close as CommonMark asks for; see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
const pair =
  /(?:(?<![\p{L}\p{N}])\*\*(?![\s*])|\*\*(?=[\p{L}\p{N}]))(?:[^*\r\n]|\\\*)*?(?:[\p{L}\p{N}]\*\*|[^\s*\\]\*\*(?![\p{L}\p{N}*]))/gu;
const stars = /(?<!\\)(?:\\\\)*(\*\*)/g;

/** Finds stars that should make text bold and are shown as they are. */
export function checkEmphasis(_: Site, body: Body): Problem[] {
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
