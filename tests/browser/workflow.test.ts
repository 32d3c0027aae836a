import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium';
import { type Editor, fieldOf, startEditor } from './editor';

let browser: Browser;
let editor: Editor;

beforeAll(async () => {
  browser = await launchChromium();
  editor = await startEditor(browser, 'git', { workflow: true });
});
afterAll(async () => {
  await editor?.stop();
  await browser?.close();
});

/** Does something in the CMS, and waits until the content server has done it. */
const answered = async (action: string, act: () => Promise<unknown>, page: Awaited<ReturnType<Editor['open']>>) => {
  const [response] = await Promise.all([
    page.waitForResponse((item) => item.request().postData()?.includes(`"${action}"`) ?? false),
    act(),
  ]);
  expect(response.ok()).toBe(true);
};

describe('a post with a review', () => {
  it('waits on a branch of its own as a draft, is edited, made ready and published, though main has moved on', async () => {
    const page = await editor.open('/collections/post');
    await page.getByText('＋').first().click();
    await fieldOf(page, 'title').fill('In review');
    await fieldOf(page, 'author').selectOption('Harbor Desk');
    await fieldOf(page, 'category').selectOption({ label: 'Signals' });
    await fieldOf(page, 'description').fill('A post that waits for a review.');
    await page.locator('[data-slate-editor=true]').click();
    await page.keyboard.type('First version.');
    await page.frameLocator('#preview-pane').getByText('First version.').waitFor();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await answered('persistEntry', () => save.click(), page);
    expect(editor.git('branch', '--format=%(refname:short)')).toBe('cms/post/in-review\nmain\n');
    expect(editor.git('log', '--format=%s', 'main..cms/post/in-review')).toBe('Create Blog post “in-review”\n');
    expect(editor.git('status', '--porcelain', '--', 'content')).toBe('');

    // Somebody publishes something else meanwhile. The content server checks branches out in this very work tree, so it
    // is left alone until it has nothing to do.
    await page.waitForLoadState('networkidle');
    await page.context().close();
    await expect.poll(() => existsSync(join(editor.root, '.git/index.lock'))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(editor.git('branch', '--show-current')).toBe('main\n');
    const elsewhere = `${editor.read('content/categories/signals.yml')}# by somebody else\n`;
    writeFileSync(join(editor.root, 'content/categories/signals.yml'), elsewhere);
    editor.git('commit', '-q', '-a', '-m', 'Main moves on');

    const again = await editor.open('/collections/post/entries/in-review');
    await again.locator('[data-slate-editor=true]').click();
    await again.keyboard.press('Control+End');
    await again.waitForTimeout(1_500);
    await again.keyboard.type(' Second version.', { delay: 50 });
    await again.frameLocator('#preview-pane').getByText('First version. Second version.').waitFor();
    await answered('persistEntry', () => again.getByRole('button', { name: 'Save', exact: true }).click(), again);
    await again.getByText('Changes saved', { exact: true }).waitFor();
    for (const state of ['In review', 'Ready']) {
      await again.getByText(/^Status: /).click();
      const choose = () => again.getByRole('menuitem', { name: state }).click();
      await answered('updateUnpublishedEntryStatus', choose, again);
      await again.getByText(`Status: ${state}`).waitFor();
    }
    expect(editor.git('config', '--get', 'branch.cms/post/in-review.description')).toContain('pending_publish');
    await answered(
      'publishUnpublishedEntry',
      async () => {
        await again.getByText('Publish', { exact: true }).first().click();
        await again.getByText('Publish now', { exact: true }).click();
      },
      again,
    );
    await expect.poll(() => editor.git('branch', '--format=%(refname:short)')).toBe('main\n');
    expect(editor.read('content/blog/in-review.md')).toContain('First version. Second version.');
    expect(editor.read('content/categories/signals.yml')).toBe(elsewhere);
    expect(editor.git('log', '--format=%s', 'main')).toBe(
      'Update Blog post “in-review”\nCreate Blog post “in-review”\nMain moves on\nContent\n',
    );
    expect(editor.git('status', '--porcelain', '--', 'content')).toBe('');
    await again.context().close();
  });

  it('is committed with one changed line when its title is changed', async () => {
    const page = await editor.open('/collections/category/entries/signals');
    await fieldOf(page, 'label').press('End');
    await fieldOf(page, 'label').press('!');
    await answered('persistEntry', () => page.getByRole('button', { name: 'Save', exact: true }).click(), page);
    expect(editor.git('diff', '--numstat', 'main...cms/category/signals')).toBe(
      '1\t1\tcontent/categories/signals.yml\n',
    );
  });
});
