import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { childrenOf, infoOf } from '../../src/model/field';
import { collections } from '../collections';
import { axeViolations } from './axe';
import { launchChromium } from './chromium';
import { type Editor, startEditor } from './editor';

const folder = 'docs/handbook';
const later = '2035-03-04';
/** The pictures are written only when asked for: none ever comes out the same to the byte. */
const isTaking = process.env['SCREENSHOTS'] === '1';
let browser: Browser;
let editor: Editor;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
  editor = await startEditor(browser, 'git', { workflow: true });
  const post = join(editor.root, 'content/blog/crossing-signals.md');
  writeFileSync(post, readFileSync(post, 'utf8').replace(/^date: .*$/m, `date: ${later}T15:00:00.000Z`));
  editor.git('commit', '-qam', 'A post for later');
  context = await browser.newContext({
    viewport: { width: 1120, height: 760 },
    deviceScaleFactor: isTaking ? 1.25 : 1,
  });
  await (await editor.open('/collections/post', { context })).close();
});
afterAll(async () => {
  await context?.close();
  await editor?.stop();
  await browser?.close();
});

const field = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();
const preview = (page: Page) => page.frameLocator('#preview-pane');

/** A picture of the handbook, and what it is of. */
interface Shot {
  name: string;
  /** Makes the page show it; fails when it is not there. */
  show(page: Page): Promise<unknown>;
  /** The height of the window, where it is not the usual one. */
  height?: number;
  /** What the picture holds; the whole window, when left out. */
  of?(page: Page): Locator;
}

/** The pictures by the address of the editor at which they are taken, one after the other. */
const shots: Record<string, Shot[]> = {
  '/collections/post': [
    {
      name: 'posts',
      show: (page) =>
        Promise.all(
          ['Draft', 'Hidden', `Scheduled for ${later}`].map((state) => page.getByText(`  ${state}`).first().waitFor()),
        ),
    },
  ],
  '/collections/post/entries/two-roads-to-the-reef': [
    {
      name: 'post',
      async show(page) {
        await preview(page).getByText('All is well').waitFor();
        await field(page, 'title').press('End');
        await field(page, 'title').pressSequentially(' Today');
        await preview(page)
          .getByRole('heading', { level: 1, name: /Stories Today$/ })
          .waitFor();
      },
    },
    {
      name: 'elsewhere',
      async show(page) {
        await preview(page).getByText('In search results, and where it is shared').click();
        for (const caption of ['In search results', 'Where it is shared'])
          await preview(page).getByText(caption, { exact: true }).waitFor();
      },
      of: (page) => preview(page).locator('.editor-elsewhere'),
    },
    {
      name: 'picture',
      show: (page) => page.getByRole('button', { name: 'Choose different image' }).waitFor(),
      of: (page) =>
        page.locator('[class*="-ControlContainer"]', { has: page.locator('label[for^="image-field-"]') }).first(),
    },
    {
      name: 'notes',
      height: 420,
      async show(page) {
        await preview(page).getByText('In search results, and where it is shared').click();
        await field(page, 'lang').fill('Englisch');
        await field(page, 'lang').evaluate((input) => input.scrollIntoView({ block: 'center' }));
        const problem = '“Language” is not a language tag';
        for (const place of [page, preview(page)]) await place.getByText(problem).first().waitFor();
      },
    },
  ],
  '/collections/landing-page/entries/index': [
    {
      name: 'sections',
      async show(page) {
        await preview(page).getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('Add section').evaluate((button) => button.scrollIntoView({ block: 'start' }));
        await page.getByText('Opening: ').waitFor();
      },
    },
  ],
  '/collections/post/entries/run-a-lamp-evening': [
    {
      name: 'workflow',
      height: 560,
      async show(page) {
        await field(page, 'title').press('End');
        await field(page, 'title').pressSequentially(' Again');
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByText('Changes saved', { exact: true }).waitFor();
        await page.goto(`${editor.url}/admin/#/workflow`);
        for (const column of ['Drafts', 'In Review', 'Ready']) await page.getByText(column, { exact: true }).waitFor();
        await page.getByText('Again').first().waitFor();
      },
    },
  ],
};

/** What comes and goes, or lies above what is shown, is left out. */
const options = {
  animations: 'disabled',
  style: '[class*=Toastify], [class*=ViewControls] { display: none }',
} as const;

const open = async (path: string) => {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(editor.url + path);
  return page;
};

describe('the handbook shows the editor as it is:', () => {
  it.concurrent.each(Object.entries(shots))('pictures can be taken at %s', async (path, all) => {
    const page = await open(`/admin/#${path}`);
    for (const { name, show, height = 760, of } of all) {
      await page.setViewportSize({ width: 1120, height });
      await show(page);
      await of?.(page).waitFor();
      if (!isTaking) continue;
      const picture = await (of?.(page) ?? page).screenshot(options);
      await sharp(picture).resize({ width: 1440, withoutEnlargement: true }).webp().toFile(`${folder}/${name}.webp`);
    }
    await page.close();
  });

  it('has every picture it names, each with a description, in less than 600 kB together', () => {
    const named = [...readFileSync(`${folder}.md`, 'utf8').matchAll(/!\[(.*?)\]\(handbook\/(\S+)\.webp/g)];
    const taken = Object.values(shots).flatMap((all) => all.map(({ name }) => name));
    expect(named.map(([, , name]) => name).sort()).toEqual([...taken].sort());
    for (const [, description = ''] of named) expect(description.length).toBeGreaterThan(20);
    expect(readdirSync(folder).sort()).toEqual(taken.map((name) => `${name}.webp`).sort());
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(600_000);
  });
});

describe('the page of the handbook', () => {
  let page: Page;
  const hosts = new Set<string>();
  beforeAll(async () => {
    page = await context.newPage();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${editor.url}/admin/handbook/`, { waitUntil: 'networkidle' });
  });

  it('names every field of every form as its form does', async () => {
    // A group that is an item of a list has no label of its own in a form.
    const labelsOf = (schema: z.ZodType, isItem = false): string[] => {
      const { kind, label, technical } = infoOf(schema) ?? {};
      // No form shows it.
      if (technical) return [];
      const within = kind === 'reference' ? [] : childrenOf(schema);
      return [
        ...(label && !(isItem && kind === 'group') ? [label] : []),
        ...within.flatMap((inner) => labelsOf(inner, kind === 'list')),
      ];
    };
    const told = await page.locator('dt, dd > code:last-child, summary').allTextContents();
    const names = new Set(told.map((text) => text.replace(/ required$/, '').trim()));
    const labels = collections.flatMap(({ schema, technical }) => (technical ? [] : labelsOf(schema)));
    expect(labels.length).toBeGreaterThan(200);
    expect(labels.filter((label) => !names.has(label))).toEqual([]);
  });

  it('asks no other host for anything, runs no script, and is kept out of search engines', async () => {
    expect([...hosts]).toEqual([new URL(editor.url).host]);
    expect(await page.locator('script, link[rel="stylesheet"]').count()).toBe(0);
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });

  it('can be read by everybody, in light and in dark, and leads to each of its chapters', async () => {
    await page.setViewportSize({ width: 360, height: 760 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const links = await page.locator('a[href^="#"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(20);
    for (const link of new Set(links))
      expect([link, await page.locator(`[id="${link?.slice(1)}"]`).count()]).toEqual([link, 1]);
  });
});
