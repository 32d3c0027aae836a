/** What begins an item of a list. */
const mark = '(?:[-*+]|\\d{1,9}[.)])';
/** What begins a quote or an item, in which a line is not all that it is in the file. */
const box = `(?:>|${mark}(?=[ \\t]))`;
/** A letter of which Chinese, Japanese or Korean is written, a sign of theirs or one that selects their form, and what stands for one in UTF-16. */
const wide = '[\\u1100-\\u11FF\\u20A9\\u2300-\\u23FF\\u2600-\\u27BF\\u2B00-\\u2BFF\\u2E80-\\uFFFD]';

/**
 * Where the native parser gives another tree or other places than the reference, or may: each found by comparing the two
 * on texts made for it (see tests/markdown/differential.test.ts). Few texts that people write have any; too much is
 * found rather than too little. Each pattern looks at a sign a bounded number of times.
 */
const doubts: readonly RegExp[] = [
  // Half a letter.
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
  // Emphasis beside Chinese, Japanese and Korean, where the reference has rules of its own.
  new RegExp(`[*_~]${wide}|${wide}[*_~]|\\uFE01`),
  // Signs of emphasis of two kinds in a row, or beside one that is escaped.
  /\*[_~]|_[*~]|~[*_]|[*_~]\\[*_~]|\\[*_~][*_~]/,
  // Items without words, where a line that follows may belong to them.
  new RegExp(`^[ \\t>]*(?:${mark}[ \\t]+)*${mark}[ \\t]*\\r?$`, 'm'),
  // Tabs that are partly the indentation of what stands around them.
  /^[ >]*\t/m,
  // Indented code that ends with spaces.
  /^ {4}.*\r?\n[ \t]+\r?$/m,
  // Code in quotes and items that may end before its last line.
  new RegExp(`^(?:[ \\t>]|${mark}(?=[ \\t]))+(?:\`\`\`|~~~)`, 'm'),
  // Names of languages but for a plain word.
  /^[ \t]*(?:`{3,}|~{3,})(?![ \t]?[^\s&\\`~]*(?: [^\s&\\][^&\\\r\n]*(?<=\S))?\r?$)/m,
  // HTML that begins a quote or an item, or a line that may belong to one.
  new RegExp(`^[ \\t]*${box}[ \\t>]*<(?!https?:)`, 'm'),
  new RegExp(`^[ \\t]*(?:${box}|\\[\\^).*\\r?\\n[ \\t>]*<`, 'm'),
  // HTML over several lines.
  /<[!?a-z/][^<>\r\n]*[\r\n]/i,
  // Tasks that begin with anything but a word, or are underlined.
  /\[[ \tx]\][ \t]+(?:https?:|www\.)/i,
  /\[[ \tx]\](?![ \t]+[\p{L}\p{N}])(?![([])/iu,
  /\[[ xX]\].*\r?\n[ \t]*[-=]+[ \t]*\r?$/m,
  // Addresses of links in a line of their own, and those without a name.
  /\[\s*\]:|\]:[ \t]*\r?$/m,
  // Notes that begin with anything but a word, or stand in something else.
  /\[\^[^\]\r\n]+\]:(?![ \t]+(?!\d+[.)])[\p{L}\p{N}])/u,
  /^[ \t>].*\[\^[^\]\r\n]+\]:/m,
  // Quotes in quotes.
  />[ \t]*>/,
  // Lines that break within what may be code, and links that end in another line.
  /^[^`\r\n]*`.*(?:\\| {2}|\t)\r?$/m,
  /\r?\n\s*\]/,
  // What parts the head of a table from its rows, without a line at its left.
  /^[ \t>]*[-:][-:| \t]*[|:][-:| \t]*\r?$/m,
];

const tableHead = /^[ \t>]*\|?[-:][-:| \t]*\r?$/m;
const note = /^\[\^[^\]\r\n]+\]:/m;
const htmlLine = /^[ \t>]*</m;

/** Whether a text may have another tree in the native parser than in the reference, but for addresses that stand in it bare. */
export const hasDoubt = (markdown: string): boolean =>
  (markdown.includes('\r') && /\r(?!\n)|(?<!\r)\n/.test(markdown)) ||
  // A table or a note may end before a line of HTML, or hold it.
  (markdown.includes('<') && htmlLine.test(markdown) && (tableHead.test(markdown) || note.test(markdown))) ||
  doubts.some((doubt) => doubt.test(markdown));

/** Whether a text holds something that may be an address. */
export const mayHoldAddress = (text: string): boolean => /:\/\/|www\.|@/i.test(text);

/** An address that stands between spaces, and that nothing ends but its last sign. */
const plainAddress = /^https?:\/\/[\w-]+(?:\.[\w-]+)+(?:[/?#][\w./?#=&%+-]*)?$/i;

/** Whether an address without brackets, from `start` to `end`, may be longer or shorter in the reference, or none. */
export const isDoubtfulAddress = (markdown: string, start: number, end: number): boolean =>
  !/^\s?$/.test(markdown.slice(Math.max(0, start - 1), start)) ||
  !/^[.,;:!?]?(?:\s|$)/.test(markdown.slice(end, end + 2)) ||
  !plainAddress.test(markdown.slice(start, end));
