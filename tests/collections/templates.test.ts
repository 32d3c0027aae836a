import { expect, test } from 'vitest';
import { collections } from '../../src/collections';
import type { Collection } from '../../src/model/collection';
import { templates } from '../../src/theme/templates/templates';

test('every template that a collection names is there', () => {
  const names = Object.values<Collection>(collections).flatMap(({ template }) => template ?? []);
  expect(names).toContain('blog-post');
  expect(names.filter((name) => !templates[name])).toEqual([]);
});
