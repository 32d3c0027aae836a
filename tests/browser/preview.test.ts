import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from '../../src/load';
import { planPages } from '../../src/site/pages/plan';
import { builtSite } from '../built-site';
import { collections, kinds } from '../collections';
import { siteTime } from '../copy-project';
import { launchChromium } from './chromium';
import { type Editor, startEditor } from './editor';

const builtAt = (address: string) => join(builtSite, 'public', address, 'index.html');
const sourceOf = (file: string) => readFileSync(join(builtSite, file), 'utf8');

let browser: Browser;
let editor: Editor;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  editor = await startEditor(browser, 'fs');
  page = await editor.open('/collections/post');
});
afterAll(async () => {
  await editor?.stop();
  await browser?.close();
});

/** A file as the editor previews it; `slug` is what the CMS calls it. */
interface Previewed {
  collection: string;
  slug: string;
  file: string;
  text: string;
  isNew?: boolean;
  /** What the editor has changed of its fields. */
  change?: Record<string, unknown>;
}

/** What the CMS shows of files, each as the part of the page that is its own, and as the notes above it. */
const previewsOf = (files: readonly Previewed[]) =>
  page.evaluate((asked) => {
    // What the CMS does for each entry it opens, without its form.
    const { CMS } = window as unknown as {
      CMS: {
        getCustomFormats(): Record<string, { formatter: { fromFile(text: string): Record<string, unknown> } }>;
        getPreviewTemplate(name: string): new (props: object) => { element: Element; show(): void };
      };
    };
    return asked.map(({ collection, slug, file, text, isNew, change }) => {
      const group = collection === 'settings' ? slug : collection;
      const data = { ...CMS.getCustomFormats()[collection]?.formatter.fromFile(text), ...change };
      const entry: Record<string, unknown> = {
        collection,
        slug,
        path: file,
        newRecord: isNew,
        data: { get: (key: string) => (data as Record<string, unknown>)[key], toJS: () => structuredClone(data) },
      };
      const Template = CMS.getPreviewTemplate(group);
      const preview = new Template({ entry: { get: (key: string) => entry[key] }, getAsset: (path: string) => path });
      preview.element = document.createElement('div');
      preview.show();
      return {
        main: preview.element.querySelector('main')?.outerHTML,
        links: [...preview.element.querySelectorAll('.editor-notes a')].map((link) => link.getAttribute('href')),
        notes: (preview.element.querySelector('.editor-notes') as HTMLElement | null)?.textContent ?? '',
      };
    });
  }, files);

/** The part of a built page that is its own, as a browser writes it. */
const mainsOf = (pages: readonly string[]) =>
  page.evaluate(
    (all) => all.map((html) => new DOMParser().parseFromString(html, 'text/html').querySelector('main')?.outerHTML),
    pages,
  );

describe('the preview', () => {
  it('is the page that was built, for every entry that has one', async () => {
    const { site } = loadSite(builtSite, { kinds, now: siteTime, preview: false });
    if (!site) throw new Error('There is no site');
    const pages = planPages(site).filter(({ address, file }) => file && existsSync(builtAt(address)));
    const files = pages.map(({ file = '' }): Previewed => {
      const entry = site.entries.find((item) => item.file === file);
      return { collection: entry?.collection.name ?? '', slug: entry?.slug ?? '', file, text: sourceOf(file) };
    });
    const withPages = collections.filter(({ address }) => address !== undefined);
    expect(new Set(files.map(({ collection }) => collection)).size).toBe(withPages.length);
    const built = await mainsOf(pages.map(({ address }) => readFileSync(builtAt(address), 'utf8')));
    const previews = await previewsOf(files);
    for (const [index, { main }] of previews.entries()) {
      // How long others take to read is known from their texts alone, which the editor does not fetch.
      const isList = files[index]?.collection !== 'post';
      const page = isList ? built[index]?.replace(/<span>\d+&nbsp;min&nbsp;read<\/span>/g, '') : built[index];
      expect([files[index]?.file, main]).toEqual([files[index]?.file, page]);
    }
  });

  it('of what has no page of its own is the page that shows it', async () => {
    const [press, site] = await previewsOf([
      {
        collection: 'press',
        slug: 'new',
        file: 'content/press/new.yml',
        text: 'title: A new article\nurl: https://example.org/a\nsite: A paper\ndate: 2026-01-01\n',
      },
      {
        collection: 'settings',
        slug: 'site',
        file: 'content/settings/site.yml',
        text: sourceOf('content/settings/site.yml'),
      },
    ]);
    expect(press?.main).toContain('A new article');
    expect(site?.main).toContain('<h1');
  });

  it('of an incomplete draft shows what is missing, and the page with a word in its place', async () => {
    const [empty, half, broken] = await previewsOf([
      { collection: 'post', slug: '', file: '', text: '---\n---\n', isNew: true },
      {
        collection: 'post',
        slug: '',
        file: '',
        text: '---\ntitle: Half a post\ndate: 2026-19-17\n---\nText so far.\n',
        isNew: true,
      },
      {
        collection: 'landing-page',
        slug: '',
        file: '',
        text: '---\ntemplateKey: landing-page\nblocks:\n  - type: hero\n  - type: quote\n---\n',
        isNew: true,
      },
    ]);
    expect(empty?.notes).toContain('“Title” is missing');
    expect(empty?.main).toContain('(Title)');
    expect(half?.notes).toContain('“Date” is a date that does not exist: “2026-19-17”');
    expect(half?.main).toContain('Half a post');
    expect(half?.main).toContain('Text so far.');
    expect(broken?.main).toContain('(Title)');
  });

  it('of a text that can’t be rendered says so, and does not break', async () => {
    const [deep] = await previewsOf([
      { collection: 'post', slug: '', file: '', text: `---\ntitle: Deep\n---\n${'> '.repeat(20_000)}x\n`, isNew: true },
    ]);
    expect(deep?.notes).toContain('The page can’t be shown as it is now');
  });

  it('warns of an address that a hidden page has, without telling which page it is', async () => {
    const { site } = loadSite(builtSite, { kinds, now: siteTime, preview: false });
    const hidden = site?.posts.find(({ state }) => state === 'hidden');
    if (!hidden) throw new Error('There is no hidden post');
    const [taken] = await previewsOf([
      {
        collection: 'post',
        slug: '',
        file: '',
        text: `---\ntitle: New\nseo:\n  description: New\n  url: ${hidden.address}\n---\n`,
        isNew: true,
      },
    ]);
    expect(taken?.notes).toContain(`The address ${hidden.address} is taken`);
    expect(readFileSync(join(builtSite, 'public/admin/site.json'), 'utf8')).not.toContain(
      hidden.address.replaceAll('/', ''),
    );
  });

  it('warns of an address that changes', async () => {
    const text = sourceOf('content/blog/a-kinder-lamp-review.md');
    const file = 'content/blog/a-kinder-lamp-review.md';
    const [moved] = await previewsOf([
      {
        collection: 'post',
        slug: 'a-kinder-lamp-review',
        file,
        text,
        change: { seo: { description: 'x', url: '/blog/elsewhere/' } },
      },
    ]);
    expect(moved?.notes).toContain('The page moves from /blog/a-kinder-lamp-review/ to /blog/elsewhere/');
  });
});
