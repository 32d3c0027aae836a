import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../src/output/publish';
import { ask, type Engine, type Found, loadEngine } from '../../src/output/search/ask';
import { documentOf, type Indexed, indexRecords } from '../../src/output/search/index-records';
import { searchFiles } from '../../src/output/search/search-files';
import { isUnspaced, joinSigns, splitSigns } from '../../src/output/search/split';
import type { OutputFile } from '../../src/output/table';
import { renderBody } from '../../src/site/pages/body';
import { planPages } from '../../src/site/pages/plan';
import { home, post, settings, siteOf } from '../project';
import { temporaryFolder } from '../temporary-folder';

const page = (href: string, title: string, html: string, more: Partial<Indexed> = {}): Indexed => ({
  href,
  title,
  html,
  description: '',
  lang: 'en',
  filters: { kind: ['Blog'] },
  ...more,
});

const pages = [
  page('/en/', 'Donating to the foundation', '<p>How a donation helps.</p>'),
  page('/ja/', '財団のニュース', '<p>東京都に住む人のための翻訳です。</p>', { lang: 'ja' }),
  page('/ja-2/', 'お知らせ', '<p>京都の会議、東の門。</p>', { lang: 'ja' }),
  page('/zh/', '开源基金会', '<p>社区翻译指南，欢迎参加。</p>', { lang: 'zh' }),
  page('/ko/', '재단의 소식', '<p>번역을 시작하는 방법입니다.</p>', { lang: 'ko' }),
  page('/signs/', 'Less < more & “quoted"', '<p>a &lt;script&gt; tag</p>'),
];

let end: () => void;
let engine: Engine;
const folder = temporaryFolder('index');

/** Serves the files of a folder, and nothing else. */
async function serveFolder(of: string): Promise<{ url: string; stop(): void }> {
  const server = createServer(({ url = '' }, answer) => answer.end(readFileSync(join(of, url.split('?')[0] ?? ''))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}

beforeAll(async () => {
  await indexRecords(pages, 'en', folder);
  const { url, stop } = await serveFolder(folder);
  end = stop;
  engine = await loadEngine(url, 1, pathToFileURL(`${folder}/`).href);
});
afterAll(() => end?.());

const found = async (words: string) =>
  (await Promise.all((await ask(engine, words, {})).map((result) => result.data()))).map(({ url }) => url);

test.each([
  ['donate', ['/en/']],
  ['東京都', ['/ja/']],
  ['京都の会議', ['/ja-2/']],
  ['翻訳', ['/ja/']],
  ['基金会', ['/zh/']],
  ['开源 翻译', ['/zh/']],
  ['社区翻译', ['/zh/']],
  ['재단', ['/ko/']],
  ['번역', ['/ko/']],
  ['no such word', []],
])('“%s” is found in whatever language it is written', async (words, addresses) => {
  expect((await found(words)).slice(0, addresses.length || 9)).toEqual(addresses);
});

test('signs in a row are found before the same signs apart', async () => {
  expect((await found('東都'))[0]).toBe('/ja/');
  expect(await found('京都の')).toEqual(['/ja-2/']);
});

test('what is shown of a result is what was written', async () => {
  const [first] = await ask(engine, '翻訳', {});
  const { meta, excerpt } = (await first?.data()) as Found;
  expect(joinSigns(meta['title'] ?? '')).toBe('財団のニュース');
  expect(joinSigns(excerpt).replace(/<\/?mark>/g, '')).toContain('東京都に住む人のための翻訳です。');
});

test('signs are parted and joined, and words of other scripts are left', () => {
  expect(splitSigns('日本語のOpenStack news')).toBe('日 本 語 の OpenStack news');
  expect(joinSigns('日 <mark>本</mark> <mark>語。</mark> の OpenStack news')).toBe(
    '日<mark>本</mark><mark>語。</mark>のOpenStack news',
  );
  expect([splitSigns('한국어 문서'), joinSigns('한국어 문서 a b')]).toEqual(['한국어 문서', '한국어 문서 a b']);
  expect(['日本', '日 本', '日', '日本 news', ''].map(isUnspaced)).toEqual([true, true, false, false, false]);
});

test('a page can end nothing of the document that the index reads', () => {
  const html = documentOf(page('/', '</h1><b>"', '', { description: '</p>', filters: { author: ['"><i>'] } }));
  expect(html).not.toMatch(/<b>|"><i>|<\/p><\/p>/);
});

const bytesOf = (files: readonly OutputFile[]) =>
  files.map(({ path, content }) => [path, typeof content === 'function' ? '' : readFileSync(content.copyOf, 'base64')]);
const files = {
  'content/settings/site.yml': settings(),
  'content/pages/index.md': home,
  'content/blog/one.md': post({ title: 'One' }, 'Some words.\n'),
  'content/blog/two.md': post({ title: 'Two', hidePost: true }),
};
const plan = (root: string, changed: object = {}, mostPages?: number) => {
  const site = siteOf({ ...files, ...changed });
  return searchFiles(root, site, planPages(site, renderBody), renderBody, mostPages);
};

test('the same site has the same index, byte for byte, which is not made again where nothing has changed', async () => {
  const [one, other] = [temporaryFolder('one'), temporaryFolder('other')];
  const first = bytesOf(await plan(one));
  expect(first.length).toBeGreaterThan(5);
  expect(bytesOf(await plan(other))).toEqual(first);

  const made = () =>
    filesBelow(join(one, '.build/cache/search')).map((path) => statSync(join(one, '.build/cache/search', path)).ino);
  const before = made();
  await plan(one);
  expect(made()).toEqual(before);
  await plan(one, { 'content/blog/one.md': post({ title: 'One' }, 'Other words.\n') });
  expect(made()).not.toEqual(before);
});

test('the index of a large site is parts, of which a change makes one anew, and which are searched as one', async () => {
  const root = temporaryFolder('parts');
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `content/blog/post-${index}.md`,
      post({ title: `Post ${index}` }, `About lantern number ${index}.\n`),
    ]),
  );
  const made = () => readdirSync(join(root, '.build/cache/search')).sort();
  const planned = await plan(root, many, 5);
  const before = made();
  expect(before.length).toBeGreaterThan(2);
  const at = temporaryFolder('parts-at');
  for (const { path, content } of planned) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), typeof content === 'function' ? await content() : readFileSync(content.copyOf));
  }
  const place = join(at, 'search/index');
  const { url, stop } = await serveFolder(place);
  try {
    const joined = await loadEngine(url, before.length, pathToFileURL(`${place}/`).href);
    const results = await ask(joined, 'lantern', {});
    const urls = (await Promise.all(results.map((result) => result.data()))).map((data) => data.url);
    expect(urls.sort()).toEqual(
      Object.keys(many)
        .map((_, index) => `/blog/post-${index}/`)
        .sort(),
    );
  } finally {
    stop();
  }
  await plan(root, { ...many, 'content/blog/post-3.md': post({ title: 'Post 3' }, 'Other words.\n') }, 5);
  expect(made().filter((name) => before.includes(name))).toHaveLength(before.length - 1);
});

test('an index that is not whole any more is made again', async () => {
  const root = temporaryFolder('damaged');
  const first = bytesOf(await plan(root));
  const [, file] = await plan(root);
  const path = typeof file?.content === 'object' ? file.content.copyOf : '';
  writeFileSync(path, 'x');
  expect(bytesOf(await plan(root))).toEqual(first);
});
