import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { changesAsMarkdown, changesBetween, inventoryOf } from '../../src/output/changes';
import { packSite } from '../../src/output/pack';
import { temporaryFolder } from '../temporary-folder';

const write = (folder: string, path: string, text: string, time = 1_700_000_000) => {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  utimesSync(target, time, time);
};
const namesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
const long = 'words and words and words '.repeat(100);

test('texts get packed copies of the same bytes and the same time, and nothing else does', async () => {
  const [from, to] = [temporaryFolder('site'), temporaryFolder('packed')];
  write(from, 'index.html', long);
  write(from, 'blog/rss.xml', long);
  write(from, 'short.txt', 'short');
  write(from, 'img/a.png', long);
  expect(await packSite(from, to)).toEqual({ files: 4, copied: 4, removed: 0 });
  expect(namesIn(to)).toEqual(
    ['', '.br', '.gz']
      .flatMap((ending) => [`blog/rss.xml${ending}`, `index.html${ending}`])
      .concat('img/a.png', 'short.txt')
      .sort(),
  );
  expect(brotliDecompressSync(readFileSync(join(to, 'index.html.br'))).toString()).toBe(long);
  expect(gunzipSync(readFileSync(join(to, 'index.html.gz'))).toString()).toBe(long);
  for (const ending of ['', '.br', '.gz']) expect(statSync(join(to, `index.html${ending}`)).mtimeMs).toBe(1.7e12);
});

test('what is as before is not packed again, and what is gone goes with its copies', async () => {
  const [from, to] = [temporaryFolder('site'), temporaryFolder('packed')];
  write(from, 'index.html', long);
  write(from, 'a/index.html', long);
  await packSite(from, to);
  writeFileSync(join(to, 'index.html.br'), 'mark');
  expect(await packSite(from, to)).toEqual({ files: 2, copied: 0, removed: 0 });
  expect(readFileSync(join(to, 'index.html.br'), 'utf8')).toBe('mark');
  write(from, 'index.html', `${long}!`, 1_700_000_100);
  rmSync(join(from, 'a'), { recursive: true });
  expect(await packSite(from, to)).toEqual({ files: 1, copied: 1, removed: 1 });
  expect(brotliDecompressSync(readFileSync(join(to, 'index.html.br'))).toString()).toBe(`${long}!`);
  expect(namesIn(to)).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  write(from, 'index.html', 'short', 1_700_000_200);
  await packSite(from, to);
  expect(namesIn(to)).toEqual(['index.html']);
});

test('a file of the site that has the name of a packed copy is not written over', async () => {
  const [from, to] = [temporaryFolder('site'), temporaryFolder('packed')];
  write(from, 'index.html', long);
  write(from, 'index.html.gz', 'own');
  await expect(packSite(from, to)).rejects.toThrow('index.html.gz is a file of the site: rename it.');
});

test('the list of changes has what is new, other and gone, with hashes that other programs compute', () => {
  const folder = temporaryFolder('site');
  write(folder, 'index.html', 'one');
  write(folder, 'old/index.html', 'old');
  const before = inventoryOf(folder);
  expect(changesBetween(before, before)).toEqual({ added: {}, changed: {}, removed: [] });
  write(folder, 'index.html', 'two');
  write(folder, 'new/index.html', '');
  rmSync(join(folder, 'old'), { recursive: true });
  const after = inventoryOf(folder);
  // As sha256sum has it.
  expect(changesBetween(before, after)).toEqual({
    added: {
      'new/index.html': { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', bytes: 0 },
    },
    changed: {
      'index.html': { sha256: '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3', bytes: 3 },
    },
    removed: ['old/index.html'],
  });
  expect(changesBetween({}, after).added).toEqual(after);
  expect(changesAsMarkdown(before, after)).toMatchInlineSnapshot(`
    "| page | | weight |
    | :-- | :-- | --: |
    | \`/new/\` | new | 0.0 kB |
    | \`/\` | changed | 0.0 kB (+0 bytes) |
    | \`/old/\` | removed |  |

    0 other files differ.
    "
  `);
});
