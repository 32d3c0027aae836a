import { expect, test } from 'vitest';
import { post } from '../../src/collections/post';
import { completeFields } from '../../src/model/complete';

const now = '2026-06-01T00:00:00.000Z';
const whole = {
  title: 'A',
  author: ['B'],
  date: '2026-01-02T00:00:00.000Z',
  category: [{ value: 'c' }],
  seo: { description: 'D.' },
};
const completed = (changes: object) => completeFields(post.schema, { ...whole, ...changes }, now);

test('what is whole stays as it is, and nothing is assumed', () => {
  expect(completed({})).toEqual({ fields: whole, assumed: [] });
});

test('what must be there and is not has its label, the date is now, and what may be left out goes', () => {
  const { fields, assumed } = completed({ title: undefined, date: 'soon', lang: 'no tag', seo: undefined });
  expect(fields).toMatchObject({ title: '(Title)', date: now, seo: { description: '(Description)' } });
  expect(fields).not.toHaveProperty('lang');
  expect(assumed).toEqual(expect.arrayContaining([['title'], ['date'], ['lang'], ['seo']]));
});

test('a single value where a list may stand is its own first item', () => {
  expect(completed({ author: 5 })).toEqual({ fields: { ...whole, author: ['(Author)'] }, assumed: [['author', 0]] });
  expect(completed({ author: 'B' }).fields).toEqual({ ...whole, author: 'B' });
});
