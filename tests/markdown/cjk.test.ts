import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse/parse';
import { renderMarkdown } from '../../src/markdown/render';
import type { Surroundings } from '../../src/markdown/surroundings';
import { shorten } from '../../src/markdown/text';

const surroundings: Surroundings = {
  link: (target) => ({ href: target, external: false }),
  picture: (source) => ({ src: source }),
  headingLinks: false,
  words: {
    footnotes: 'Notes',
    footnoteBack: 'Back %n',
    loadsFrom: '%s',
    table: 'Table',
    taskDone: 'Done',
    taskOpen: 'Open',
    videoOn: '%s',
  },
};
const html = (text: string) => renderMarkdown(text, surroundings).html;

const letter = fc.constantFrom(...'日本語中文です한국어를ーㄅ々');
const word = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
const brackets = fc.constantFrom('「」', '『』', '（）', '()', '【】', '《》', '“”', '［］', '""');
/** Signs that end a sentence or enclose words, and that no address holds. */
const sign = fc.constantFrom(...'。、，．！？：；）」』】》〉〕］｝”“…（「');

describe('emphasis beside Chinese, Japanese and Korean signs', () => {
  const marks = [
    ['**', 'strong'],
    ['*', 'em'],
    ['~~', 'del'],
  ] as const;
  test.each(marks)('%s makes <%s> of words in brackets, whatever letters stand around them', (mark, tag) => {
    fc.assert(
      fc.property(word, brackets, word, word, (before, pair, inner, after) => {
        const words = `${pair[0]}${inner}${pair[1]}`;
        for (const text of [words, `${inner}${words}`, `${words}${inner}`, `${inner}。`]) {
          expect(html(`${before}${mark}${text}${mark}${after}`)).toBe(
            `<p>${before}<${tag}>${text}</${tag}>${after}</p>`,
          );
        }
      }),
    );
  });

  test('between Latin letters and spaces is what it was', () => {
    expect(html('a**b**c **"d"** ** e** 2**10 snake_case_name')).toBe(
      '<p>a<strong>b</strong>c <strong>"d"</strong> ** e** 2**10 snake_case_name</p>',
    );
  });
});

describe('an address without brackets', () => {
  test('ends before a sign that ends a sentence or closes a bracket, and what follows is a text of its own', () => {
    const path = fc.constantFrom('', '/', '/a', '/a(b)', '/a?b=c&d#e', '/日本', '/a,b;c');
    const scheme = fc.constantFrom('https://', 'http://');
    fc.assert(
      fc.property(scheme, path, sign, word, (begin, rest, mark, after) => {
        const address = `${begin}example.org${rest}`;
        const link = html(address);
        expect(link).toContain(`>${address.replace('&', '&#x26;')}</a>`);
        expect(html(`${address}${mark}${after}`)).toBe(link.replace('</p>', `${mark}${after}</p>`));
        expect(html(`${address}${mark}**${after}**`)).toBe(
          link.replace('</p>', `${mark}<strong>${after}</strong></p>`),
        );
        expect(html(`見て（${address}）です`)).toBe(link.replace('<p>', '<p>見て（').replace('</p>', '）です</p>'));
      }),
    );
  });

  test.each([
    '（www.example.org/a）です',
    'www.example.org/a。次',
    '「www.example.org/a」',
  ])('ends so in “%s” too', (text) => {
    expect(html(text)).toBe(
      `<p>${text.replace('www.example.org/a', '<a href="http://www.example.org/a">www.example.org/a</a>')}</p>`,
    );
  });

  test('in brackets is left as it is written', () => {
    const links: string[] = [];
    const gather = (node: Nodes): void => {
      if (node.type === 'link') links.push(node.url);
      if ('children' in node) node.children.forEach(gather);
    };
    gather(parseMarkdown('[https://example.org/。a](https://example.org/。a) <https://example.org/（b）>'));
    expect(links).toEqual(['https://example.org/。a', 'https://example.org/（b）']);
  });
});

describe('the end of a line', () => {
  test.each([
    ['これは\n大事です', 'これは大事です'],
    ['他说，\n“你好”\n。', '他说，“你好”。'],
    ['これは**大事**\nです', 'これは<strong>大事</strong>です'],
    ['これは[大事\nな](/a)\nこと', 'これは<a href="/a">大事な</a>こと'],
    ['<b>大事</b>\nです', '<b>大事</b>です'],
  ])('between two letters of Chinese or Japanese is no space: %j', (text, shown) => {
    expect(html(text)).toBe(`<p>${shown}</p>`);
  });

  test.each([
    '한국어\n문장',
    '한국어，\n문장',
    '日本\nJapan',
    'Japan\n日本',
    '“a”\n“b”',
    '`日`\nb',
  ])('anywhere else is one: %j', (text) => {
    expect(html(text)).toBe(`<p>${text.replace('`日`', '<code>日</code>')}</p>`);
  });

  test('of code and of a break that was asked for stays', () => {
    expect(html('```\n日\n本\n```')).toContain('日\n本');
    expect(html('日\\\n本')).toMatch(/日<br>\s*本/);
    expect(html('日\n\n本')).toBe('<p>日</p>\n<p>本</p>');
  });

  test('takes nothing else away from a text', () => {
    const piece = fc.oneof(letter, fc.constantFrom('\n', ' ', '**', 'a', '`', '[', '](/x)', '<b>', '</b>', '。', '“'));
    const bare = (markup: string) => markup.replace(/\s+/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const shown = html(text);
        // A space before a line is no part of it, and yet it keeps nothing apart.
        const latin = html(text.replace(/\n(?=[^\n])/g, '\n '));
        expect(bare(shown)).toBe(bare(latin));
      }),
    );
  });
});

test('a text without spaces is cut between characters, though a space stands near its beginning', () => {
  const text = `OK ${'오픈소스를'.repeat(60)}`;
  expect([...shorten(text, 200)].length).toBeGreaterThan(190);
  expect(shorten(text, 200).endsWith('…')).toBe(true);
  expect(shorten(`${'word '.repeat(60)}`, 200)).toMatch(/word…$/);
});
