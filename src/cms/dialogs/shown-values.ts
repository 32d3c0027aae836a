import type { z } from 'zod';
import type { Path } from '../../content/source';
import { childOf, infoOf } from '../../model/field';

/** A field by the labels that the form shows: “Navigation, 2, Address”. */
export function labelAt(schema: z.ZodType | undefined, path: Path, data?: unknown): string {
  let [at, value] = [schema, data];
  const labels = path.map((step, index) => {
    if (index === 0 && step === 'body') return 'Text';
    at = at && childOf(at, step, value);
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    return typeof step === 'number' ? String(step + 1) : ((at && infoOf(at)?.label) ?? String(step));
  });
  return labels.join(', ');
}

/** A value as people read it: one line for each text, without a sign of YAML. */
export function shownValue(value: unknown, schema: z.ZodType | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value))
    return value.map((item, index) => shownValue(item, schema && childOf(schema, index, value))).join('\n');
  if (value === true) return 'Yes';
  if (value === false) return 'No';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null && inner !== '')
    .map(([name, inner]) => {
      const field = schema && childOf(schema, name, value);
      const shown = shownValue(inner, field);
      const label = (field && infoOf(field)?.label) ?? name;
      return shown.includes('\n') ? `${label}:\n${shown.replace(/^/gm, '  ')}` : `${label}: ${shown}`;
    })
    .join('\n');
}
