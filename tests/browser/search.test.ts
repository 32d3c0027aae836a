import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { builtSite } from '../built-site';
import { axeViolations } from './axe';
import { launchChromium, patience } from './chromium';

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

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(patience);
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  await page.goto(new URL(path, url).href);
  return { page, asked, refused };
}
const texts = (page: Pick<Page, 'locator'>, selector: string) => page.locator(selector).allTextContents();

it('the page searches for what its address says, and its policy refuses nothing of it', async () => {
  const { page, refused } = await open('search/?q=price+of+oil&year=2023');
  await page.locator('.search-results a').first().waitFor();
  expect((await texts(page, '.search-results a'))[0]).toBe('The Price of Oil, Told by Those Who Carry It');
  expect(await page.locator('[name=year]').inputValue()).toBe('2023');
  expect(await page.locator('[role=status]').textContent()).toContain('price of oil');
  expect(await axeViolations(page)).toEqual([]);

  await page.fill('#q', 'xyzzyq');
  await page.locator('.search-lists').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('xyzzyq');
  expect(await page.locator('.search-results li').count()).toBe(0);

  await page.fill('#q', '등대지기');
  await page.selectOption('[name=year]', '');
  await page.locator('.search-results a[lang=ko]').first().waitFor();
  await page.keyboard.press('Tab');
  await page.focus('#q');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.closest('.search-results') !== null)).toBe(true);
  expect(refused).toEqual([]);
  await page.close();
});

it('“/” opens the search in a dialog, of which nothing is loaded before, and which gives the focus back', async () => {
  const { page, asked, refused } = await open('blog/');
  expect(asked.filter((path) => path.includes('/search/'))).toEqual([]);
  await page.focus('.search-opener');
  await page.keyboard.press('/');
  const frame = page.frameLocator('.search-dialog iframe');
  await frame.locator('#q:focus').waitFor();
  await page.keyboard.type('ropes and knots');
  await frame.locator('.search-results a', { hasText: 'Ropes & Knots' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.search-dialog').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('search-opener');

  await page.click('.search-opener');
  await frame.locator('.search-results a', { hasText: 'Ropes & Knots' }).click();
  await page.waitForURL('**/rope-notes/');
  expect(refused).toEqual([]);
  await page.close();
});

it('without script the search leads to all lists, and its button to it', async () => {
  const { page } = await open('', { javaScriptEnabled: false });
  await page.click('.search-opener');
  await page.waitForURL('**/search/');
  expect(await page.locator('.search').isVisible()).toBe(false);
  expect((await texts(page, '.search-lists a')).length).toBeGreaterThan(3);
  expect(await page.locator('.search-lists').isVisible()).toBe(true);
  await page.close();
});

it('where there is no page, those are shown that have the words of its address', async () => {
  const { page, refused } = await open('former/price-of-oil.html');
  const frame = page.frameLocator('.search-here iframe');
  await frame.locator('.search-results a', { hasText: 'The Price of Oil' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  // The page itself was not found, and says so.
  expect(refused.filter((text) => !text.includes('404'))).toEqual([]);
  await page.close();
});
