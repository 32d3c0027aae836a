import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest';

test('a slip of the keyboard finds the word that was meant', () => {
  expect(nearest('titel', ['date', 'title', 'author'])).toBe('title');
  expect(nearest('hidepost', ['hidePost', 'draft'])).toBe('hidePost');
});

test('accents and case don’t count as slips', () => {
  expect(nearest('JIMENEZ', ['Jiménez', 'Jimena'])).toBe('Jiménez');
});

test('of two similar words the nearer is suggested', () => {
  expect(nearest('Edtorial', ['Editor', 'Editorial'])).toBe('Editorial');
});

test('a word that is like none gets no suggestion, for a wrong one misleads', () => {
  expect(nearest('colour', ['title', 'date', 'seo'])).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});

test('what is suggested is always one of the candidates, and a candidate itself is its own nearest', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string(), { minLength: 1 }), (word, candidates) => {
      const found = nearest(word, candidates);
      expect(found === undefined || candidates.includes(found)).toBe(true);
      expect(nearest(candidates[0] as string, [candidates[0] as string])).toBe(candidates[0]);
    }),
  );
});

test('of a word of two letters, one may be another', () => {
  expect(nearest('ko', ['en', 'ka'])).toBe('ka');
  expect(nearest('ko', ['en'])).toBeUndefined();
});
