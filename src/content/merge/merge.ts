import type * as z from 'zod';
import { rewriteSource } from '../rewrite/rewrite';
import { lineEndOf } from '../rewrite/yaml/write';
import { parseSource } from '../source';
import type { Ask, Conflict } from './conflict';
import { mergeMarkdown } from './merge-markdown';
import { mergeFields } from './merge-values';

/** A file as it was opened, as one person would save it, and as others have left it meanwhile. */
export interface Versions {
  base: string;
  mine: string;
  theirs: string;
}

/**
 * The file that has what one person and what others changed, each field and each paragraph by itself. What both changed,
 * each in a way of his own, `ask` decides. It is `theirs` with the fewest edits, and so keeps their bytes. Without a base,
 * all that differs was changed by both.
 *
 * Throws where one of the three can't be read.
 */
export function mergeFile(
  { base, mine, theirs }: Versions,
  format: 'md' | 'yml',
  schema: z.ZodType | undefined,
  ask: Ask,
): string {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  const [was, wanted, found] = [base, mine, theirs].map((text) => readable(text, format)) as [Read, Read, Read];
  const data = mergeFields([was.data, wanted.data, found.data], schema, [], ask);
  if (format === 'yml') return rewriteSource(theirs, format, { data }, schema);
  const body = mergeMarkdown([was.body, wanted.body, found.body], ['body'], ask);
  return rewriteSource(theirs, format, { data, body: body.replace(/\r?\n/g, lineEndOf(theirs)) }, schema);
}

/** What has to be asked before two versions can be merged, in the order of the file. */
export function conflictsOf(versions: Versions, format: 'md' | 'yml', schema: z.ZodType | undefined): Conflict[] {
  const found: Conflict[] = [];
  mergeFile(versions, format, schema, (conflict) => {
    found.push(conflict);
    return 'mine';
  });
  return found;
}

interface Read {
  data: Record<string, unknown>;
  body: string;
}

function readable(text: string, format: 'md' | 'yml'): Read {
  if (text.trim() === '') return { data: {}, body: '' };
  const { data, body, faults } = parseSource(text, format);
  if (faults[0] || data === undefined) throw new Error(`The file can’t be read. ${faults[0]?.message ?? ''}`.trim());
  return { data: (data ?? {}) as Read['data'], body };
}
