import { visit } from 'unist-util-visit';
import type { AnyEntry } from '../content/entry';
import { bodiesOf } from './body';

/** A comment that allows a rule to be broken: `check: allow rule-name, because …`. */
export interface Allowance {
  /** As it is written; it may be no rule. */
  rule: string;
  /** Empty where none is given. */
  reason: string;
  /** Where the comment stands, in UTF-16 units of the file. */
  start: number;
  end: number;
  /** The lines it holds for, from 1, both included. */
  from: number;
  to: number;
}

const wording = /check:\s*allow\b\s*([\w-]*)\s*(?:,\s*because\b)?([^>]*?)\s*(?:-->)?$/;
const inFields = /(?<=^|[ \t])#[ \t]*check:[ \t]*allow\b.*/gm;

/**
 * The allowances of a file. `<!-- check: … -->` in a text holds for its own line or, alone on its line, for the paragraph
 * below; `# check: …` among the fields for its own line or the one below, and at the top of the fields for the file too.
 */
export function allowancesOf(entry: AnyEntry): Allowance[] {
  const { text, bodyOffset } = entry.source;
  if (!/check:\s*allow\b/.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const lineOf = (offset: number) => entry.source.positionAt(offset).line;
  const allowance = (
    start: number,
    comment: string,
    isSkipped: RegExp,
    isLast: (line: number) => boolean,
  ): Allowance => {
    const [, rule = '', reason = ''] = wording.exec(comment.replace(/\s+/g, ' ')) ?? [];
    const end = start + comment.length;
    const first = lineOf(start);
    let to = lineOf(end);
    const around = lines
      .slice(first - 1, to)
      .join(' ')
      .replace(comment.replace(/\r\n|\n|\r/g, ' '), '');
    if (around.trim() === '') {
      do to++;
      while (to < lines.length && isSkipped.test(lines[to - 1] ?? ''));
      while (to < lines.length && !isLast(to)) to++;
    }
    return { rule, reason, start, end, from: first === 2 && start < bodyOffset ? 1 : first, to };
  };

  const found = [...text.slice(0, bodyOffset).matchAll(inFields)].map(({ index, 0: comment }) =>
    allowance(index, comment.trimEnd(), /^\s*(?:#.*)?$/, () => true),
  );
  for (const { path, tree } of bodiesOf(entry).filter(({ path: [key] }) => key === 'body')) {
    void path;
    visit(tree(), 'html', ({ value, position }) => {
      for (const { index, 0: comment } of value.matchAll(/<!--[^>]*?check:\s*allow\b[\s\S]*?-->/g)) {
        const start = bodyOffset + (position?.start.offset ?? 0) + index;
        const isEmpty = (line: number) => (lines[line] ?? '').trim() === '';
        found.push(allowance(start, comment, /^\s*(?:<!--.*-->)?\s*$/, isEmpty));
      }
    });
  }
  return found;
}
