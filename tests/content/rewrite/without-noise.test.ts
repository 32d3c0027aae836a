import { expect, test } from 'vitest';
import { withoutNoise } from '../../../src/content/rewrite/without-noise';
import { block, blocks, flag, group, list, longText, oneOrMany, reference, text } from '../../../src/model/field';

const title = text({ label: 'Title' });
const schema = group(
  {
    title,
    summary: longText({ label: 'Summary' }).exactOptional(),
    author: oneOrMany(reference({ label: 'Author', collection: 'author', by: 'name' }), { label: 'Author' }),
    draft: flag({ label: 'Draft' }),
    tags: list(text({ label: 'Tag' }), { label: 'Tags' }).exactOptional(),
    links: list(group({ label: title, url: title.exactOptional() }, { label: 'Link' }), { label: 'Links' }),
    seo: group({ title: title.exactOptional(), image: title.exactOptional() }, { label: 'SEO' }).exactOptional(),
    blocks: blocks([block('quote', { text: title, wide: flag({ label: 'Wide' }) }, { label: 'Quote' })], {
      label: 'Blocks',
    }).exactOptional(),
  },
  { label: 'Post' },
);

test('what a form fills in by itself is not written', () => {
  const next = {
    title: 'New',
    summary: '',
    author: 'One',
    draft: false,
    tags: [],
    links: [{ label: 'a', url: '' }],
    seo: { title: '', image: null },
    blocks: [{ type: 'quote', text: 'x', wide: false }],
    unknown: '',
    constructor: '',
    none: undefined,
  };
  expect(withoutNoise(undefined, next, schema)).toEqual({
    title: 'New',
    author: 'One',
    links: [{ label: 'a' }],
    blocks: [{ type: 'quote', text: 'x' }],
    unknown: '',
    constructor: '',
  });
});

test('what the file says in so many words stays, though it says nothing', () => {
  const original = {
    summary: '',
    draft: false,
    tags: [],
    seo: { title: '', image: null },
    links: [{ label: 'a', url: '' }],
    unknown: null,
  };
  expect(withoutNoise(original, structuredClone(original), schema)).toEqual(original);
  const changed = { ...structuredClone(original), title: 'New', seo: { title: 'x', image: null } };
  expect(withoutNoise(original, changed, schema)).toEqual(changed);
});

test('a field that an editor clears and a flag that is taken back leave the file', () => {
  const original = { summary: 'Old', draft: true, tags: ['a'], seo: { title: 'x' } };
  const next = { summary: '', draft: false, tags: [], seo: { title: '' }, links: [] };
  expect(withoutNoise(original, next, schema)).toEqual({ links: [] });
  expect(withoutNoise({ draft: false }, { draft: true }, schema)).toEqual({ draft: true });
});

test('an item keeps what was written in it wherever it is moved', () => {
  const original = { links: [{ label: 'a', url: '' }, { label: 'b' }] };
  const next = {
    links: [
      { label: 'b', url: '' },
      { label: 'a', url: '' },
    ],
  };
  expect(withoutNoise(original, next, schema)).toEqual({ links: [{ label: 'b' }, { label: 'a', url: '' }] });
});

test('one value is written as it was, alone or in a list, and alone in a new file', () => {
  const author = (original: unknown, next: unknown) =>
    withoutNoise(original === undefined ? undefined : { author: original }, { author: next }, schema)['author'];
  expect(author('One', ['One'])).toBe('One');
  expect(author('One', ['Two'])).toBe('Two');
  expect(author(['One'], ['Two'])).toEqual(['Two']);
  expect(author(['One'], 'One')).toEqual(['One']);
  expect(author(['One', 'Two'], ['Two'])).toEqual(['Two']);
  expect(author('One', ['One', 'Two'])).toEqual(['One', 'Two']);
  expect(author(undefined, ['One'])).toBe('One');
  expect(author(undefined, ['One', 'Two'])).toEqual(['One', 'Two']);
});
