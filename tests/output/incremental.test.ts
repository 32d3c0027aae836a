import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/output/build';
import { bundleInline } from '../../src/render/inline';
import { kinds } from '../collections';
import { siteFolder } from '../copy-project';
import { data, listing, now, pixel, post, postsInRow, project, settings } from '../project';

// What an earlier build has left must never show: each build is compared with one that begins with nothing.

const common = { inline: bundleInline(), admin: Promise.resolve('') };

async function build(root: string, at = now) {
  const told: string[] = [];
  let made = 0;
  const isBuilt = await buildSite(root, {
    kinds,
    now: at,
    common,
    tell: (text) => void told.push(text.replace(/, in \d.*/, '')),
    onMade: (pages) => (made = pages),
  });
  return { isBuilt, made, told };
}

/** What stands in `public/`, by path. */
const siteIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((path) => [path.slice(root.length), readFileSync(path, 'latin1')]),
  );

function fresh(root: string): string {
  const copy = project();
  for (const name of ['content', 'static', 'addresses.txt']) {
    rmSync(join(copy, name), { recursive: true, force: true });
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  return copy;
}

const write = (root: string, path: string, text: string | Buffer) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const files = {
  ...postsInRow(7),
  'content/blog/linking.md': post({}, 'See [one](1.md), [a section](/blog/2/#part) and ![it](/img/card.png).\n'),
  'content/blog/2.md': post({ title: 'Two', date: '2026-01-02T00:00:00.000Z' }, '## Part\n\nText.\n'),
  'content/pages/events.md': listing('events'),
  'content/blog/later.md': post({ title: 'Later', date: '2026-06-02T00:00:00.000Z' }),
};

const wide = readFileSync(join(siteFolder, 'static/img/reef.png'));
const number = fc.integer({ min: 1, max: 7 });
const postFile = number.map((at) => `content/blog/${at}.md`);

/** Something that somebody does to a project between two builds. */
type Edit = (root: string) => void;
const edits: fc.Arbitrary<[string, Edit]> = fc.oneof(
  fc
    .tuple(postFile, fc.constantFrom('More.', '[dead](/nowhere/)', '## Part', '[x](/blog/3/#none)'))
    .map(([file, line]): [string, Edit] => [
      `${file} says ${line}`,
      (root) => write(root, file, post({ title: file }, `Text.\n\n${line}\n`)),
    ]),
  fc
    .tuple(postFile, fc.constantFrom({ draft: true }, { hidePost: true }, { date: '2026-07-01T00:00:00Z' }, { x: 1 }))
    .map(([file, change]): [string, Edit] => [
      `${file} is ${JSON.stringify(change)}`,
      (root) => write(root, file, post({ title: file, ...change })),
    ]),
  postFile.map((file): [string, Edit] => [`${file} is gone`, (root) => rmSync(join(root, file), { force: true })]),
  fc.tuple(postFile, number).map(([file, to]): [string, Edit] => [
    `${file} is renamed`,
    (root) => {
      if (existsSync(join(root, file))) renameSync(join(root, file), join(root, `content/blog/${to + 10}.md`));
    },
  ]),
  fc
    .constantFrom(
      { title: 'Other' },
      { postsPerPage: 3 },
      { language: 'de' },
      { url: 'https://openinfra.dev/sub/' },
      {},
    )
    .map((change): [string, Edit] => [
      `settings ${JSON.stringify(change)}`,
      (root) => write(root, 'content/settings/site.yml', settings(change)),
    ]),
  fc
    .constantFrom(
      { color: '#123456' },
      { dark: { ink: '#ffffff' } },
      { type: { code: 'Menlo, monospace' } },
      { type: { text: 'Georgia, serif' } },
      {},
    )
    .map((change): [string, Edit] => [
      `the brand is ${JSON.stringify(change)}`,
      (root) => write(root, 'content/settings/brand.yml', data(change)),
    ]),
  fc
    .constantFrom({ kinds: ['event'] }, { kinds: ['event', 'job'] }, {})
    .map((change): [string, Edit] => [
      `it wants ${JSON.stringify(change)}`,
      (root) => write(root, 'content/settings/site.yml', settings(change)),
    ]),
  fc
    .constantFrom({ table: 'Tabelle' }, { menu: 'Menü' }, {})
    .map((words): [string, Edit] => [
      `words ${JSON.stringify(words)}`,
      (root) => write(root, 'content/settings/words.yml', data(words)),
    ]),
  fc
    .constantFrom('News', 'Neues')
    .map((label): [string, Edit] => [
      `the category is ${label}`,
      (root) =>
        write(root, 'content/categories/news.yml', data({ value: 'category-1', label, description: 'What is new.' })),
    ]),
  fc
    .constantFrom(pixel, wide)
    .map((picture): [string, Edit] => ['another picture', (root) => write(root, 'static/img/card.png', picture)]),
  fc
    .constantFrom('/blog/3/', '/blog/4/')
    .map((to): [string, Edit] => [
      `a redirect to ${to}`,
      (root) =>
        write(root, 'content/settings/redirects.yml', data({ redirects: [{ from: '/nowhere/', to, status: 301 }] })),
    ]),
  fc.constantFrom<[string, Edit]>(
    ['nothing', () => {}],
    ['public/ is gone', (root) => rmSync(join(root, 'public'), { recursive: true, force: true })],
    [
      'somebody writes into public/',
      (root) => {
        if (existsSync(join(root, 'public/index.html'))) write(root, 'public/index.html', 'x');
      },
    ],
    ['somebody puts a file into public/', (root) => write(root, 'public/extra.html', 'x')],
    ['the caches are gone', (root) => rmSync(join(root, '.build'), { recursive: true, force: true })],
  ),
);
const moments = fc.constantFrom(
  now,
  '2026-06-01T12:00:00.000Z',
  '2026-06-02T00:00:00.000Z',
  '2026-08-01T00:00:00.000Z',
);

test('whatever was done since the last build, the site is the one that is built from nothing', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(edits, moments), { minLength: 1, maxLength: 5 }), async (steps) => {
      const root = project(files);
      await build(root);
      for (const [[, edit], at] of steps) {
        edit(root);
        const copy = fresh(root);
        const [warm, cold] = [await build(root, at), await build(copy, at)];
        expect([warm.isBuilt, warm.told[0]]).toEqual([cold.isBuilt, cold.told[0]]);
        if (warm.isBuilt) expect(siteIn(root)).toEqual(siteIn(copy));
        for (const path of [copy]) rmSync(path, { recursive: true });
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 5) },
  );
});

test.each<[what: string, Record<string, object>]>([
  ['a color of one scheme', { 'content/settings/brand.yml': { dark: { ink: '#ffffff' } } }],
  ['the fonts of code', { 'content/settings/brand.yml': { type: { code: 'Menlo, monospace' } } }],
  ['a kind of content that is not wanted any more', { 'content/settings/site.yml': { kinds: ['person'] } }],
  ['where the editor keeps what is written', { 'content/settings/editing.yml': { backend: 'github', repo: 'a/b' } }],
])('what no page says of itself is seen too: %s', async (_, change) => {
  const root = project(files);
  await build(root);
  for (const [path, fields] of Object.entries(change))
    write(root, path, path.endsWith('site.yml') ? settings(fields) : data(fields));
  const copy = fresh(root);
  const [warm, cold] = [await build(root), await build(copy)];
  expect([warm.isBuilt, warm.told[0]]).toEqual([cold.isBuilt, cold.told[0]]);
  if (warm.isBuilt) expect(siteIn(root)).toEqual(siteIn(copy));
});

test('what the environment says of the editor is seen too', async () => {
  const root = project(files);
  await build(root);
  process.env['CMS_BACKEND'] = 'github';
  process.env['CMS_REPO'] = 'tests/of-the-environment';
  try {
    await build(root);
    expect(readFileSync(join(root, 'public/admin/site.json'), 'utf8')).toContain('tests/of-the-environment');
  } finally {
    delete process.env['CMS_BACKEND'];
    delete process.env['CMS_REPO'];
  }
});

test('only what a change touches is rendered again', { timeout: 300_000 }, async () => {
  const root = project({ ...postsInRow(30), 'content/settings/site.yml': settings({ postsPerPage: 10 }) });
  const all = (await build(root)).made;
  const after = async (change: () => void) => {
    change();
    return (await build(root)).made;
  };
  const of = (changes: object, body = 'Text.\n') =>
    post({ title: 'Post 15', date: '2026-01-15T00:00:00.000Z', ...changes }, body);
  expect({
    all,
    nothing: await after(() => {}),
    // The page of the post.
    text: await after(() => write(root, 'content/blog/15.md', of({}, 'Other.\n'))),
    // It, its neighbors, those it is related to, the page of each list it is in (blog, category, author) and the year.
    title: await after(() => write(root, 'content/blog/15.md', of({ title: 'Renamed' }))),
    // A page beside it, which is there or not, and is linked to by nobody.
    picture: await after(() => write(root, 'static/img/more.png', pixel)),
    // A style of the whole site.
    setting: await after(() =>
      write(root, 'content/settings/site.yml', settings({ title: 'Other', postsPerPage: 10 })),
    ),
    moment: (await build(root, '2026-06-01T12:00:00.000Z')).made,
  }).toEqual({ all: 44, nothing: 0, text: 1, title: 11, picture: 0, setting: 44, moment: 0 });
});
