import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesOf } from '../../../src/content/merge/differences';

const before = `---
title: Old
author: [Ada, Bo]
seo:
  description: The same.
---
First.

## Heading

Last.
`;

it('names each field, item and paragraph that says something else, and nothing that is only written otherwise', () => {
  const after = before
    .replace('title: Old', "title: 'New'")
    .replace('[Ada, Bo]', '[Ada, Cy]')
    .replace('The same.', '"The same."')
    .replace('Last.', 'The very last.\n\nAnd one more.');
  expect(differencesOf(before, after, 'md')).toEqual([
    { path: ['title'], before: 'Old', after: 'New' },
    { path: ['author'], before: 'Bo', after: 'Cy' },
    { path: ['body'], before: 'Last.', after: 'The very last.\n\nAnd one more.' },
  ]);
});

it('goes into the sections of a page', () => {
  const page = (count: number) =>
    `---\nblocks:\n  - type: hero\n    title: A\n  - type: events\n    count: ${count}\n---\n`;
  expect(differencesOf(page(3), page(5), 'md')).toEqual([{ path: ['blocks', 1, 'count'], before: 3, after: 5 }]);
});

it('finds none in what is the same, and some in whatever is not', () => {
  const texts = fc.array(fc.constantFrom('One.', 'Two.', 'Three.'), { maxLength: 4 });
  const files = fc
    .record({ title: fc.constantFrom('A', 'B'), author: texts, body: texts })
    .map(({ body, ...data }) => ({ body, data, text: `---\n${JSON.stringify(data)}\n---\n${body.join('\n\n')}\n` }));
  fc.assert(
    fc.property(files, files, (one, other) => {
      expect(differencesOf(one.text, one.text, 'md')).toEqual([]);
      expect(differencesOf(one.text, other.text, 'md').length > 0).toBe(one.text !== other.text);
    }),
  );
});
