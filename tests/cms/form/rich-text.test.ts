import { describe, expect, it } from 'vitest';
import { lostInRichText } from '../../../src/cms/form/rich-text';

describe('a text for the rich text editor', () => {
  it.each([
    ['paragraphs', 'One.\nStill one.\n\nTwo, “quoted”; 100% of A & B: it’s (here)!'],
    ['headings of both styles', '# One\n\nTwo\n===\n\n### Three'],
    ['marks side by side', 'A **bold** and an *italic* word, `code` and a [link](https://example.org/).'],
    ['a mark in a heading, a list, a quote', '## A *word*\n\n- **bold**\n\n> [link](/x/)'],
    ['a word with an underscore', 'Set snake_case_names here.'],
    ['what means something in code alone', '`2 * 3 < 4`\n\n```js\na = [*b*] | <c>\n```\n\n~~~\n~\n~~~'],
    ['lists within lists', '- one\n  - two\n\n1. one\n2. two'],
    ['a picture', '![A cat](/img/cat.jpg "Our cat")'],
    ['a line across', 'One.\n\n---\n\nTwo.'],
    ['other scripts', '오픈인프라 파운데이션 – البنية التحتية'],
    ['nothing', ''],
  ])('is shown there with %s', (_, text) => {
    expect(lostInRichText(text)).toBeUndefined();
  });

  it.each([
    ['2 * 3 * 4', 'a sign that means something in Markdown: “*”'],
    ['an escaped \\* sign', 'a sign that means something in Markdown: “\\”'],
    ['a_ or _b', 'a sign that means something in Markdown: “_”'],
    ['x < y', 'a sign that means something in Markdown: “<”'],
    ['a | b', 'a sign that means something in Markdown: “|”'],
    ['about ~5', 'a sign that means something in Markdown: “~”'],
    ['a [note] here', 'a sign that means something in Markdown: “[”'],
    ['a `lone backtick', 'a sign that means something in Markdown: “`”'],
    ['R&D', 'a sign that means something in Markdown: “&”'],
    ['&nbsp;', 'a sign that means something in Markdown: “&”'],
    ['| a | b |\n| :- | -: |\n| 1 | 2 |', 'a table'],
    ['***both***', 'marks within marks'],
    ['**bold with *italic* in it**', 'marks within marks'],
    ['[**bold** link](/x/)', 'marks within marks'],
    ['**`code`**', 'marks within marks'],
    ['~~gone~~', 'struck-through text'],
    ['<div>HTML</div>', 'HTML'],
    ['Text with <br> in it.', 'HTML'],
    ['One. <!-- a comment -->', 'HTML'],
    ['A note.[^1]\n\n[^1]: Here.', 'a footnote'],
    ['[one][1]\n\n[1]: /x/', 'links whose addresses stand elsewhere'],
    ['![one][1]\n\n[1]: /x.png', 'links whose addresses stand elsewhere'],
    ['- [ ] open\n- [x] done', 'a list of tasks'],
    ['3. three\n4. four', 'a list that does not begin at 1'],
    ['one  \ntwo', 'a line break within a paragraph'],
    ['one\\\ntwo', 'a line break within a paragraph'],
    ['    indented = code', 'indented code'],
    ['```js title="a.js"\na\n```', 'a block of code with more than the name of its language'],
    ['> quoted: 2 * 3 * 4', 'a sign that means something in Markdown: “*”'],
  ])('is shown as Markdown where it would be changed: %j', (text, lost) => {
    expect(lostInRichText(text)).toBe(lost);
  });
});
