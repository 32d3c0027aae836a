import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium';
import { type Editor, startEditor } from './editor';

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchChromium();
  editor = await startEditor(browser, 'fs');
});
afterEach(() => editor.reset());
afterAll(async () => {
  await editor?.stop();
  await browser?.close();
});

/** The control of a field, by its name. */
const field = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();

/** Publishes what is open, and waits until the content server has written it. */
async function publish(page: Page): Promise<void> {
  const [written] = await Promise.all([
    page.waitForResponse((response) => response.request().postData()?.includes('"persistEntry"') ?? false),
    (async () => {
      await page.getByText('Publish', { exact: true }).first().click();
      await page.getByText('Publish now', { exact: true }).click();
    })(),
  ]);
  expect(written.ok()).toBe(true);
  await page.getByText('Changes saved', { exact: true }).waitFor();
}

/** One entry of every kind, and the field by which it is known. */
const samples = {
  'post/meet-the-global-leaders': 'title',
  'author/editorial-team': 'organization',
  'category/community': 'label',
  'landing-page/index': 'title',
  'landing-page/about': 'title',
  'generic-page/contact': 'title',
  'listing-page/careers': 'title',
  'member/ericsson': 'country',
  'level/platinum': 'title',
  'person/thierry-carrez': 'role',
  'project/zuul': 'tagline',
  'event/openinfra-summit-asia-2026': 'title',
  'episode/zuul-deep-dive-volvo': 'title',
  'job/web-manager': 'title',
  'settings/site': 'titleTemplate',
};

describe('a file that is opened', () => {
  it.each(
    Object.entries(samples),
  )('%s: one line changes with one field, and changing it back gives every byte back', async (path, name) => {
    const [collection, slug] = path.split('/');
    const page = await editor.open(`/collections/${collection}/entries/${slug}`);
    const control = field(page, name);
    await control.waitFor();
    expect(await page.getByText('Changes saved', { exact: true }).count()).toBe(1);
    await control.press('End');
    await control.pressSequentially('x');
    await publish(page);
    expect(editor.git('diff', '--numstat')).toMatch(/^1\t1\tcontent\/\S+\n$/);
    await control.press('Backspace');
    await publish(page);
    expect(editor.git('diff')).toBe('');
  });
});
