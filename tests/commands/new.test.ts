import { expect, test } from 'vitest';
import { newEntry } from '../../src/commands/new';
import { collectionNamed, kinds } from '../collections';
import { checkReport, now, post, siteOf } from '../project';

const site = siteOf({ 'content/blog/a.md': post() });

test('a new post has what its collection asks for, the author and category of the last one, and is a draft', () => {
  const made = newEntry(collectionNamed('post'), 'What is new: a lamp', site, now);
  expect(made.file).toBe('content/blog/what-is-new-a-lamp.md');
  expect(made.text).toMatchInlineSnapshot(`
    "---
    title: "What is new: a lamp"
    author:
      - Editorial
    category:
      - label: News
    date: 2026-06-01T00:00:00.000Z
    seo:
      description: (Description)
    draft: true
    ---
    "
  `);
});

test.each([
  'post',
  'author',
  'category',
  'generic-page',
  'listing-page',
  ...Object.keys(kinds),
])('a new %s can be checked: it lacks no field and has none too many', (name) => {
  const { file, text } = newEntry(collectionNamed(name), 'A new thing', site, now);
  const report = checkReport({ [file]: text });
  expect(
    report.split('\n').filter((line) => line.startsWith(file) && /missing-field|unknown-field|wrong-type/.test(line)),
  ).toEqual([]);
});
