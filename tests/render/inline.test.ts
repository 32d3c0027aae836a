import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allStyles, bundleInline } from '../../src/render/inline';
import { type Inline, inlineFor, marks } from '../../src/render/inline-for';

const inline = await bundleInline();

test('all scripts together are small; how much one page has of them, the built pages are asked', () => {
  const sizes = Object.values(inline.scripts).map((script) => Buffer.byteLength(script));
  expect(Math.min(...sizes)).toBeGreaterThan(20);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6000);
});

test('every script for the reader has its mark, and every mark its script', () => {
  const files = [
    ...readdirSync('src/theme/client').map((name) => `theme/client/${name}`),
    ...readdirSync('src/kinds', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('/client.ts'))
      .map((name) => `kinds/${name}`),
  ].map((name) => name.replace(/\.ts$/, ''));
  expect(marks.map(([name]) => name).sort()).toEqual(files.sort());
  expect(Object.keys(inline.scripts).sort()).toEqual(files.sort());
});

test('nothing that stands within a page can end the element it stands in', () => {
  for (const script of Object.values(inline.scripts)) expect(script).not.toMatch(/<\/script|<!--/i);
  for (const css of [inline.base, ...inline.components.map(([, text]) => text)]) expect(css).not.toMatch(/<\/style/i);
});

test('every component’s style sheet begins with the class of its root, and no two have the same', () => {
  const roots = inline.components.map(([root]) => root);
  expect(roots).not.toContain('');
  expect(new Set(roots).size).toBe(roots.length);
  for (const [root, css] of inline.components) expect(css).toContain(`.${root}`);
});

test('what shows any page, as the preview does, has the styles of every component', () => {
  const styles = allStyles();
  expect(inline.components.length).toBeGreaterThan(20);
  for (const [, css] of inline.components) expect(styles).toContain(css);
});

const parts: Inline = {
  base: 'base{}',
  components: [
    ['card', '.card{}'],
    ['card-list', '.card-list{}'],
    ['hero', '.hero{}'],
  ],
  scripts: {
    'theme/client/theme': 'early();',
    'theme/client/theme-switch': 'late();',
    'theme/client/embed': 'embed();',
    'kinds/member/client': 'filter();',
  },
};

test.each([
  ['<p>card</p>', 'base{}'],
  ['<p class="card">', 'base{}.card{}'],
  ['<p class="grid card small">', 'base{}.card{}'],
  ['<p class="grid card">', 'base{}.card{}'],
  ['<p class="card-list">', 'base{}.card-list{}'],
  ['<p class="card-list card">', 'base{}.card{}.card-list{}'],
  ['<p class="big-card cards">', 'base{}'],
  ['<p id="card" title="hero">', 'base{}'],
])('%s brings the styles of its components and of no other', (html, css) => {
  expect(inlineFor(html, parts).styles.join('')).toBe(css);
});

test.each(
  inline.components.map(([root]) => root),
)('a page with a %s has its styles, and a page without has not', (root) => {
  const own = inline.components.find(([name]) => name === root)?.[1] ?? '';
  expect(inlineFor(`<div class="${root}">`, inline).styles).toEqual([inline.base, own]);
  expect(inlineFor('<div class="another">', inline).styles).toEqual([inline.base]);
});

test('a script is only where its mark stands', () => {
  expect(inlineFor('<p>', parts)).toMatchObject({ early: '', late: [] });
  expect(inlineFor('<button data-theme-switch hidden>', parts)).toMatchObject({ early: 'early();', late: ['late();'] });
  expect(inlineFor('<div data-embed="x">', parts)).toMatchObject({ early: '', late: ['embed();'] });
  expect(inlineFor('<form data-members-filter>', parts)).toMatchObject({ early: '', late: ['filter();'] });
});

test('words of a text that look like a mark bring no script', () => {
  expect(inlineFor('<p>The attribute data-embed names the player.</p>', parts).late).toEqual([]);
});

test('what a page leaves out on paper stands in no layer, where the styles of its components would win', () => {
  const [, before = ''] = /^([\s\S]*)@media print\{html\{/.exec(inline.base) ?? [];
  const depth = [...before].reduce((sum, sign) => sum + Number(sign === '{') - Number(sign === '}'), 0);
  expect([before !== '', depth]).toEqual([true, 0]);
});
