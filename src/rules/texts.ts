import type { Rule } from './rule';

/** The words and signs of texts. */
export const texts = {
  'skipped-heading': {
    severity: 'warning',
    what: 'A heading leaves out a level: `####` below `##`, or a text that begins with `###`.',
    why: 'Who listens to a page goes from heading to heading by their levels, and looks for what is missing.',
    mend: 'Write one `#` more than the heading above has, which it belongs to.',
    mechanical: true,
    alters: ['levels'],
  },
  'second-title': {
    severity: 'warning',
    what: 'A text has more than one heading of the first level (`#`).',
    why: 'That level is the title’s. The site moves all headings of such a text one level down; other programs don’t.',
    mend: 'Write one `#` more for each heading of the text.',
    mechanical: true,
  },
  'stray-emphasis': {
    severity: 'warning',
    what: 'Two stars should make text bold, and don’t: `** bold**`, or `**bold` without an end.',
    why: 'Readers see the stars.',
    mend: 'Write the stars next to the first and the last word, with no space between, or remove them.',
  },
  'backslash-line': {
    severity: 'warning',
    what: 'A line holds nothing but a backslash.',
    why: 'Readers see the backslash, or a gap.',
    mend: 'Leave the line empty.',
    mechanical: true,
    alters: ['breaks'],
  },
  'non-breaking-spaces': {
    severity: 'warning',
    what: 'Non-breaking spaces stand in a row, at the start or the end of a line, or behind `#` or `-`.',
    why: 'Lines break where they should not, and a heading or a list is shown as plain text.',
    mend: 'Write one plain space, or none at the end of a line.',
    mechanical: true,
    alters: ['spaces'],
  },
  'zero-width-character': {
    severity: 'warning',
    what: 'There is a character that can’t be seen, in a place where it has no use.',
    why: 'A search does not find the word it stands in, and a link that holds it leads nowhere.',
    mend: 'Remove it.',
    mechanical: true,
    alters: ['invisible'],
  },
  'bidirectional-control': {
    severity: 'warning',
    what: 'There is a character that turns the direction of the text.',
    why: 'What readers see is not what is written; links and code can be made to look like others.',
    mend: 'Remove it, unless the text is written from right to left.',
  },
  'paste-remains': {
    severity: 'warning',
    what: 'Signs of a word processor or a browser were pasted along with a text: `<!--StartFragment-->`, `<o:p>`, `class="MsoNormal"`.',
    why: 'They say nothing to readers, and some are shown to them.',
    mend: 'Remove them.',
    mechanical: true,
    alters: ['remains'],
  },
  'removed-html': {
    severity: 'warning',
    what: 'A text holds HTML that the site leaves out of its page.',
    why: 'Readers don’t see what its author saw; what could run a program, or overrule the style of the site, is never kept.',
    mend: 'Remove it, or write it in Markdown.',
  },
  'markdown-in-html': {
    severity: 'warning',
    what: 'Markdown stands within HTML, with no empty line around it.',
    why: 'Readers see the stars and the brackets.',
    mend: 'Leave an empty line before and after the Markdown.',
  },
  'spaces-around-value': {
    severity: 'warning',
    what: 'The value of a field begins or ends with a space.',
    why: 'The site does not mind; other programs take it for another name.',
    mend: 'Remove the space.',
    mechanical: true,
    alters: ['spaces'],
  },
} satisfies Record<string, Rule>;
