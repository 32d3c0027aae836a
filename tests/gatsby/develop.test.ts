import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../browser/chromium';
import { copyProject } from '../copy-project';
import { type Run, runGatsby } from './gatsby';

const copy = copyProject();
const file = join(copy.root, 'content/blog/meet-the-global-leaders.md');
const added = join(copy.root, 'content/blog/added.md');
let browser: Browser;
let page: Page;
let run: Run;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  run = runGatsby(copy.root, ['develop', '--host', '127.0.0.1', '--port', String(port)], {
    SITE_NOW: '2026-11-23T00:00:00Z',
  });
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await run.says('You can now view', 120);
  await run.says('Building development bundle', 120);
});
afterAll(async () => {
  await browser?.close();
  await run?.stop();
  copy.remove();
});

const heading = (text: string) => page.locator('h1', { hasText: text }).waitFor();

it('drafts and posts dated ahead are shown, and say what they are', async () => {
  await page.goto(`${url}/blog/`);
  await heading('Blog');
  expect(await page.locator('.post-state').allTextContents()).toEqual(['Scheduled', 'Draft']);
});

it('a page in the browser follows its file as it is saved', async () => {
  await page.goto(`${url}/blog/openinfra-members/`);
  await heading('Meet the Global Leaders');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Meet', 'title: Greet'));
  await heading('Greet the Global Leaders');
  // Many editors save by putting a new file where the old one was.
  writeFileSync(`${file}~`, readFileSync(file, 'utf8').replace('title: Greet', 'title: Hail'));
  renameSync(`${file}~`, file);
  await heading('Hail the Global Leaders');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Hail', 'title: Greet'));
  await heading('Greet the Global Leaders');
});

it('a file with a fault is named with its place, and the server goes on', async () => {
  const good = readFileSync(file, 'utf8').replace(/^ {2}url: .*\n/m, '');
  writeFileSync(added, good.replace('title: Greet', 'titel: Added'));
  await run.says('content/blog/added.md:3:1  error  Unknown field “titel”  → write title');
  writeFileSync(added, good.replace('title: Greet', 'title: Added'));
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/blog/added/`);
        // The development server sends an empty page, and a script fills it.
        const added = page.locator('h1', { hasText: 'Added the Global Leaders' });
        return added.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(true);
});

it('a deleted file takes its page along', async () => {
  rmSync(added);
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/blog/`);
        await heading('Blog');
        return page.locator('a[href="/blog/added/"]').count();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(0);
});

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
