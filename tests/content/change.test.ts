import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, editOf, editOfField } from '../../src/content/change';
import { parseSource } from '../../src/content/source';

const apply = (text: string, changes: readonly Change[] = []) =>
  changes.reduce(
    (result, change) =>
      change.kind === 'edit' ? result.slice(0, change.start) + change.text + result.slice(change.end) : result,
    text,
  );

// Few letters, so that texts have much in common.
const letters = fc.string({ unit: fc.constantFrom('a', 'b') });

test('the smallest edit makes one text of another, and touches nothing that both have', () => {
  expect(editOf('a', 10, 'example.org', 'https://example.org')).toEqual({
    kind: 'edit',
    file: 'a',
    start: 10,
    end: 10,
    text: 'https://',
  });
  fc.assert(
    fc.property(letters, letters, letters, (lead, before, after) => {
      expect(apply(lead + before, [editOf('a', lead.length, before, after)])).toBe(lead + after);
    }),
  );
});

const change = (line: string, path: (string | number)[], after: string) => {
  const source = parseSource(`---\n${line}\nb: 1\n---\nText\n`, 'md');
  const fix = editOfField({ file: 'a.md', source }, path, after);
  return fix && apply(source.text, fix).split('\n').slice(1, -4).join('\n');
};

test('a field gets another text and keeps its quotes, its comment and its place in a list', () => {
  expect(change('a: one # why', ['a'], 'two')).toBe('a: two # why');
  expect(change('a: "one"', ['a'], 'two: three')).toBe('a: "two: three"');
  expect(change("a: 'one'", ['a'], 'two')).toBe("a: 'two'");
  expect(change('a: [one, "two"]', ['a', 1], 'three')).toBe('a: [one, "three"]');
  expect(change('a: one', ['a', 0], 'two')).toBe('a: two');
  expect(change('a:\n  - b: one', ['a', 0, 'b'], 'two')).toBe('a:\n  - b: two');
});

test('a text that could be read otherwise without quotes gets them', () => {
  expect(change('a: one', ['a'], 'two: three')).toBe('a: "two: three"');
  expect(change('a: one', ['a'], '2')).toBe('a: "2"');
  expect(change('a: one', ['a'], '@two')).toBe('a: "@two"');
  expect(change('a: [one]', ['a', 0], 'two, three')).toBe('a: ["two, three"]');
});

test('a field is left alone where another text would need to be written otherwise, or spans lines', () => {
  expect(change("a: 'one'", ['a'], 'it’s')).toBe("a: 'it’s'");
  expect(change("a: 'one'", ['a'], "it's")).toBeUndefined();
  expect(change('a: >-\n  one\n  two', ['a'], 'two')).toBeUndefined();
  expect(change('a: "o\\u006Ee"', ['a'], 'two')).toBeUndefined();
  expect(change('a: one', ['missing'], 'two')).toBeUndefined();
});

test('whatever a field gets, it is read as that, and every other field as before', () => {
  const line = fc.constantFrom('a: one', 'a: "one"', "a: 'one'", 'a: [one, two]', 'a: { b: one }');
  fc.assert(
    fc.property(line, fc.string({ unit: 'grapheme' }), (written, after) => {
      const path = written.includes('[') ? ['a', 0] : written.includes('{') ? ['a', 'b'] : ['a'];
      const source = parseSource(`${written}\nz: last\n`, 'yml');
      const fix = editOfField({ file: 'a.yml', source }, path, after);
      if (!fix) return;
      const { data } = parseSource(apply(source.text, fix), 'yml');
      const expected = structuredClone(source.data) as { a: unknown };
      if (path.length === 1) expected.a = after;
      else (expected.a as Record<string | number, unknown>)[path[1] as string] = after;
      expect(data).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
