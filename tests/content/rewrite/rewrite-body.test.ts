import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { mergeBody } from '../../../src/content/rewrite/rewrite-body';

const html = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** What readers get of a body. */
const read = (body: string) => String(html.processSync(body)).replace(/\s+/g, ' ').trim();

/** A body as a rich text editor gives it back: in the editor's own spelling, whatever it was before. */
const normalized = (body: string) => {
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_', rule: '-', fences: true });
};

const body = `
Setext heading
==============
A paragraph that is wrapped
over two lines, with *emphasis*, __strong__ words and a [link][site].

* one
* two
    * inner

***

Name|Size
:--|--:
a|1

![Picture](</img/a b.png> 'Title')  
a hard break above

~~~js
const a = [1, 2];


call();
~~~

    indented code

1) first
2) second

<div class="note">

Text in *HTML*.

</div>

> quoted
and lazy

- [x] done

A note.[^1] And https://example.org/.

[site]: https://example.org/ "Site"
[^1]: The note
    goes on.
`;

test('a body that an editor only spells in another way keeps its bytes', () => {
  expect(normalized(body)).not.toBe(body);
  expect(mergeBody(body, normalized(body), '\n')).toBe(body);
  expect(mergeBody(body, body.replace(/\n/g, '\r\n'), '\n')).toBe(body);
  expect(mergeBody(`${body}\n\n`, body.trim(), '\n')).toBe(`${body}\n\n`);
});

test('a word typed into one paragraph changes the lines of this paragraph alone', () => {
  for (const [word, other] of [
    ['wrapped', 'folded'],
    ['Setext', 'Underlined'],
    ['hard', 'firm'],
    ['lazy', 'idle'],
    ['The note', 'This note'],
  ] as const) {
    const merged = mergeBody(body, normalized(body.replace(word, other)), '\n');
    const lines = new Set(merged.split('\n'));
    const lost = body.split('\n').filter((line) => !lines.has(line));
    expect(merged).toContain(other);
    expect(lost.length, `${word} → ${other}: ${lost.join('\n')}`).toBeLessThanOrEqual(2);
    expect(read(merged)).toBe(read(body.replace(word, other)));
  }
});

test('paragraphs that are added, moved or deleted leave the others as they are', () => {
  const old = '# Title\nFirst\nline.\n\n\n* a\n* b\n\nLast *line*.\n';
  expect(mergeBody(old, '# Title\n\nFirst line.\n\nNew.\n\n- a\n- b\n\nLast _line_.\n', '\n')).toBe(
    '# Title\nFirst\nline.\n\n\nNew.\n\n* a\n* b\n\nLast *line*.\n',
  );
  expect(mergeBody(old, '# Title\n\n- a\n- b\n\nLast _line_.', '\n')).toBe('# Title\n\n* a\n* b\n\nLast *line*.\n');
  expect(mergeBody(old, '# Title\n\nFirst line.\n\n- a\n- b', '\n')).toBe('# Title\nFirst\nline.\n\n\n* a\n* b\n');
  expect(mergeBody(old, '# Title\n\nFirst line.\n\n- a\n- b\n\nLast _line_.\n\nEnd.', '\n')).toBe(
    '# Title\nFirst\nline.\n\n\n* a\n* b\n\nLast *line*.\n\nEnd.\n',
  );
});

test('new lines end as those of the file do, and others keep their ends', () => {
  expect(mergeBody('One.\r\n\r\nTwo\nlines.\r\n', 'One!\n\nTwo lines.\n', '\r\n')).toBe('One!\r\n\r\nTwo\nlines.\r\n');
});

test('a definition stays as long as a link that keeps its spelling needs it', () => {
  const old = 'See [a] and [b].\n\nMore of [b].\n\n[a]: /a/\n[b]: /b/\n';
  expect(mergeBody(old, 'Look at [a](/a/).\n\nMore of [b](/b/).\n', '\n')).toBe(
    'Look at [a](/a/).\n\nMore of [b].\n\n[b]: /b/\n',
  );
  expect(read(mergeBody(old, 'See [a](/a/) and [b](/other/).\n\nMore of [b](/b/).\n', '\n'))).toBe(
    read('See [a](/a/) and [b](/other/).\n\nMore of [b](/b/).'),
  );
});

test('a text written from nothing, and one that is deleted, are as the editor left them', () => {
  expect(mergeBody('', 'Text.\n', '\n')).toBe('Text.\n');
  expect(mergeBody('\n', 'Text.\n', '\r\n')).toBe('Text.\r\n');
  expect(mergeBody('Text.\n', '', '\n')).toBe('');
});

const block = fc.oneof(
  fc.constantFrom(
    ...[
      '# Title',
      'Title\n===',
      'Text',
      'Two\nlines',
      '*em* and **strong**',
      '* a\n* b',
      '- a\n\n  b',
      '1. a\n2. b',
      '2) a',
    ],
    ...[
      '```\ncode\n\nWord\n```',
      '~~~\nopen',
      '    indented',
      '<div>\n*x*',
      '<!-- a\n\nWord b',
      '-->',
      '</div>',
      '> quote',
      'lazy',
    ],
    ...[
      '[a]: /b/',
      '[a]',
      '[^1]',
      '[^1]: note\n\n    more',
      '|a|b|\n|-|-|\n|1|2|',
      '---',
      '***',
      '  ```\n  x',
      '- ```\n  x\n  ```',
    ],
    ...[
      'Hard  \nbreak',
      '![p](/p.png)',
      '**Bold** text',
      '<pre>\n\nWord',
      '</pre>',
      '\\*no\\*',
      '&amp; https://a.org',
      '- [ ] task',
    ],
  ),
  fc.string({ maxLength: 10 }),
);
const anyBody = fc
  .tuple(fc.array(block, { maxLength: 8 }), fc.constantFrom('\n\n', '\n', '\n\n\n', '\r\n\r\n'))
  .map(([blocks, gap]) => blocks.join(gap));

test('the merged body says what the new one says, whatever the two are', () => {
  fc.assert(
    fc.property(anyBody, anyBody, fc.constantFrom('\n', '\r\n'), (old, next, eol) => {
      expect(read(mergeBody(old, next, eol))).toBe(read(next));
    }),
    { numRuns: 150 },
  );
});

test('of two bodies that share most of their blocks, too', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), fc.nat(7), block, fc.boolean(), (blocks, at, other, adds) => {
      const next = normalized(blocks.toSpliced(at, adds ? 0 : 1, other).join('\n\n'));
      expect(read(mergeBody(blocks.join('\n\n'), next, '\n'))).toBe(read(next));
    }),
    { numRuns: 150 },
  );
});
