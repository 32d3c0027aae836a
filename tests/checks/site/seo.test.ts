import { expect, test } from 'vitest';
import { checkSeo, checkSeoOf } from '../../../src/checks/site/seo';
import { formatReport } from '../../../src/content/problem';
import type { Site } from '../../../src/site/site';
import { data, post, siteOf } from '../../project';

const sentence = 'A description that tells a stranger enough to want to read on, and not more than is shown.';
const seoProblems = (site: Site) => [...site.entries.flatMap((entry) => checkSeoOf(site, entry)), ...checkSeo(site)];
const told = (files: Record<string, string>) =>
  formatReport(seoProblems(siteOf(files)).filter(({ file }) => file !== 'content/pages/index.md'));
const about = (changes: object = {}) => post({ seo: { description: sentence }, ...changes });

test('a title or a description that search engines would cut is reported, with how long it is', () => {
  expect(
    told({
      'content/blog/a.md': about({ title: 'x'.repeat(61) }),
      'content/blog/b.md': post({ title: 'b', seo: { title: 'y'.repeat(61), description: 'Too short.' } }),
      'content/blog/c.md': post({ title: 'c', seo: { description: 'z'.repeat(161) } }),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:2:8  warning  “Title” has 61 characters, and search engines show about 60  → shorten it, or write a shorter one in title: below seo:  [overlong-title]
    content/blog/b.md:6:15  warning  “Search title” has 61 characters, and search engines show about 60  → shorten it  [overlong-title]
    content/blog/b.md:6:93  warning  “Description” has 10 characters, which tells a stranger little  → write 70 to 160 characters  [short-description]
    content/blog/c.md:6:21  warning  “Description” has 161 characters, and search engines show about 160  → shorten it  [overlong-description]

    4 warnings in 3 files"
  `);
});

test('wide letters count double', () => {
  expect(told({ 'content/blog/a.md': about({ title: '문'.repeat(31) }) })).toMatchInlineSnapshot(`
    "content/blog/a.md:2:8  warning  “Title” has 62 characters, and search engines show about 60  → shorten it, or write a shorter one in title: below seo:  [overlong-title]

    1 warning in 1 file"
  `);
  expect(told({ 'content/blog/a.md': post({ title: '문'.repeat(30), seo: { description: '文'.repeat(35) } }) })).toBe(
    '',
  );
});

test('two pages that say the same of themselves are reported, unless search engines don’t find one of them', () => {
  expect(
    told({ 'content/blog/a.md': about(), 'content/blog/b.md': about({ title: 'a  POST' }) }),
  ).toMatchInlineSnapshot(`
    "content/blog/b.md:2:8  warning  “Title” is the same as in content/blog/a.md  → say what is different  [repeated-title]
    content/blog/b.md:6:21  warning  “Description” is the same as in content/blog/a.md  → say what is different  [repeated-description]

    2 warnings in 1 file"
  `);
  expect(told({ 'content/blog/a.md': about(), 'content/blog/b.md': about({ hidePost: true }) })).toBe('');
  expect(told({ 'content/blog/a.md': about(), 'content/blog/b.md': about({ draft: true }) })).toBe('');
});

test('Markdown in a description is reported, and so is a description that is missing where one may be written', () => {
  const description = `${sentence} **Now**!`;
  expect(
    told({
      'content/blog/a.md': post({ seo: { description } }),
      'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
      'content/members/m.yml': data({ name: 'M', level: 'gold' }),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:6:21  warning  “Description” holds Markdown or HTML  → write plain text  [markdown-in-description]
    content/members/m.yml:1:1  warning  “Description” is missing  → write one or two sentences in description:  [missing-description]

    2 warnings in 2 files"
  `);
});
