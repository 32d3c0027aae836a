import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { derivedDocuments } from '../../src/commands/docs';
import { jsonSchemaOf } from '../../src/model/json-schema';
import { collectionNamed } from '../collections';

test.each(
  derivedDocuments().map(({ path, text }) => [path, text]),
)('%s is what the declarations say now (npm run docs)', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('the handbook marks what must be written, and knows fields within fields', () => {
  const handbook = readFileSync('docs/front-matter.md', 'utf8');
  expect(handbook).toMatch(/^\| ● \| `title` \| Title \| Text\./m);
  expect(handbook).toMatch(/^\| {2}\| `hidePost` \|/m);
  expect(handbook).toMatch(/^\| ● \| `seo\.description` \|/m);
  expect(handbook).toMatch(/^\| ● \| `navigation\[\]\.label` \|/m);
});

test('the JSON Schema of a post asks for what the check asks for, and takes one author or a list', () => {
  const schema = jsonSchemaOf(collectionNamed('post')) as {
    required: string[];
    additionalProperties: boolean;
    properties: Record<string, { anyOf?: { type: string }[]; title?: string }>;
  };
  expect(schema.required).toEqual(['title', 'author', 'date', 'category', 'seo']);
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties['author']?.anyOf?.map(({ type }) => type)).toEqual(['string', 'array']);
  expect(schema.properties['seo']?.title).toBe('SEO');
});
