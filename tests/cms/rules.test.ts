import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed } from '../../src/cms/file/complete';
import { fieldProblems } from '../../src/cms/form/controls';
import { type CmsField, fieldsOf, schemaAt } from '../../src/cms/form/fields';
import { checkEntry } from '../../src/content/entry';
import { sentenceOf } from '../../src/content/problem';
import type { Collection } from '../../src/model/collection';
import { infoOf, isRequired } from '../../src/model/field';
import { collectionNamed, collections } from '../collections';
import { now } from '../project';
import { wordsOfFiles } from './form-words';

type Values = Record<PropertyKey, unknown>;
type Path = readonly (string | number)[];

/** A field of the form that holds no others, and where its value stands in an entry. */
interface Leaf {
  field: CmsField;
  path: Path;
  /** The sections that the path leads through, for an entry that has them. */
  type?: string;
}

const leavesOf = (fields: readonly CmsField[], path: Path = [], type?: string): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const here = [...path, field.name];
    const {
      field: item,
      fields: inner,
      types,
    } = field as { field?: CmsField; fields?: CmsField[]; types?: CmsField[] };
    if (types) return types.flatMap((kind) => leavesOf(kind['fields'] as CmsField[], [...here, 0], kind.name));
    if (item) return leavesOf([{ ...item, name: '0' }], here, type).map((leaf) => ({ ...leaf, path: [...here, 0] }));
    if (inner) return leavesOf(inner, field.widget === 'list' ? [...here, 0] : here, type);
    return [{ field, path: here, ...(type ? { type } : {}) }];
  });

const textOf = ({ format }: Collection, data: Values) =>
  format === 'md' ? `---\n${JSON.stringify(data)}\n---\n` : JSON.stringify(data);

const check = (collection: Collection, data: Values) =>
  checkEntry('content/x', 'x', [collection], textOf(collection, data)).problems;

/** An entry that keeps all rules, and in which the path leads somewhere. */
function validEntry(collection: Collection, { path, type }: Leaf): Values {
  const data: Values = {};
  let holder = data;
  for (const [depth, key] of path.slice(0, -1).entries()) {
    const next = (typeof path[depth + 1] === 'number' ? [] : {}) as Values;
    if (key === 0 && path[depth - 1] === 'blocks') next['type'] = type;
    holder[key] = next;
    holder = next;
  }
  const text = completed(collection, textOf(collection, data), now);
  return JSON.parse(text.replace(/^---\n/, '').replace(/\n---\n$/, ''));
}

function withValue(data: Values, path: Path, value: unknown): Values {
  const copy = structuredClone(data);
  const holder = path.slice(0, -1).reduce<Values>((inner, key) => inner[key] as Values, copy);
  holder[path.at(-1) as string] = value;
  return copy;
}

const odd = [
  '',
  ' ',
  ' \n\t',
  'A title',
  '  padded  ',
  '“Quotes”, \'single\' and "double"',
  'two\nlines',
  'CRLF\r\nhere',
  '오픈인프라 파운데이션',
  'é'.repeat(300),
  'null',
  '---',
  '# no comment',
  'key: value',
  '<script>',
];
const addresses = [
  '/blog/post/',
  '//example.org/x',
  'https://example.org/a page',
  'https://example.org/ok?x=1#y',
  'https://',
  'http://[',
  'javascript:alert(1)',
  'mailto:a@example.org',
  'tel:+1',
  'ftp://example.org',
  'img/photo.jpg',
  'static/img/photo.jpg',
  '#anchor',
  'Anchor Word',
];
const dates = [
  '2026-03-04',
  '2026-03-04T15:00:00.000Z',
  '2026-3-4',
  '2026-02-30',
  '2026-03-04 15:00',
  '2026-03-04T25:00:00Z',
  '2026-03-04T15:00:00+09:00',
  'tomorrow',
];
const languages = ['en', 'pt-BR', 'ko', 'english', 'e', 'en_US'];
const handles = ['@OpenInfraDev', 'https://x.com/OpenInfraDev', 'a b'];

const texts = fc.oneof(
  fc.constantFrom(...odd, ...addresses, ...dates, ...languages, ...handles),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const labelled = fc.record({ value: texts, label: texts }, { requiredKeys: [] });

/** What a control of the form can hand over: its values, and those that stood in the file. */
function valuesOf({ widget, multiple, labelled: isLabelled, options }: CmsField): fc.Arbitrary<unknown> {
  const one: fc.Arbitrary<unknown> = isLabelled ? labelled : texts;
  switch (widget) {
    case 'number':
      return fc.oneof(fc.integer({ min: -5, max: 1200 }), fc.constantFrom('', 2.5, 'five'));
    case 'boolean':
      return fc.boolean();
    case 'select':
      return fc.oneof(fc.constantFrom(...(options as string[])), texts);
    case 'reference':
      return multiple ? fc.array(one, { maxLength: 3 }) : one;
    default:
      return texts;
  }
}

/** The CMS's own rule for what must be there, in the words that admin.ts gives it. */
function isMissing({ required }: CmsField, value: unknown): boolean {
  const plain = value ?? '';
  return required && (plain === '' || (typeof plain === 'object' && Object.keys(plain).length === 0));
}

const isOutside = ({ widget, min, max }: CmsField, value: unknown) =>
  widget === 'number' && value !== '' && (Number(value) < Number(min) || Number(value) > Number(max));

const sentences = (leaf: Leaf, collection: Collection, base: Values, value: unknown) => {
  const problems = check(collection, withValue(base, leaf.path, value));
  return problems.map((problem) => sentenceOf(problem, 'form'));
};

const names = collections.map(({ name }) => name);

describe('the rules behind the controls', () => {
  it.each(names)('of %s say what the check of the file says', (name) => {
    const collection = collectionNamed(name);
    for (const leaf of leavesOf(fieldsOf(collections, collection)).filter(({ field: { model } }) =>
      model.includes('.'),
    )) {
      const { field, path } = leaf;
      const base = validEntry(collection, leaf);
      expect(check(collection, base), field.model).toEqual([]);
      // What must be in a group that may be left out is asked for by the check alone; see draft.test.ts.
      const isAskedLater = !field.required && isRequired(schemaAt(collections, field.model) as never);
      fc.assert(
        fc.property(valuesOf(field), (value) => {
          if (isAskedLater && value === '') return;
          const told = sentences(leaf, collection, base, value);
          const own = fieldProblems(collections, field.model, value);
          const context = `${field.model} ${path.join('.')} = ${JSON.stringify(value)}`;
          if (isMissing(field, value)) {
            const label = `“${infoOf(schemaAt(collections, field.model))?.label}”`;
            expect(told[0] ?? 'no problem', context).toMatch(
              new RegExp(`^${label} (?:is missing|is empty|can’t be “”) → `),
            );
          } else {
            expect(own, context).toEqual(told);
            if (isOutside(field, value)) expect(own, context).not.toEqual([]);
            for (const sentence of own) {
              const [, advice = ''] = sentence.split(' → ');
              // What is quoted from the value is the editor’s own; a scheme is the one sign that forms know.
              const plain = advice.replaceAll('https://', '');
              const words = typeof value === 'string' ? plain.replaceAll(value, '…') : plain;
              expect(wordsOfFiles(words, false), sentence).toEqual([]);
            }
          }
        }),
        { numRuns: 8 },
      );
    }
  });

  it('take what was cleared within an item of a list for left out, as the check does', () => {
    expect(
      fieldProblems(collections, 'site.navigation', [
        { label: 'Blog', url: '', links: [{ label: 'Archive', url: '/' }] },
      ]),
    ).toEqual([]);
    expect(fieldProblems(collections, 'post.category', [{ value: '', label: 'News' }])).toEqual([]);
  });

  it('name the list, and no sign, where an item of it is wrong', () => {
    expect(fieldProblems(collections, 'site.hosts.*', ' ')).toEqual(['“Host” is empty → write it']);
  });
});
