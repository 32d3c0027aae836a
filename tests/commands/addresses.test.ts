import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatAdded, recordAddresses } from '../../src/commands/addresses';
import { now, post, project } from '../project';

test('an address is added once, and stays when its page is gone', () => {
  const root = project({ 'content/blog/a.md': post() });
  expect(recordAddresses(root, { now, write: true }).length).toBeGreaterThan(5);
  const first = readFileSync(join(root, 'addresses.txt'), 'utf8');
  expect(recordAddresses(root, { now, write: true })).toEqual([]);
  rmSync(join(root, 'content/blog/a.md'));
  expect(recordAddresses(root, { now, write: true })).toEqual([]);
  expect(readFileSync(join(root, 'addresses.txt'), 'utf8')).toBe(first);
  expect(first).toContain('/blog/a/\tcontent/blog/a.md\tA post\n');
});

test('who only looks changes nothing, and is told what is missing', () => {
  const root = project({ 'content/blog/a.md': post() });
  const added = recordAddresses(root, { now, write: false });
  expect(added.map(({ address }) => address)).toContain('/blog/a/');
  expect(existsSync(join(root, 'addresses.txt'))).toBe(false);
});

test('content with errors is not recorded: what is wrong with it may be its address', () => {
  const root = project({ 'content/blog/a.md': post({ titel: 'x' }) });
  expect(() => recordAddresses(root, { now, write: true })).toThrow('Unknown field');
  expect(existsSync(join(root, 'addresses.txt'))).toBe(false);
});

test('what is new is reported line by line, and counted', () => {
  expect(formatAdded([{ address: '/b/' }, { address: '/a/' }])).toBe(
    '/a/\n/b/\n\n2 addresses are new to addresses.txt.',
  );
  expect(formatAdded([{ address: '/a/' }])).toBe('/a/\n\n1 address is new to addresses.txt.');
  expect(formatAdded([])).toBe('addresses.txt has every address.');
});
