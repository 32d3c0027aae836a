import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/cms/serve/content-server';
import { launchChromium, patience } from '../browser/chromium';
import { fingerprintOf } from '../built/pages';
import { copyProject, siteTime } from '../copy-project';
import { runToEnd, startGatsby } from '../run';

const copy = copyProject();
const at = (path: string) => join(copy.root, path);
const post = 'content/blog/meet-the-keepers.md';
const environment = { SITE_NOW: siteTime };
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

const fingerprint = () => fingerprintOf(at('public'));

async function gatsbyBuild() {
  const run = startGatsby(copy.root, ['build'], environment);
  return { exitCode: await run.exitCode, output: run.output() };
}

it('Gatsby builds the same files as the site’s own renderer, byte for byte, over what that has left and over its own', async () => {
  expect(runToEnd(copy.root, 'build', [], environment).status).toBe(0);
  const ours = fingerprint();
  expect(Object.keys(ours).length).toBeGreaterThan(300);
  const { exitCode, output } = await gatsbyBuild();
  expect(exitCode, output).toBe(0);
  expect(fingerprint()).toEqual(ours);
  writeFileSync(at(post), readFileSync(at(post), 'utf8').replace('title: Meet', 'title: Greet'));
  const again = await gatsbyBuild();
  expect(again.exitCode, again.output).toBe(0);
  const edited = fingerprint();
  expect(edited).not.toEqual(ours);
  expect(runToEnd(copy.root, 'build', [], environment).stdout).toContain('(none changed)');
  expect(fingerprint()).toEqual(edited);
});

it('content with an error stops Gatsby before it touches the site that is there', async () => {
  const before = fingerprint();
  const good = readFileSync(at(post), 'utf8');
  writeFileSync(at(post), good.replace('date: 2025-07-23', 'date: 2025-19-23'));
  const { exitCode, output } = await gatsbyBuild();
  expect(exitCode).not.toBe(0);
  expect(output).toContain(`${post}:5:7  error  “Date” is a date that does not exist`);
  expect(fingerprint()).toEqual(before);
  writeFileSync(at(post), good);
});

it('the former site is back when Gatsby was killed', async () => {
  const before = fingerprint();
  const run = startGatsby(copy.root, ['build'], environment);
  await run.says('source and transform nodes');
  await run.stop('SIGKILL');
  expect(existsSync(at('.build/former'))).toBe(true);
  expect(runToEnd(copy.root, 'build', [], environment).stdout).toContain('(none changed)');
  expect(fingerprint()).toEqual(before);
});

it('gatsby develop serves a page, and the page follows its file as it is saved', async () => {
  const port = await freePort();
  const run = startGatsby(copy.root, ['develop', '-H', '127.0.0.1', '-p', String(port)], environment);
  try {
    await run.says('You can now view', 120);
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    const heading = (text: string) => page.locator('h1', { hasText: text });
    // It says that it is ready before it has written what pages are made of.
    await expect
      .poll(
        async () => {
          await page.goto(`http://127.0.0.1:${port}/blog/lantern-members/`);
          return heading('the Keepers')
            .waitFor({ timeout: 5000 })
            .then(
              () => 'there',
              () => page.locator('body').innerText(),
            );
        },
        { timeout: 60_000 },
      )
      .toBe('there');
    // Many editors save by putting a new file where the old one was.
    writeFileSync(at(`${post}~`), readFileSync(at(post), 'utf8').replace(/title: \w+ the/, 'title: Hail the'));
    renameSync(at(`${post}~`), at(post));
    await heading('Hail the Keepers').waitFor();
    // Styles are those of the site.
    expect(
      await page
        .locator('header')
        .first()
        .evaluate((element) => getComputedStyle(element).display),
    ).not.toBe('inline');
  } finally {
    await run.stop();
  }
});
