import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore, type Store, storeInMemory } from '../../src/cache/store';
import { project } from '../project';

const filesOf = (root: string) => readdirSync(join(root, '.build/cache')).filter((name) => name.startsWith('things-'));

test('what was set comes back in a later run of the same version, whatever it is', () => {
  const root = project();
  let generation = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'grapheme' }))), (pairs) => {
      const version = String(generation++);
      const first = openStore(root, 'things', version);
      const expected = new Map(pairs);
      for (const [key, text] of pairs) first.set(key, text);
      for (const [key, text] of expected) expect(first.get(key)).toBe(text);
      first.save();
      const second = openStore(root, 'things', version);
      for (const [key, text] of expected) expect(second.get(key)).toBe(text);
      second.save();
      expect(openStore(root, 'things', `${version}x`).get(pairs[0]?.[0] ?? '')).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('what a run asks for or sets is kept, and the rest forgotten', () => {
  const root = project();
  const first = openStore(root, 'things', '1');
  for (const key of 'abcd') first.set(key, key.repeat(1000));
  first.save();
  for (let run = 0; run < 30; run++) {
    const store = openStore(root, 'things', '1');
    expect(store.get('a')).toBe('a'.repeat(1000));
    store.set(`run ${run}`, 'x');
    store.save();
  }
  const last = openStore(root, 'things', '1');
  expect([last.get('b'), last.get('run 3'), last.get('run 29'), last.get('a')?.length]).toEqual([
    undefined,
    undefined,
    'x',
    1000,
  ]);
  // The folder does not grow.
  expect(filesOf(root).length).toBeLessThan(10);
  const bytes = filesOf(root).map((name) => statSync(join(root, '.build/cache', name)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8000);
});

test('a text that was damaged, cut off or deleted is missing, and the others are not', () => {
  const damages: ((path: string) => void)[] = [
    (path) => writeFileSync(path, readFileSync(path).fill('x', 0, 3)),
    (path) => writeFileSync(path, ''),
    (path) => rmSync(path),
    (path) => appendFileSync(path, 'more'),
  ];
  const found = damages.map((damage) => {
    const root = project();
    const store = openStore(root, 'things', '1');
    store.set('a', 'first');
    store.set('b', 'second');
    store.save();
    damage(join(root, '.build/cache', filesOf(root)[0] as string));
    const again = openStore(root, 'things', '1');
    return [again.get('a'), again.get('b')];
  });
  expect(found).toEqual([
    [undefined, 'second'],
    [undefined, undefined],
    [undefined, undefined],
    ['first', 'second'],
  ]);
});

test('of two processes that save at once the last counts, and neither finds what it did not set', () => {
  const root = project();
  const [one, other] = [openStore(root, 'things', '1'), openStore(root, 'things', '1')];
  one.set('a', 'of one');
  other.set('b', 'of the other');
  one.save();
  other.save();
  const store = openStore(root, 'things', '1');
  expect([store.get('a'), store.get('b')]).toEqual([undefined, 'of the other']);
});

test('a store in memory begins with another, and leaves that as it was', () => {
  const below = new Map([['a', 'below']]) as unknown as Store;
  const store = storeInMemory(below);
  expect(store.get('a')).toBe('below');
  store.set('a', 'above');
  expect([store.get('a'), below.get('a'), store.get('b')]).toEqual(['above', 'below', undefined]);
});

test('what another thread has kept is taken over by where it lies', () => {
  const root = project();
  const [one, other] = [openStore(root, 'things', '1'), openStore(root, 'things', '1')];
  one.set('a', 'of one');
  other.set('b', 'of the other');
  one.adopt(other.handOver());
  expect([one.get('a'), one.get('b')]).toEqual(['of one', 'of the other']);
  one.save();
  const later = openStore(root, 'things', '1');
  expect([later.get('a'), later.get('b')]).toEqual(['of one', 'of the other']);
});
