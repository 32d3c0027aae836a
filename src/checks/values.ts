import type { z } from 'zod';
import { collections } from '../collections';
import type { Change } from '../content/change';
import type { AnyEntry } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import type { Path } from '../content/source';
import { childOf, infoOf } from '../model/field';

/** Finds values that begin or end with a space, which no form shows. */
export function checkValues(entry: AnyEntry): Problem[] {
  const { file, source, collection } = entry;
  const problems: Problem[] = [];
  const look = (schema: z.ZodType | undefined, value: unknown, path: Path) => {
    const info = schema && infoOf(schema);
    if (typeof value === 'string') {
      const span = value.trim() === value || info?.kind === 'markdown' ? undefined : source.spanOf(path);
      if (!span) return;
      const begin = span.start + value.length - value.trimStart().length;
      const end = span.start + value.trimEnd().length;
      const cut = (from: number, to: number): Change[] =>
        from < to ? [{ kind: 'edit', file, start: from, end: to, text: '' }] : [];
      const message = `“${info?.label ?? String(path.at(-1))}” ${begin > span.start ? 'begins' : 'ends'} with a space`;
      const fix = [...cut(span.start, begin), ...cut(end, span.end)];
      problems.push(problemAt(entry, 'spaces-around-value', path, message, 'remove it', { fix }));
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const step = Array.isArray(value) ? Number(key) : key;
        look(schema && childOf(schema, step, value), inner, [...path, step]);
      }
    }
  };
  look(collections[collection].schema, source.data, []);
  return problems;
}
