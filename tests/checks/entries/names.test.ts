import { expect, test } from 'vitest';
import { changedAt } from '../../../src/site/lists';
import type { Post } from '../../../src/site/site';
import { checkReport, entry, post, siteOf } from '../../project';
import { fixedText } from '../fixed';

const author = (name: string) => entry({ name });

test('an author who is written with other accents, capitals or spaces is reported, and fixed', () => {
  const files = {
    'content/authors/jose.md': author('José García'),
    'content/blog/a.md': post({ author: ['Jose  garcia', 'Editorial'] }),
    'content/blog/b.md': post({ author: 'josé garcía' }),
  };
  expect(checkReport(files)).toMatchInlineSnapshot(`
    "content/blog/a.md:3:10  error  “Author” differs from the name it means in accents, capitals or spaces: “Jose  garcia”  → write José García  [misspelt-reference]
    content/blog/b.md:3:9  error  “Author” differs from the name it means in accents, capitals or spaces: “josé garcía”  → write José García  [misspelt-reference]

    2 errors in 2 files"
  `);
  expect(fixedText(files, 'content/blog/a.md')).toBe(post({ author: ['José García', 'Editorial'] }));
  expect(fixedText(files, 'content/blog/b.md')).toBe(post({ author: 'José García' }));
});

test('a category is fixed by its value or its label, whichever is written', () => {
  const files = { 'content/blog/a.md': post({ category: [{ label: 'news' }, { value: 'Category-1' }] }) };
  expect(checkReport(files)).toMatchInlineSnapshot(`
    "content/blog/a.md:5:12  error  “Category” differs from the name it means in accents, capitals or spaces: “news”  → write News  [misspelt-reference]
    content/blog/a.md:5:29  error  “Category” differs from the name it means in accents, capitals or spaces: “Category-1”  → write category-1  [misspelt-reference]

    2 errors in 1 file"
  `);
  expect(fixedText(files, 'content/blog/a.md')).toBe(post({ category: [{ label: 'News' }, { value: 'category-1' }] }));
});

test('two authors who differ only in accents, capitals or spaces are reported; a reference to either is right', () => {
  const files = {
    'content/authors/a.md': author('José García'),
    'content/authors/b.md': author('Jose Garcia'),
    'content/blog/a.md': post({ author: 'José García' }),
    'content/blog/b.md': post({ author: 'jose garcia' }),
  };
  expect(checkReport(files)).toMatchInlineSnapshot(`
    "content/blog/b.md:3:9  error  “Author” is unknown: “jose garcia”  → write José García  [unknown-reference]
    content/authors/b.md:2:7  warning  “Jose Garcia” differs only in accents, capitals or spaces from “José García” in content/authors/a.md  → keep one of the two files  [lookalike-name]

    1 error and 1 warning in 2 files"
  `);
});

test('a title that says another month than its file is reported', () => {
  const title = (name: string, text: string, changes = {}) =>
    checkReport({ [`content/blog/${name}.md`]: post({ title: text, ...changes }) });
  expect(title('2024-03-newsletter', 'April 2024 newsletter')).toMatchInlineSnapshot(`
    "content/blog/2024-03-newsletter.md:2:8  warning  “Title” says April 2024, and the name of the file March 2024  → correct the title, or rename the file  [other-month]

    1 warning in 1 file"
  `);
  expect(title('newsletter-march-2024', 'News of April, 2024')).toMatchInlineSnapshot(`
    "content/blog/newsletter-march-2024.md:2:8  warning  “Title” says April 2024, and the name of the file March 2024  → correct the title, or rename the file  [other-month]

    1 warning in 1 file"
  `);
  expect(title('bulletin-mars-2024', 'Bulletin d’avril 2024', { lang: 'fr' })).toContain('other-month');
});

test('months that agree, that stand alone, or that a dated post tells of, are right', () => {
  for (const [name, text] of [
    ['2024-04-newsletter', 'April 2024 newsletter'],
    ['2024-03-newsletter', 'What may come'],
    ['2024-03-newsletter', 'March 2024 newsletter, and what April 2024 brings'],
    ['2024-03-07-summit', 'The summit in April 2024'],
    ['newsletter', 'April 2024 newsletter'],
    ['2024-03-summit-in-april-2024', 'The summit in April 2024'],
    ['20240315-summit', 'The summit in April 2024'],
  ]) {
    expect([name, checkReport({ [`content/blog/${name}.md`]: post({ title: text }) })]).toEqual([name, '']);
  }
});

test('two posts at one address are reported, on whichever host and however it is written', () => {
  const at = (url: string) => post({ seo: { description: 'x', url } });
  for (const url of [
    'https://openinfra.dev/blog/A%2dPost',
    'https://openinfra.org/blog/a-post/',
    '/Blog/A-Post',
    '//openinfra.org/blog/%61-post',
  ]) {
    const report = checkReport({ 'content/blog/a-post.md': post(), 'content/blog/b.md': at(url) });
    expect([url, report.match(/shared-address/g)?.length]).toEqual([url, 2]);
  }
});

test('a date of one digit is fixed within its quotes', () => {
  const files = (date: string) => ({ 'content/blog/a.md': post().replace('"2026-01-02T00:00:00.000Z"', date) });
  const mendedDate = (date: string) => fixedText(files(date), 'content/blog/a.md');
  for (const quote of ['', '"', "'"]) {
    expect(mendedDate(`${quote}2020-11-6T13:30:56.289Z${quote}`)).toBe(
      files(`${quote}2020-11-06T13:30:56.289Z${quote}`)['content/blog/a.md'],
    );
  }
  expect(mendedDate('2020-11-31')).toBe(files('2020-11-31')['content/blog/a.md']);
});

test('a post may be changed on the day it was published, and no day before', () => {
  const report = (updated: string) =>
    checkReport({ 'content/blog/a.md': post({ date: '2026-01-02T15:00:00.000Z', updated }) });
  expect(report('2026-01-02')).toBe('');
  expect(report('2026-01-02T15:00:00Z')).toBe('');
  expect(report('2026-01-01')).toContain('“Updated” is before “Date”');
  expect(report('2026-01-02T14:59:59Z')).toContain('“Updated” is before “Date”');
  const site = siteOf({ 'content/blog/a.md': post({ date: '2026-01-02T15:00:00.000Z', updated: '2026-01-02' }) });
  expect(changedAt(site.posts[0] as Post), 'nothing was changed before it was published').toBe(
    '2026-01-02T15:00:00.000Z',
  );
});
