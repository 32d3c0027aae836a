import { visit } from 'unist-util-visit';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';

/** Markdown that is easily told from other text. */
const signs = /\*\*[^\s*][^*\n]*\*\*|!?\[[^[\]\n]+\]\([^\s()]+\)|#{1,6}(?<=^[ \t]*#{1,6}) \S|`[^`\n]+`/m;

/** Finds Markdown within HTML that is shown as it is written. */
export function checkMarkdownInHtml(_: Site, body: Body): Problem[] {
  if (!/^[ \t]*<\/?[a-z]/im.test(body.markdown) || !signs.test(body.markdown)) return [];
  const problems: Problem[] = [];
  visit(body.tree(), 'html', ({ position }) => {
    const blank = (piece: string) => ' '.repeat(piece.length);
    const start = position?.start.offset ?? 0;
    const text = body.markdown
      .slice(start, position?.end.offset)
      .replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
      .replace(/<(pre|code|script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, blank)
      .replace(/<[^<>]*>/g, blank);
    const found = signs.exec(text);
    if (!found) return;
    problems.push(
      body.problem(
        'markdown-in-html',
        start + found.index,
        `“${found[0].slice(0, 40)}” stands within HTML, and is shown as it is written`,
        'leave an empty line before and after the Markdown',
      ),
    );
  });
  return problems;
}
