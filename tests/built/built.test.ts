import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { loadSite } from '../../src/load';
import { kinds } from '../collections';
import { filesBelow, readPages } from './pages';

const site = 'https://openinfra.dev';
const pages = readPages();
const page = (address: string) => {
  const found = pages.find((item) => item.address === address);
  if (!found) throw new Error(`There is no page ${address}`);
  return found;
};
const post = page('/blog/openinfra-members/');
const hidden = page('/blog/disposable-workers-for-untrusted-jobs/');

describe('every page', () => {
  it.each(pages.map((item) => [item.address, item] as const))('%s is whole without a script', (_, item) => {
    expect(item.all('script[src], link[as="script"], link[rel="modulepreload"], noscript, iframe')).toEqual([]);
    expect(item.html).not.toMatch(/___gatsby|gatsby-|webpack|page-data|data-react/);
  });

  it.each(
    pages.map((item) => [item.address, item] as const),
  )('%s has one h1, one main and the landmarks', (_, item) => {
    expect(item.all('h1')).toHaveLength(1);
    expect(item.text('h1')?.trim()).not.toBe('');
    for (const landmark of [
      'main#Main',
      'body > header',
      'body > footer',
      'nav[aria-label="Main"]',
      'a.skip-link[href="#Main"]',
    ]) {
      expect(item.all(landmark), landmark).toHaveLength(1);
    }
  });

  it.each(pages.map((item) => [item.address, item] as const))('%s tells machines what it is', (address, item) => {
    expect(item.all('title')).toHaveLength(1);
    expect(item.text('title')?.length).toBeGreaterThan(5);
    expect(item.attribute('meta[name="description"]', 'content')?.length).toBeGreaterThan(10);
    expect(item.attribute('html', 'lang')).toMatch(/^[a-z]{2}/);
    if (address === '/404.html') {
      expect(item.attribute('meta[name="robots"]', 'content')).toBe('noindex');
      expect(item.all('link[rel="canonical"]')).toEqual([]);
      return;
    }
    expect(item.attribute('link[rel="canonical"]', 'href')).toBe(site + address);
    for (const { children } of item.all('script[type="application/ld+json"]')) {
      const [text] = children;
      expect(JSON.parse(text?.type === 'text' ? text.value : '')).toHaveProperty('@context', 'https://schema.org');
    }
  });

  it('is valid HTML', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
    const faults: string[] = [];
    for (const { address, html } of pages) {
      const { results } = await validate.validateString(html);
      for (const { messages } of results)
        faults.push(...messages.map(({ ruleId, message }) => `${address} ${ruleId}: ${message}`));
    }
    expect(faults).toEqual([]);
  });

  it('links to nothing within the site that is not there, and to pages with their slash', () => {
    const files = new Set(filesBelow('public').map((path) => encodeURI(`/${path}`)));
    const ids = new Map(
      pages.map(({ address, all }) => [address, new Set(all('[id]').map(({ properties }) => properties['id']))]),
    );
    const dead: string[] = [];
    for (const { address, all } of pages) {
      const targets = [
        ...all('a[href], link[href]').map(({ properties }) => String(properties['href'])),
        ...all('img[src]').map(({ properties }) => String(properties['src'])),
      ];
      for (const target of targets) {
        const { origin, pathname, hash } = new URL(target, site + address);
        if (origin !== site) continue;
        const isPage = ids.has(pathname);
        if (!isPage && !files.has(pathname)) dead.push(`${address} → ${target}`);
        if (isPage && hash && !ids.get(pathname)?.has(decodeURIComponent(hash.slice(1))))
          dead.push(`${address} → ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('the post that started it all', () => {
  it('is at the path of its seo.url', () => {
    expect(existsSync('public/blog/openinfra-members/index.html')).toBe(true);
    expect(post.text('h1')).toBe('Meet the Global Leaders Powering the Future of Open Source Infrastructure');
  });

  it('shows its author, its date and its category, each where it leads', () => {
    expect(post.all('main a[href="/blog/author/jimmy-mcarthur/"]')).toHaveLength(1);
    expect(post.attribute('main time', 'dateTime')).toBe('2025-07-23T21:37:00.141Z');
    expect(post.all('main a[href="/blog/category/news-announcements/"]')).toHaveLength(1);
    expect(post.all('nav.neighbors a[rel="next"], nav.neighbors a[rel="prev"]')).toHaveLength(2);
  });

  it('has its picture, with a description and a size', () => {
    expect(post.attribute('.prose img', 'src')).toBe('/img/platinum_oif.png');
    expect(post.attribute('.prose img', 'alt')).toBe('OpenInfra Platinum Members');
    expect(post.attribute('.prose img', 'width')).toBe('1200');
  });

  it('leads its reader to the members, though the link was written without a scheme', () => {
    const link = post
      .all('.prose a')
      .find(({ children: [child] }) => child?.type === 'text' && /80\+ members/.test(child.value));
    expect(link?.properties['href']).toBe('/members/');
  });

  it('presents itself to social media, with the handle that has a space behind it made whole', () => {
    expect(post.attribute('meta[property="article:published_time"]', 'content')).toBe('2025-07-23T21:37:00.141Z');
    expect(post.attribute('meta[name="twitter:creator"]', 'content')).toBe('@openinfradev');
    expect(post.attribute('meta[property="og:image"]', 'content')).toBe(`${site}/img/social-card.png`);
  });

  it('takes at most 10 kB over the wire in at most 2 requests, pictures aside', () => {
    const requests = [
      ...post.all('link[rel="stylesheet"], link[rel="preload"], link[rel="modulepreload"]'),
      ...post.all('script[src]'),
      ...post.all('iframe'),
    ];
    expect(requests).toHaveLength(0);
    expect(gzipSync(post.html, { level: 9 }).length).toBeLessThanOrEqual(10_000);
  });
});

describe('posts that are not for everyone', () => {
  const files = filesBelow('public').filter((path) => /\.(html|xml|json|txt|webmanifest|js|map)$/.test(path));
  const mentions = (text: string) => files.filter((path) => readFileSync(join('public', path), 'utf8').includes(text));

  it('a hidden post can be read, and search engines are told to leave it alone', () => {
    expect(hidden.attribute('meta[name="robots"]', 'content')).toBe('noindex');
    expect(hidden.all('nav.neighbors')).toEqual([]);
  });

  it('a hidden post is mentioned in no other file that is published', () => {
    expect(mentions('disposable-workers-for-untrusted-jobs')).toEqual([
      'blog/disposable-workers-for-untrusted-jobs/index.html',
    ]);
    expect(mentions(hidden.text('h1') as string)).toEqual(['blog/disposable-workers-for-untrusted-jobs/index.html']);
  });

  it('drafts and posts dated ahead are not built at all', () => {
    const { site } = loadSite(process.cwd(), { kinds, now: new Date().toISOString(), preview: false });
    const waiting = site?.waiting.map(({ file }) => file.replace(/^.*\/|\.md$/g, '')) ?? [];
    for (const slug of ['hardware-profiles-that-age-well', ...waiting]) expect(mentions(slug)).toEqual([]);
  });

  it('the list of all addresses, which names hidden posts, is not published', () => {
    expect(files).not.toContain('addresses.txt');
  });

  it('nothing of the runtime that would fetch them is published', () => {
    const forReaders = files.filter((path) => !path.startsWith('admin/'));
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
    expect(page('/blog/korean-user-group-and-translation/').attribute('html', 'lang')).toBe('ko');
    expect(pages.some(({ all }) => all('article h2[lang="ko"]').length > 0)).toBe(true);
  });

  it('upper case in an address is kept', () => {
    expect(page('/blog/Kata-Isolation-Layers/').attribute('link[rel="canonical"]', 'href')).toBe(
      `${site}/blog/Kata-Isolation-Layers/`,
    );
  });
});

describe('beside the pages', () => {
  const read = (path: string) => readFileSync(join('public', path), 'utf8');

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
    const zuul = page('/blog/category/zuul/');
    const feed = parseRssFeed(read('blog/category/zuul/rss.xml'));
    expect(zuul.all('link[type="application/rss+xml"]').map(({ properties }) => properties['href'])).toContain(
      '/blog/category/zuul/rss.xml',
    );
    expect(feed.items?.length).toBe(zuul.all('article').length);
  });

  it('the sitemap lists every page that may be found, with the day its content changed', () => {
    const rows = new Map(
      [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(([, loc, lastmod]) => [
        loc,
        lastmod,
      ]),
    );
    const found = pages.filter(({ attribute }) => attribute('meta[name="robots"]', 'content') !== 'noindex');
    expect([...rows.keys()].sort()).toEqual(found.map(({ address }) => site + address).sort());
    expect(rows.get(`${site}/blog/openinfra-members/`)).toBe('2025-07-23T21:37:00.141Z');
    expect(rows.get(`${site}/blog/reading-the-openstack-release-schedule/`)).toBe('2026-04-08T09:00:00.000Z');
  });

  it('robots.txt names the sitemap, and the manifest names icons that are there', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${site}/sitemap.xml`);
    const { icons } = JSON.parse(read('manifest.webmanifest')) as { icons: { src: string }[] };
    for (const { src } of icons) expect(existsSync(join('public', src)), src).toBe(true);
  });
});
