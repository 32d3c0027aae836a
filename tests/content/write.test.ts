import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIn } from '../../src/content/read';
import { writeDraft } from '../../src/content/write';
import { project } from '../project';

test('a draft is written whole, and nothing but it', () => {
  const root = project({ 'static/a.txt': 'a', 'static/b.txt': 'b' });
  chmodSync(join(root, 'static/a.txt'), 0o640);
  symlinkSync('b.txt', join(root, 'static/link.txt'));
  const draft = new Map([
    ['static/a.txt', Buffer.from('A')],
    ['static/new/c.txt', Buffer.from('c')],
    ['static/link.txt', Buffer.from('B')],
    ['static/icon-512.png', undefined],
  ]);
  expect(writeDraft(root, draft, readIn(root))).toEqual([]);
  expect(readFileSync(join(root, 'static/a.txt'), 'utf8')).toBe('A');
  expect(statSync(join(root, 'static/a.txt')).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(root, 'static/b.txt'), 'utf8')).toBe('B');
  expect(readdirSync(join(root, 'static'), { recursive: true }).sort()).toEqual(
    ['a.txt', 'b.txt', 'img', 'img/card.png', 'link.txt', 'new', 'new/c.txt'].sort(),
  );
});

test('where a file was changed meanwhile, added or deleted, nothing is written at all', () => {
  const root = project({ 'static/a.txt': 'a', 'static/b.txt': 'b' });
  const read = readIn(root);
  const before = new Map(['static/a.txt', 'static/b.txt', 'static/c.txt'].map((file) => [file, read(file)]));
  writeFileSync(join(root, 'static/b.txt'), 'changed');
  writeFileSync(join(root, 'static/c.txt'), 'added');
  const draft = new Map([...before.keys()].map((file) => [file, Buffer.from('draft')]));
  expect(writeDraft(root, draft, (file) => before.get(file))).toEqual(['static/b.txt', 'static/c.txt']);
  expect(readFileSync(join(root, 'static/a.txt'), 'utf8')).toBe('a');
});
