import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNatively } from '../../src/markdown/parse/native';
import { parseByReference } from '../../src/markdown/parse/reference';

const { tests: examples } = createRequire(import.meta.url)('commonmark-spec') as { tests: { markdown: string }[] };
const isHere = parseNatively('a') !== undefined;
const plain = (tree: object) => JSON.parse(JSON.stringify(tree));

/** Fails where the native parser is sure of a text and the reference is not of one mind with it. Returns whether it is sure. */
function compare(text: string): boolean {
  const tree = parseNatively(text);
  if (tree) expect(plain(tree), JSON.stringify(text)).toEqual(plain(parseByReference(text)));
  return tree !== undefined;
}

/** The examples of what GitHub added to CommonMark; see https://github.github.com/gfm/. */
const extensions = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |',
  '| abc | defghi |\n:-: | -----------:\nbar | baz',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
  '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar',
  '| abc | def |\n| --- |\n| bar |',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |',
  '| abc | def |\n| --- | --- |',
  '- [ ] foo\n- [x] bar',
  '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
  '~~Hi~~ Hello, ~there~ world!',
  'This ~~has a\n\nnew paragraph~~.',
  'This will ~~~not~~~ strike.',
  'www.commonmark.org',
  'Visit www.commonmark.org/help for more information.',
  'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.',
  'www.google.com/search?q=Markup+(business)\n\nwww.google.com/search?q=Markup+(business)))\n\n(www.google.com/search?q=Markup+(business))',
  'www.google.com/search?q=(business))+ok',
  'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;',
  'www.commonmark.org/he<lp',
  'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))',
  'foo@bar.baz',
  'hello@mail+xyz.example isn’t valid, but hello+xyz@mail.example is.',
  'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_',
  'mailto:foo@bar.baz\n\nmailto:a.b-c_d@a.b/\n\nxmpp:foo@bar.baz/txt@bin.com',
  '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is also disallowed.\n</blockquote>',
  'Here is a note[^1], and another[^b].\n\n[^1]: My note.\n\n[^b]: Longer\n    words.\n\n    And more.',
];

const pieces = [
  ...[
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    'a',
    'word',
    'b c',
    '1',
    '.',
    ',',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '```',
    '[',
    ']',
    '(',
    ')',
    '](',
    '](/x)',
    '[a](/b)',
    '![',
    '![a](/i.png)',
    '<',
    '>',
    '> ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '10. ',
    '# ',
    '## ',
    '\n# ',
    '===',
    '---',
    '\n---\n',
    '***',
    '|',
    '|a|b|\n|-|-|\n|c|d|\n',
    '\n|-|:-:|\n',
    '\\',
    '\\*',
    '&amp;',
    '&',
    '&#65;',
    '&nbsp;',
    '<b>',
    '</b>',
    '<div>',
    '</div>\n',
    '<!--',
    '-->',
    '<a href="/x">',
    '</a>',
    '[^1]',
    '[^1]: note\n',
    '\n[^1]: ',
    '[a]: /url "t"\n',
    '[a]',
    '[a][b]',
    '- [ ] ',
    '- [x] ',
    'é',
    '😀',
    '“',
    '"',
    "'",
    ':',
    ';',
    '=',
    '!',
    '?',
    '$',
    '%',
    '^',
    '{',
    '}',
    '\u00A0',
    '…',
    '\n```\ncode\n```\n',
    '\n    code\n',
    '  \n',
    '\\\n',
    '\n  - ',
    '\n    ',
    '\n> ',
    '\n- ',
    '\n1. ',
  ],
  ...[
    '文',
    '字**',
    '**文**',
    'ㄱ',
    '，',
    '“\uFE01',
    'http://a.bc',
    'https://x.org/y?z=1',
    'www.a.bc',
    'me@a.bc',
    '@',
    'http://',
    'mailto:',
    '//',
    'www.',
    '<http://a.b>',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

const texts = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, ''));

describe.skipIf(!isHere)(
  'the native parser gives the tree of the reference, with the same places, or leaves the text to it',
  () => {
    test('for what people wrote, most of which it is sure of', () => {
      const all = ['content', 'docs', 'tests/fixtures'].flatMap(texts).filter((text) => text.trim() !== '');
      const sure = all.filter(compare);
      expect(sure.length).toBeGreaterThan(all.length * 0.8);
    });

    test('for the examples of CommonMark', () => {
      const sure = examples.filter(({ markdown }) => compare(markdown.replaceAll('→', '\t')));
      expect(sure.length).toBeGreaterThan(examples.length * 0.6);
    });

    test.each(extensions)('for the examples of GitHub: %j', (text) => {
      compare(text);
      for (const around of [`- ${text}`, `> ${text}`, `a\n${text}`, `${text}\nb`, `a ${text} b`, `(${text})`])
        compare(around);
    });

    test('for texts made of all that means something', () => {
      // Always the same texts, so that nobody meets a difference who did not make it; DIFFERENTIAL=5 tries others.
      const seed = Number(process.env['DIFFERENTIAL'] ?? 1);
      let sure = 0;
      const numRuns = 1500;
      fc.assert(
        fc.property(text, (made) => {
          if (compare(made)) sure++;
        }),
        { seed, numRuns },
      );
      expect(sure).toBeGreaterThan(numRuns / 3);
    });
  },
);
