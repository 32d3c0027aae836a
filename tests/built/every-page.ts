import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { type BuiltPage, filesBelow, readPages, requests, scriptsOf, sizeOf } from './pages';

/**
 * Tests of what holds for each page of a site whatever it says, in whatever language: asked of the site of the fixtures,
 * and of the project’s own. Nothing here may name what an editor can change.
 */
export function holdsForEveryPage(folder: string): void {
  const pages = readPages(folder);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  /** The address of the site, with its slash. */
  const site = /^Sitemap: (.*)sitemap\.xml$/m.exec(read('robots.txt'))?.[1] ?? '';
  const urlOf = (address: string) => site + address.slice(1);
  const each = (name: string, look: (page: BuiltPage) => void) =>
    it.each(pages.map((page) => [page.address, page] as const))(`%s ${name}`, (_, page) => look(page));

  each('is whole without a script', ({ all }) => {
    expect(all('script[src], link[as="script"], link[rel="modulepreload"], noscript, iframe')).toEqual([]);
    expect(all('#___gatsby, #gatsby-focus-wrapper, [data-reactroot], [data-reactid]')).toEqual([]);
  });

  each('has one h1, one main and the landmarks', ({ all, text }) => {
    expect(all('h1')).toHaveLength(1);
    expect(text('h1')?.trim()).not.toBe('');
    const landmarks = ['main#Main', 'body > header', 'body > footer', 'body > header nav[aria-label]'];
    for (const landmark of [...landmarks, 'a.skip-link[href="#Main"]']) expect(all(landmark), landmark).toHaveLength(1);
  });

  each('tells machines what it is', ({ address, all, attribute, text }) => {
    expect(all('title')).toHaveLength(1);
    expect(text('title')?.trim()).not.toBe('');
    expect(attribute('meta[name="description"]', 'content')?.trim()).toMatch(/./);
    expect(attribute('html', 'lang')).toMatch(/^[a-z]{2}/);
    if (address === '/404.html') {
      expect(attribute('meta[name="robots"]', 'content')).toBe('noindex');
      expect(all('link[rel="canonical"]')).toEqual([]);
      return;
    }
    expect(attribute('link[rel="canonical"]', 'href')).toBe(urlOf(address));
    for (const { children } of all('script[type="application/ld+json"]')) {
      const [json] = children;
      expect(JSON.parse(json?.type === 'text' ? json.value : '')).toHaveProperty('@context', 'https://schema.org');
    }
  });

  each('asks for no script, style or frame, and for no more than the faces of its brand', ({ all }) => {
    expect(all(requests)).toEqual([]);
    for (const { children } of all('style'))
      for (const css of children) {
        const text = css.type === 'text' ? css.value : '';
        expect(text).not.toMatch(/@import/);
        // The faces of the brand, which are files of the site; what stands in for one is on every system.
        const asked = [...text.matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address.replace(/["']/g, ''));
        expect(asked.length).toBeLessThanOrEqual(2);
        for (const address of asked) {
          expect(address).toMatch(/^\/(?!\/).*\.woff2$/);
          expect(
            statSync(join(folder, new URL(address, site).pathname.slice(new URL(site).pathname.length))).size,
          ).toBeLessThanOrEqual(30_000);
        }
      }
  });

  each('has no two elements of one id', ({ all }) => {
    const ids = all('[id]').map(({ properties }) => properties['id']);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  each('has a script only where there is something for it to do, and at most 3,500 bytes', (page) => {
    const code = scriptsOf(page);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(3500);
    expect(code.includes('encrypted-media')).toBe(page.all('[data-embed]').length > 0);
    expect(code.includes('members')).toBe(page.all('[data-members-filter]').length > 0);
  });

  // What a page says is its editors’ to weigh; what comes with it is not.
  each('takes at most 9,000 bytes over the wire beside its own words', ({ html }) => {
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    const own = gzipSync(main, { level: 9 }).length;
    expect(sizeOf(html) - own).toBeLessThanOrEqual(9000);
  });

  it('is valid HTML on every page', async () => {
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
    const files = new Set(filesBelow(folder).map((path) => new URL(encodeURI(path), site).pathname));
    const ids = new Map(
      pages.map(({ address, all }) => [
        new URL(urlOf(address)).pathname,
        new Set(all('[id]').map(({ properties }) => properties['id'])),
      ]),
    );
    const dead: string[] = [];
    for (const { address, all } of pages) {
      const targets = [
        ...all('a[href], link[href]').map(({ properties }) => String(properties['href'])),
        ...all('img[src]').map(({ properties }) => String(properties['src'])),
      ];
      for (const target of targets) {
        const url = new URL(target, urlOf(address));
        if (!url.href.startsWith(site)) continue;
        const isPage = ids.has(url.pathname);
        if (!isPage && !files.has(url.pathname)) dead.push(`${address} → ${target}`);
        if (isPage && url.hash && !ids.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1))))
          dead.push(`${address} → ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('lists in its sitemap every page that may be found, and no other', () => {
    const listed = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    const found = pages.filter(({ attribute }) => attribute('meta[name="robots"]', 'content') !== 'noindex');
    expect(listed.sort()).toEqual(found.map(({ address }) => urlOf(address)).sort());
  });

  it('has three feeds of the blog, of the same posts, whole and with whole addresses', () => {
    const [path] = filesBelow(folder).filter((file) => /(?:^|\/)feed\.json$/.test(file));
    const at = (name: string) => path?.replace('feed.json', name) ?? '';
    const rss = parseRssFeed(read(at('rss.xml')));
    const atom = parseAtomFeed(read(at('atom.xml')));
    const json = parseJsonFeed(JSON.parse(read(at('feed.json'))));
    const links = rss.items?.map(({ link }) => link) ?? [];
    expect(atom.entries?.map(({ id }) => id) ?? []).toEqual(links);
    expect(json.items?.map(({ url }) => url) ?? []).toEqual(links);
    for (const item of rss.items ?? [])
      expect(item.content?.encoded ?? '').not.toMatch(/<[^>]*\s(?:href|src)="(?!\w+:)/);
  });

  it('names icons in its manifest that are there', () => {
    const { icons } = JSON.parse(read('manifest.webmanifest')) as { icons: { src: string }[] };
    const files = new Set(filesBelow(folder).map((path) => new URL(encodeURI(path), site).pathname));
    for (const { src } of icons) expect(files).toContain(new URL(src, site).pathname);
  });

  it('publishes neither the list of all addresses, which names hidden posts, nor a runtime', () => {
    const forReaders = filesBelow(folder).filter((path) => !path.startsWith('admin/'));
    expect(forReaders).not.toContain('addresses.txt');
    expect(forReaders.filter((path) => /page-data|\.map$|_gatsby|webpack/.test(path))).toEqual([]);
  });
}
