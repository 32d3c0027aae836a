import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { builtSite } from '../built-site';
import { axeViolationsInBothSchemes, widthsItOverflows } from './axe';
import { launchChromium, patience } from './chromium';

/** One page of every kind, and those that are hard to get right. */
const kinds = {
  home: '/',
  post: '/blog/lantern-members/',
  'a post with code, a table and footnotes': '/blog/gating-with-three-lamps/',
  'a post with tasks': '/blog/run-a-lamp-evening/',
  'a post with videos and long words': '/blog/videos-and-forms/',
  'a title of 172 characters': '/blog/change-of-a-lens/',
  'a post in Korean': '/blog/korean-lamp-keepers/',
  'a post in Arabic': '/blog/arabic-lighthouse-notes/',
  'blog index': '/blog/',
  'blog index, second page': '/blog/page/2/',
  category: '/blog/category/signals/',
  'a category without posts': '/blog/category/quiet-corner/',
  author: '/blog/author/workshop/',
  archive: '/blog/archive/',
  'archive of a year': '/blog/archive/2025/',
  'not found': '/404.html',
};

let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  browser = await launchChromium();
  ({ server, url } = await serveSite(builtSite));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(patience);
  await page.goto(new URL(path, url).href);
  return page;
}

describe.each(Object.entries(kinds))('%s', (_, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(path);
  });
  afterAll(async () => page.close());

  it('has nothing that axe finds wrong, in either scheme', async () => {
    expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  });

  it('reaches over the edge at no width', async () => {
    expect(await widthsItOverflows(page, [320, 360, 768, 1440, 2560])).toEqual([]);
  });
});

describe('reading a post', () => {
  it('asks for the page and its pictures, and for nothing from any other host', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(new URL('/blog/lantern-members/', url).href, { waitUntil: 'networkidle' });
    expect(requests.filter((request) => !request.startsWith(url))).toEqual([]);
    const paths = requests.map((request) => new URL(request).pathname);
    expect(paths.filter((path) => !/\.(?:png|svg|ico|webmanifest)$/.test(path))).toEqual(['/blog/lantern-members/']);
    await page.close();
  });

  it('nothing moves while it loads', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const state = window as unknown as { shift: number };
      state.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(new URL('/blog/lantern-members/', url).href, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    await page.close();
  });

  it('the first stop of the keyboard leads past the navigation, and every stop can be seen', async () => {
    const page = await open('/blog/lantern-members/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    expect(await page.locator('.skip-link').evaluate((link) => getComputedStyle(link).clipPath)).toBe('none');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('Main');
    for (let stop = 0; stop < 5; stop++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe(
        'none',
      );
    }
    await page.close();
  });

  it('works the same with scripts switched off', async () => {
    const page = await open('/blog/', { javaScriptEnabled: false });
    await page.locator('article h2 a').first().click();
    expect(await page.locator('h1').textContent()).toBeTruthy();
    await page.close();
  });
});

describe('a static host', () => {
  it('answers an address with its slash, and leads there from the address without', async () => {
    const response = await fetch(new URL('/blog/lantern-members', url), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/blog/lantern-members/']);
    expect((await fetch(new URL('/blog/lantern-members/', url))).status).toBe(200);
  });

  it('answers an unknown address with the page that says so', async () => {
    const response = await fetch(new URL('/no-such-page/', url));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<h1>Page not found</h1>');
  });
});
