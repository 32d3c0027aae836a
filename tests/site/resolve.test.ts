import { expect, test } from 'vitest';
import { formatReport, type Problem } from '../../src/content/problem';
import { formatWaiting, loadSite } from '../../src/load';
import { generatedAddresses } from '../../src/site/lists';
import { planPages } from '../../src/site/pages/plan';
import { kinds } from '../collections';
import { checkReport, now, post, postsInRow, project, settings, siteOf, text } from '../project';

const author = (name: string) => `---\nname: ${name}\n---\n`;
const category = (value: string, label: string) => `value: ${value}\nlabel: ${label}\ndescription: About it.\n`;
const at = (url: string) => ({ seo: { description: 'x', url } });

test('an author or a category that is unknown is an error, with the nearest where there is one', () => {
  expect(
    checkReport({
      'content/blog/a.md': post({ author: ['Editorial', 'Editorail'], category: [{ label: 'Nws' }] }),
      'content/blog/b.md': post({ author: 'Somebody Else', category: [{ label: 'Weather' }, { value: 'category-2' }] }),
      'content/blog/c.md': post({ category: [{}] }),
      'content/categories/zuul.yml': category('zuul', 'Zuul'),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:3:22  error  “Author” is unknown: “Editorail”  → write Editorial  [unknown-reference]
    content/blog/a.md:5:12  error  “Category” is unknown: “Nws”  → write News  [unknown-reference]
    content/blog/b.md:3:9  error  “Author” is unknown: “Somebody Else”  → write one of: Editorial  [unknown-reference]
    content/blog/b.md:5:12  error  “Category” is unknown: “Weather”  → write one of: News, Zuul  [unknown-reference]
    content/blog/b.md:5:32  error  “Category” is unknown: “category-2”  → write category-1  [unknown-reference]
    content/blog/c.md:5:12  error  “Category” has neither a value nor a label  → write one of: News, Zuul  [unknown-reference]

    6 errors in 3 files"
  `);
});

test('a category is found by its value, and by its label where the value is unknown or left out', () => {
  const site = siteOf({
    'content/categories/zuul.yml': category('zuul', 'Zuul'),
    'content/blog/a.md': post({ category: [{ value: 'zuul', label: 'News' }] }),
    'content/blog/b.md': post({ category: [{ value: 'lost', label: 'Zuul' }] }),
    'content/blog/c.md': post({ category: [{ label: 'Zuul' }] }),
    'content/blog/d.md': post({ category: [{ value: 'zuul' }] }),
  });
  expect(site.posts.map(({ categories }) => categories.map(({ label }) => label))).toEqual(Array(4).fill(['Zuul']));
});

test('an author whose name was composed in another way is the same author', () => {
  const site = siteOf({
    'content/authors/a.md': author('Jose\u0301'),
    'content/blog/a.md': post({ author: 'José' }),
  });
  expect(site.posts[0]?.authors).toHaveLength(1);
});

test('two files for one author or one category are an error that names both', () => {
  expect(
    checkReport({
      'content/authors/twin.md': author('Editorial'),
      'content/categories/twin.yml': category('category-1', 'Other'),
    }),
  ).toMatchInlineSnapshot(`
    "content/authors/twin.md:2:7  error  “Editorial” is also in content/authors/editorial.md  → change it in one of the two files  [repeated-name]
    content/categories/twin.yml:1:8  error  “category-1” is also in content/categories/news.yml  → change it in one of the two files  [repeated-name]

    2 errors in 2 files"
  `);
});

test('two posts at one address are an error of both, and each names the other', () => {
  expect(
    checkReport({
      'content/blog/a.md': post(at('https://openinfra.dev/blog/c')),
      'content/blog/b.md': post(at('/blog/C/')),
      'content/blog/c.md': post(),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:6:31  error  The address /blog/c/ is also that of content/blog/b.md and content/blog/c.md  → write another “url:” in one of them  [shared-address]
    content/blog/b.md:6:31  error  The address /blog/C/ is also that of content/blog/a.md and content/blog/c.md  → write another “url:” in one of them  [shared-address]
    content/blog/c.md:1:1  error  The address /blog/c/ is also that of content/blog/a.md and content/blog/b.md  → rename the file, or write another address in “url:” below “seo:”  [shared-address]

    3 errors in 3 files"
  `);
});

test('file names that differ in case alone are one address on some computers, and an error on all', () => {
  expect(checkReport({ 'content/blog/My-post.md': post(), 'content/blog/my-post.md': post() })).toMatchInlineSnapshot(`
    "content/blog/My-post.md:1:1  error  The address /blog/My-post/ is also that of content/blog/my-post.md  → rename the file, or write another address in “url:” below “seo:”  [shared-address]
    content/blog/my-post.md:1:1  error  The address /blog/my-post/ is also that of content/blog/My-post.md  → rename the file, or write another address in “url:” below “seo:”  [shared-address]

    2 errors in 2 files"
  `);
});

test('a post can’t have the address of a page that the site makes, of a feed or of a file', () => {
  const taken = [
    ...[
      '/',
      '/404.html',
      '/robots.txt',
      '/sitemap.xml',
      '/manifest.webmanifest',
      '/blog',
      '/blog/page/2',
      '/blog/archive',
    ],
    ...['/blog/archive/2026', '/blog/rss.xml', '/blog/feed.json', '/blog/category/news', '/blog/category/news/rss.xml'],
    ...['/blog/category/news/page/2/', '/blog/author/editorial', '/blog/author/Editorial/page/2', '/img/card.png'],
  ];
  for (const url of taken) {
    const report = checkReport({ ...postsInRow(3), 'content/blog/z.md': post(at(url)) });
    expect([url, report]).toEqual([
      url,
      expect.stringMatching(/z\.md:6:31 {2}error {2}The address .* is also that of/),
    ]);
  }
  expect(checkReport({ ...postsInRow(3), 'content/blog/z.md': post(at('/blog/page/2/')) })).toMatchInlineSnapshot(`
    "content/blog/z.md:6:31  error  The address /blog/page/2/ is also that of a page or file that the site makes itself  → write another “url:” in one of them  [shared-address]

    1 error in 1 file"
  `);
  expect(checkReport({ ...postsInRow(3), 'content/blog/z.md': post(at('/blog/page/9/')) })).toBe('');
});

test('a draft holds no address, for it may be the next version of a post that has it', () => {
  expect(
    checkReport({ 'content/blog/a.md': post(), 'content/blog/b.md': post({ draft: true, ...at('/blog/a') }) }),
  ).toBe('');
  expect(
    checkReport(
      { 'content/blog/a.md': post(), 'content/blog/b.md': post({ draft: true, ...at('/blog/a') }) },
      { preview: true },
    ),
  ).toContain('2 errors in 2 files');
});

test('a post dated ahead holds its address already, so that no build fails on the day it is due', () => {
  expect(
    checkReport({ 'content/blog/a.md': post(), 'content/blog/b.md': post({ date: '2030-01-01', ...at('/blog/a') }) }),
  ).toContain('2 errors in 2 files');
});

test('every page that is planned has an address that the site knows, and no two have the same', () => {
  const site = siteOf({ ...postsInRow(7), 'content/blog/hidden.md': post({ hidePost: true }) });
  const addresses = planPages(site).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  const known = new Set(site.addresses.values());
  for (const address of [...addresses, ...generatedAddresses(site)]) expect(known).toContain(address);
});

const states = {
  'content/blog/listed.md': post({ title: 'Listed' }),
  'content/blog/hidden.md': post({ title: 'Hidden', hidePost: true }),
  'content/blog/draft.md': post({ title: 'Draft', draft: true }),
  'content/blog/later.md': post({ title: 'Later', date: '2026-07-01T00:00:00.000Z' }),
  'content/blog/last.md': post({ title: 'Last', date: '2026-08-01T00:00:00.000Z', hidePost: true }),
  'content/blog/draft-later.md': post({ title: 'Draft later', draft: true, date: '2026-06-15T00:00:00.000Z' }),
};

test('hidden posts are built and not listed; drafts and posts dated ahead are not built', () => {
  const site = siteOf(states);
  expect(site.posts.map(({ entry, state }) => [entry.data.title, state])).toEqual([
    ['Hidden', 'hidden'],
    ['Listed', 'listed'],
  ]);
  expect(site.listed.map(({ entry }) => entry.data.title)).toEqual(['Listed']);
  expect(planPages(site).filter(({ template }) => template === 'blog-post')).toHaveLength(2);
});

test('those who write see drafts and posts dated ahead, and hidden ones stay hidden', () => {
  const site = siteOf(states, { preview: true });
  expect(site.posts).toHaveLength(6);
  expect(site.listed.map(({ entry, state }) => [entry.data.title, state])).toEqual([
    ['Later', 'scheduled'],
    ['Draft later', 'draft'],
    ['Draft', 'draft'],
    ['Listed', 'listed'],
  ]);
});

test('a post is published at its moment and not before, by the one clock of the build', () => {
  const files = { 'content/blog/a.md': post({ date: '2026-07-01T12:00:00+02:00' }) };
  expect(siteOf(files, { now: '2026-07-01T09:59:59.999Z' }).listed).toHaveLength(0);
  expect(siteOf(files, { now: '2026-07-01T10:00:00.000Z' }).listed).toHaveLength(1);
});

test('an operator is told how many posts wait and when the next is due; drafts don’t wait', () => {
  const site = siteOf(states);
  expect(site.waiting.map(({ file }) => file)).toEqual(['content/blog/later.md', 'content/blog/last.md']);
  expect(formatWaiting(site)).toMatchInlineSnapshot(
    `"2 posts wait for their dates; the next is due 2026-07-01T00:00:00.000Z (content/blog/later.md)"`,
  );
  expect(formatWaiting(siteOf(states, { now: '2026-07-15T00:00:00.000Z' }))).toMatchInlineSnapshot(
    `"1 post waits for its date; the next is due 2026-08-01T00:00:00.000Z (content/blog/last.md)"`,
  );
  expect(formatWaiting(siteOf(states, { now: '2026-09-01T00:00:00.000Z' }))).toBe('');
});

test('posts come newest first, and those of one moment in a lasting order', () => {
  const site = siteOf({
    'content/blog/b.md': post({ title: 'B' }),
    'content/blog/a.md': post({ title: 'A' }),
    'content/blog/old.md': post({ title: 'Old', date: '2020-01-01T23:00:00-08:00' }),
    'content/blog/older.md': post({ title: 'Older', date: '2020-01-02T06:00:00Z' }),
    'content/blog/new.md': post({ title: 'New', date: '2026-05-01' }),
  });
  expect(site.posts.map(({ entry }) => entry.data.title)).toEqual(['New', 'A', 'B', 'Old', 'Older']);
});

test('authors and categories are in the order of their names, each with its own posts', () => {
  const site = siteOf({
    'content/authors/z.md': author('Äva'),
    'content/authors/b.md': author('Zoe'),
    'content/blog/a.md': post({ author: ['Zoe', 'Editorial'] }),
    'content/blog/b.md': post({ author: 'Zoe', hidePost: true }),
  });
  expect(site.authors.map(({ label, posts }) => [label, posts.length])).toEqual([
    ['Äva', 0],
    ['Editorial', 1],
    ['Zoe', 1],
  ]);
});

test('a post that names an author twice is in the author’s list once', () => {
  const site = siteOf({ 'content/blog/a.md': post({ author: ['Editorial', 'Editorial'] }) });
  expect(site.authors[0]?.posts).toHaveLength(1);
});

test('without valid settings there is no site, and the problems of posts are reported all the same', () => {
  const { site, problems } = loadSite(
    project({
      'content/settings/site.yml': settings({ url: 'openinfra.dev' }),
      'content/blog/a.md': post({ titel: 'x' }),
    }),
    { kinds, now, preview: false },
  );
  expect(site).toBeUndefined();
  expect(formatReport(problems)).toMatchInlineSnapshot(`
    "content/blog/a.md:7:1  error  Unknown field “titel”  → write title  [unknown-field]
    content/settings/site.yml:1:6  error  “Address” is not a whole web address: “openinfra.dev”  → write it with https:// at its start  [wrong-address]

    2 errors in 2 files"
  `);
});

test('a site whose content has errors comes with the rest of its pages, for those who write', () => {
  const problems: Problem[] = [];
  const site = siteOf(
    { 'content/blog/a.md': post({ titel: 'x' }), 'content/blog/b.md': post() },
    { problems, preview: true },
  );
  expect(problems).toHaveLength(1);
  expect(planPages(site).map(({ address }) => address)).toContain('/blog/b/');
});

test('a file of static/ that the site would write over, or that is in the way of a page, is an error', () => {
  expect(
    checkReport({ 'static/robots.txt': 'User-agent: *', 'static/blog/a/index.html': 'x', 'content/blog/a.md': post() }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  The address /blog/a/ is also that of static/blog/a/index.html  → rename the file, or write another address in “url:” below “seo:”  [shared-address]
    static/blog/a/index.html:1:1  error  The address /blog/a/ is also that of content/blog/a.md  → rename the file, or remove it  [shared-address]
    static/robots.txt:1:1  error  The address /robots.txt is also that of a page or file that the site makes itself  → rename the file, or remove it  [shared-address]

    3 errors in 3 files"
  `);
});

test('a post that is not published may link to what is not there yet, and says so', () => {
  const body = '[later](/blog/later/)\n';
  expect(
    checkReport({
      'content/blog/a.md': post({ date: '2030-01-01' }, body),
      'content/blog/b.md': post({ draft: true }, body),
      'content/blog/later.md': post({ date: '2031-01-01' }),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:9  warning  The link “/blog/later/” leads to a post that is not published before 2031-01-01  → publish it first, or remove the link  [link-to-unpublished-page]
    content/blog/b.md:9:9  warning  The link “/blog/later/” leads to a post that is not published before 2031-01-01  → publish it first, or remove the link  [link-to-unpublished-page]

    2 warnings in 2 files"
  `);
});

test('a page can’t have the address of the page for what is not found, which some hosts look for as a folder', () => {
  expect(checkReport({ 'content/pages/404.md': text() })).toContain(
    'content/pages/404.md:1:1  error  The address /404/ is also that of the page for what is not found',
  );
});
