import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readCache, writeCache } from '../../src/cache/cache';
import { project } from '../project';

test('what was kept comes back, for the version that kept it and no other', () => {
  const root = project();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w. -]{1,9}$/), (text, version) => {
      writeCache(root, 'thing', version, text);
      expect(readCache(root, 'thing', version)).toBe(text);
      expect(readCache(root, 'thing', `${version}x`)).toBeUndefined();
    }),
  );
  expect(readCache(root, 'other', '1')).toBeUndefined();
});

test('a cache that was damaged anywhere is reported, deleted and never believed', () => {
  const root = project();
  const path = join(root, '.build/cache/thing');
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const text = 'one\ntwo\nthree';
  writeCache(root, 'thing', '1', text);
  const whole = readFileSync(path);
  const damages: Buffer[] = [Buffer.alloc(0), Buffer.from('\0\u0001garbage'), whole.subarray(0, -1)];
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ 1;
    damages.push(bytes);
  }
  for (const bytes of damages) {
    writeFileSync(path, bytes);
    expect(readCache(root, 'thing', '1')).toBeUndefined();
  }
  writeFileSync(path, Buffer.from(whole).fill('x', whole.length - 3));
  expect(readCache(root, 'thing', '1')).toBeUndefined();
  expect(told.mock.lastCall?.[0]).toBe('.build/cache/thing was damaged, and is made anew.');
  told.mockRestore();
});

test('a folder that can’t be written ends no run, and leaves nothing half', () => {
  const root = project({ '.build': 'a file where the folder should be' });
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  writeCache(root, 'thing', '1', 'text');
  expect(told.mock.lastCall?.[0]).toContain('.build/cache/thing can’t be written');
  told.mockRestore();
  const other = project();
  writeCache(other, 'thing', '1', 'text');
  expect(readdirSync(join(other, '.build/cache'))).toEqual(['thing']);
});
