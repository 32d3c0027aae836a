import type { Change } from '../../content/change';
import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import { valuesOf } from '../../content/values';

/** Finds values that begin or end with a space, which no form shows. */
export function checkValues(entry: AnyEntry): Problem[] {
  const { file, source, collection } = entry;
  return valuesOf({ collection, data: source.data }).flatMap(({ path, value, info }) => {
    if (typeof value !== 'string' || value.trim() === value || info?.kind === 'markdown') return [];
    const span = source.spanOf(path);
    if (!span) return [];
    const begin = span.start + value.length - value.trimStart().length;
    const end = span.start + value.trimEnd().length;
    const cut = (from: number, to: number): Change[] =>
      from < to ? [{ kind: 'edit', file, start: from, end: to, text: '' }] : [];
    const message = `“${info?.label ?? String(path.at(-1))}” ${begin > span.start ? 'begins' : 'ends'} with a space`;
    const fix = [...cut(span.start, begin), ...cut(end, span.end)];
    return [problemAt(entry, 'spaces-around-value', path, message, 'remove it', { fix })];
  });
}
