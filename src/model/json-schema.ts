import * as z from 'zod';
import type { Collection } from './collection';
import { infoOf } from './field';

/** The JSON Schema of a collection's fields, for editors of YAML that complete and check while one types. */
export function jsonSchemaOf({ label, description, schema }: Collection): Record<string, unknown> {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const info = infoOf(zodSchema);
      if (!info) return;
      Object.assign(jsonSchema, { title: info.label, ...(info.hint ? { description: info.hint } : {}) });
      if (!info.oneOrMany) return;
      const { type, items, minItems, ...rest } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, rest, { anyOf: [items, { type, items, minItems }] });
    },
  });
  return { ...json, title: label, description };
}
