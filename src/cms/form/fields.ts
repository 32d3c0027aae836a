import * as z from 'zod';
import { landingPage } from '../../collections/landing-page';
import type { Collection } from '../../model/collection';
import { blockType, childOf, type FieldInfo, infoOf, isRequired, optionsOf, unwrap } from '../../model/field';

/**
 * A field of the CMS's form, as its configuration has it. `model` is ours: where the field is declared, by which a
 * control finds its rules, such as `post.seo.title`, `site.navigation.*.label` or `landing-page.blocks.hero.title`.
 */
export interface CmsField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  model: string;
  hint?: string;
  /** The fields of a group, or of each item of a list. */
  fields?: CmsField[];
  /** What one item of a list is called. */
  label_singular?: string;
  /** Each item of a list that is one value. */
  field?: CmsField;
  /** The kinds of section that a list may hold. */
  types?: CmsField[];
  [option: string]: unknown;
}

/** The form of a collection, in the order of its declaration; the body comes last. */
export function fieldsOf(collections: readonly Collection[], collection: Collection): CmsField[] {
  const { name, schema, format } = collection;
  const rivals = rivalsOf(collections, collection);
  return [
    ...(rivals.length > 1
      ? [{ name: 'templateKey', label: 'Template', widget: 'hidden', required: true, model: '', default: name }]
      : []),
    ...formOf(schema, name),
    ...(format === 'md' && hasBody(name) ? [bodyField] : []),
  ];
}

/** The collections whose entries stand in the same folder, told apart by `templateKey`; itself among them. */
export const rivalsOf = (collections: readonly Collection[], { folder }: Collection): Collection[] =>
  collections.filter((other) => other.folder === folder);

/** Whether an entry has a text below its fields. A landing page has its sections instead. */
const hasBody = (name: string) => name !== landingPage.name;

const bodyField: CmsField = { name: 'body', label: 'Text', widget: 'markdown', required: false, model: 'body' };

/** `isOptional`: what holds the fields may be left out, and Decap 3.16.3 asks for what must be in it all the same (to try: `required: true` within an empty optional group). */
function formOf(schema: z.ZodType, model: string, isOptional = false): CmsField[] {
  const { shape } = unwrap(schema) as z.ZodObject;
  return Object.entries(shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const info = infoOf(field);
    return info && !info.technical ? [fieldOf(name, field, info, `${model}.${name}`, isOptional)] : [];
  });
}

function fieldOf(name: string, field: z.ZodType, info: FieldInfo, model: string, isOptional = false): CmsField {
  const { label, hint } = info;
  const isAsked = isRequired(field) && !isOptional;
  // Decap 3.16.3 takes an empty list for a missing one, so a list that may be empty begins as one instead. To try: leave a
  // required list empty, and publish.
  const mayBeEmpty = unwrap(field).safeParse([]).success;
  return {
    name,
    label,
    required: isAsked && !mayBeEmpty,
    model,
    ...(isAsked && mayBeEmpty ? { default: [] } : {}),
    ...(hint ? { hint } : {}),
    ...(info.initial ? { initial: info.initial } : {}),
    ...widgetOf(field, info, model, isOptional),
  };
}

/** The control that a field is edited with, and its options. */
function widgetOf(
  field: z.ZodType,
  info: FieldInfo,
  model: string,
  isOptional: boolean,
): { widget: string; [option: string]: unknown } {
  const schema = unwrap(field);
  switch (info.kind) {
    case 'text':
      return info.empty ? { widget: 'answer', empty: info.empty } : { widget: 'string' };
    case 'address':
    case 'handle':
    case 'language':
      return { widget: 'string' };
    case 'longText':
      return { widget: 'text' };
    case 'number': {
      const { minValue, maxValue } = schema as z.ZodNumber;
      return { widget: 'number', value_type: 'int', step: 1, min: minValue, max: maxValue };
    }
    case 'flag':
      return { widget: 'boolean', required: false, default: false };
    case 'date':
      // Without picker_utc the moment is written in the zone of whoever writes it.
      return { widget: 'datetime', picker_utc: true, default: info.initial === 'now' ? '{{now}}' : '' };
    case 'dayOrMoment':
      return { widget: 'day' };
    case 'choice':
      return { widget: 'select', options: [...(schema as z.ZodEnum).options] };
    case 'markdown':
      return { widget: 'markdown' };
    case 'image':
      return { widget: 'image' };
    case 'reference':
      return { widget: 'reference', ...referenceOptions(info, schema) };
    case 'group':
      return {
        widget: 'object',
        collapsed: !isRequired(field),
        fields: formOf(schema, model, isOptional || !isRequired(field)),
      };
    case 'blocks':
      return {
        widget: 'list',
        label_singular: 'section',
        typeKey: 'type',
        types: (optionsOf(field) ?? []).map((option) => blockOf(option, model)),
      };
    case 'list': {
      const item = childOf(field, 0) as z.ZodType;
      const itemInfo = infoOf(item) as FieldInfo;
      if (itemInfo.kind === 'reference') {
        const singular = { label_singular: itemInfo.label.toLowerCase() };
        return { widget: 'reference', multiple: true, ...singular, ...referenceOptions(itemInfo, unwrap(item)) };
      }
      const singular = { label_singular: itemInfo.label.toLowerCase() };
      const within = `${model}.*`;
      if (itemInfo.kind !== 'group')
        return { widget: 'list', ...singular, collapsed: false, field: fieldOf('item', item, itemInfo, within) };
      const fields = formOf(item, within);
      return { widget: 'list', ...singular, collapsed: true, summary: summaryOf(fields), fields };
    }
  }
}

const referenceOptions = ({ to }: FieldInfo, schema: z.ZodType) => ({
  collection: to?.collection,
  value_field: to?.by,
  // A labelled reference is saved as `{ value, label }`.
  labelled: schema instanceof z.ZodObject,
});

function blockOf(option: z.ZodObject, model: string): CmsField {
  const type = blockType(option);
  const within = `${model}.${type}`;
  const fields = formOf(option, within);
  const { label, hint } = infoOf(option) as FieldInfo;
  return {
    name: type,
    label,
    ...(hint ? { hint } : {}),
    widget: 'object',
    required: true,
    model: within,
    collapsed: true,
    summary: [label, summaryOf(fields)].filter(Boolean).join(': '),
    fields,
  };
}

/** What stands for an item of a list that is folded up: its first line of text. */
function summaryOf(fields: readonly CmsField[]): string {
  const telling = ['title', 'label', 'name', 'question', 'from', 'quote'].find((name) =>
    fields.some((field) => field.name === name),
  );
  return `{{fields.${telling ?? fields.find(({ widget }) => widget === 'string' || widget === 'text')?.name ?? fields[0]?.name}}}`;
}

/** The declaration that a form's field was made of. */
export function schemaAt(collections: readonly Collection[], model: string): z.ZodType | undefined {
  const [name = '', ...steps] = model.split('.');
  let schema: z.ZodType | undefined = collections.find((collection) => collection.name === name)?.schema;
  for (const step of steps) {
    const option = schema && optionsOf(schema)?.find((kind) => blockType(kind) === step);
    schema = option ?? (schema && childOf(schema, step === '*' ? 0 : step));
  }
  return schema;
}
