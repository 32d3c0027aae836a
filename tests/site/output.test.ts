import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parkRuntime, restoreRuntime, writeFiles } from '../../src/site/output';
import { project } from '../project';

/** A project that Gatsby has built, with these files in `public/`. */
function built(...files: string[]): string {
  const root = project();
  for (const file of ['.cache/x', ...files.map((path) => `public/${path}`)]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
  return root;
}

const has = (root: string, path: string) => existsSync(join(root, 'public', path));

test('what Gatsby made for its runtime is not published, for its JSON would tell of hidden posts', () => {
  const runtime = [
    'page-data/blog/secret/page-data.json',
    'page-data/app-data.json',
    'slice-data/1.json',
    'app-123abc.js',
    'app-123abc.js.map',
    'framework-1.js.LICENSE.txt',
    'webpack.stats.json',
    'chunk-map.json',
    '~partytown/x.js',
    '_gatsby/slices/x.html',
  ];
  const pages = ['index.html', 'blog/secret/index.html', 'img/a.png', 'blog/feed.json', 'search/search.js'];
  const root = built(...runtime, ...pages);
  parkRuntime(root, []);
  expect(runtime.filter((path) => has(root, path))).toEqual([]);
  expect(pages.filter((path) => !has(root, path))).toEqual([]);
});

test('the next build finds the runtime where Gatsby left it', () => {
  const root = built('page-data/app-data.json', 'app-1.js', 'index.html');
  parkRuntime(root, []);
  restoreRuntime(root);
  expect(readFileSync(join(root, 'public/page-data/app-data.json'), 'utf8')).toBe('public/page-data/app-data.json');
  expect(has(root, 'app-1.js')).toBe(true);
});

test('a first build, or one after public was deleted, has nothing to restore', () => {
  const root = project();
  restoreRuntime(root);
  expect(existsSync(join(root, 'public'))).toBe(false);
});

test('a file that an earlier build wrote or copied and this one does not is gone', () => {
  const root = built('index.html', 'img/old.png', 'img/kept.png');
  writeFiles(
    root,
    [
      { path: '/blog/category/old/rss.xml', text: 'x' },
      { path: '/blog/rss.xml', text: 'old' },
    ],
    ['/img/old.png', '/img/kept.png'],
  );
  writeFiles(root, [{ path: '/blog/rss.xml', text: 'new' }], ['/img/kept.png']);
  expect(has(root, 'blog/category/old/rss.xml')).toBe(false);
  expect(has(root, 'img/old.png')).toBe(false);
  expect(has(root, 'img/kept.png')).toBe(true);
  expect(has(root, 'index.html')).toBe(true);
  expect(readFileSync(join(root, 'public/blog/rss.xml'), 'utf8')).toBe('new');
});
