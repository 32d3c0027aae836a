import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/cms/serve/content-server';
import { copyProject, siteTime } from '../copy-project';
import { type Run, runToEnd, startCommand } from '../run';
import { launchChromium, patience } from './chromium';
import { fieldOf, publish } from './editor';

const copy = copyProject();
const file = join(copy.root, 'content/blog/meet-the-keepers.md');
const added = join(copy.root, 'content/blog/added.md');
let browser: Browser;
let page: Page;
let run: Run;
let url: string;

beforeAll(async () => {
  // The last build’s own editor, which asks for an account, must not be in the way.
  runToEnd(copy.root, 'build', []);
  expect(readFileSync(join(copy.root, 'public/admin/site.json'), 'utf8')).toContain('git-gateway');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  // The editor's command starts the development server, and so both are looked at together.
  run = startCommand(copy.root, 'cms', ['--port', String(port)], { SITE_NOW: siteTime });
  browser = await launchChromium();
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
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
  await page.goto(`${url}/blog/lantern-members/`);
  await heading('Meet the Keepers');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Meet', 'title: Greet'));
  await heading('Greet the Keepers');
  // Many editors save by putting a new file where the old one was.
  writeFileSync(`${file}~`, readFileSync(file, 'utf8').replace('title: Greet', 'title: Hail'));
  renameSync(`${file}~`, file);
  await heading('Hail the Keepers');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Hail', 'title: Greet'));
  await heading('Greet the Keepers');
});

it('what is published in the editor is written into the file, and the page follows', async () => {
  const answer = await fetch(`${url}/admin`);
  expect(answer.url).toBe(`${url}/admin/`);
  expect(await answer.text()).toContain('<meta name="robots" content="noindex">');
  const editor = await browser.newPage();
  editor.setDefaultTimeout(patience);
  await page.goto(`${url}/blog/lantern-members/`);
  await heading('Greet the Keepers');
  await editor.goto(`${url}/admin/#/collections/post/entries/meet-the-keepers`);
  await editor.getByRole('button', { name: 'Login' }).click();
  await fieldOf(editor, 'title').fill('Edited in the CMS');
  await publish(editor);
  expect(readFileSync(file, 'utf8')).toContain('title: Edited in the CMS\n');
  await heading('Edited in the CMS');
  await editor.close();
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Edited in the CMS', 'title: Greet the Keepers'));
  await heading('Greet the Keepers');
});

it('a file with a fault is named with its place, and the server goes on', async () => {
  const good = readFileSync(file, 'utf8').replace(/^ {2}url: .*\n/m, '');
  writeFileSync(added, good.replace('title: Greet', 'titel: Added'));
  await run.says('content/blog/added.md:3:1  error  Unknown field “titel”  → write title');
  writeFileSync(added, good.replace('title: Greet', 'title: Added'));
  await expect.poll(async () => (await fetch(`${url}/blog/added/`)).status).toBe(200);
  await page.goto(`${url}/blog/added/`);
  await heading('Added the Keepers');
});

it('a deleted file takes its page along', async () => {
  rmSync(added, { force: true });
  await expect.poll(async () => (await fetch(`${url}/blog/added/`)).status).toBe(404);
  const list = async () => (await fetch(`${url}/blog/`)).text();
  await expect.poll(async () => (await list()).includes('href="/blog/added/"')).toBe(false);
  // The page that is open may be on its way to what changed, and then goes nowhere else.
  await expect.poll(() => page.goto(`${url}/blog/`).then(Boolean, () => false)).toBe(true);
  await heading('Blog');
  expect(await page.locator('a[href="/blog/added/"]').count()).toBe(0);
});

it('a page whose file can’t be read now stays as it last could, and says what is wrong with it', async () => {
  const good = readFileSync(file, 'utf8');
  await page.goto(`${url}/blog/lantern-members/`);
  const told = page.locator('site-news');
  await told.waitFor({ state: 'attached' });
  writeFileSync(file, good.replace(/^title: .*$/m, 'title: [broken'));
  await told.getByText('content/blog/meet-the-keepers.md').first().waitFor();
  await heading('Greet the Keepers');
  expect((await fetch(`${url}/blog/lantern-members/`)).status).toBe(200);
  writeFileSync(file, good.replace(/^title: .*$/m, 'title: Sound again'));
  await heading('Sound again');
  writeFileSync(file, good);
  await heading('Greet the Keepers');
});

it('what did not change is left alone: a reader’s place, an unfolded menu, what scripts have done', async () => {
  await page.goto(`${url}/blog/lantern-members/`);
  await heading('Greet the Keepers');
  await page.locator('site-news').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    Object.assign(window, { stayed: true });
    document.querySelector('footer')?.setAttribute('data-touched', 'yes');
    scrollTo(0, 300);
  });
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, `${good}\n\nA paragraph at the end.\n`);
  await page.getByText('A paragraph at the end.').waitFor();
  const after = await page.evaluate(() => [
    'stayed' in window,
    document.querySelector('footer')?.getAttribute('data-touched'),
    scrollY,
    document.querySelector('[data-theme-switch]')?.hasAttribute('hidden'),
  ]);
  expect(after).toEqual([true, 'yes', 300, false]);
  writeFileSync(file, good);
});

it('a saved template, style and script are seen too, and a fault in one is reported and leaves the page as it was', async () => {
  const change = (path: string, from: string, to: string) => {
    const source = join(copy.root, path);
    writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));
  };
  await page.goto(`${url}/blog/lantern-members/`);
  await heading('Greet the Keepers');
  change(
    'src/theme/templates/blog-post.tsx',
    '<PageHeader title={data.title}',
    '<PageHeader title={data.title.concat("!")}',
  );
  await heading('Greet the Keepers!');
  change('src/theme/templates/blog-post.tsx', 'data.title.concat("!")', 'data.title.concat("!"');
  await page.locator('site-news').getByText('src/theme/templates/blog-post.tsx').waitFor();
  await heading('Greet the Keepers!');
  change('src/theme/templates/blog-post.tsx', 'data.title.concat("!"', 'data.title');
  await expect.poll(() => page.locator('h1').innerText()).not.toContain('!');
  change('src/theme/styles/tokens.css', '--measure: 42rem', '--measure: 21rem');
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--measure')))
    .toBe('21rem');
  change('src/theme/client/theme.ts', 'try {', 'try { document.documentElement.dataset["seen"] = "yes";');
  await page.locator('html[data-seen]').waitFor({ state: 'attached' });
});

it('hundreds of files that come at once, as by a checkout, and a folder that is moved are all there', async () => {
  const source = readFileSync(file, 'utf8').replace(/^ {2}url: .*\n/m, '');
  const many = join(copy.root, 'content/blog/many');
  mkdirSync(many);
  for (let index = 0; index < 300; index++) writeFileSync(join(many, `post-${index}.md`), source);
  const status = async (path: string) => (await fetch(`${url}${path}`)).status;
  await expect.poll(() => status('/blog/many/post-299/')).toBe(200);
  expect(await status('/blog/many/post-0/')).toBe(200);
  renameSync(many, join(copy.root, 'content/blog/moved'));
  await expect.poll(() => status('/blog/moved/post-150/')).toBe(200);
  expect(await status('/blog/many/post-150/')).toBe(404);
  rmSync(join(copy.root, 'content/blog/moved'), { recursive: true });
  await expect.poll(() => status('/blog/moved/post-150/')).toBe(404);
});

it('a hidden page, a draft and a post dated ahead say so to who writes them', async () => {
  const stateOf = async (path: string) => {
    const html = await (await fetch(`${url}${path}`)).text();
    return /data-state="([^"]*)"/.exec(html)?.[1];
  };
  expect(await stateOf('/all-sections/')).toBe('Hidden: seen by those who know its address');
  expect(await stateOf('/blog/plan-your-lamp-year/')).toBe('Scheduled: appears at 2027-02-01T09:00:00.000Z');
  expect(await stateOf('/blog/lantern-members/')).toBeUndefined();
});

it('what is asked for in a way that can’t be read, or by another name of this machine, harms nothing', async () => {
  for (const path of ['/%ff', '/%', '/..%2f..%2fetc/passwd', '/%00', `/${'a/'.repeat(5000)}`]) {
    expect((await fetch(`${url}${path}`)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await fetch(`${url}/blog/`)).status).toBe(200);
});

it('one signal ends the site, the editor and its server', async () => {
  await run.stop();
  await expect(fetch(url)).rejects.toThrow();
});

it('what is saved in the very moment in which the address is named is seen', async () => {
  const port = await freePort();
  const other = startCommand(copy.root, 'develop', ['--port', String(port)], { SITE_NOW: siteTime });
  await other.says(`The site is at http://127.0.0.1:${port}/`, 120);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nSaved at once.\n`);
  const text = async () => (await fetch(`http://127.0.0.1:${port}/blog/lantern-members/`)).text();
  await expect.poll(text, { timeout: 20_000 }).toContain('Saved at once.');
  await other.stop();
});
