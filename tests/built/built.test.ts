import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { builtSite } from '../built-site';
import { holdsForEveryPage } from './every-page';
import { filesBelow, readPages, sizeOf } from './pages';

const site = 'https://lantern.example';
const folder = join(builtSite, 'public');
const pages = readPages(folder);
const page = (address: string) => {
  const found = pages.find((item) => item.address === address);
  if (!found) throw new Error(`There is no page ${address}`);
  return found;
};
const post = page('/blog/lantern-members/');
const hidden = page('/blog/lamps-nobody-lists/');

describe('the site of the fixtures', () => holdsForEveryPage(folder));

it.each(
  pages.map((item) => [item.address, item] as const),
)('%s has a name and a description, and no trace of what built it', (_, item) => {
  expect(item.all('nav[aria-label="Main"]')).toHaveLength(1);
  expect(item.text('title')?.length).toBeGreaterThan(5);
  expect(item.attribute('meta[name="description"]', 'content')?.length).toBeGreaterThan(10);
  expect(item.html).not.toMatch(/___gatsby|gatsby-|webpack|page-data|data-react/);
});

describe('the post that started it all', () => {
  it('is at the path of its seo.url', () => {
    expect(existsSync(join(folder, 'blog/lantern-members/index.html'))).toBe(true);
    expect(post.text('h1')).toBe('Meet the Keepers Who Hold the Light Along the Whole Coast');
  });

  it('shows its author, its date and its category, each where it leads', () => {
    expect(post.all('main a[href="/blog/author/ines-okafor/"]')).toHaveLength(1);
    expect(post.attribute('main time', 'dateTime')).toBe('2025-07-23T21:37:00.141Z');
    expect(post.all('main a[href="/blog/category/news-notices/"]')).toHaveLength(1);
    expect(post.all('nav.neighbors a[rel="next"], nav.neighbors a[rel="prev"]')).toHaveLength(2);
  });

  it('has its picture, with a description and a size', () => {
    expect(post.attribute('.prose img', 'src')).toBe('/img/keystone-members.png');
    expect(post.attribute('.prose img', 'alt')).toBe('Lantern keystone members');
    expect(post.attribute('.prose img', 'width')).toBe('1200');
  });

  it('leads its reader to the members, though the link was written without a scheme', () => {
    const link = post
      .all('.prose a')
      .find(({ children: [child] }) => child?.type === 'text' && /70\+ members/.test(child.value));
    expect(link?.properties['href']).toBe('/members/');
  });

  it('presents itself to social media, with the handle that has a space behind it made whole', () => {
    expect(post.attribute('meta[property="article:published_time"]', 'content')).toBe('2025-07-23T21:37:00.141Z');
    expect(post.attribute('meta[name="twitter:creator"]', 'content')).toBe('@lanterncommons');
    expect(post.attribute('meta[property="og:image"]', 'content')).toBe(`${site}/img/social-card.png`);
  });

  it('takes at most 10 kB over the wire in at most 2 requests, pictures aside', () => {
    const requests = [
      ...post.all('link[rel="stylesheet"], link[rel="preload"], link[rel="modulepreload"]'),
      ...post.all('script[src]'),
      ...post.all('iframe'),
    ];
    expect(requests).toHaveLength(0);
    expect(sizeOf(post.html)).toBeLessThanOrEqual(10_000);
  });
});

describe('posts that are not for everyone', () => {
  const files = filesBelow(folder).filter((path) => /\.(html|xml|json|txt|webmanifest|js|map)$/.test(path));
  const mentions = (text: string) => files.filter((path) => readFileSync(join(folder, path), 'utf8').includes(text));

  it('a hidden post can be read, and search engines are told to leave it alone', () => {
    expect(hidden.attribute('meta[name="robots"]', 'content')).toBe('noindex');
    expect(hidden.all('nav.neighbors')).toEqual([]);
  });

  it('a hidden post is mentioned in no other file that is published', () => {
    expect(mentions('lamps-nobody-lists')).toEqual(['blog/lamps-nobody-lists/index.html']);
    expect(mentions(hidden.text('h1') as string)).toEqual(['blog/lamps-nobody-lists/index.html']);
  });

  it('drafts and posts dated ahead are not built at all', () => {
    for (const slug of ['wicks-that-age-well', 'plan-your-lamp-year', 'next-year']) expect(mentions(slug)).toEqual([]);
  });

  it('nothing of the runtime that would fetch them is published', () => {
    const forReaders = files.filter((path) => !path.startsWith('search/index/') && !path.startsWith('admin/'));
    expect(forReaders.filter((path) => /page-data|\.js$|\.map$|_gatsby|webpack/.test(path))).toEqual([]);
  });
});

describe('lists', () => {
  it('the blog is paged, and its pages know one another', () => {
    expect(page('/blog/').all('article')).toHaveLength(10);
    expect(page('/blog/').attribute('nav.pagination a[rel="next"]', 'href')).toBe('/blog/page/2/');
    expect(page('/blog/page/2/').attribute('nav.pagination a[rel="prev"]', 'href')).toBe('/blog/');
  });

  it('a post in Korean says so in lists and on its page', () => {
    expect(page('/blog/korean-lamp-keepers/').attribute('html', 'lang')).toBe('ko');
    expect(pages.some(({ all }) => all('article h2[lang="ko"]').length > 0)).toBe(true);
  });

  it('upper case in an address is kept', () => {
    expect(page('/blog/Lens-Layers/').attribute('link[rel="canonical"]', 'href')).toBe(`${site}/blog/Lens-Layers/`);
  });
});

describe('beside the pages', () => {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  it('three feeds of the blog hold the same newest posts, whole and with whole addresses', () => {
    const rss = parseRssFeed(read('blog/rss.xml'));
    const atom = parseAtomFeed(read('blog/atom.xml'));
    const json = parseJsonFeed(JSON.parse(read('blog/feed.json')));
    expect(read('blog/feed.json')).toContain('https://jsonfeed.org/version/1.1');
    expect(rss.atom?.links?.[0]).toMatchObject({ rel: 'self', href: `${site}/blog/rss.xml` });
    expect(atom.links?.[0]).toMatchObject({ rel: 'self', href: `${site}/blog/atom.xml` });
    const links = rss.items?.map(({ link }) => link);
    expect(links?.length).toBe(20);
    expect(atom.entries?.map(({ id }) => id)).toEqual(links);
    expect(json.items?.map(({ url }) => url)).toEqual(links);
    for (const item of rss.items ?? []) {
      expect(item.content?.encoded).toMatch(/<p>/);
      expect(item.content?.encoded).not.toMatch(/(?:href|src)="(?!https?:\/\/|mailto:)/);
    }
  });

  it('every category has a feed, and its page names it', () => {
    const signals = page('/blog/category/signals/');
    const feed = parseRssFeed(read('blog/category/signals/rss.xml'));
    expect(signals.all('link[type="application/rss+xml"]').map(({ properties }) => properties['href'])).toContain(
      '/blog/category/signals/rss.xml',
    );
    expect(feed.items?.length).toBe(signals.all('article').length);
  });

  it('the sitemap has the day on which a page’s content changed', () => {
    const rows = new Map(
      [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(([, loc, lastmod]) => [
        loc,
        lastmod,
      ]),
    );
    expect(rows.get(`${site}/blog/lantern-members/`)).toBe('2025-07-23T21:37:00.141Z');
    expect(rows.get(`${site}/blog/calendar-of-lamps/`)).toBe('2026-04-08T09:00:00.000Z');
  });

  it('robots.txt names the sitemap, and the manifest names icons that are there', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${site}/sitemap.xml`);
    const { icons } = JSON.parse(read('manifest.webmanifest')) as { icons: { src: string }[] };
    for (const { src } of icons) expect(existsSync(join(folder, src)), src).toBe(true);
  });
});
