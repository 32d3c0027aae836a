import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLists } from '../../../src/content/merge/three-way';

const merge = (base: string, mine: string, theirs: string) =>
  mergeLists(
    [[...base], [...mine], [...theirs]],
    (one, other) => one === other,
    ({ base: was, mine: one, theirs: other }) => [`(${was.join('')}:${one.join('')}|${other.join('')})`],
  ).join('');

describe('a list that two people changed', () => {
  it.each([
    ['nobody changed anything', 'abc', 'abc', 'abc', 'abc'],
    ['one changed an item', 'abc', 'aXc', 'abc', 'aXc'],
    ['the other did', 'abc', 'abc', 'aXc', 'aXc'],
    ['each changed another', 'abc', 'Xbc', 'abY', 'XbY'],
    ['each changed one beside the other’s', 'abcd', 'aXcd', 'abYd', 'aXYd'],
    ['both did the same', 'abc', 'aXc', 'aXc', 'aXc'],
    ['both took out the same, and one the next too', 'abcd', 'ad', 'acd', 'ad'],
    ['both changed the same item', 'abc', 'aXc', 'aYc', 'a(b:X|Y)c'],
    ['one changed what the other took out', 'abc', 'aXc', 'ac', 'a(b:X|)c'],
    ['both put something in at one place', 'ab', 'aXb', 'aYb', 'aYXb'],
    ['both put the same in', 'ab', 'aXb', 'aXb', 'aXb'],
    ['one put in what the other did, and more', 'ab', 'aXZb', 'aXb', 'aXZb'],
    ['one put in beside what the other changed', 'abc', 'aXbc', 'aYc', 'aXYc'],
    ['one put in behind what the other changed', 'abc', 'abXc', 'aYc', 'aYXc'],
    ['both began with nothing', '', 'X', 'Y', 'YX'],
    ['one moved what the other left', 'abc', 'bca', 'abXc', 'bXca'],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect(merge(base, mine, theirs)).toBe(expected);
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abcdef'), maxLength: 7 });

  it('is as the only one left it who changed it', () => {
    fc.assert(
      fc.property(letters, letters, (base, next) => {
        expect(merge(base, next, base)).toBe(next);
        expect(merge(base, base, next)).toBe(next);
        expect(merge(base, next, next)).toBe(next);
      }),
    );
  });

  it('loses nothing that either put in, and keeps nothing that either took out, but where it is asked', () => {
    const added = (marks: string) =>
      fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...marks), fc.boolean()), { maxLength: 3 });
    fc.assert(
      fc.property(added('UVW'), added('XYZ'), (ours, others) => {
        const base = 'abcde';
        const edit = (edits: [number, string, boolean][]) =>
          edits.reduce((text, [at, mark, cuts]) => text.slice(0, at) + mark + text.slice(at + (cuts ? 1 : 0)), base);
        const [mine, theirs] = [edit(ours), edit(others)];
        const merged = merge(base, mine, theirs);
        for (const letter of mine + theirs)
          if (!base.includes(letter)) expect(merged, `${mine} ${theirs}`).toContain(letter);
        const asked = [...merged.matchAll(/\(([^:]*):/g)].map(([, was]) => was).join('');
        for (const letter of base) {
          const isKept = mine.includes(letter) && theirs.includes(letter);
          if (!asked.includes(letter)) expect(merged.includes(letter), `${mine} ${theirs} ${merged}`).toBe(isKept);
        }
      }),
    );
  });
});
