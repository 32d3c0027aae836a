import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/cms/content-server';
import { launchChromium } from '../browser/chromium';
import { fieldOf, publish } from '../browser/editor';
import { copyProject } from '../copy-project';
import { type Run, runCommand } from './gatsby';

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
  // The editor's command starts the development server, and so both are looked at together.
  run = runCommand(copy.root, 'cms', ['--port', String(port)], { SITE_NOW: '2026-11-23T00:00:00Z' });
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await run.says(`The editor is at ${url}/admin/ and the site at ${url}/`, 120);
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

it('what is published in the editor is written into the file, and the page follows', async () => {
  const answer = await fetch(`${url}/admin`);
  expect(answer.url).toBe(`${url}/admin/`);
  expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
  const editor = await browser.newPage();
  editor.setDefaultTimeout(20_000);
  await page.goto(`${url}/blog/openinfra-members/`);
  await heading('Greet the Global Leaders');
  await editor.goto(`${url}/admin/#/collections/post/entries/meet-the-global-leaders`);
  await editor.getByRole('button', { name: 'Login' }).click();
  await fieldOf(editor, 'title').fill('Edited in the CMS');
  await publish(editor);
  expect(readFileSync(file, 'utf8')).toContain('title: Edited in the CMS\n');
  await heading('Edited in the CMS');
  await editor.close();
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('title: Edited in the CMS', 'title: Greet the Global Leaders'),
  );
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

it('one signal ends the site, the editor and its server', async () => {
  await run.stop();
  await expect(fetch(url)).rejects.toThrow();
});
