import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../src/content/problem';
import { publish, restoreFormer } from '../../src/output/publish';
import { ContentFault, type OutputFile } from '../../src/output/table';

const folders: string[] = [];
const temporary = (parent = tmpdir()) => {
  const folder = mkdtempSync(join(parent, 'publish-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const filesOf = (site: Record<string, string>): OutputFile[] =>
  Object.entries(site).map(([path, content]) => ({ path, content: () => content, isPage: path.endsWith('.html') }));

/** What stands below a folder, by path. */
function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

const publicOf = (root: string) => join(root, 'public');
const old = new Date('2020-01-01T00:00:00Z');
const age = (root: string) => {
  for (const path of Object.keys(contentOf(publicOf(root)))) utimesSync(join(publicOf(root), path), old, old);
};
const timeOf = (root: string, path: string) => statSync(join(publicOf(root), path)).mtime;

/** A place on another disk, where there is one: a folder can’t be renamed into it. */
const otherDisk =
  existsSync('/dev/shm') && statSync('/dev/shm').dev !== statSync(tmpdir()).dev ? '/dev/shm' : undefined;

/** A project, and one whose `public` is on another disk and can’t be replaced as a whole. */
const kinds: [string, () => string][] = [
  ['a folder', () => temporary()],
  ...(otherDisk
    ? [
        [
          'a link to another disk',
          () => {
            const root = temporary();
            symlinkSync(temporary(otherDisk), publicOf(root));
            return root;
          },
        ] as [string, () => string],
      ]
    : []),
];

describe.each(kinds)('where public/ is %s', (_, project) => {
  test('it is the new site, and nothing but it, whatever stood there', async () => {
    const name = fc.constantFrom('a', 'b.html', 'c/index.html', 'c/d.png', 'c', 'a/x', 'b.html/y', 'é.txt');
    const site = fc
      .dictionary(name, fc.string())
      .map((all) =>
        Object.fromEntries(
          Object.entries(all).filter(([path]) => !Object.keys(all).some((other) => path.startsWith(`${other}/`))),
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(site, { minLength: 1, maxLength: 4 }), async (sites) => {
        const root = project();
        for (const next of sites) {
          await publish(root, filesOf(next));
          expect(contentOf(publicOf(root))).toEqual(next);
          expect(readdirSync(join(root, '.build')).filter((name) => name !== 'next')).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('what has the bytes of before keeps its time, and what has others does not', async () => {
    const root = project();
    await publish(root, filesOf({ 'same.html': 'x', 'other.html': 'y', 'gone/index.html': 'z', 'feed.xml': '1' }));
    age(root);
    const done = await publish(
      root,
      filesOf({ 'same.html': 'x', 'other.html': 'Y', 'new.html': 'n', 'feed.xml': '2' }),
    );
    expect(done).toMatchObject({ pages: 3, changed: 2, removed: 1, files: 1 });
    expect(timeOf(root, 'same.html')).toEqual(old);
    for (const path of ['other.html', 'new.html', 'feed.xml']) expect(timeOf(root, path) > old).toBe(true);
    expect(existsSync(join(publicOf(root), 'gone'))).toBe(false);
  });

  test('a file that is copied keeps its time as well, and follows its source', async () => {
    const root = project();
    const source = join(temporary(), 'photo.jpg');
    writeFileSync(source, 'one');
    const copied = [{ path: 'img/photo.jpg', content: { copyOf: source } }];
    await publish(root, copied);
    const first = timeOf(root, 'img/photo.jpg');
    // A checkout gives the same bytes a new time.
    utimesSync(source, new Date(), new Date());
    await publish(root, copied);
    expect(timeOf(root, 'img/photo.jpg')).toEqual(first);
    writeFileSync(source, 'two');
    utimesSync(source, old, old);
    await publish(root, copied);
    expect(contentOf(publicOf(root))).toEqual({ 'img/photo.jpg': 'two' });
    // The copy is a file of its own: who edits it does not edit the original.
    writeFileSync(join(publicOf(root), 'img/photo.jpg'), 'edited');
    expect(readFileSync(source, 'utf8')).toBe('two');
  });

  test('a page that can’t be made, or anything that throws, leaves the former site as it was', async () => {
    const root = project();
    const former = { 'index.html': 'home', 'a/index.html': 'a' };
    await publish(root, filesOf(former));
    const fault = problemOf('content/a.md', 'unrenderable-page', 'It can’t be made', 'fix it');
    const failing = (error: Error): OutputFile[] => [
      { path: 'index.html', content: () => 'new' },
      {
        path: 'b/index.html',
        content: () => {
          throw error;
        },
      },
    ];
    expect(await publish(root, failing(new ContentFault(fault)))).toEqual({ problems: [fault] });
    await expect(publish(root, failing(new Error('a fault of ours')))).rejects.toThrow('a fault of ours');
    await expect(publish(root, filesOf({ a: '', 'a/b': '' }))).rejects.toThrow('would lie in a folder');
    expect(contentOf(publicOf(root))).toEqual(former);
    expect(readdirSync(join(root, '.build'))).toEqual([]);
  });
});

test('the site before the last waits to become the next, and shares its files with the last, which nobody writes to', async () => {
  const root = temporary();
  const inode = (path: string) => statSync(join(root, path)).ino;
  const site = { 'index.html': 'home', 'blog/a/index.html': 'a', 'blog/b/index.html': 'b' };
  for (const blog of ['1', '2', '3']) await publish(root, filesOf({ ...site, 'blog/b/index.html': blog }));
  const waiting = join(root, '.build/next');
  expect(contentOf(waiting)).toEqual({ ...site, 'blog/b/index.html': '2' });
  expect(inode('.build/next/index.html')).toBe(inode('public/index.html'));
  const fault = { path: 'z.html', content: () => Promise.reject(new Error('out of words')), isPage: true };
  const half = filesOf({ 'index.html': 'another', 'blog/b/index.html': '3' });
  await expect(publish(root, [...half, fault])).rejects.toThrow('out of words');
  expect(contentOf(publicOf(root))).toEqual({ ...site, 'blog/b/index.html': '3' });
  // Where somebody has put a link or a folder in the place of a file, or a file in that of a folder.
  await publish(root, filesOf({ ...site, 'blog/b/index.html': '3' }));
  await publish(root, filesOf({ ...site, 'blog/b/index.html': '4' }));
  rmSync(join(waiting, 'index.html'));
  symlinkSync(join(publicOf(root), 'index.html'), join(waiting, 'index.html'));
  rmSync(join(waiting, 'blog'), { recursive: true });
  writeFileSync(join(waiting, 'blog'), 'no folder');
  const last = { ...site, 'index.html': 'another', 'blog/b/index.html': '4' };
  await publish(root, filesOf(last));
  expect([contentOf(publicOf(root)), lstatSync(join(publicOf(root), 'index.html')).isFile()]).toEqual([last, true]);
});

test.runIf(otherDisk)('a site that is replaced file by file says so', async () => {
  const [, project] = kinds[1] as (typeof kinds)[number];
  const root = project();
  expect(await publish(root, filesOf({ 'index.html': 'home' }))).toMatchObject({ isPiecemeal: true });
  expect(lstatSync(publicOf(root)).isSymbolicLink()).toBe(true);
  expect(await publish(temporary(), filesOf({ 'index.html': 'home' }))).toMatchObject({ isPiecemeal: false });
});

test('a build that died between two renames is made good by the next', async () => {
  const root = temporary();
  await publish(root, filesOf({ 'index.html': 'former' }));
  mkdirSync(join(root, '.build/next'), { recursive: true });
  writeFileSync(join(root, '.build/next/half.html'), 'half');
  execFileSync('mv', [publicOf(root), join(root, '.build/former')]);
  restoreFormer(root);
  expect(contentOf(publicOf(root))).toEqual({ 'index.html': 'former' });
  await publish(root, filesOf({ 'index.html': 'new' }));
  expect(contentOf(publicOf(root))).toEqual({ 'index.html': 'new' });
  expect(readdirSync(join(root, '.build'))).toEqual(['next']);
});

const isRoot = process.getuid?.() === 0;

test.runIf(isRoot && process.platform === 'linux')(
  'a full disk is told in words, and the former site is as it was',
  async () => {
    const root = temporary();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', root], { stdio: 'ignore' });
    } catch {
      // Where disks may not be mounted, this can’t be tried.
      return;
    }
    try {
      const former = { 'index.html': 'home' };
      await publish(root, filesOf(former));
      const much = { 'index.html': 'new', 'much.bin': 'x'.repeat(2_000_000) };
      await expect(publish(root, filesOf(much))).rejects.toThrow(
        /^The disk is full\. A build needs room for the whole site once more: .+ The former site in public\/ is as it was\.$/,
      );
      expect(contentOf(publicOf(root))).toEqual(former);
      await publish(root, filesOf({ 'index.html': 'new' }));
      expect(contentOf(publicOf(root))).toEqual({ 'index.html': 'new' });
    } finally {
      execFileSync('umount', [root]);
    }
  },
);

test.runIf(isRoot && process.platform === 'linux')(
  'a folder that may not be written is told in words, and is as it was',
  async () => {
    const root = temporary();
    const former = { 'index.html': 'home', 'deep/a.html': 'a' };
    await publish(root, filesOf(former));
    // Nobody may change what stands there, the owner neither.
    try {
      execFileSync('chattr', ['-R', '+i', publicOf(root)], { stdio: 'ignore' });
    } catch {
      // Not every disk knows how.
      return;
    }
    try {
      await expect(publish(root, filesOf({ 'index.html': 'new' }))).rejects.toThrow(
        /^The folder may not be written by this user: .+ The former site in public\/ is as it was\.$/,
      );
      expect(contentOf(publicOf(root))).toEqual(former);
    } finally {
      execFileSync('chattr', ['-R', '-i', publicOf(root)]);
    }
  },
);
