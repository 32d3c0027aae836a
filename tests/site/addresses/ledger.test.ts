import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendLedger, formatLedger, parseLedger, publishedAddresses } from '../../../src/site/addresses/ledger';
import { entry, pixel, post, siteOf, text } from '../../project';

test('everything that others may link to is in the ledger, with the entry it belongs to', () => {
  const site = siteOf({
    'content/blog/a.md': post({ title: 'A' }),
    'content/blog/b.md': post({ title: 'B', date: '2025-01-01' }),
    'content/blog/c.md': post({ title: 'C' }),
    'content/blog/secret.md': post({ title: 'Secret', hidePost: true }),
    'content/blog/draft.md': post({ title: 'Draft', draft: true }),
    'content/blog/later.md': post({ title: 'Later', date: '2030-01-01' }),
    'content/pages/events.md': text({ title: 'Events' }),
    'content/events/summit.md': entry({
      title: 'Summit',
      start: '2026-07-01',
      place: 'Berlin',
      kind: 'summit',
      description: 'D.',
    }),
    'static/report.pdf': 'pdf',
    'static/img/photo.png': pixel,
  });
  expect(formatLedger(publishedAddresses(site))).toMatchInlineSnapshot(`
    "# Every address that was ever published, with the file and the title it belonged to. A line is never removed:
    # others may link to it. “npm run check” tells when one leads nowhere, “npm run addresses” adds what is new.
    /	content/pages/index.md	Home
    /blog/
    /blog/a/	content/blog/a.md	A
    /blog/archive/
    /blog/archive/2025/
    /blog/archive/2026/
    /blog/atom.xml
    /blog/author/editorial/	content/authors/editorial.md	Editorial
    /blog/b/	content/blog/b.md	B
    /blog/c/	content/blog/c.md	C
    /blog/category/news/	content/categories/news.yml	News
    /blog/category/news/rss.xml	content/categories/news.yml	News
    /blog/feed.json
    /blog/rss.xml
    /blog/secret/	content/blog/secret.md	Secret
    /events/	content/pages/events.md	Events
    /events/events.ics	content/pages/events.md	Events
    /events/summit/	content/events/summit.md	Summit
    /events/summit/event.ics	content/events/summit.md	Summit
    /report.pdf
    /search/
    "
  `);
});

test('what was published stays, what is new is added, and who has an address now is written beside it', () => {
  const former = [
    { address: '/gone/', file: 'content/pages/gone.md', title: 'Gone' },
    { address: '/kept/', file: 'content/pages/old-name.md', title: 'Kept' },
  ];
  const now = [
    { address: '/kept/', file: 'content/pages/kept.md', title: 'Kept' },
    { address: '/new/', file: 'content/pages/new.md', title: 'New' },
  ];
  expect(extendLedger(former, now)).toEqual({ ledger: [former[0], ...now], added: [now[1]] });
});

test('two people who add addresses may both keep their lines: the last one for an address counts', () => {
  const lines = parseLedger('# words\r\n/a/\tcontent/a.md\tA\r\n\r\n/b/\r\n/a/\tcontent/b.md\tB\r\n');
  expect(lines).toEqual([
    { address: '/a/', file: 'content/b.md', title: 'B', line: 5 },
    { address: '/b/', line: 4 },
  ]);
});

test('whatever is written into a ledger is read from it again, in one order', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replace(/\s+/g, ' ').trim());
  const published = fc.uniqueArray(
    fc.record({
      address: word.map((text) => `/${text}/`),
      file: word.map((text) => `content/${text}.md`),
      title: word,
    }),
    { selector: ({ address }) => address },
  );
  fc.assert(
    fc.property(published, (list) => {
      const read = parseLedger(formatLedger(list)).map(({ line: _, ...rest }) => ({ title: '', ...rest }));
      expect(new Set(read.map((line) => JSON.stringify(line)))).toEqual(
        new Set(list.map(({ title, address, file }) => JSON.stringify({ title, address, file }))),
      );
      expect(formatLedger(read)).toBe(formatLedger(list));
    }),
  );
});
