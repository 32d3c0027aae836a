import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collections } from '../../src/collections';
import type { Collection } from '../../src/model/collection';

test('every template that a collection names is there', () => {
  const templates = Object.values<Collection>(collections).flatMap(({ template }) => template ?? []);
  expect(templates).toContain('blog-post');
  expect(templates.filter((template) => !existsSync(`src/templates/${template}.tsx`))).toEqual([]);
});
