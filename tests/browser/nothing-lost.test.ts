import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photograph } from '../photograph';
import { launchChromium } from './chromium';
import { type Editor, fieldOf, publish, startEditor } from './editor';

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchChromium();
  editor = await startEditor(browser, 'git');
});
afterAll(async () => {
  await editor?.stop();
  await browser?.close();
});

const file = 'content/blog/a-kinder-lamp-review.md';
const open = () => editor.open('/collections/post/entries/a-kinder-lamp-review');

/** Presses the button that publishes, and leaves what comes then. */
async function askToPublish(page: Page): Promise<void> {
  await page.getByText('Publish', { exact: true }).first().click();
  await page.getByText('Publish now', { exact: true }).click();
}

describe('two editors at one post', () => {
  it('in two browsers each keep what the other wrote, and choose where both wrote the same', async () => {
    const [one, other] = [await open(), await open()];
    await fieldOf(one, 'title').fill('The title of the first');
    await fieldOf(other, 'description').fill('The description of the second.');
    await publish(one);
    await publish(other);
    const both = editor.read(file);
    expect(both).toContain('The title of the first');
    expect(both).toContain('The description of the second.');
    await other.getByText('is saved, with what somebody else has changed of it meanwhile').waitFor();

    // The form of the second shows the title as it was opened. It is changed in both now.
    await fieldOf(other, 'title').fill('The title of the second');
    await askToPublish(other);
    const dialog = other.getByRole('dialog', { name: 'Somebody else changed the same' });
    await dialog.waitFor();
    expect(await dialog.locator('legend').allInnerTexts()).toEqual(['Title']);
    const said = await dialog.innerText();
    for (const words of ['The title of the second', 'The title of the first', 'by Editor,'])
      expect(said).toContain(words);
    await other.screenshot({ path: 'tests/output/conflict.png' });
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await other.getByText('Nothing was saved. What you wrote is still in the form.').waitFor();
    expect(editor.read(file)).toBe(both);
    await askToPublish(other);
    await dialog.getByText('As it was saved meanwhile').click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    await other.getByText('Changes saved', { exact: true }).waitFor();
    expect(editor.read(file)).toBe(both);
    await one.context().close();
    await other.context().close();
  });

  it('is asked whether to bring back what somebody has deleted meanwhile', async () => {
    const page = await open();
    await fieldOf(page, 'title').fill('Written after the end');
    editor.git('rm', '-q', file);
    editor.git('commit', '-q', '-m', 'Delete the review');
    await askToPublish(page);
    const dialog = page.getByRole('dialog', { name: 'The entry was deleted' });
    await dialog.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByText('Changes saved', { exact: true }).waitFor();
    expect(editor.read(file)).toContain('Written after the end');
    await page.context().close();
  });

  it('has what changed on the disk while the form was open', async () => {
    const page = await open();
    const before = editor.read(file);
    await fieldOf(page, 'title').waitFor();
    writeFileSync(join(editor.root, file), before.replace('Written after the end', 'Written elsewhere'));
    await fieldOf(page, 'description').fill('Written in the form.');
    await publish(page);
    expect(editor.read(file)).toContain('Written elsewhere');
    expect(editor.read(file)).toContain('Written in the form.');
    await page.context().close();
  });
});

describe('an author whom posts name', () => {
  const named = (name: string) =>
    editor.git('grep', '-l', name, 'main', '--', 'content/blog').trim().split('\n').length;

  it('is renamed together with the posts, in one commit', async () => {
    const count = named('Ines Okafor');
    const page = await editor.open('/collections/author/entries/ines-okafor');
    await fieldOf(page, 'name').fill('Ines O. Okafor');
    await askToPublish(page);
    const dialog = page.getByRole('dialog', { name: 'What refers to this' });
    await dialog.getByText(`${count} entries name it:`).waitFor();
    await page.screenshot({ path: 'tests/output/renamed.png' });
    await dialog.getByRole('button', { name: 'Save, and change these too' }).click();
    await page.getByText('Changes saved', { exact: true }).waitFor();
    expect(named('Ines O. Okafor')).toBe(count);
    const files = editor.git('show', '--format=%s', '--name-only', 'main').trim().split('\n').filter(Boolean);
    expect(files.slice(1)).toHaveLength(count + 1);
    expect(editor.git('status', '--porcelain')).toBe('');
    await page.context().close();
  });

  it('is deleted once somebody else is named instead, and stays where nobody says so', async () => {
    const before = editor.git('rev-parse', 'main');
    const count = named('Coast Guides');
    const page = await editor.open('/collections/author/entries/coast-guides');
    const remove = () => page.getByRole('button', { name: /^Delete/ }).click();
    const dialog = page.getByRole('dialog', { name: 'What leads here' });
    await fieldOf(page, 'name').waitFor();
    await remove();
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await page.getByText('Nothing was deleted.').first().waitFor();
    expect(editor.git('rev-parse', 'main')).toBe(before);
    await remove();
    const instead = dialog.locator('fieldset', { hasText: '“Coast Guides”' }).locator('select');
    await instead.selectOption({ label: 'Harbor Desk' });
    await dialog.getByRole('button', { name: 'Delete, and change these too' }).click();
    await expect.poll(() => editor.git('rev-parse', 'main')).not.toBe(before);
    expect(editor.git('log', '--format=%H', `${before.trim()}..main`).trim().split('\n')).toHaveLength(1);
    expect(editor.git('ls-files', 'content/authors/coast-guides.md')).toBe('');
    expect(
      editor.git('diff', '--name-only', before.trim(), 'main', '--', 'content/blog').trim().split('\n'),
    ).toHaveLength(count);
    expect(editor.read('content/settings/redirects.yml')).toContain('/author/coast-guides/');
    await page.context().close();
  });
});

describe('the history of an entry', () => {
  it('says who changed what, and brings back what it said', async () => {
    const page = await editor.open('/collections/post/entries/a-kinder-lamp-review');
    await fieldOf(page, 'title').waitFor();
    const [, former = ''] = /^title: ["']?(.*?)["']?$/m.exec(editor.git('show', `main:${file}`)) ?? [];
    await fieldOf(page, 'title').fill('A title to be taken back');
    await publish(page);
    await page.getByRole('button', { name: 'History' }).click();
    const dialog = page.getByRole('dialog', { name: /^History of/ });
    const [newest, before] = [dialog.locator('li').nth(0), dialog.locator('li').nth(1)];
    await newest.locator('summary').click();
    await newest.getByText('A title to be taken back').waitFor();
    expect(await newest.locator('dt').allInnerTexts()).toEqual(['Title']);
    expect(await newest.innerText()).toContain('Editor');
    await page.screenshot({ path: 'tests/output/history.png' });
    await before.locator('summary').click();
    await before.getByRole('button', { name: 'Bring this version back' }).click();
    await expect.poll(() => editor.read(file)).toContain(former);
    expect(editor.git('log', '-1', '--format=%s', 'main')).toMatch(
      /^Bring back “a-kinder-lamp-review” as Editor left it on /,
    );
    await page.context().close();
  });
});

describe('the text editor', () => {
  it('goes on after an error of its own, with the text as it was typed', async () => {
    const page = await editor.open('/collections/post/entries/meet-the-keepers');
    const text = page.locator('[data-slate-editor=true]');
    await text.locator('p').first().click();
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(1_500);
    await page.keyboard.type('Before the error. ', { delay: 50 });
    await page.frameLocator('#preview-pane').getByText('Before the error. This year').waitFor();
    // As something that changes the page behind its back does: a program that checks spelling, or translates.
    await text.evaluate((element) => element.replaceChildren());
    await page.keyboard.type('x');
    await page.getByText('The text editor failed, and was started again').waitFor();
    await text.getByText('Before the error.').waitFor();
    await text.locator('p').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.waitForTimeout(1_500);
    await page.keyboard.type('After it.', { delay: 50 });
    await page.frameLocator('#preview-pane').getByText('After it.').waitFor();
    await page.context().close();
  });
});

describe('what is pasted', () => {
  /** As the browser tells the page of a paste. */
  const paste = (page: Page, html: string) =>
    page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', given);
      clipboardData.setData('text/plain', 'plain');
      const how = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', how));
    }, html);
  const clipboard = (program: string) => readFileSync(`tests/fixtures/clipboards/${program}.html`, 'utf8');

  it('is there, with its links and its lists, and a table lets the text go on as Markdown', async () => {
    const page = await editor.open('/collections/post/entries/meet-the-keepers');
    const preview = page.frameLocator('#preview-pane');
    await page.locator('[data-slate-editor=true] p').first().click();
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(1_500);
    await paste(page, '<p><span>Words of <a href="https://example.org/">a link</a> </span></p>');
    await preview.locator('p', { hasText: 'Words of a link' }).waitFor();
    await paste(page, clipboard('google-docs'));
    await preview.locator('h2', { hasText: 'The harbor lamp' }).waitFor();
    expect(await preview.locator('a[href="https://example.org/lamp?id=7"]').innerText()).toBe('the plan');
    expect(await preview.locator('li li', { hasText: 'Whale' }).count()).toBe(1);
    await paste(page, clipboard('word'));
    await preview.locator('td', { hasText: 'Ada' }).waitFor();
    expect(await page.locator('.cms-editor-raw').count()).toBe(1);
    await page.getByText('The text is shown as Markdown from here on').waitFor();
    await page.screenshot({ path: 'tests/output/pasted.png' });
    await publish(page);
    const text = editor.read('content/blog/meet-the-keepers.md');
    expect(text).toContain('[a link](https://example.org/)');
    expect(text).toMatch(/\| Dusk \| Ada \|/);
    await page.context().close();
  });
});

describe('a picture that is chosen', () => {
  it('is made as wide as pages show it, upright, and says nothing of its making; what browsers don’t show is refused', async () => {
    const page = await editor.open('/collections/post');
    await page.getByRole('button', { name: 'Media', exact: true }).click();
    const input = page.locator('input[type=file]');
    await input.waitFor({ state: 'attached' });
    const give = (name: string, mimeType: string, buffer: Buffer) => input.setInputFiles({ name, mimeType, buffer });
    await give('IMG_1.HEIC', 'image/heic', Buffer.from('none'));
    await page.getByText('“IMG_1.HEIC” is of a kind that browsers don’t show').waitFor();
    await give('torn.jpg', 'image/jpeg', Buffer.from('none'));
    await page.getByText('“torn.jpg” can’t be read as a picture').waitFor();
    const photo = await sharp(await photograph(1600, 3000))
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    await give('harbor.jpg', 'image/jpeg', photo);
    await expect.poll(() => existsSync(join(editor.root, 'static/img/harbor.jpg')), { timeout: 30_000 }).toBe(true);
    const { width, height, orientation, exif } = await sharp(join(editor.root, 'static/img/harbor.jpg')).metadata();
    expect({ width, height, orientation, exif }).toEqual({
      width: 2400,
      height: 1280,
      orientation: undefined,
      exif: undefined,
    });
    expect(editor.git('ls-files', 'static/img/IMG_1.HEIC', 'static/img/torn.jpg')).toBe('');
    await page.screenshot({ path: 'tests/output/library.png' });
    await page.context().close();
  });
});
