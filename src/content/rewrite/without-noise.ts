import * as z from 'zod';
import { childOf, infoOf, isRequired } from '../../model/field';
import { fingerprint, isFields, isSame } from './yaml/fingerprint';

/**
 * The data an editor's form gives back, `next`, without what nobody wrote: fields left empty, and flags that say what
 * they say anyway. What `original`, the file's data, has in so many words stays; a file that is new has none. A list that
 * may be written as one value is written as it was, in a new file as one value where it has one.
 */
export function withoutNoise(
  original: Record<string, unknown> | undefined,
  next: Record<string, unknown>,
  schema: z.ZodType,
): Record<string, unknown> {
  return cleaned(original, next, schema) as Record<string, unknown>;
}

function cleaned(original: unknown, next: unknown, schema: z.ZodType | undefined): unknown {
  if (isSame(original, next)) return next;
  if (schema && infoOf(schema)?.oneOrMany) return asBefore(original, next, schema);
  if (Array.isArray(next)) {
    const former = formerItems(original, next, schema);
    return next.map((item, index) => cleaned(former[index], item, schema && childOf(schema, index, next)));
  }
  if (!isFields(next)) return next;
  const before = isFields(original) ? original : {};
  return Object.fromEntries(
    Object.entries(next).flatMap(([name, value]) => {
      const field = schema && childOf(schema, name, next);
      const inner = cleaned(before[name], value, field);
      const stays = (Object.hasOwn(before, name) && isSame(before[name], inner)) || !isNoise(inner, field);
      return stays ? [[name, inner]] : [];
    }),
  );
}

/** A field that is not declared is nobody's noise: it came from the file. */
function isNoise(value: unknown, field: z.ZodType | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (!field) return false;
  // An empty value may be an answer.
  if (value === '') return infoOf(field)?.empty === undefined;
  if (field instanceof z.ZodDefault && isSame(value, field.def.defaultValue)) return true;
  // A list that must be there may be empty, and so may a group all of whose fields may be left out.
  return typeof value === 'object' && Object.keys(value).length === 0 && !isRequired(field);
}

function asBefore(original: unknown, next: unknown, schema: z.ZodType): unknown {
  const former = Array.isArray(original) ? original : [original];
  const items = (Array.isArray(next) ? next : [next]).map((item, index) =>
    cleaned(former[index], item, childOf(schema, index, next)),
  );
  return items.length === 1 && !Array.isArray(original) ? items[0] : items;
}

/** For each item, the former one that it was: one that says the same but for noise, else the one in its place. */
function formerItems(original: unknown, next: readonly unknown[], schema: z.ZodType | undefined): unknown[] {
  if (!Array.isArray(original)) return [];
  const print = (item: unknown) => fingerprint(cleaned(undefined, item, schema && childOf(schema, 0, item)));
  const former = new Map(original.map((item) => [print(item), item]));
  return next.map((item, index) => former.get(print(item)) ?? original[index]);
}
