import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary-folder';
import { former, formerSite, importInto } from './imported';

const post = (title: string, body: string) =>
  `---\ntitle: ${title}\nauthor: Ada\ndate: 2024-01-02\ncategory: [News]\nseo: {description: D}\n---\n${body}\n`;
const text = 'First.\n\nSecond.\n\nThird.';
const site = () => former({ 'src/pages/blog/a.md': post('A', text), 'src/pages/blog/b.md': post('B', text) });
const file = 'content/blog/a.md';

/** All files of a folder with their bytes, but for what the import remembers. */
const stateOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .filter((path) => !path.includes('.import'))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]),
  );

const change = (root: string, path: string, from: string, to: string) =>
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace(from, to));
const bodyIn = (root: string) => readFileSync(join(root, file), 'utf8').split('---\n')[2];

test('a second run of the same changes nothing', () => {
  const root = temporaryFolder('import');
  importInto(root, formerSite('gatsby'));
  const before = stateOf(root);
  const { outcome } = importInto(root, formerSite('gatsby'));
  expect([outcome.written, outcome.conflicts, outcome.unchanged]).toEqual([[], [], Object.keys(before).length - 1]);
  expect(stateOf(root)).toEqual(before);
});

test('what changed in the former site is taken over, and what was changed here stays', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  importInto(root, folder);
  change(folder, 'src/pages/blog/b.md', 'Second', 'Second, anew');
  change(root, file, 'First', 'First, here');
  const { outcome } = importInto(root, folder);
  expect([outcome.written, outcome.merged, outcome.conflicts]).toEqual([['content/blog/b.md'], [], []]);
  expect(bodyIn(root)).toContain('First, here.');
});

test('changes of both sides are put together where they are of different lines', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  importInto(root, folder);
  change(folder, 'src/pages/blog/a.md', 'Third', 'Third, there');
  change(root, file, 'First', 'First, here');
  expect(importInto(root, folder).outcome.merged).toEqual([file]);
  expect(bodyIn(root)).toBe('First, here.\n\nSecond.\n\nThird, there.\n');
  // The next run has nothing to do.
  expect(importInto(root, folder).outcome.written).toEqual([]);
});

test('changes of the same lines leave the file as it is here, until that is settled', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  importInto(root, folder);
  change(folder, 'src/pages/blog/a.md', 'Second', 'Second, there');
  change(root, file, 'Second', 'Second, here');
  const conflict = { file, why: 'both changed the same lines' };
  expect(importInto(root, folder).outcome.conflicts).toEqual([conflict]);
  expect(importInto(root, folder).outcome.conflicts).toEqual([conflict]);
  expect(bodyIn(root)).toContain('Second, here.');
  importInto(root, folder, { keep: true });
  expect(importInto(root, folder).outcome.conflicts).toEqual([]);
  expect(bodyIn(root)).toContain('Second, here.');
});

test('a file that was deleted here does not come back', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  importInto(root, folder);
  rmSync(join(root, file));
  importInto(root, folder);
  change(folder, 'src/pages/blog/a.md', 'Second', 'Second, there');
  expect(importInto(root, folder).outcome.conflicts).toEqual([
    { file, why: 'it was deleted here, and changed in the former site' },
  ]);
  expect(existsSync(join(root, file))).toBe(false);
});

test('what is there already and was not imported is never written over', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), 'Mine.\n');
  expect(importInto(root, folder).outcome.conflicts).toEqual([{ file, why: 'it was there before the import' }]);
  expect(readFileSync(join(root, file), 'utf8')).toBe('Mine.\n');
});

test('a run that was interrupted anywhere is finished by the next, with the same result', () => {
  const whole = temporaryFolder('import');
  importInto(whole, formerSite('gatsby'));
  const expected = stateOf(whole);
  const files = Object.keys(expected);
  for (const count of [1, Math.floor(files.length / 2), files.length - 1]) {
    const root = temporaryFolder('import');
    // Files come before what is remembered of them.
    for (const path of files.slice(0, count)) cpSync(join(whole, path), join(root, path), { recursive: true });
    for (const path of files.slice(0, count - 1)) {
      if (existsSync(join(whole, '.import', path))) cpSync(join(whole, '.import', path), join(root, '.import', path));
    }
    expect(importInto(root, formerSite('gatsby')).outcome.conflicts).toEqual([]);
    expect(stateOf(root)).toEqual(expected);
  }
});

test('the ledger keeps what it has, and gets the addresses of the former site', () => {
  const [root, folder] = [temporaryFolder('import'), site()];
  writeFileSync(join(root, 'addresses.txt'), '/kept/\n');
  importInto(root, folder);
  const ledger = readFileSync(join(root, 'addresses.txt'), 'utf8');
  expect(ledger).toContain('/kept/\n');
  expect(ledger).toContain('/blog/a/\tcontent/blog/a.md\tA\n');
});
