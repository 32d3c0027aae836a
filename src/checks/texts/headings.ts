import { visit } from 'unist-util-visit';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body, Replacement } from './body';

/** Finds headings that leave out a level, and texts with more than one heading of the first. */
export function checkHeadings(_: Site, body: Body): Problem[] {
  if (!isSuspicious(body, guessedLevels(body.markdown))) return [];
  const headings = headingsOf(body);
  const levels = headings.map(({ level }) => level);
  const top = topOf(body, levels);
  const closed = fixed(headings, shifted(levels, top));
  const lowered = fixed(
    headings,
    levels.map((level) => level + 1),
  );
  return [
    ...skipped(levels, top).map((index) => {
      const { offset, level } = headings[index] as Heading;
      const above = levels[index - 1];
      const message =
        above === undefined
          ? `The first heading is of level ${level}, which leaves out level ${top}`
          : `A heading of level ${level} follows one of level ${above}`;
      return body.problem('skipped-heading', offset, message, `write ${'#'.repeat((above ?? top - 1) + 1)}`, closed);
    }),
    ...headings
      .filter(({ level }) => level === 1)
      .slice(1)
      .map(({ offset }) =>
        body.problem(
          'second-title',
          offset,
          'The text has more than one heading of the first level',
          'write one # more for each of its headings',
          lowered,
        ),
      ),
  ];
}

const isSuspicious = (body: Body, levels: readonly number[]) =>
  levels.filter((level) => level === 1).length > 1 || skipped(levels, topOf(body, levels)).length > 0;

/** The level that the first heading may have. Where a text has one of the first, all go one down on the page. */
const topOf = ({ path }: Body, levels: readonly number[]) =>
  path[0] !== 'body' ? (levels[0] ?? 2) : levels.includes(1) ? 1 : 2;

/** Which headings are more than one level below the one before them. */
const skipped = (levels: readonly number[], top: number): number[] =>
  levels.flatMap((level, index) => (level > (levels[index - 1] ?? top - 1) + 1 ? [index] : []));

/**
 * The levels with none left out: each as it is, or one below that of the heading it belongs to. Undefined where a heading
 * would no longer be below another that it is below now, as `####` before `###`.
 */
export function shifted(levels: readonly number[], top: number): number[] | undefined {
  const above: { before: number; after: number }[] = [];
  const result: number[] = [];
  for (const before of levels) {
    const left: { before: number; after: number }[] = [];
    while ((above.at(-1)?.before ?? 0) >= before) left.push(above.pop() as (typeof left)[number]);
    const after = Math.min(before, (above.at(-1)?.after ?? top - 1) + 1);
    if (left.some((heading) => heading.before > before && heading.after <= after)) return undefined;
    above.push({ before, after });
    result.push(after);
  }
  return result;
}

/** All headings change at once: one alone would put those below it into another section. */
function fixed(headings: readonly Heading[], levels: readonly number[] | undefined): Replacement[] | undefined {
  if (!levels) return undefined;
  const changes = headings.flatMap(({ offset, level, isMarked }, index) => {
    const after = levels[index] as number;
    return after === level ? [] : [{ isMarked, after, start: offset, end: offset + level, text: '#'.repeat(after) }];
  });
  // A heading that is HTML or underlined has no signs to count, and there is no seventh level.
  if (changes.some(({ isMarked, after }) => !isMarked || after > 6)) return undefined;
  return changes.map(({ start, end, text }) => ({ start, end, text }));
}

interface Heading {
  level: number;
  offset: number;
  /** It begins with as many `#` as its level. */
  isMarked: boolean;
}

function headingsOf({ markdown, tree }: Body): Heading[] {
  const headings: Heading[] = [];
  visit(tree(), (node) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'heading') {
      headings.push({ level: node.depth, offset, isMarked: markdown[offset] === '#' });
    } else if (node.type === 'html') {
      for (const { 1: level, index } of markdown.slice(offset, node.position?.end.offset).matchAll(/<h([1-6])\b/gi)) {
        headings.push({ level: Number(level), offset: offset + index, isMarked: false });
      }
    }
  });
  return headings;
}

const line = new RegExp(
  [
    '^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t]))*[ \\t]*(?:(?<fence>`{3,}|~{3,})|(?<marks>#{1,6})(?=\\s|$))',
    '(?<=\\S[ \\t]*\\r?\\n) {0,3}(?<underline>=+|-+)(?=[ \\t]*\\r?$)',
    '<h(?<html>[1-6])\\b',
  ].join('|'),
  'gim',
);

/** The levels of what looks like a heading outside code. */
function guessedLevels(markdown: string): number[] {
  const levels: number[] = [];
  let open: string | undefined;
  for (const { groups: { fence, marks, underline, html } = {} } of markdown.matchAll(line)) {
    if (fence !== undefined) {
      if (open === undefined) open = fence;
      else if (fence.startsWith(open)) open = undefined;
    } else if (open === undefined) {
      levels.push(marks?.length ?? (html ? Number(html) : underline?.startsWith('=') ? 1 : 2));
    }
  }
  return levels;
}
