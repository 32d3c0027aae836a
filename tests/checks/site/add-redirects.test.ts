import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { addRedirects } from '../../../src/checks/site/add-redirects';
import { redirects } from '../../../src/collections/settings/redirects';
import { checkEntry, isOf } from '../../../src/content/entry';

const added = [{ from: '/lost/', to: '/found/' }];

/** The text with the redirects added. */
function extended(text: string, list = added): string {
  const { entry, problems } = checkEntry('content/settings/redirects.yml', 'redirects', [redirects], text);
  if (!entry || !isOf(entry, redirects)) throw new Error(problems[0]?.message);
  const change = addRedirects(entry, list);
  if (change.kind !== 'edit') throw new Error(change.kind);
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

test('a redirect is added below the others, and nothing else changes', () => {
  expect(extended('redirects:\n  - from: /a/\n    to: /b/\n')).toMatchInlineSnapshot(`
    "redirects:
      - from: /a/
        to: /b/
      - from: /lost/
        to: /found/
    "
  `);
  expect(extended('redirects:\n- from: /a/\n  to: /b/ # moved in May\n# the end')).toMatchInlineSnapshot(`
    "redirects:
    - from: /a/
      to: /b/ # moved in May
    - from: /lost/
      to: /found/
    # the end"
  `);
  expect(extended('\uFEFFredirects:\r\n  - from: /a/\r\n    to: /b/')).toBe(
    '\uFEFFredirects:\r\n  - from: /a/\r\n    to: /b/\r\n  - from: /lost/\r\n    to: /found/',
  );
});

test('a list in brackets stays one', () => {
  expect(extended('redirects: [{ from: /a/, to: /b/ }]\n')).toBe(
    'redirects: [{ from: /a/, to: /b/ }, {"from":"/lost/","to":"/found/"}]\n',
  );
  expect(extended('redirects: []\n')).toBe('redirects: [{"from":"/lost/","to":"/found/"}]\n');
});

test('a project without redirects gets the file', () => {
  const change = addRedirects(undefined, added);
  expect(change).toMatchObject({ kind: 'write', file: 'content/settings/redirects.yml' });
  expect(change.kind === 'write' && Buffer.from(change.bytes).toString()).toBe(
    'redirects:\n  - from: /lost/\n    to: /found/\n',
  );
});

test('whatever stands in the file, what is read from it is what was there and what was added', () => {
  const path = fc.string({ unit: 'grapheme', minLength: 1 }).map((word) => `/${word.replace(/\s/g, '-')}/`);
  const list = (minLength: number) => fc.array(fc.record({ from: path, to: path }), { minLength, maxLength: 4 });
  fc.assert(
    fc.property(list(0), list(1), fc.boolean(), (before, after, isFlow) => {
      const text = stringify({ redirects: before }, { collectionStyle: isFlow ? 'flow' : 'any' });
      expect(parse(extended(text, after))).toEqual({ redirects: [...before, ...after] });
    }),
  );
});
