import { expect, test } from 'vitest';
import { planFiles } from '../../../src/site/files/files';
import { planPages } from '../../../src/site/pages/plan';
import type { GenericPageMain } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { checkReport, landing, listing, pageAt, settings, siteOf, text } from '../../project';

const frame = (site: Site, address = '/') => pageAt(site, address).made.frame;
const withSettings = (changes: object, files: object = {}) =>
  siteOf({ 'content/settings/site.yml': settings(changes), ...files });

const pages = {
  'content/pages/about/index.md': text({ title: 'About' }),
  'content/pages/about/board.md': text({ title: 'Board' }),
  'content/pages/about/board/history.md': text({ title: 'History' }),
  'content/pages/join.md': text({ title: 'Join' }),
};
const navigation = [
  {
    label: 'About',
    links: [
      { label: 'About us', url: '/about' },
      { label: 'Board', url: '/about/board' },
    ],
  },
  { label: 'Join', url: '/join' },
];

test('a group of the navigation holds its links, with the pages’ own addresses', () => {
  expect(frame(withSettings({ navigation }, pages)).navigation).toEqual([
    {
      label: 'About',
      href: '/about/',
      links: [
        { label: 'About us', href: '/about/' },
        { label: 'Board', href: '/about/board/' },
      ],
    },
    { label: 'Join', href: '/join/' },
  ]);
});

test.each([
  ['/about/', ['true', 'page', undefined], undefined],
  ['/about/board/', ['true', undefined, 'page'], undefined],
  ['/about/board/history/', ['true', undefined, 'true'], undefined],
  ['/join/', [undefined, undefined, undefined], 'page'],
  ['/', [undefined, undefined, undefined], undefined],
])('on %s the navigation marks the page or the deepest section that holds it, and its group', (address, group, join) => {
  for (const url of ['https://openinfra.dev/', 'https://openinfra.dev/site/']) {
    const [about, last] = frame(withSettings({ navigation, url }, pages), address).navigation;
    expect([about?.current, ...(about?.links ?? []).map(({ current }) => current)]).toEqual(group);
    expect(last?.current).toBe(join);
  }
});

test('a group with an address of its own keeps it', () => {
  const items = [{ label: 'Join', url: '/join', links: [{ label: 'About', url: '/about' }] }];
  expect(frame(withSettings({ navigation: items }, pages)).navigation[0]).toMatchObject({
    label: 'Join',
    href: '/join/',
  });
});

test('an item that leads nowhere and holds nothing is told to its editor', () => {
  expect(checkReport({ 'content/settings/site.yml': settings({ navigation: [{ label: 'Nothing' }] }) })).toMatch(
    /content\/settings\/site\.yml:\d+:\d+ {2}(?:error|warning)/,
  );
});

test('a link of the navigation, the footer or the announcement that leads nowhere is told where it stands', () => {
  expect(
    checkReport({
      'content/settings/site.yml': settings({
        navigation: [{ label: 'A', links: [{ label: 'B', url: '/missing-1' }] }],
        footer: { text: 'x', groups: [{ title: 'A', links: [{ label: 'B', url: '/missing-2' }] }], links: [] },
        announcement: { text: 'x', link: { label: 'B', url: '/missing-3' }, until: '2026-01-01' },
      }),
    }),
  ).toMatchInlineSnapshot(`
    "content/settings/site.yml:13:55  error  The link “/missing-1” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/settings/site.yml:14:72  error  The link “/missing-2” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/settings/site.yml:15:53  error  The link “/missing-3” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]

    3 errors in 1 file"
  `);
});

const announcement = { text: 'We meet.', link: { label: 'Come', url: '/join' } };

test('an announcement stands above every page until its moment, and not after it', () => {
  const files = {
    ...pages,
    'content/settings/site.yml': settings({ announcement: { ...announcement, until: '2026-07-01T12:00:00Z' } }),
  };
  const before = siteOf(files, { now: '2026-07-01T12:00:00.000Z' });
  for (const { props } of planPages(before)) {
    expect(props().frame.announcement).toEqual({ text: 'We meet.', link: { label: 'Come', href: '/join/' } });
  }
  expect(frame(siteOf(files, { now: '2026-07-01T12:00:00.001Z' }))).not.toHaveProperty('announcement');
});

test('an announcement until a day is shown on that day', () => {
  const files = {
    ...pages,
    'content/settings/site.yml': settings({ announcement: { ...announcement, until: '2026-07-01' } }),
  };
  expect(frame(siteOf(files, { now: '2026-07-01T18:00:00.000Z' }))).toHaveProperty('announcement');
  expect(frame(siteOf(files, { now: '2026-07-02T00:00:00.000Z' }))).not.toHaveProperty('announcement');
});

test('without an announcement there is none', () => {
  expect(frame(siteOf())).not.toHaveProperty('announcement');
});

test('the footer has its groups and its last line, with the base path of the site', () => {
  const footer = {
    text: 'The end.',
    groups: [{ title: 'More', links: [{ label: 'Join', url: '/join' }] }],
    links: [{ label: 'RSS', url: '/blog/rss.xml' }],
  };
  expect(frame(withSettings({ footer, url: 'https://example.org/site/' }, pages)).footer).toEqual({
    text: 'The end.',
    groups: [{ title: 'More', links: [{ label: 'Join', href: '/site/join/' }] }],
    links: [{ label: 'RSS', href: '/site/blog/rss.xml' }],
  });
});

const kinds = {
  'landing page': (changes: object) => landing([{ type: 'hero', title: 'Secret' }], changes),
  'text page': (changes: object) => text({ title: 'Secret', ...changes }),
  listing: (changes: object) => listing('events', { title: 'Secret', ...changes }),
};

test.each(
  Object.entries(kinds),
)('a %s that is hidden can be read, and no search engine is led to it', async (_, make) => {
  const site = siteOf({ 'content/pages/secret.md': make({ hidePost: true }) });
  const { listed, made } = pageAt(site, '/secret/');
  expect(listed).toBe(false);
  expect(made.head.meta).toContainEqual({ name: 'robots', content: 'noindex' });
  expect(JSON.stringify(await planFiles(site, planPages(site)))).not.toMatch(/secret/i);
});

test.each(Object.entries(kinds))('a %s that is hidden tells machines nothing of itself', (_, make) => {
  for (const files of [{ 'content/pages/secret.md': make({ hidePost: true }) }]) {
    expect(pageAt(siteOf(files), '/secret/').made.head.jsonLd).toEqual([]);
  }
});

test.each(Object.entries(kinds))('a %s that is a draft has no page, except for those who write', (_, make) => {
  const files = { 'content/pages/secret.md': make({ draft: true }) };
  expect(JSON.stringify(planPages(siteOf(files)).map(({ address, props }) => [address, props()]))).not.toMatch(
    /secret/i,
  );
  expect(planPages(siteOf(files, { preview: true })).map(({ address }) => address)).toContain('/secret/');
});

test.each(Object.entries(kinds))('a %s that is neither is in the sitemap', async (_, make) => {
  const site = siteOf({ 'content/pages/open.md': make({}) });
  expect(pageAt(site, '/open/').listed).toBe(true);
  expect(JSON.stringify(await planFiles(site, planPages(site)))).toContain('https://openinfra.dev/open/<');
});

test('a draft page may be the next version of a page, as a draft post may of a post', () => {
  const files = {
    'content/pages/about.md': text(),
    'content/pages/next.md': text({ draft: true, seo: { description: 'A.', url: '/about' } }),
  };
  expect(checkReport(files)).toBe('');
  expect(checkReport(files, { preview: true })).toContain('2 errors');
});

test('the file index.md is the page of its folder, and the two ways of writing it are one address', () => {
  const addresses = planPages(siteOf(pages)).map(({ address }) => address);
  expect(addresses).toEqual(
    expect.arrayContaining(['/', '/about/', '/about/board/', '/about/board/history/', '/join/']),
  );
  expect(addresses.join()).not.toContain('index');
  expect(checkReport({ ...pages, 'content/pages/about.md': text() })).toMatchInlineSnapshot(`
    "content/pages/about.md:1:1  error  The address /about/ is also that of content/pages/about/index.md  → rename the file, or write another address in “url:” below “seo:”  [shared-address]
    content/pages/about/index.md:1:1  error  The address /about/ is also that of content/pages/about.md  → rename the file, or write another address in “url:” below “seo:”  [shared-address]

    2 errors in 2 files"
  `);
});

test('a page in another language says so, and in which direction it is read', () => {
  const { made } = pageAt<GenericPageMain>(siteOf({ 'content/pages/a.md': text({ lang: 'ar' }) }), '/a/');
  expect([made.head.lang, made.head.dir, made.main.lang, made.main.dir]).toEqual(['ar', 'rtl', 'ar', 'rtl']);
});

test('links of a page’s fields are ready to be followed', () => {
  const site = siteOf({
    ...pages,
    'content/pages/a.md': text({
      sections: [{ label: 'About', url: '/about' }],
      callToAction: { title: 'Join', buttons: [{ label: 'Join', url: '../pages/join.md' }] },
    }),
  });
  const { main } = pageAt<GenericPageMain>(site, '/a/').made;
  expect(main.data.sections).toEqual([{ label: 'About', url: '/about/' }]);
  expect(main.data.callToAction?.buttons).toEqual([{ label: 'Join', url: '/join/' }]);
});

test('what an editor is advised to write for an e-mail address is something that may be written', () => {
  const page = (url: string) => ({ 'content/pages/a.md': text({ sections: [{ label: 'Write', url }] }) });
  const advice = /→ write (\S+)/.exec(checkReport(page('info@example.org')))?.[1];
  expect(checkReport(page(advice ?? 'mailto:info@example.org'))).toBe('');
});
