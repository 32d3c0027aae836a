import type * as z from 'zod';
import { childOf, type FieldInfo, infoOf } from '../model/field';
import type { AnyEntry } from './entry';

/** What an entry says in one of its fields. */
export interface FieldValue {
  path: PropertyKey[];
  value: unknown;
  schema: z.ZodType;
  info?: FieldInfo | undefined;
}

/** Everything that an entry says, groups and lists before what they hold. */
export function valuesOf({ collection, data }: { collection: AnyEntry['collection']; data: unknown }): FieldValue[] {
  const values: FieldValue[] = [];
  const look = (schema: z.ZodType, value: unknown, path: PropertyKey[]) => {
    values.push({ path, value, schema, info: infoOf(schema) });
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      const child = childOf(schema, step, value);
      if (child) look(child, inner, [...path, step]);
    }
  };
  look(collection.schema, data, []);
  return values;
}
