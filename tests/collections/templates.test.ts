import { expect, test } from 'vitest';
import { templates } from '../../src/theme/templates/templates';
import { collections } from '../collections';

test('every template that a collection names is there', () => {
  const names = collections.flatMap(({ template }) => template ?? []);
  expect(names).toContain('blog-post');
  expect(names.filter((name) => !templates[name])).toEqual([]);
});
