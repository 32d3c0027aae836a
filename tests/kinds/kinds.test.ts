import { describe, expect, test } from 'vitest';
import { completeFields } from '../../src/model/complete';
import { planFiles } from '../../src/site/files/files';
import { planPages } from '../../src/site/pages/plan';
import type { DetailMain } from '../../src/site/pages/props';
import { kinds, listNames } from '../collections';
import { checkReport, data, entry, listing, now, pageAt, siteOf } from '../project';
import { listingAt } from './made';

test.each(listNames)('a list of %s that has nothing has a page that says so', (list) => {
  const main = listingAt(siteOf({ 'content/pages/list.md': listing(list) }));
  expect([main.count, main.data.empty]).toEqual([0, 'None.']);
});

test('a list of something that is no list is an error, with the nearest that is', () => {
  expect(checkReport({ 'content/pages/list.md': listing('member') })).toMatchInlineSnapshot(`
    "content/pages/list.md:4:7  error  “List” can’t be “member”  → write members  [unknown-choice]

    1 error in 1 file"
  `);
});

test('a listing has the text its editor wrote above the list', () => {
  const site = siteOf({ 'content/pages/list.md': `${listing('events')}Read *them*.\n` });
  expect(listingAt(site).html).toBe('<p>Read <em>them</em>.</p>');
});

describe.each(
  Object.values(kinds)
    .filter(({ detail }) => detail)
    .map(({ collection }) => [collection.name, collection] as const),
)('the page of a %s', (name, { folder, format, address = '/', schema }) => {
  // The least that may be written, and a listing above it.
  const { fields } = completeFields(schema, {}, now);
  const above = `content/pages${address.replace(/\/$/, '')}.md`;
  const text = format === 'md' ? entry(fields) : data(fields);
  const site = siteOf(
    { [above]: listing(listNames[0] ?? '', { title: 'All of them' }), [`content/${folder}/one.${format}`]: text },
    { problems: [] },
  );
  const page = pageAt<DetailMain>(site, `${address}one/`);

  test('is named and described, found by search engines, and tells the way back', async () => {
    const { head, main } = page.made;
    expect(page.template).toBe('detail');
    expect(head.title).toBe(`${main.title} - Example`);
    expect(head.meta.find((tag) => tag['name'] === 'description')?.['content']?.length).toBeGreaterThan(5);
    expect(JSON.stringify(head.jsonLd)).toContain('BreadcrumbList');
    expect(JSON.stringify(head.jsonLd)).toContain(`"https://openinfra.dev${address}"`);
    expect(main.list).toEqual({ href: address, label: 'All of them' });
    const sitemap = (await planFiles(site, planPages(site))).find(({ path }) => path === '/sitemap.xml')?.text ?? '';
    expect(sitemap).toContain(`https://openinfra.dev${address}one/<`);
  });

  test('is called what its declaration says that it is called by', () => {
    const { title = '' } = kinds[name as keyof typeof kinds].collection;
    expect(page.made.main.title).toBe(fields[title]);
  });
});
