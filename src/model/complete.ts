import * as z from 'zod';
import { childOf, infoOf, isRequired, optionsOf, unwrap } from './field';

type Fields = Record<PropertyKey, unknown>;

/** Fields that keep their rules, and the paths of those in which nobody’s word stands. */
export interface Completed {
  fields: Fields;
  assumed: PropertyKey[][];
}

/**
 * Fields with the label wherever something that must be there is missing or wrong, and without what is wrong and may be
 * left out. A date becomes `now`, in ISO 8601. A section of no known kind stays as it is.
 */
export function completeFields(schema: z.ZodType, data: unknown, now: string): Completed {
  const fields = structuredClone(data) as Fields;
  const assumed: PropertyKey[][] = [];
  // A group that was missing may lack fields of its own, and the fields of those.
  for (let depth = 0; depth < 5; depth++) {
    const { error } = schema.safeParse(fields);
    if (!error) break;
    for (const path of error.issues.flatMap(pathsOf)) {
      assumed.push(path);
      fill(schema, fields, path, now);
    }
  }
  return { fields, assumed };
}

const pathsOf = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

function fill(root: z.ZodType, fields: Fields, path: readonly PropertyKey[], now: string): void {
  let schema: z.ZodType | undefined = root;
  let holder: Fields = fields;
  for (const [depth, key] of path.entries()) {
    schema = schema && childOf(schema, key, holder);
    if (depth === path.length - 1) {
      if (schema && isRequired(schema)) holder[key] = placeholderOf(schema, now);
      else delete holder[key];
    }
    // A single value where a list may stand is its own first item.
    if (path[depth + 1] === 0 && !Array.isArray(holder[key])) holder[key] = [holder[key]];
    holder = holder[key] as Fields;
  }
}

function placeholderOf(field: z.ZodType, now: string): unknown {
  const info = infoOf(field);
  const schema = unwrap(field);
  switch (info?.kind) {
    case 'number':
      return (schema as z.ZodNumber).minValue ?? 1;
    case 'flag':
      return false;
    case 'date':
    case 'dayOrMoment':
      return now;
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
      return item ? [placeholderOf(item, now)] : [];
    }
    case 'blocks':
      return [];
    case 'reference':
      return schema instanceof z.ZodObject ? { label: `(${info.label})` } : `(${info.label})`;
    default:
      return optionsOf(field) ? {} : `(${info?.label ?? '…'})`;
  }
}
