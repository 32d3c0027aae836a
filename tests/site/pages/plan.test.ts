import { expect, test } from 'vitest';
import type { Page } from '../../../src/site/pages/page';
import { planPages } from '../../../src/site/pages/plan';
import type { ArchiveMain, BlogPostMain, LandingPageMain, PostListMain } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { pageAt, post, postsInRow, settings, siteOf } from '../../project';

const list = (site: Site, address: string) => pageAt<PostListMain>(site, address).made.main;
const titles = ({ posts }: { posts: { label: string }[] }) => posts.map(({ label }) => label);
const addressesOf = (site: Site) => planPages(site).map(({ address }) => address);

test('a post knows the next older and the next newer post', () => {
  const site = siteOf(postsInRow(3));
  const neighbors = (address: string) => {
    const { older, newer } = pageAt<BlogPostMain>(site, address).made.main;
    return [older?.href, newer?.href];
  };
  expect(neighbors('/blog/1/')).toEqual([undefined, '/blog/2/']);
  expect(neighbors('/blog/2/')).toEqual(['/blog/1/', '/blog/3/']);
  expect(neighbors('/blog/3/')).toEqual(['/blog/2/', undefined]);
});

test('a hidden post is nobody’s neighbor and has none', () => {
  const site = siteOf({ ...postsInRow(3), 'content/blog/2.md': post({ date: '2026-01-02', hidePost: true }) });
  const at = (address: string) => pageAt<BlogPostMain>(site, address).made.main;
  expect(at('/blog/1/').newer?.href).toBe('/blog/3/');
  expect(at('/blog/3/').older?.href).toBe('/blog/1/');
  expect(at('/blog/2/')).not.toHaveProperty('older');
  expect(at('/blog/2/')).not.toHaveProperty('newer');
});

test('a post shows its date, authors, categories and picture as its file tells them', () => {
  const site = siteOf({
    'content/authors/b.md': '---\nname: Second\n---\n',
    'content/blog/a.md': post(
      {
        author: ['Second', 'Editorial'],
        date: '2026-03-04T23:30:00-08:00',
        updated: '2026-04-01',
        image: '/img/card.png',
        imageAlt: 'A card',
      },
      '## Part\n\nText.\n',
    ),
  });
  const { words: _, ...main } = pageAt(site, '/blog/a/').made.main;
  expect(main).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "href": "/blog/author/b/",
          "initials": "S",
          "label": "Second",
        },
        {
          "href": "/blog/author/editorial/",
          "initials": "E",
          "label": "Editorial",
        },
      ],
      "categories": [
        {
          "href": "/blog/category/news/",
          "label": "News",
        },
      ],
      "contents": [],
      "data": {
        "author": [
          "Second",
          "Editorial",
        ],
        "category": [
          {
            "label": "News",
          },
        ],
        "date": {
          "iso": "2026-03-05T07:30:00.000Z",
          "text": "March 5, 2026",
        },
        "draft": false,
        "hidePost": false,
        "image": {
          "height": 1,
          "src": "/img/card.png",
          "width": 1,
        },
        "imageAlt": "A card",
        "seo": {
          "description": "What it says.",
        },
        "title": "A post",
        "updated": {
          "iso": "2026-04-01T00:00:00.000Z",
          "text": "April 1, 2026",
        },
      },
      "dir": "ltr",
      "html": "<div class="heading"><h2 id="part">Part</h2><a href="#part" class="anchor" aria-label="# Part">#</a></div>
    <p>Text.</p>",
      "lang": "en",
      "minutes": 1,
      "related": [],
    }
  `);
});

test('a picture has its size, so that nothing moves when it arrives', () => {
  const site = siteOf({ 'content/blog/a.md': post({ image: '/img/card.png' }) });
  expect(pageAt<BlogPostMain>(site, '/blog/a/').made.main.data.image).toEqual({
    src: '/img/card.png',
    width: 1,
    height: 1,
  });
});

test.each([
  [0, 1, [[]]],
  [1, 1, [['Post 1']]],
  [2, 1, [['Post 2', 'Post 1']]],
  [3, 2, [['Post 3', 'Post 2'], ['Post 1']]],
  [
    4,
    2,
    [
      ['Post 4', 'Post 3'],
      ['Post 2', 'Post 1'],
    ],
  ],
])('%i posts at two on a page make %i pages, none of them empty but the only one', (count, pages, expected) => {
  const site = siteOf(postsInRow(count));
  for (const folder of ['/blog/', '/blog/category/news/', '/blog/author/editorial/']) {
    const addresses = addressesOf(site).filter((address) => address === folder || address.startsWith(`${folder}page/`));
    expect(addresses).toEqual(
      Array.from({ length: pages }, (_, index) => (index ? `${folder}page/${index + 1}/` : folder)),
    );
    expect(addresses.map((address) => titles(list(site, address)))).toEqual(expected);
  }
});

test('the pages of a list lead to each other', () => {
  const site = siteOf(postsInRow(5));
  const links = (address: string) => {
    const { newer, older, number, total } = list(site, address);
    return [number, total, newer?.href, older?.href];
  };
  expect(links('/blog/')).toEqual([1, 3, undefined, '/blog/page/2/']);
  expect(links('/blog/page/2/')).toEqual([2, 3, '/blog/', '/blog/page/3/']);
  expect(links('/blog/page/3/')).toEqual([3, 3, '/blog/page/2/', undefined]);
});

test('the home page shows the newest posts, as many as its section says', () => {
  expect(
    titles(
      pageAt<LandingPageMain>(siteOf(postsInRow(5)), '/').made.main.blocks.find(
        ({ type }) => type === 'posts',
      ) as never,
    ),
  ).toEqual(['Post 5', 'Post 4', 'Post 3']);
});

test('the archive has the years that have posts, by the date in UTC, each with its count', () => {
  const site = siteOf({
    'content/blog/a.md': post({ title: 'A', date: '2025-12-31T20:00:00-08:00' }),
    'content/blog/b.md': post({ title: 'B', date: '2026-02-01' }),
    'content/blog/c.md': post({ title: 'C', date: '2019-02-01' }),
    'content/blog/hidden.md': post({ title: 'D', date: '2018-02-01', hidePost: true }),
  });
  expect(pageAt<ArchiveMain>(site, '/blog/archive/').made.main.years).toEqual([
    { label: '2026', href: '/blog/archive/2026/', count: 2, current: false },
    { label: '2019', href: '/blog/archive/2019/', count: 1, current: false },
  ]);
  const year = pageAt<ArchiveMain>(site, '/blog/archive/2026/').made.main;
  expect(titles(year)).toEqual(['B', 'A']);
  expect(year.years.map(({ current }) => current)).toEqual([true, false]);
  expect(addressesOf(site)).not.toContain('/blog/archive/2018/');
});

test('a hidden post appears on no page but its own', () => {
  const site = siteOf({
    ...postsInRow(3),
    'content/blog/secret-plan.md': post(
      {
        title: 'Secret plan',
        hidePost: true,
        date: '2026-02-01',
        seo: { description: 'Secret words' },
      },
      'Secret text',
    ),
  });
  const pages = planPages(site);
  expect(pages.map(({ address }) => address)).toContain('/blog/secret-plan/');
  const tells = ({ props }: Page) => /secret/i.test(JSON.stringify(props()));
  expect(pages.filter(tells).map(({ address }) => address)).toEqual(['/blog/secret-plan/']);
  expect(pages.find(({ address }) => address === '/blog/secret-plan/')?.listed).toBe(false);
});

test('a draft or a post dated ahead appears on no page at all', () => {
  const site = siteOf({
    ...postsInRow(1),
    'content/blog/secret-1.md': post({ title: 'Secret', draft: true }),
    'content/blog/secret-2.md': post({ title: 'Secret', date: '2030-01-01' }),
  });
  expect(JSON.stringify(planPages(site).map(({ address, props }) => [address, props()]))).not.toMatch(/secret/i);
});

test('those who write are told on the page that a post is not published', () => {
  const site = siteOf(
    { 'content/blog/a.md': post({ draft: true }), 'content/blog/b.md': post({ date: '2030-01-01' }) },
    { preview: true },
  );
  expect(pageAt<BlogPostMain>(site, '/blog/a/').made.main.state).toBe('draft');
  expect(pageAt<BlogPostMain>(site, '/blog/b/').made.main.state).toBe('scheduled');
  expect(list(site, '/blog/').posts.map(({ state }) => state)).toEqual(['scheduled', 'draft']);
});

test('a page is as new as the newest change of what it shows', () => {
  const site = siteOf({
    'content/blog/a.md': post({ date: '2026-01-01', updated: '2026-05-01' }),
    'content/blog/b.md': post({ date: '2026-02-01' }),
    'content/blog/hidden.md': post({ date: '2026-05-20', hidePost: true }),
  });
  const changed = (address: string) => pageAt(site, address).changed;
  expect(changed('/blog/a/')).toBe('2026-05-01T00:00:00.000Z');
  expect(changed('/blog/b/')).toBe('2026-02-01T00:00:00.000Z');
  expect(changed('/blog/')).toBe('2026-05-01T00:00:00.000Z');
  expect(changed('/')).toBe('2026-05-01T00:00:00.000Z');
});

test('a site without any post has its pages all the same', () => {
  const site = siteOf();
  expect(addressesOf(site)).toEqual([
    '/',
    '/blog/',
    '/blog/category/news/',
    '/blog/author/editorial/',
    '/blog/archive/',
    '/search/',
    '/404.html',
  ]);
  for (const { props } of planPages(site)) expect(props().head.title).not.toBe('');
});

test('an author’s page shows the biography and the organization, where there are such', () => {
  const site = siteOf({
    'content/authors/editorial.md': '---\nname: Editorial\norganization: OpenInfra\n---\nWe *write*.\n',
    'content/authors/b.md': '---\nname: B\n---\n',
  });
  expect(list(site, '/blog/author/editorial/')).toMatchObject({
    organization: 'OpenInfra',
    html: '<p>We <em>write</em>.</p>',
  });
  expect(list(site, '/blog/author/b/')).not.toHaveProperty('html');
});

test('the navigation marks the page the reader is on, or the section it is in', () => {
  const navigation = [
    { label: 'Home', url: '/' },
    { label: 'Blog', url: '/blog/' },
    { label: 'Archive', url: 'https://openinfra.dev/blog/archive' },
    { label: 'Out', url: 'https://example.org/' },
  ];
  const site = siteOf({ ...postsInRow(1), 'content/settings/site.yml': settings({ navigation }) });
  const current = (address: string) => pageAt(site, address).made.frame.navigation.map((item) => item.current);
  expect(current('/')).toEqual(['page', undefined, undefined, undefined]);
  expect(current('/blog/')).toEqual([undefined, 'page', undefined, undefined]);
  expect(current('/blog/1/')).toEqual([undefined, 'true', undefined, undefined]);
  expect(current('/blog/archive/2026/')).toEqual([undefined, undefined, 'true', undefined]);
});

test('what a page is made of can be stored as JSON and comes back the same', () => {
  for (const { props } of planPages(siteOf(postsInRow(3)))) {
    const made = props();
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  }
});

test('the same content makes the same pages, whatever the order files are given in', () => {
  const make = (files: Record<string, string>) =>
    JSON.stringify(planPages(siteOf(files)).map(({ address, props }) => [address, props()]));
  const files = postsInRow(4, { date: '2026-01-01' });
  expect(make(Object.fromEntries(Object.entries(files).reverse()))).toBe(make(files));
});

test('of a list over several pages, the first is the page of its author or category, and no other', () => {
  const pages = planPages(siteOf(postsInRow(5)));
  const files = (folder: string) =>
    pages.filter(({ address }) => address.startsWith(folder)).map(({ address, file }) => [address, file]);
  expect(files('/blog/category/news/')).toEqual([
    ['/blog/category/news/', 'content/categories/news.yml'],
    ['/blog/category/news/page/2/', undefined],
    ['/blog/category/news/page/3/', undefined],
  ]);
});
