/** What to tell of a text whose parsing, or a walk through whose tree, throws a `RangeError`. */
export const tooIntricate = {
  message: 'its text is nested too deeply, or has thousands of signs such as * in one paragraph',
  advice: 'nest quotes, lists and HTML less deeply, and take out signs that stand for nothing',
};

/** A text that would take minutes; `offset` is where it begins to, in UTF-16 units. */
export class TooIntricate extends RangeError {
  constructor(readonly offset: number) {
    super(tooIntricate.message);
  }
}

/**
 * The most that a paragraph may have: signs that open or close an emphasis, and signs of any kind; the most lines that an
 * item or a quote may have without a sign of its own, the most quotes and lists that a line may begin, and the most
 * elements such as `<b>` that a text may leave open. Work of one step or another grows with the square of each.
 */
export const most = { emphasis: 2000, signs: 5000, lines: 2000, quotes: 500, lists: 100, unclosed: 500 };

const blank = /^[ \t>]*\r?$/;
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!.*`)|~{3,})/;
const box = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])/;
/** What begins a row of a table or a heading, or stands between rows: its signs are not those of the lines around it. */
const alone = /^[ \t>]*(?:\||#{1,6}[ \t])/;
const tableHead = /^[ \t>]*\|?[ \t]*:?-[-:| \t]*\r?$/;
/** Elements that a reader of HTML opens again in every paragraph, until they are closed. */
const lasting = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;
/** HTML and indented code, of which the signs mean nothing. */
const meaningless = /^(?:[ \t>]*<| {4}|\t)/;
const emphasis = /[*_~]/g;
const signs = /[*_~[\]<&!\\`]/g;

const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/**
 * Throws `TooIntricate` for a text of which a paragraph has more than it may. Paragraphs are told by their lines alone,
 * and rather as too many than as too few.
 */
export function keepWithinBudget(markdown: string): void {
  let open: string | undefined;
  let lineByLine = false;
  let unclosed = 0;
  let paragraph: { start: number; emphasis: number; signs: number; lines: number; isBox: boolean } | undefined;
  let start = 0;
  for (const line of markdown.split(/\n|\r(?!\n)/)) {
    const [, marks] = fence.exec(line) ?? [];
    if (open !== undefined) {
      if (marks?.startsWith(open) && line.trimEnd().endsWith(marks)) open = undefined;
    } else if (marks !== undefined || blank.test(line)) {
      open = marks;
      paragraph = undefined;
    } else {
      for (const [, end] of line.includes('<') ? line.matchAll(lasting) : []) {
        unclosed = Math.max(0, unclosed + (end ? -1 : 1));
      }
      if (unclosed > most.unclosed) throw new TooIntricate(start);
      const isBox = box.test(line);
      if (isBox) keepShallow(line, start);
      lineByLine = tableHead.test(line) || (paragraph ? lineByLine : meaningless.test(line));
      if (!paragraph || isBox || lineByLine || alone.test(line)) {
        paragraph = { start, emphasis: 0, signs: 0, lines: 0, isBox };
      }
      paragraph.emphasis += countOf(emphasis, line);
      paragraph.signs += countOf(signs, line);
      paragraph.lines++;
      const isTooMuch =
        paragraph.emphasis > most.emphasis ||
        paragraph.signs > most.signs ||
        (paragraph.isBox && paragraph.lines > most.lines);
      if (isTooMuch && !meaningless.test(line)) throw new TooIntricate(paragraph.start);
    }
    start += line.length + 1;
  }
}

/** Throws `TooIntricate` for a line that begins more quotes or lists than it may. */
function keepShallow(line: string, start: number): void {
  const [begin = ''] = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/.exec(line) ?? [];
  const quotes = countOf(/>/g, begin);
  const lists = countOf(/[-*+.)]/g, begin);
  if (quotes > most.quotes || lists > most.lists) throw new TooIntricate(start);
}
