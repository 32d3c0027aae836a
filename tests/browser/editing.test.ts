import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { launchChromium } from './chromium';
import { type Editor, fieldOf, publish, startEditor } from './editor';

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

const openEntry = (path: string): Promise<Page> => {
  const [collection, slug] = path.split('/');
  return editor.open(`/collections/${collection}/entries/${slug}`);
};

/** Replaces what a field holds, as one does by hand. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await fieldOf(page, name).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/** A post as editors have always written them: a comment, quotes, Windows line ends, and a text that rich text would spoil. */
const hostile = [
  '---',
  'title:   "A post"   # as it was printed',
  "author: ['Harbor Desk']",
  'date: 2026-01-02T00:00:00.000Z',
  'legacy_id: 0042',
  'category:',
  '- {value: category-gone, label: A category of old}',
  '- value: category-c1',
  '  label: Community',
  'seo:',
  '    description: >-',
  '      Folded over',
  '      two lines.',
  '---',
  '',
  '| Left | Right |',
  '| :--- | ----: |',
  '| 1    | 2     |',
  '',
  '2 * 3 * 4 is _twenty-four_',
].join('\r\n');

describe('a file that is opened', () => {
  const samples: [path: string, name: string][] = [
    ['post/meet-the-keepers', 'title'],
    ['settings/site', 'titleTemplate'],
  ];
  it.each(
    samples,
  )('%s: changing a field changes one line, and changing it back gives every byte back', async (path, name) => {
    const page = await openEntry(path);
    await fieldOf(page, name).waitFor();
    expect(await page.getByText('Changes saved', { exact: true }).count()).toBe(1);
    await fieldOf(page, name).press('End');
    await fieldOf(page, name).press('x');
    await publish(page);
    expect(editor.git('diff', '--numstat')).toMatch(/^1\t1\tcontent\/\S+\n$/);
    const again = await openEntry(path);
    await fieldOf(again, name).press('End');
    await fieldOf(again, name).press('Backspace');
    await publish(again);
    expect(editor.git('diff')).toBe('');
  });

  it('keeps comments, quotes, line ends, unknown fields, categories of old and its text, which opens as Markdown', async () => {
    writeFileSync(join(editor.root, 'content/blog/hostile.md'), hostile);
    const page = await openEntry('post/hostile');
    await fieldOf(page, 'title').waitFor();
    expect(await page.locator('.cms-editor-raw').count()).toBe(1);
    expect(await page.locator('.editor-field-notes').allInnerTexts()).toContainEqual(
      expect.stringContaining('it holds a table, which the rich text editor would change'),
    );
    await expect(page.getByText('A category of old').first().innerText()).resolves.toBeTruthy();
    await fieldOf(page, 'title').press('End');
    await fieldOf(page, 'title').press('!');
    await publish(page);
    expect(editor.read('content/blog/hostile.md')).toBe(hostile.replace('A post"', 'A post!"'));
  });

  it('keeps all other paragraphs byte for byte when one is edited as rich text', async () => {
    const before = editor.read('content/blog/meet-the-keepers.md');
    const page = await openEntry('post/meet-the-keepers');
    await page.frameLocator('#preview-pane').locator('h1').waitFor();
    // No faster than people can: the rich text editor follows a caret that has just been moved a moment later.
    await page.locator('[data-slate-editor=true] p').first().click();
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(1_500);
    await page.keyboard.type('Listen: ', { delay: 50 });
    await page.frameLocator('#preview-pane').getByText('Listen: This year').waitFor();
    await publish(page);
    const first = before.split('---\n')[2]?.trimStart().slice(0, 30) ?? '';
    expect(editor.read('content/blog/meet-the-keepers.md')).toBe(before.replace(first, `Listen: ${first}`));
  });
});

describe('what is wrong', () => {
  it('can’t be published, and is reported at its field in the words of the check', async () => {
    const page = await openEntry('post/a-kinder-lamp-review');
    await write(page, 'title', '');
    await write(page, 'lang', 'Englisch');
    await page.getByText('Publish', { exact: true }).first().click();
    await page.getByText('Publish now', { exact: true }).click();
    await page.getByText('“Title” is missing', { exact: true }).waitFor();
    const notes = await page.locator('.editor-field-notes').allInnerTexts();
    expect(notes.join('\n')).toContain(
      '“Language” is not a language tag: “Englisch” → write a tag such as en, ko or pt-BR',
    );
    expect(editor.git('status', '--porcelain')).toBe('');
    // What no single field can know stops it as well.
    await write(page, 'title', 'A post');
    await write(page, 'lang', '');
    await write(page, 'url', 'https://lantern.example/blog/gating-with-three-lamps');
    const taken = 'The address /blog/gating-with-three-lamps/ is also that of content/blog/gating-with-three-lamps.md';
    await page.locator('.editor-field-notes').getByText(taken).waitFor();
    await page.getByText('Publish', { exact: true }).first().click();
    await page.getByText('Publish now', { exact: true }).click();
    await page.getByText(`Failed to persist entry: Error: ${taken}`).waitFor();
    expect(editor.git('status', '--porcelain')).toBe('');
  });

  it('a file that can’t be read is never written over', async () => {
    writeFileSync(join(editor.root, 'content/blog/broken.md'), '---\ntitle: "never closed\n---\nText\n');
    const page = await openEntry('post/broken');
    await fieldOf(page, 'title').fill('Anything');
    await page.getByText('Publish', { exact: true }).first().waitFor();
    expect(editor.read('content/blog/broken.md')).toBe('---\ntitle: "never closed\n---\nText\n');
  });
});

describe('a day', () => {
  it('stays a day, and becomes a moment of a place where an hour and its zone are given', async () => {
    const page = await openEntry('event/lamp-evening-nairobi');
    const control = page.locator('.editor-day').first();
    await control.locator('input[type=date]').fill('2026-08-21');
    await publish(page);
    const changed = () => editor.git('diff', '-U0').match(/^\+[a-z].*$/gm);
    expect(changed()).toEqual(['+start: 2026-08-21']);
    const again = await openEntry('event/lamp-evening-nairobi');
    const hours = again.locator('.editor-day').first();
    await hours.locator('input[type=time]').fill('09:30');
    await hours.locator('select').selectOption('+03:00');
    await again.screenshot({ path: 'tests/output/day-control.png' });
    await publish(again);
    expect(changed()).toEqual(['+start: 2026-08-21T09:30:00.000+03:00']);
  });
});

describe('a server that dies', () => {
  it('loses nothing that was typed: it is offered again after the page is loaded anew', async () => {
    const page = await openEntry('post/a-kinder-lamp-review');
    await fieldOf(page, 'title').fill('Typed before the end');
    editor.die();
    await page.getByText('Publish', { exact: true }).first().click();
    await page.getByText('Publish now', { exact: true }).click();
    await page.getByText('Failed to persist entry').waitFor();
    expect(await fieldOf(page, 'title').inputValue()).toBe('Typed before the end');
    // The CMS keeps it in the browser two seconds after the last key.
    await page.waitForTimeout(2_500);
    editor.revive();
    await page.reload();
    const login = page.getByRole('button', { name: 'Login' });
    await login.or(fieldOf(page, 'title')).first().waitFor();
    if (await login.isVisible()) await login.click();
    await expect.poll(() => fieldOf(page, 'title').inputValue()).toBe('Typed before the end');
    await publish(page);
    expect(editor.git('diff', '--numstat')).toBe('1\t1\tcontent/blog/a-kinder-lamp-review.md\n');
  });
});

describe('a page that moves', () => {
  it('is led to from its former address, and linked to at its new one, with one button', async () => {
    const former = '/blog/gating-with-three-lamps/';
    const links = () => editor.git('grep', '-c', `](${former}`, '--', 'content');
    expect(links()).not.toBe('');
    const page = await openEntry('post/gating-with-three-lamps');
    await write(page, 'url', 'https://lantern.example/blog/lamps-as-gates');
    await page.getByText('Publish', { exact: true }).first().click();
    await page.getByText('Publish now', { exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'What refers to this' });
    await dialog.getByRole('button', { name: 'Save, and change these too' }).click();
    await page.getByText('Changes saved', { exact: true }).waitFor();
    const added = editor.git('diff', '-U0', '--', 'content/settings/redirects.yml').match(/^\+ .*$/gm);
    expect(added).toEqual([`+  - from: ${former}`, '+    to: /blog/lamps-as-gates/']);
    expect(links).toThrow();
  });
});

describe('the lists', () => {
  it('show which posts are drafts, hidden or dated ahead, the newest first, and can be filtered by author', async () => {
    const page = await editor.open('/collections/post');
    await page.getByText('A Kinder Lamp Review').waitFor();
    const text = await page.locator('main, #nc-root').first().innerText();
    expect(text).toContain('2024-02-28 · Hidden');
    expect(text).toContain('· Draft');
    expect(text).toContain('2027-02-01 · Scheduled for 2027-02-01');
    const dates = () => page.locator('a[href*="/collections/post/entries/"]').allInnerTexts();
    const days = (await dates()).flatMap((row) => / · (\d{4}-\d\d-\d\d)/.exec(row)?.[1] ?? []);
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort().reverse());
    await page.getByRole('button', { name: 'Filter by' }).click();
    await page.getByRole('menuitem', { name: 'Harbor Desk', exact: true }).click();
    await expect.poll(async () => (await dates()).filter((row) => !row.includes('Harbor Desk'))).toEqual([]);
    expect((await dates()).length).toBeGreaterThan(0);
    await page.screenshot({ path: 'tests/output/list.png' });
  });
});

describe('whoever edits, and with what', () => {
  it('finds everything named, in order and easy to read, in a list, a post and a page of sections', async () => {
    for (const path of ['/collections/post', '/collections/post/entries/meet-the-keepers']) {
      const page = await editor.open(path);
      await page.getByText('Meet the Keepers').or(fieldOf(page, 'title')).first().waitFor();
      await page.locator('[data-slate-editor=true][aria-label], main h1').first().waitFor();
      expect([path, await axeViolations(page)]).toEqual([path, []]);
    }
  });

  it('has the form and the preview one at a time on a phone, with nothing beside the screen', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const page = await editor.open('/collections/post/entries/meet-the-keepers', { context });
    await fieldOf(page, 'title').waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    expect(await page.locator('#preview-pane').isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'Preview' }).tap();
    await page.frameLocator('#preview-pane').locator('h1').waitFor();
    expect([await fieldOf(page, 'title').isVisible(), await width()]).toEqual([false, 390]);
    const tab = await page.getByRole('tab', { name: 'Write' }).boundingBox();
    expect(tab && tab.y > 700 && tab.height >= 44).toBe(true);
    await context.close();
  });

  it('reaches the content with the first key', async () => {
    const page = await editor.open('/collections/post');
    await page.locator('main h1').waitFor();
    await page.locator('body').press('Tab');
    const skip = page.getByRole('button', { name: 'Skip to the content' });
    await expect.poll(() => skip.count()).toBe(1);
    await skip.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

describe('the admin page', () => {
  it('asked no other host for anything', () => {
    expect([...editor.hosts]).toEqual(['127.0.0.1']);
  });
});
