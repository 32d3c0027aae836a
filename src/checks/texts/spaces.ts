import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';
import { outsideCode } from './code';
import { isLineEnd, isLineStart, removal } from './removal';

/** A space at which a line must not be broken; one alone is innocent within a line: “10 kB”. */
const nonBreaking = '(?:[\\u00A0\\u202F]|&nbsp;)';
const anyNonBreaking = new RegExp(nonBreaking);
const row = new RegExp(`(?<![ \\t])[ \\t]*${nonBreaking}(?:[ \\t]|${nonBreaking})*`, 'g');
/** What makes a heading or a list of a line, if a plain space follows. */
const mark = /(?:^|[\r\n]) {0,3}(?:#{1,6}|[-*+])$/;

/** Finds non-breaking spaces that no typographer would set. */
export function checkSpaces(_: Site, body: Body): Problem[] {
  const { markdown } = body;
  if (!anyNonBreaking.test(markdown)) return [];
  return outsideCode(body, row).flatMap(({ 0: spaces, index: start }) => {
    const end = start + spaces.length;
    const begins = isLineStart(markdown, start);
    const ends = isLineEnd(markdown, end);
    const follows = mark.test(markdown.slice(Math.max(0, start - 12), start)) && /^\p{L}/u.test(markdown.slice(end));
    const isOne = spaces.length === 1 || spaces === '&nbsp;';
    if (isOne && !begins && !ends && !follows) return [];
    const [message, advice] = follows
      ? ['A non-breaking space stands behind the sign that begins the line', 'write a plain space']
      : begins || ends
        ? [`A line ${ends ? 'ends' : 'begins'} with a non-breaking space`, 'remove it']
        : ['Non-breaking spaces stand in a row, or beside a plain one', 'write one plain space'];
    // Plain spaces that begin a line are its place in a list, and two that end it break it.
    const kept = begins && ends ? '' : begins ? /^[ \t]*/.exec(spaces) : ends ? /(?<! ) {2,}$|$/.exec(spaces) : ' ';
    return [
      body.problem('non-breaking-spaces', start, message as string, advice as string, [
        { start, end, text: String(kept) },
      ]),
    ];
  });
}

const space = '(?:[ \\t\\u00A0\\u202F]|&nbsp;)*';
const loneBackslash = new RegExp(`(?<=^|[\\r\\n])${space}\\\\${space}(?=[\\r\\n]|$)`, 'g');
const breakAbove = new RegExp(`(?<=[^\\s\\\\])(?<!&nbsp;)${space}\\\\[ \\t]*(?=(?:\\r\\n|\\n|\\r)$)`);

/** Finds lines that hold a backslash alone, as some editors write them for an empty line. */
export function checkBackslashes(_: Site, body: Body): Problem[] {
  const { markdown } = body;
  if (!markdown.includes('\\') || markdown.search(loneBackslash) < 0) return [];
  return outsideCode(body, loneBackslash).map(({ 0: line, index }) => {
    const offset = index + line.indexOf('\\');
    const [first, last] = [line.search(/[^ \t]/), line.search(/(?<![ \t])[ \t]*$/)];
    // The line above would break, or show its backslash, where a new paragraph follows.
    const from = Math.max(0, markdown.lastIndexOf('\n', index - 2) + 1);
    const above = breakAbove.exec(markdown.slice(from, index));
    const start = from + (above?.index ?? 0);
    return body.problem('backslash-line', offset, 'A line holds nothing but a backslash', 'leave the line empty', [
      ...(above ? [{ start, end: start + above[0].length, text: '' }] : []),
      removal(markdown, index + first, index + last),
    ]);
  });
}
