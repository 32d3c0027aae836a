import { z } from 'zod';
import { parseSource } from '../content/source';
import type { Collection } from '../model/collection';
import { childOf, infoOf, optionsOf, unwrap } from '../model/field';

type Fields = Record<PropertyKey, unknown>;

/**
 * The text of an incomplete draft with the field's label wherever something is missing or wrong, so that its page can be
 * shown while it is written. What can't be mended that way is left as it is.
 */
export function completed({ schema, format }: Collection, text: string): string {
  const { data, body } = parseSource(text, format);
  if (data === undefined) return text;
  const { templateKey, ...rest } = data as Fields;
  const fields = structuredClone(rest);
  // A group that was missing may lack fields of its own, and the fields of those.
  for (let depth = 0; depth < 5; depth++) {
    const { error } = schema.safeParse(fields);
    if (!error) break;
    for (const issue of error.issues) mend(schema, fields, issue);
  }
  // JSON is YAML.
  const json = JSON.stringify({ ...(templateKey === undefined ? {} : { templateKey }), ...fields });
  return format === 'md' ? `---\n${json}\n---\n${body}` : json;
}

function mend(root: z.ZodType, fields: Fields, issue: z.core.$ZodIssue): void {
  let schema: z.ZodType | undefined = root;
  let holder: Fields = fields;
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ''] : issue.path;
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1;
    if (last && issue.code === 'unrecognized_keys') for (const unknown of issue.keys) delete holder[unknown];
    schema = schema && childOf(schema, key, holder);
    if (last && schema) holder[key] = placeholderOf(schema);
    // A single value where a list may stand is its own first item.
    if (last || (key === 0 && !Array.isArray(holder))) return;
    holder = holder[key] as Fields;
  }
}

function placeholderOf(field: z.ZodType): unknown {
  const info = infoOf(field);
  const schema = unwrap(field);
  switch (info?.kind) {
    case 'number':
      return (schema as z.ZodNumber).minValue ?? 1;
    case 'flag':
      return false;
    case 'date':
      return new Date().toISOString();
    case 'choice':
      return (schema as z.ZodEnum).options[0];
    case 'address':
      return 'https://example.org/';
    case 'image':
      return '/';
    case 'language':
      return 'en';
    case 'group':
      return {};
    case 'list': {
      const item = childOf(field, 0);
      return item ? [placeholderOf(item)] : [];
    }
    case 'blocks':
      return [];
    case 'reference':
      return schema instanceof z.ZodObject ? { label: `(${info.label})` } : `(${info.label})`;
    default:
      return optionsOf(field) ? {} : `(${info?.label ?? '…'})`;
  }
}
