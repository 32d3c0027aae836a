import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../src/cms/content-server';
import { launchChromium } from '../browser/chromium';
import { filesBelow } from '../built/pages';
import { copyProject } from '../copy-project';
import { runToEnd, startGatsby } from '../run';

const copy = copyProject();
const at = (path: string) => join(copy.root, path);
const post = 'content/blog/meet-the-global-leaders.md';
const environment = { SITE_NOW: '2026-11-23T00:00:00Z' };
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

const fingerprint = () =>
  Object.fromEntries(
    filesBelow(at('public')).map((path) => [
      path,
      createHash('sha1')
        .update(readFileSync(at(`public/${path}`)))
        .digest('hex'),
    ]),
  );

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
  expect(existsSync(at('.build/before-gatsby'))).toBe(true);
  expect(runToEnd(copy.root, 'build', [], environment).stdout).toContain('(none changed)');
  expect(fingerprint()).toEqual(before);
});

it('gatsby develop serves a page, and the page follows its file as it is saved', async () => {
  const port = await freePort();
  const run = startGatsby(copy.root, ['develop', '-H', '127.0.0.1', '-p', String(port)], environment);
  try {
    await run.says('You can now view', 120);
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`http://127.0.0.1:${port}/blog/openinfra-members/`);
    await page.locator('h1', { hasText: 'Greet the Global Leaders' }).waitFor();
    // Many editors save by putting a new file where the old one was.
    writeFileSync(at(`${post}~`), readFileSync(at(post), 'utf8').replace('title: Greet', 'title: Hail'));
    renameSync(at(`${post}~`), at(post));
    await page.locator('h1', { hasText: 'Hail the Global Leaders' }).waitFor();
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
