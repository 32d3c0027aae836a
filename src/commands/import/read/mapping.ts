import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { codeFolder } from '../../../cache/code-folder';
import { nearest } from '../../../model/nearest';

/** What a file of a former site can become. `page` is whatever has an address and is nothing else. */
export const targets = [
  'post',
  'author',
  'category',
  'job',
  'page',
  'episode',
  'press',
  'project',
  'person',
  'event',
] as const;
export type Target = (typeof targets)[number];
export type ListTarget = Extract<Target, 'episode' | 'press' | 'project' | 'person' | 'event'>;

const names = z.array(z.string());
const target = z.enum(targets);
const made = z.strictObject({ author: names, category: names, tag: names, feeds: names });
const schema = z.strictObject({
  files: z.record(z.string(), z.enum([...targets, 'leave'])),
  skip: names,
  pages: names,
  media: names,
  shapes: z.partialRecord(target, names),
  folders: z.record(z.string(), target),
  templates: z.record(z.string(), target),
  lists: z.partialRecord(target, names),
  fields: z.record(z.string(), names),
  items: z.partialRecord(target, z.record(z.string(), names)),
  accounts: z.record(z.string(), z.string()),
  addresses: z.strictObject({ gatsby: made, hugo: made, jekyll: made }),
  technical: names,
});

/** How a former site becomes this one; see mapping.yml, which says what each part is for. */
export type Mapping = z.output<typeof schema>;

/** Where the usual mapping stands. */
export const usualMapping = join(codeFolder, 'src/commands/import/read/mapping.yml');

/** The usual mapping, with what a mover’s own says otherwise. Throws with a sentence where that can’t be read. */
export function readMapping(own?: string): Mapping {
  const usual = parse(readFileSync(usualMapping, 'utf8')) as Mapping;
  if (own === undefined) return schema.parse(usual);
  let changes: { [key: string]: unknown };
  try {
    changes = (parse(readFileSync(own, 'utf8')) ?? {}) as { [key: string]: unknown };
  } catch (error) {
    throw new Error(`The mapping ${own} can’t be read: ${(error as Error).message.split('\n')[0]}`);
  }
  for (const key of Object.keys(changes)) {
    if (key in usual) continue;
    const similar = nearest(key, Object.keys(usual));
    throw new Error(`${own}: there is no “${key}” in a mapping${similar ? `; write ${similar}` : ''}.`);
  }
  const merged = Object.entries(usual).map(([key, value]) => {
    const change = changes[key];
    const isPlain = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part);
    if (change === undefined) return [key, value];
    // What a mover says of a file or a name comes before what is usual.
    return [key, isPlain(value) && isPlain(change) ? { ...(change as object), ...without(value, change) } : change];
  });
  const result = schema.safeParse(Object.fromEntries(merged));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${own}: ${issue?.path.join('.')}: ${issue?.message}. ${usualMapping} shows how it is written.`);
}

const without = (usual: object, change: unknown) =>
  Object.fromEntries(Object.entries(usual).filter(([key]) => !Object.hasOwn(change as object, key)));
