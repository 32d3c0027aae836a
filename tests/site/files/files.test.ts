import { expect, test } from 'vitest';
import { planFiles } from '../../../src/site/files/files';
import { planPages } from '../../../src/site/pages/plan';
import type { Site } from '../../../src/site/site';
import { post, postsInRow, settings, siteOf } from '../../project';

async function fileOf(site: Site, path: string): Promise<string> {
  const file = (await planFiles(site, planPages(site))).find((candidate) => candidate.path === path);
  if (!file) throw new Error(`There is no ${path}`);
  return file.text;
}

/** The addresses of a sitemap, each with its time. */
const rowsOf = (sitemap: string) =>
  new Map(
    [...sitemap.matchAll(/<url>(.*?)<\/url>/gs)].map(([, row = '']) => [
      /<loc>(.*?)<\/loc>/.exec(row)?.[1],
      /<lastmod>(.*?)<\/lastmod>/.exec(row)?.[1],
    ]),
  );

test('the sitemap has every page that search engines may know, with whole addresses', async () => {
  const site = siteOf({ ...postsInRow(3), 'content/blog/secret.md': post({ hidePost: true }) });
  expect([...rowsOf(await fileOf(site, '/sitemap.xml')).keys()].sort()).toEqual(
    [
      ...['/', '/blog/', '/blog/page/2/', '/blog/archive/', '/blog/archive/2026/', '/blog/1/', '/blog/2/', '/blog/3/'],
      ...[
        '/blog/category/news/',
        '/blog/category/news/page/2/',
        '/blog/author/editorial/',
        '/blog/author/editorial/page/2/',
      ],
    ]
      .map((address) => `https://openinfra.dev${address}`)
      .sort(),
  );
});

test('a page’s time in the sitemap is that of its last change, else its date, and never the build’s', async () => {
  const files = {
    'content/blog/a.md': post({ date: '2026-01-01', updated: '2026-05-01' }),
    'content/blog/b.md': post({ date: '2026-02-01' }),
  };
  const rows = rowsOf(await fileOf(siteOf(files), '/sitemap.xml'));
  expect(rows.get('https://openinfra.dev/blog/a/')).toBe('2026-05-01T00:00:00.000Z');
  expect(rows.get('https://openinfra.dev/blog/b/')).toBe('2026-02-01T00:00:00.000Z');
  expect(await fileOf(siteOf(files, { now: '2027-01-01T00:00:00.000Z' }), '/sitemap.xml')).toBe(
    await fileOf(siteOf(files), '/sitemap.xml'),
  );
});

test('a site without posts has a sitemap of its pages, without times and without empty categories', async () => {
  const rows = rowsOf(await fileOf(siteOf(), '/sitemap.xml'));
  expect([...rows]).toEqual(
    ['/', '/blog/', '/blog/archive/'].map((path) => [`https://openinfra.dev${path}`, undefined]),
  );
});

test('more pages than a sitemap may hold are split over several, and the first names them', async () => {
  const site = siteOf();
  const pages = Array.from({ length: 50_001 }, (_, index) => ({
    address: `/${index}/`,
    template: 'x',
    listed: true,
    props: () => {
      throw new Error('A sitemap needs nothing of a page but its address.');
    },
  }));
  const files = new Map((await planFiles(site, pages)).map(({ path, text }) => [path, text]));
  const index = files.get('/sitemap.xml') ?? '';
  expect(index).toContain('<loc>https://openinfra.dev/sitemap-1.xml</loc>');
  expect(index).toContain('<loc>https://openinfra.dev/sitemap-2.xml</loc>');
  expect(rowsOf(files.get('/sitemap-1.xml') ?? '').size).toBe(50_000);
  expect(rowsOf(files.get('/sitemap-2.xml') ?? '').size).toBe(1);
});

test('robots.txt names the sitemap, and does not tell where hidden posts are', async () => {
  const site = siteOf({ 'content/blog/secret.md': post({ hidePost: true }) });
  expect(await fileOf(site, '/robots.txt')).toMatchInlineSnapshot(`
    "User-agent: *
    Allow: /

    Sitemap: https://openinfra.dev/sitemap.xml
    "
  `);
});

test('the manifest names the site, and its links have the base path', async () => {
  const site = siteOf({
    'content/settings/site.yml': settings({ url: 'https://openinfra.dev/site/', themeColor: '#f15b3e' }),
  });
  expect(JSON.parse(await fileOf(site, '/manifest.webmanifest'))).toMatchObject({
    name: 'Example',
    start_url: '/site/',
    scope: '/site/',
    theme_color: '#f15b3e',
    icons: [{ src: '/site/icon-192.png' }, { src: '/site/icon-512.png' }, { purpose: 'maskable' }],
  });
});

test('every file beside the pages has an address that no post can take', async () => {
  const site = siteOf(postsInRow(1));
  const known = new Set(site.addresses.values());
  for (const { path } of await planFiles(site, planPages(site))) expect(known).toContain(path);
});

test('a hidden post is in no file beside the pages', async () => {
  const site = siteOf({
    ...postsInRow(1),
    'content/blog/secret.md': post({ title: 'Secret', hidePost: true }, 'Secret'),
  });
  expect(JSON.stringify(await planFiles(site, planPages(site)))).not.toMatch(/secret/i);
});
