import { expect, test } from 'vitest';
import { newAddressProblems } from '../../../src/cms/form/new-address';
import type { AnyEntry } from '../../../src/content/entry';
import { sentenceOf } from '../../../src/content/problem';
import { collectionNamed } from '../../collections';
import { post, siteOf } from '../../project';

const collection = collectionNamed('post');

/** What is said of a new post with these fields, on a site that has a post at /blog/first/. */
function said(fields: Record<string, unknown>, file: string) {
  const { entries } = siteOf({ 'content/blog/first.md': post({ title: 'The first' }) });
  const entry = entries.find((item) => item.file === 'content/blog/first.md') as AnyEntry;
  const known = entries.map((item) => ({ ...item, collection: item.collection.name }));
  return newAddressProblems({ collection, file, text: '', pictures: [] }, { problems: [], entry }, fields, {
    entries: known,
  }).map((problem) => `${problem.severity} ${sentenceOf(problem, 'form')}`);
}

test('a title without a letter that an address can be made of asks for an address', () => {
  expect(said({ title: '등대지기 모임' }, 'content/blog/2026-01-01.md')).toEqual([
    'error “등대지기 모임” has no letters that an address can be made of → write one in “Address”, below “SEO”',
  ]);
  expect(said({ title: '등대지기 모임', seo: { url: '/blog/keepers/' } }, 'content/blog/keepers.md')).toEqual([]);
  expect(said({ title: 'Маяк' }, 'content/blog/mayak.md')).toEqual([]);
});

test('a title that leads to the address of another entry is reported while it is typed', () => {
  expect(said({ title: 'First' }, 'content/blog/first.md')).toEqual([
    'error “The first” has this address already → write another title, or write one in “Address”, below “SEO”',
  ]);
  expect(said({ title: 'Second' }, 'content/blog/second.md')).toEqual([]);
});
