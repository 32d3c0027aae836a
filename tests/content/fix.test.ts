import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/content/change';
import { applyChanges, fixAll } from '../../src/content/fix';
import { type Problem, problemOf } from '../../src/content/problem';

const files = (texts: Record<string, string>) => (file: string) =>
  texts[file] === undefined ? undefined : Buffer.from(texts[file]);
const edit = (start: number, end: number, text: string, file = 'a'): Change => ({
  kind: 'edit',
  file,
  start,
  end,
  text,
});
const apply = (text: string, ...fixes: Change[][]) => {
  const { changed, taken } = applyChanges(files({ a: text }), fixes);
  return [Buffer.from(changed.get('a') ?? Buffer.from(text)).toString(), taken];
};

describe('changes', () => {
  test('of one fix are made whole or not at all', () => {
    expect(apply('abcdef', [edit(0, 1, 'x'), edit(4, 5, 'y')])).toEqual(['xbcdyf', [0]]);
    expect(apply('abcdef', [edit(0, 2, 'x')], [edit(1, 3, 'y'), edit(5, 6, 'z')])).toEqual(['xcdef', [0]]);
    expect(apply('abcdef', [edit(0, 2, 'x'), edit(1, 3, 'y')])).toEqual(['abcdef', []]);
  });

  test('that two fixes have in common are made once', () => {
    expect(apply('# a # b', [edit(0, 0, '#'), edit(4, 4, '#')], [edit(0, 0, '#'), edit(4, 4, '#')])).toEqual([
      '## a ## b',
      [0, 1],
    ]);
  });

  test('that would put a file in the place of another are not made', () => {
    const bytes = Buffer.from('new');
    const fixes: Change[][] = [
      [{ kind: 'write', file: 'b', bytes }],
      [{ kind: 'rename', file: 'a', to: 'b' }],
      [{ kind: 'write', file: 'c', bytes }],
      [{ kind: 'rename', file: 'a', to: 'c' }],
      [{ kind: 'rename', file: 'gone', to: 'd' }],
    ];
    const { changed, taken } = applyChanges(files({ a: 'A', b: 'B' }), fixes);
    expect([[...changed], taken]).toEqual([[['c', bytes]], [2]]);
  });

  test('of a file that is renamed wait until it has its name', () => {
    const fixes: Change[][] = [[{ kind: 'rename', file: 'a', to: 'b' }], [edit(0, 1, 'x')]];
    expect(applyChanges(files({ a: 'A' }), fixes).taken).toEqual([0]);
    expect(applyChanges(files({ a: 'A' }), [...fixes].reverse()).taken).toEqual([0]);
  });

  test('keep every sign that no edit covers, byte for byte', () => {
    const piece = fc.oneof(
      fc.constantFrom('\r\n', '\uFEFF', 'é', '😀', '\t', '"'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(piece, fc.constant('')))),
        (pieces, wishes) => {
          const starts = pieces.map((_, index) => pieces.slice(0, index).join('').length);
          const at = (index: number) => starts[index] ?? pieces.join('').length;
          const fixes = wishes.map(([place, length, text]) => {
            const from = place % pieces.length;
            return { from, to: Math.min(pieces.length, from + length), text };
          });
          const [made, taken] = apply(
            pieces.join(''),
            ...fixes.map(({ from, to, text }) => [edit(at(from), at(to), text)]),
          ) as [string, number[]];
          // The same by another way: pieces in a list, from the last to the first.
          const expected = [...pieces];
          const done = [
            ...new Map(taken.map((index) => fixes[index]).map((fix) => [JSON.stringify(fix), fix])).values(),
          ];
          for (const fix of done.sort((a, b) => (b?.from ?? 0) - (a?.from ?? 0))) {
            if (fix) expected.splice(fix.from, fix.to - fix.from, fix.text);
          }
          expect(Buffer.from(made)).toEqual(Buffer.from(expected.join('')));
        },
      ),
    );
  });
});

describe('rounds', () => {
  const problem = (fix: Change[]): Problem => problemOf('a', 'dead-link', 'm', 'a', { fix });
  const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

  test('go on until nothing is left that can be fixed', () => {
    const check = (_: unknown, read: (file: string) => Uint8Array | undefined) =>
      textOf(read('a')).startsWith('aa') ? [problem([edit(0, 1, '')])] : [];
    const { draft, fixed, left } = fixAll(files({ a: 'aaaa' }), check, () => true);
    expect([textOf(draft.get('a')), fixed.length, left]).toEqual(['a', 3, []]);
  });

  test('end where a fixing would bring its own problem back for ever', () => {
    const check = () => [problem([edit(0, 0, 'a')])];
    const { draft, left } = fixAll(files({ a: '' }), check, () => true);
    expect([textOf(draft.get('a')).length, left.length]).toEqual([10, 1]);
  });

  test('leave alone what nobody asked for', () => {
    const { draft, left } = fixAll(
      files({ a: 'a' }),
      () => [problem([edit(0, 1, '')])],
      () => false,
    );
    expect([draft.size, left.length]).toEqual([0, 1]);
  });
});
