import { describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/cms/form/config';
import { markOf, type SiteData, siteDataOf, siteWith } from '../../../src/cms/serve/site-data';
import { addressKey } from '../../../src/site/addresses/address';
import { kinds, ofKinds } from '../../collections';
import { data, entry, now, pixel, post, siteOf, text } from '../../project';

const backend: Backend = { backend: { name: 'test-repo' }, publish_mode: 'simple' };

const hidden = {
  'content/blog/secret-hidden.md': post({ title: 'Secret', hidePost: true }),
  'content/blog/secret-draft.md': post({ title: 'Secret', draft: true }),
  'content/blog/secret-ahead.md': post({ title: 'Secret', date: '2027-01-01T00:00:00.000Z' }),
  'content/members/secret-member.yml': data({ name: 'Secret', level: 'gold', hidden: true }),
  'content/pages/secret-page.md': text({ title: 'Secret', hidePost: true }),
  'content/pages/secret-page-draft.md': text({ title: 'Secret', draft: true }),
  ...ofKinds({
    'content/jobs/secret-job.md': entry({
      title: 'Secret',
      organization: 'Secret',
      place: 'Remote',
      until: '2026-01-01',
      description: 'Secret.',
    }),
  }),
  'content/settings/editing.yml': data({ backend: 'github', repo: 'secret/secret' }),
};
const shown = {
  'content/blog/shown.md': post({ title: 'Shown' }, 'Nobody needs this text.\n'),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
  'content/members/shown.yml': data({ name: 'Shown', level: 'gold' }),
  'content/pages/about.md': text({ title: 'About' }),
  'static/img/photo.png': pixel,
  'static/papers/report.pdf': 'A paper.',
};
const site = siteOf({ ...shown, ...hidden });
/** As the browser gets it. */
const fetched = JSON.parse(JSON.stringify(siteDataOf(site, backend))) as SiteData;

describe('what everybody can fetch of the site', () => {
  it('holds what is published and what pages are made of', () => {
    expect(fetched.entries.map(({ file }) => file)).toMatchInlineSnapshot(`
      [
        "content/authors/editorial.md",
        "content/blog/shown.md",
        "content/categories/news.yml",
        "content/levels/gold.yml",
        "content/members/shown.yml",
        "content/pages/about.md",
        "content/pages/index.md",
        "content/settings/checks.yml",
        "content/settings/site.yml",
      ]
    `);
  });

  it('holds nothing of what is hidden, a draft, not yet due or over: no title, no address, no file', () => {
    expect(JSON.stringify(fetched)).not.toMatch(/secret/i);
  });

  it('holds no texts', () => {
    expect(JSON.stringify(fetched)).not.toContain('Nobody needs');
  });

  it('holds the files that pages may show, and the sizes of pictures', () => {
    expect(fetched.assets).toContainEqual(['/img/photo.png', 1, 1]);
    expect(fetched.assets).toContainEqual(['/papers/report.pdf']);
  });

  it('knows the addresses that hidden pages have by a mark alone, and those of drafts not at all', () => {
    const isTaken = (address: string) => fetched.taken.includes(markOf(addressKey(address)));
    const addresses = ['/blog/secret-hidden/', '/blog/Secret-Ahead', '/members/secret-member/', '/secret-page/'];
    expect(addresses.map(isTaken)).toEqual([true, true, true, true]);
    expect(['/blog/secret-draft/', '/blog/free/', '/blog/shown/', '/'].map(isTaken)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(fetched.taken.every((mark) => Number.isInteger(mark) && mark >= 0 && mark < 2 ** 32)).toBe(true);
  });
});

describe('the site that is made of it', () => {
  const { site: made, problems } = siteWith(kinds, fetched, undefined, now);

  it('is without problems, and has every published page where it is', () => {
    expect(problems).toEqual([]);
    const built = [...site.addressByFile].filter(([file]) => !file.includes('secret'));
    expect([...(made?.addressByFile ?? [])].sort()).toEqual(built.sort());
  });

  it('knows that there is something at the address of a hidden page, and nothing at a free one', () => {
    expect(made?.addresses.get(addressKey('/blog/secret-hidden/'))).toBe('/blog/secret-hidden/');
    expect(made?.addresses.get(addressKey('/blog/free/'))).toBeUndefined();
  });

  it('has the sizes of pictures, as a build has them', () => {
    expect(made?.assets.get('/img/photo.png')?.size()).toEqual({ width: 1, height: 1 });
    expect(made?.assets.get('/papers/report.pdf')?.size()).toBeUndefined();
  });
});

it('the draft of a site that is served while it is written shows what waits, too', () => {
  const files = { 'content/blog/waits.md': post({ draft: true }) };
  const entries = siteDataOf(siteOf(files, { preview: true }), backend).entries.map(({ file }) => file);
  expect(entries).toContain('content/blog/waits.md');
});

it('neither the author that only a draft names is reported, nor the name of a picture that only a draft shows', () => {
  const files = {
    'content/authors/secret.md': entry({ name: 'Secret Author' }),
    'content/authors/new.md': entry({ name: 'New Author' }),
    'content/blog/waits.md': post(
      { draft: true, author: ['Secret Author', 'Editorial'], image: '/img/secret-1.png' },
      '![x](/img/secret%202.png) ![y](/img/shared.png)\n',
    ),
    'content/blog/shown.md': post({ title: 'Shown' }, '![y](/img/shared.png)\n'),
    ...Object.fromEntries(
      ['secret-1', 'secret 2', 'shared', 'unused'].map((name) => [`static/img/${name}.png`, pixel]),
    ),
  };
  const told = siteDataOf(siteOf(files, { problems: [] }), backend);
  expect(JSON.stringify(told)).not.toMatch(/secret/i);
  expect(told.assets.map(([path]) => path)).toEqual(
    expect.arrayContaining(['/img/shared.png', '/img/unused.png', '/img/card.png']),
  );
  expect(told.entries.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['content/authors/new.md', 'content/authors/editorial.md']),
  );
  const { addressByFile, authors } = siteOf(files, { problems: [] });
  expect([...addressByFile.keys()].filter((file) => file.includes('authors'))).not.toContain(
    'content/authors/secret.md',
  );
  expect(authors.map(({ label }) => label)).toEqual(['Editorial', 'New Author']);
  // Who had a page keeps it.
  const published = { ...files, 'addresses.txt': '/blog/author/secret/\n' };
  expect(siteOf(published, { problems: [] }).authors.map(({ label }) => label)).toContain('Secret Author');
  // Who writes on this machine sees it all.
  expect(JSON.stringify(siteDataOf(siteOf(files, { problems: [], preview: true }), backend))).toMatch(/secret/i);
});
