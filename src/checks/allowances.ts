import { visit } from 'unist-util-visit';
import type { AnyEntry } from '../content/entry';
import { type Body, bodiesOf, lookThrough } from './texts/body';

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

const wording = /check:\s*allow\b\s*([a-z][\w-]*|)\s*(?:,\s*because\b)?(.*?)\s*(?:-->)?$/;

interface Comment {
  start: number;
  text: string;
}

/**
 * The allowances of a file. `<!-- check: … -->` in a text holds for its own line or, alone on its line, for the paragraph
 * below; `# check: …` among the fields for its own line or the one below, and at the top of the fields for the file too.
 */
export function allowancesOf(entry: AnyEntry): Allowance[] {
  const { text, bodyOffset, positionAt } = entry.source;
  if (!/check:\s*allow\b/.test(text)) return [];
  const lines = text.split(/\r\n|\n|\r/);
  const line = (number: number) => lines[number - 1] ?? '';
  const allowance = ({ start, text: comment }: Comment, reach: (below: number) => number): Allowance => {
    const [, rule = '', reason = ''] = wording.exec(comment.replace(/\s+/g, ' ')) ?? [];
    const end = start + comment.length;
    const [first, last] = [positionAt(start), positionAt(end)];
    const beside = line(first.line).slice(0, first.column - 1) + line(last.line).slice(last.column - 1);
    const to = beside.trim() === '' ? reach(last.line + 1) : last.line;
    return { rule, reason, start, end, from: first.line, to };
  };
  /** The first line from `from` on that is not passed. Many comments may stand above one another. */
  const passing = (isPassed: (text: string) => boolean) => {
    const ends = new Map<number, number>();
    return (from: number) => {
      const passed: number[] = [];
      let number = from;
      while (!ends.has(number) && number < lines.length && isPassed(line(number))) passed.push(number++);
      const end = ends.get(number) ?? number;
      for (const each of passed) ends.set(each, end);
      return end;
    };
  };
  const pastFields = passing((text) => /^\s*(?:#.*)?$/.test(text));
  const pastComments = passing((text) => /^\s*(?:<!--.*-->)?\s*$/.test(text));
  const pastParagraph = passing((text) => text.trim() !== '');

  const inFields = fieldComments(entry).map((comment) => {
    const found = allowance(comment, pastFields);
    return found.from === 2 ? { ...found, from: 1 } : found;
  });
  const inBody = bodyComments(entry).map((comment) =>
    allowance({ ...comment, start: bodyOffset + comment.start }, (below) => pastParagraph(pastComments(below))),
  );
  return [...inFields, ...inBody];
}

const fieldComments = ({ source: { text, bodyOffset } }: AnyEntry): Comment[] =>
  [...text.slice(0, bodyOffset).matchAll(/(?<=^|[ \t])#[ \t]*check:[ \t]*allow\b.*/gm)].map(
    ({ index, 0: comment }) => ({ start: index, text: comment.trimEnd() }),
  );

/** Those in code are no comments, and so the text is parsed. */
function bodyComments(entry: AnyEntry): Comment[] {
  const body = bodiesOf(entry).find(({ path }) => path[0] === 'body');
  return body ? lookThrough(body, commentsIn) : [];
}

function commentsIn({ tree, markdown }: Body): Comment[] {
  const comments: Comment[] = [];
  visit(tree(), 'html', ({ position }) => {
    const start = position?.start.offset ?? 0;
    const html = markdown.slice(start, position?.end.offset);
    for (const { index, 0: text } of html.matchAll(/<!--\s*check:\s*allow\b[\s\S]*?-->/g)) {
      comments.push({ start: start + index, text });
    }
  });
  return comments;
}
