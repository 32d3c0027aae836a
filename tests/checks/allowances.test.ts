import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowancesOf } from '../../src/checks/allowances';
import { checkEntry } from '../../src/content/entry';
import { collectionNamed } from '../collections';

const piece = fc.constantFrom(
  '<!-- check: allow dead-link, because a -->',
  '<!--check:allow\n  empty-link ,because\n b>c-->',
  '# check: allow odd-host, because d',
  '<!-- check: allow -->',
  '<!-- check: allow dead-link',
  '-->',
  'Text',
  '> ',
  '- ',
  '`',
  '```',
  '<div>',
  '</div>',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
);

test('whatever stands around a comment, it is found where it is written, and holds for lines of the file', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, hasMark) => {
      const text = `${hasMark ? '\uFEFF' : ''}---\nname: A # check: allow odd-handle, because e\n---\n${pieces.join('')}\n`;
      const { entry } = checkEntry('content/authors/a.md', 'a', [collectionNamed('author')], text);
      if (!entry) throw new Error('The front matter is sound');
      const lines = text.split(/\r\n|\n|\r/).length;
      const allowances = allowancesOf(entry);
      expect(allowances[0]).toMatchObject({ rule: 'odd-handle', reason: ' e', from: 1, to: 2 });
      for (const { start, end, from, to } of allowances) {
        expect(text.slice(start, end)).toMatch(/^(?:<!--|#)[\s\S]*check:\s*allow/);
        if (text.slice(start).startsWith('<')) expect(text.slice(start, end).indexOf('-->')).toBe(end - start - 3);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 300 },
  );
});
