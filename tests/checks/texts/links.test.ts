import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, fixAll, type ReadFile } from '../../../src/content/fix';
import type { Problem } from '../../../src/content/problem';
import { readIn } from '../../../src/content/read';
import { loadSite } from '../../../src/load';
import { kinds } from '../../collections';
import { checkReport, landing, now, pixel, post, project, settings } from '../../project';
import { fixedText } from '../fixed';

const told = (text: string, files = {}) => checkReport({ 'content/blog/a.md': post({}, text), ...files });
const source = (text: string, files = {}) =>
  fixedText({ 'content/blog/a.md': post({}, text), ...files }, 'content/blog/a.md');

test('a link without an address is reported, and fixed by keeping its text', () => {
  expect(told('An [*empty* one]() and [another](<>).\n')).toMatchInlineSnapshot(`
    "content/blog/a.md:8:16  warning  A link has no address  → write one, or remove the link  [empty-link]
    content/blog/a.md:8:32  warning  A link has no address  → write one, or remove the link  [empty-link]

    2 warnings in 1 file"
  `);
  expect(source('An [*empty* one]() and [another](<>).\n')).toBe(post({}, 'An *empty* one and another.\n'));
  expect(source('Nothing: []().\n')).toBe(post({}, 'Nothing: .\n'));
});

test('a link that nobody can see is reported, one with a described picture is not', () => {
  expect(
    told(
      [
        'One [](/blog/) and [ ](/blog/).',
        '',
        '[![](/img/card.png)](/blog/) [![A card](/img/card.png)](/blog/)',
        '',
        'Two <a href="/blog/"></a> and <a id="here"></a>.',
        '',
        '`[](/blog/)` and [`code`](/blog/)',
      ].join('\n'),
    )
      .split('\n')
      .filter((line) => /link-without-text/.test(line))
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:5  warning  A link has no text  → remove it  [link-without-text]
    content/blog/a.md:8:20  warning  A link has no text  → remove it  [link-without-text]
    content/blog/a.md:10:1  warning  A link has no text  → write what it leads to, or remove the link  [link-without-text]
    content/blog/a.md:12:5  warning  A link has no text  → write what it leads to, or remove the link  [link-without-text]"
  `);
});

test('what is certainly meant is written in its place, and not a letter beside it', () => {
  const before = [
    '[a](example.org/x "title") [b](<example.org/y>) [c](me@example.org)',
    '[d](https://openinfra.org/blog/a?b#c) [e](http://openinfra.dev/summit)',
    '<a href="openinfra.org/blog">f</a> [g][h] `[i](example.org)`',
    '',
    '[h]: example.org/h',
  ].join('\n');
  expect(source(before)).toBe(
    post(
      {},
      [
        '[a](https://example.org/x "title") [b](<https://example.org/y>) [c](mailto:me@example.org)',
        '[d](/blog/a?b#c) [e](https://openinfra.dev/summit)',
        '<a href="/blog">f</a> [g][h] `[i](example.org)`',
        '',
        '[h]: https://example.org/h',
      ].join('\n'),
    ),
  );
});

test('a tag over several lines, and in a quote, is fixed where it stands', () => {
  const before = 'Text <a\n    class="x"\n    href="example.org">a</a>\n\n> <p>\n>   <a href="example.org">b</a>\n';
  expect(source(before)).toBe(post({}, before.replaceAll('"example.org"', '"https://example.org"')));
});

test('a link in a field is fixed within its quotes, one in a text of several lines by hand', () => {
  const navigation = (url: string) => settings({ navigation: [{ label: 'Blog', url }] });
  const files = { 'content/settings/site.yml': navigation('openinfra.org/blog/') };
  expect(fixedText(files, 'content/settings/site.yml')).toBe(navigation('/blog/'));
  const page = landing([{ type: 'rich-text', text: 'One\n\n[x](example.org)\n' }]);
  expect(fixedText({ 'content/pages/p.md': page }, 'content/pages/p.md')).toBe(page);
});

test('a field that takes whole addresses only may name the site’s own host', () => {
  const organization = { name: 'X', url: 'https://openinfra.dev/', logo: '/icon-512.png' };
  expect(checkReport({ 'content/settings/site.yml': settings({ organization }) })).toBe('');
});

test('an address that readers are shown keeps its host', () => {
  expect(told('See https://openinfra.dev/blog/ or www.openinfra.dev or <https://openinfra.dev/>.\n')).toBe('');
});

test('a link to a draft or a post that is not due is told where it stands', () => {
  expect(
    told('[One](/blog/draft/), [two](later.md) and [three](draft.md#x)\n', {
      'content/blog/draft.md': post({ draft: true }),
      'content/blog/later.md': post({ date: '2031-01-01' }),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:7  error  The link “/blog/draft/” leads to a draft, which has no page  → publish it first, or remove the link  [link-to-unpublished-page]
    content/blog/a.md:8:28  error  The link “later.md” leads to a post that is not published before 2031-01-01  → publish it first, or remove the link  [link-to-unpublished-page]
    content/blog/a.md:8:50  error  The link “draft.md#x” leads to a draft, which has no page  → publish it first, or remove the link  [link-to-unpublished-page]

    3 errors in 1 file"
  `);
});

test('the addresses in HTML are read as browsers read them', () => {
  const files = { 'static/img/x&y.png': pixel };
  const html = (source: string, address: string) => `<img src="${source}" alt="x"> <a href="${address}">y</a>\n`;
  expect(told(html('/img/x&amp;y.png', '/blog/?a=1&amp;b=2'), files)).not.toContain('content/');
  expect(told(html('/img/x&amp;z.png', '&#47;nowhere'), files)).toMatchInlineSnapshot(`
    "content/blog/a.md:8:11  error  The picture “/img/x&z.png” is not in the folder “static”  → write /img/x&y.png, or add static/img/x&z.png  [missing-picture]
    content/blog/a.md:8:47  error  The link “/nowhere” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    static/img/x&y.png:1:1  warning  The name of the file holds “&”  → name it x-y.png  [unsafe-file-name]

    2 errors and 1 warning in 2 files"
  `);
});

test('whatever is wrong with a link is reported at once: fixing brings nothing to light', () => {
  const site = {
    'content/blog/b.md': post({ title: 'B' }, '## Section\n'),
    'content/blog/draft.md': post({ title: 'D', draft: true }),
    'content/settings/redirects.yml': 'redirects:\n  - from: /old/\n    to: /blog/b/\n',
  };
  const part = fc.record({
    host: fc.constantFrom(
      '',
      'https://openinfra.dev',
      'http://openinfra.org',
      '//openinfra.dev',
      'openinfra.dev',
      'https://example.org',
    ),
    path: fc.constantFrom('/blog/b/', '/blog/b', '/old/', '/old', '/missing/', '/blog/draft/', '/', '/blog/'),
    anchor: fc.constantFrom('', '#section', '#sektion', '#nothing-like-it', '?x=1#section'),
  });
  const rulesOf = (problems: readonly Problem[]) => problems.map(({ rule }) => rule).sort();
  fc.assert(
    fc.property(part, fc.boolean(), ({ host, path, anchor }, isField) => {
      const target = host + path + anchor;
      const root = project({
        ...site,
        ...(isField
          ? { 'content/pages/a.md': landing([{ type: 'links', links: [{ label: 'x', url: target }] }]) }
          : { 'content/blog/a.md': post({}, `A [link](${target}).\n`) }),
      });
      const check = (draft: Draft, read: ReadFile) =>
        loadSite(root, { kinds, now, preview: false, draft, read }).problems;
      const before = check(new Map(), readIn(root));
      const { fixed: done, left } = fixAll(readIn(root), check, () => true);
      expect([...rulesOf(done), ...rulesOf(left)].sort(), target).toEqual(rulesOf(before));
    }),
    { numRuns: 30 },
  );
});

test('a link with an own host and a wrong anchor is reported both, of the link as it is written', () => {
  const report = told('A [link](https://openinfra.dev/blog/b#nothing).\n', {
    'content/blog/b.md': post({ title: 'B' }),
  });
  expect(report).toMatchInlineSnapshot(`
    "content/blog/a.md:8:10  warning  The link “https://openinfra.dev/blog/b#nothing” names a host of this site, which may change  → write /blog/b#nothing  [link-to-own-host]
    content/blog/a.md:8:10  warning  The link “https://openinfra.dev/blog/b#nothing” leads to a section that /blog/b/ does not have  → write the anchor of one of its headings, or leave out what begins with #  [dead-anchor]

    2 warnings in 1 file"
  `);
});
