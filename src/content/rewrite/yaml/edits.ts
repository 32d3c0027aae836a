import { isMap, isSeq } from 'yaml';
import type * as z from 'zod';
import { childOf } from '../../../model/field';
import { additions, removals, replacement } from './block';
import { namesOf } from './declared-order';
import type { Collection, Edit, Sheet } from './edit';
import { type Entry, entriesOf } from './entries';
import { isFields, isSame } from './fingerprint';
import { flowEdits, replacementWithin } from './flow';
import { planFields, planItems } from './plan';

/** Puts edits, which do not overlap, into a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const edit of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/**
 * The edits that turn a collection's data, `old`, into `next`. What differs more than `depth` steps below it is written
 * anew with all that it holds. A new field takes its place in the schema's order. Undefined where the collection is
 * written in a way that can't be followed, and is better written anew.
 */
export function collectionEdits(
  sheet: Sheet,
  node: Collection,
  old: unknown,
  next: unknown,
  schema: z.ZodType | undefined,
  depth: number,
): Edit[] | undefined {
  const entries = entriesOf(sheet.text, node);
  if (!entries) return undefined;
  const plan = isMap(node)
    ? planFields(
        entries.map(({ name }) => name),
        next as Record<string, unknown>,
        namesOf(schema, next),
      )
    : planItems(old as unknown[], next as unknown[]);
  if (plan.kept.size === 0 && plan.added.length > 0) return undefined;
  const changes = [...plan.kept].flatMap(([index, value]) => {
    const entry = entries[index] as Entry;
    const inner = schema && childOf(schema, entry.name, next);
    return valueEdits(
      sheet,
      entry,
      (old as Record<PropertyKey, unknown>)[entry.name],
      value,
      inner,
      depth - 1,
      !!node.flow,
    );
  });
  if (plan.kept.size === entries.length && plan.added.length === 0) return changes;
  if (node.flow) return flowEdits(sheet, node, entries, old, plan);
  return [...changes, ...additions(sheet, entries, plan), ...removals(sheet.text, entries, plan)];
}

function valueEdits(
  sheet: Sheet,
  entry: Entry,
  old: unknown,
  next: unknown,
  schema: z.ZodType | undefined,
  depth: number,
  flow: boolean,
): Edit[] {
  if (isSame(old, next)) return [];
  const { node } = entry;
  const alike = (isMap(node) && isFields(next)) || (isSeq(node) && Array.isArray(next));
  const within =
    depth > 0 && alike && !node.tag && Object.keys(next as object).length > 0
      ? collectionEdits(sheet, node as Collection, old, next, schema, depth)
      : undefined;
  return within ?? [flow ? replacementWithin(sheet, entry, next) : replacement(sheet, entry, next)];
}
