import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { loadSite } from '../../src/load';
import { assetFiles, planOutput } from '../../src/output/plan';
import { pathOfAddress, tableOf } from '../../src/output/table';
import { bundleInline } from '../../src/render/inline';
import { kinds } from '../collections';
import { checkReport, data, now, post, project, siteOf, text } from '../project';

const files = (...paths: string[]) => paths.map((path) => ({ path, content: () => '' }));
const told = (...paths: string[]) => {
  try {
    return [...tableOf(files(...paths)).keys()];
  } catch (error) {
    return (error as Error).message;
  }
};

const inline = bundleInline();

test('the files of a site are told by their paths, in the order in which they were planned', () => {
  expect(told('b/index.html', 'a.txt', 'b/c.txt')).toEqual(['b/index.html', 'a.txt', 'b/c.txt']);
});

test.each([
  ['a', 'a'],
  ['a/B.txt', 'A/b.txt'],
  ['caf\u00e9/index.html', 'cafe\u0301/index.html'],
  ['a', 'a/b'],
  ['a/b/c', 'A/B'],
])('%s and %s can’t both be written', (one, other) => {
  expect(told(one, other)).toMatch(/^(?:Two files would have one path|“.+” would lie in a folder where)/);
  expect(told(other, one)).toMatch(/^(?:Two files would have one path|“.+” would lie in a folder where)/);
});

test('no path leaves the folder, whatever it is made of', () => {
  const part = fc.constantFrom('..', '.', '', 'a', '\\', '\0', 'b.html');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const isSound = parts.every((item) => item === 'a' || item === 'b.html');
      expect(typeof told(parts.join('/')) === 'string').toBe(!isSound);
    }),
  );
});

test('the file of an address is the page of its folder', () => {
  expect(pathOfAddress('/')).toBe('index.html');
  expect(pathOfAddress('/blog/a/')).toBe('blog/a/index.html');
  expect(pathOfAddress('/404.html')).toBe('404.html');
});

describe('a clash is a problem at its place, whoever it comes from', () => {
  const page = (url: string) => ({ 'content/pages/other.md': text({ seo: { description: 'About.', url } }) });
  const rows: [string, Record<string, string>][] = [
    ['a page at a file of static/', { ...page('/tool.js'), 'static/tool.js': '' }],
    ['a page below a file of static/', { ...page('/tool.js/more'), 'static/tool.js': '' }],
    ['a page at the home page’s file', page('/index.html')],
    ['a page at another page’s file', { ...page('/blog/index.html') }],
    ['a page below a feed', page('/blog/rss.xml/x')],
    ['a page in the editor', page('/admin')],
    ['a page far in the editor', page('/Admin/handbook/x')],
    ['a page in the place of what is not found', page('/404')],
    ['a page at the list of redirects', page('/_redirects')],
    ['a file name that is a page’s file', { 'content/blog/index.html.md': post() }],
    ['a file of static/ in the editor', { 'static/admin/config.yml': '' }],
    ['a file of static/ in a page’s place', { 'static/blog/page': '', ...posts(5) }],
    ['a redirect below a file', { ...redirect('/robots.txt/old/') }],
    ['a redirect in the editor', { ...redirect('/admin/old/') }],
    ['a redirect from a page’s file', { ...redirect('/blog/index.html') }],
    ['a redirect that leaves the folder', redirect('/../p/')],
    ['a redirect that leaves the folder in code', redirect('/%2e%2e/p/')],
    ['a redirect from what hosts read', redirect('/.git/config')],
    ['a redirect of thousands of letters', redirect(`/${'x/'.repeat(3000)}`)],
    ['a page of thousands of letters', page(`/${'x/'.repeat(3000)}`)],
  ];
  function redirect(from: string) {
    return { 'content/settings/redirects.yml': data({ redirects: [{ from, to: '/blog/' }] }) };
  }
  function posts(count: number) {
    return Object.fromEntries(Array.from({ length: count }, (_, index) => [`content/blog/${index}.md`, post()]));
  }
  test.each(rows)('%s', (_, project) => {
    expect(checkReport(project)).toMatch(/error {2}/);
    // The rules that keep the promise can’t be switched off, nor can one place be excepted.
    const off = Object.fromEntries(
      ['shared-address', 'wrong-page-address', 'malformed-redirect', 'unused-file'].map((rule) => [rule, 'off']),
    );
    const report = checkReport({ ...project, 'content/settings/checks.yml': data(off) });
    expect(report).toMatch(/error {2}/);
  });
});

test('whatever addresses content asks for, the files of what passes the check have room beside one another', async () => {
  const word = fc.constantFrom(
    'a',
    'A',
    'b',
    'index.html',
    'x.js',
    'admin',
    '404',
    'rss.xml',
    'blog',
    '..',
    '.x',
    'é',
    'e\u0301',
  );
  const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `/${words.join('/')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(path, { maxLength: 4 }), fc.array(path, { maxLength: 3 }), async (pages, moved) => {
      const entries = Object.fromEntries([
        ...pages.map((url, index) => [`content/pages/${index}.md`, text({ seo: { description: 'About.', url } })]),
        ['content/settings/redirects.yml', data({ redirects: moved.map((from) => ({ from, to: '/blog/' })) })],
        ['static/x.js', ''],
      ]);
      const report = checkReport(entries);
      if (/error {2}/.test(report)) return;
      const site = siteOf(entries);
      expect(() => tableOf([])).not.toThrow();
      tableOf(await planOutput('.', site, { page: () => '', inline }));
    }),
    { numRuns: 60 },
  );
});

test('a photograph is published without the place where it was taken, and stays as it is in static/', async () => {
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Artist: 'Jane Doe' }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  expect(photo.includes('Jane Doe')).toBe(true);
  const root = project({ 'static/img/photo.jpg': photo });
  const { site } = loadSite(root, { kinds, now, preview: false });
  if (!site) throw new Error('no site');
  const published = assetFiles(root, site).find(({ path }) => path === 'img/photo.jpg');
  const bytes =
    typeof published?.content === 'function' ? Buffer.from((await published.content()) as Uint8Array) : photo;
  expect(bytes.includes('Jane Doe')).toBe(false);
  expect((await sharp(bytes).metadata()).width).toBe(8);
  expect(readFileSync(join(root, 'static/img/photo.jpg'))).toEqual(photo);
});
