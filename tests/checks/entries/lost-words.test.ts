import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSource } from '../../../src/content/source';
import { checkReport, post } from '../../project';

/** What an editor is told of a title that is written as it is given. */
const told = (title: string) =>
  checkReport({ 'content/blog/a.md': post().replace('title: "A post"', `title: ${title}`) });

test.each([
  ['Learn C # and more', '2:16', '#', '"Learn C # and more"'],
  ['!important news', '2:8', '!', '"!important news"'],
  ['&new thing', '2:8', '&', '"&new thing"'],
  ['! news', '2:8', '!', '"! news"'],
  ['&a !b c', '2:8', '&', '"&a !b c"'],
  ['Say "C" # and more', '2:16', '#', `'Say "C" # and more'`],
  ["It's C # and “more”", '2:15', '#', '"It\'s C # and “more”"'],
])('of “title: %s” words are lost, and all its letters come back between quotes', (title, place, sign, quotes) => {
  const report = told(title);
  expect(report).toContain(`content/blog/a.md:${place}  warning  Words are left out`);
  expect(report).toContain(`“${sign}”`);
  expect(report).toContain(`put the whole text in quotes: ${quotes}`);
  expect(parseSource(`title: ${quotes}`, 'yml').data).toEqual({ title });
  expect(told(quotes)).toBe('');
});

test.each([
  '"Learn C" # a note',
  'C# and F#',
  'Q&A',
  'A!',
  '"!important news"',
  '!!str A post',
  '>-\n  Learn C # and more',
])('nothing is lost of “title: %s”, and nothing is reported', (title) => expect(told(title)).toBe(''));

test('a note behind what is no text, an allowance, and a mark that is referred to are meant', () => {
  const source = post({ draft: false }).replace('draft: false', 'draft: false # until March');
  expect(checkReport({ 'content/blog/a.md': source })).toBe('');
  const { losses } = parseSource('a: &x one\nb: *x\nc: 1 # one\nd: two # check: allow dead-link, because\n', 'yml');
  expect(losses()).toEqual([]);
});

test('whatever one line says, either YAML reads all of it or its editor is reported', () => {
  const letters = fc.array(fc.constantFrom('a', 'B', ' ', '#', '!', '&', '1', '.', ',', 'é', '@x', '%'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, (parts) => {
      const text = `${parts.join('')}`.trim();
      const { data, faults, losses } = parseSource(`title: ${text}\n`, 'yml');
      const read = (data as { title?: unknown } | undefined)?.title;
      const isWhole = typeof read === 'string' && read.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');
      const isNoText =
        (typeof read !== 'string' && !/[#!&]/.test(text)) || text.startsWith('#') || /^\S+\s+#/.test(text);
      expect(isWhole || isNoText || faults.length > 0 || losses().length > 0, text).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
