import { expect, test } from 'vitest';
import { z } from 'zod';
import { adviceFor } from '../../src/model/advice';
import { explain } from '../../src/model/explain';
import { group, labelledReference, list, text } from '../../src/model/field';

const schema = z.strictObject({
  title: text({ label: 'Title' }),
  seo: group({ description: text({ label: 'Description' }) }, { label: 'SEO' }),
  category: list(labelledReference({ label: 'Category', collection: 'category', by: 'value' }), { label: 'Category' }),
});

function explained(data: object) {
  const { error } = schema.safeParse(data);
  return error
    ? explain(error, schema, data).map(
        ({ path, part, message, advice }) => `${path.join('.')} (${part})  ${message} → ${adviceFor('file', advice)}`,
      )
    : [];
}

test('every unknown field has a problem of its own, at its name, with the nearest name where there is one', () => {
  expect(
    explained({
      titel: 'x',
      title: 'x',
      zzz: 1,
      seo: { description: 'x', descripton: 'y' },
      category: [{ value: 'x', lable: 'y' }],
    }),
  ).toMatchInlineSnapshot(`
    [
      "seo.descripton (name)  Unknown field “descripton” → write description",
      "category.0.lable (name)  Unknown field “lable” → write label",
      "titel (name)  Unknown field “titel” → write title",
      "zzz (name)  Unknown field “zzz” → remove it, or write one of: title, seo, category",
    ]
  `);
});

test('a missing group is one problem, and not one for each of its fields', () => {
  expect(explained({ title: 'x', category: [] })).toMatchInlineSnapshot(`
    [
      "seo.description (value)  “Description” is missing → write description: …, below seo:",
    ]
  `);
});

test('a category written as text is told how a category is written', () => {
  expect(explained({ title: 'x', seo: { description: 'x' }, category: ['News'] })).toMatchInlineSnapshot(`
    [
      "category.0 (value)  “Category” must have fields of its own, and is text: News → write “value: …” and “label: …” below it",
    ]
  `);
});
