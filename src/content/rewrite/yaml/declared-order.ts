import type * as z from 'zod';
import { childOf, optionsOf, unwrap } from '../../../model/field';
import { isFields } from './fingerprint';

/** The names of a schema's fields as they are declared. Of several kinds of section, the value tells which. */
export function namesOf(schema: z.ZodType | undefined, value: unknown): string[] {
  if (!schema) return [];
  const type = isFields(value) ? value['type'] : undefined;
  const option = optionsOf(schema)?.find(({ shape }) => (shape['type'] as z.ZodLiteral | undefined)?.value === type);
  return Object.keys(((option ?? unwrap(schema)) as { shape?: z.ZodRawShape }).shape ?? {});
}

/** The same value with the fields of all its groups in the order of their declaration, others behind them, and none undefined. */
export function inDeclaredOrder<Value>(value: Value, schema: z.ZodType | undefined): Value;
export function inDeclaredOrder(value: unknown, schema: z.ZodType | undefined): unknown {
  const inner = (key: PropertyKey, child: unknown) => inDeclaredOrder(child, schema && childOf(schema, key, value));
  if (Array.isArray(value)) return value.map((item, index) => inner(index, item) ?? null);
  if (!isFields(value)) return value;
  const names = new Set([
    ...namesOf(schema, value).filter((name) => Object.hasOwn(value, name)),
    ...Object.keys(value),
  ]);
  return Object.fromEntries(
    [...names].filter((name) => value[name] !== undefined).map((name) => [name, inner(name, value[name])]),
  );
}
