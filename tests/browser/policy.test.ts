import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { readAnswers } from '../../src/hosts/answers';
import { builtSite } from '../built-site';
import { project, settings } from '../project';
import { runToEnd } from '../run';
import { launchChromium, patience } from './chromium';

let browser: Browser;
let server: Server;
let url: string;
const closing: { close(): unknown }[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  ({ server, url } = await serveSite(builtSite));
  closing.push(server);
});
afterAll(async () => {
  await browser?.close();
  for (const one of closing) one.close();
});

/** A reader who notes what policies refuse, and whom else pages ask; nothing of that gets out. */
async function reader(base: string): Promise<{ context: BrowserContext; refused: string[]; asked: string[] }> {
  const context = await browser.newContext({ baseURL: base });
  context.setDefaultTimeout(patience);
  const [refused, asked]: [string[], string[]] = [[], []];
  context.on('console', (message) => {
    if (/Content Security Policy|Permissions policy/i.test(message.text())) refused.push(message.text());
  });
  await context.route(
    ({ origin }) => origin !== new URL(base).origin,
    (route) => {
      asked.push(new URL(route.request().url()).host);
      return route.fulfill({ contentType: 'text/html', body: '' });
    },
  );
  return { context, refused, asked };
}

it('no page of the site asks another host for anything, or tries what its policy refuses', async () => {
  const { context, refused, asked } = await reader(url);
  const page = await context.newPage();
  const moved = new Set(readAnswers(join(builtSite, 'public')).redirects.exact.map(({ from }) => from));
  const paths = readdirSync(join(builtSite, 'public'), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.endsWith('.html') && !/^(?:blog\/(?:page|archive|category|author)\/.+|admin\/index\.html)/.test(name),
    )
    .map((name) => `/${name.replace(/index\.html$/, '')}`)
    // Who asks for those is elsewhere at once.
    .filter((path) => !moved.has(path));
  expect(paths.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'load' });
    for (const what of [...refused.splice(0), ...asked.splice(0)]) found.push(`${path}: ${what}`);
  }
  expect(found).toEqual([]);
  await context.close();
});

it('what comes from elsewhere is framed when a reader asks for it', async () => {
  const { context, refused, asked } = await reader(url);
  const page = await context.newPage();
  await page.goto('/live/deep-sea/');
  await page.locator('[data-embed] a').first().click();
  await page.locator('iframe').waitFor();
  await expect.poll(() => asked).toEqual(['www.youtube-nocookie.com']);
  await page.goto('/contact/');
  await page.locator('[data-embed][data-kind="form"] a').first().click();
  await expect.poll(() => asked).toEqual(['www.youtube-nocookie.com', 'forms.example']);
  expect(refused).toEqual([]);
  await context.close();
});

it('a script that somebody has put into a page does not run', async () => {
  const { context, refused } = await reader(url);
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.hasRun = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red"><img src="https://elsewhere.example/x.png">');
  });
  await expect.poll(() => refused.length).toBeGreaterThan(2);
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  await context.close();
});

it('visits are counted when the reader has said yes, by whom the settings name', async () => {
  const analytics = { script: 'https://count.example/a.js', consent: true, question: 'May we?', yes: 'Yes', no: 'No' };
  const root = project({
    'content/settings/site.yml': settings({ analytics: { ...analytics, hosts: ['in.example'] } }),
  });
  expect(runToEnd(root, 'build', [])).toMatchObject({ status: 0 });
  const counted = await serveSite(root);
  closing.push(counted.server);
  const { context, refused, asked } = await reader(counted.url);
  await context.route('https://count.example/a.js', (route) => {
    asked.push('count.example');
    return route.fulfill({
      contentType: 'text/javascript',
      body: 'fetch("https://in.example/x", { mode: "no-cors" })',
    });
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Yes' }).waitFor();
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(() => asked).toEqual(['count.example', 'in.example']);
  expect(refused).toEqual([]);
  await context.close();
});
