import { diffArrays } from 'diff';
import { blocksOf } from '../rewrite/markdown-blocks';
import { isFields, isSame } from '../rewrite/yaml/fingerprint';
import { type Path, parseSource } from '../source';

/** What a field said, and what it says; undefined where there was nothing, or is nothing any more. */
export interface Difference {
  path: Path;
  before: unknown;
  after: unknown;
}

/** What one text of a file says otherwise than another: each field, item and paragraph by itself, in the order of the file. */
export function differencesOf(before: string, after: string, format: 'md' | 'yml'): Difference[] {
  const [was, is] = [before, after].map((text) => parseSource(text, format)) as [Parsed, Parsed];
  return [
    ...differences(was.data ?? {}, is.data ?? {}, []),
    ...inLists(paragraphsOf(was.body), paragraphsOf(is.body), ['body']),
  ];
}

type Parsed = ReturnType<typeof parseSource>;

function differences(before: unknown, after: unknown, path: Path): Difference[] {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (!isFields(before) || !isFields(after)) return [{ path, before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => differences(before[name], after[name], [...path, name]));
}

function inLists(before: unknown[], after: unknown[], path: Path): Difference[] {
  const found: Difference[] = [];
  let at = 0;
  let removed: unknown[] = [];
  const flush = (added: unknown[]) => {
    if (removed.length === added.length && removed.every(isFields) && added.every(isFields))
      found.push(...removed.flatMap((item, index) => differences(item, added[index], [...path, at + index])));
    else if (removed.length > 0 || added.length > 0)
      found.push({ path, before: joined(removed), after: joined(added) });
    removed = [];
    at += added.length;
  };
  for (const change of diffArrays(before, after, { comparator: isSame })) {
    if (change.removed) {
      if (removed.length > 0) flush([]);
      removed = change.value;
    } else if (change.added) flush(change.value);
    else {
      flush([]);
      at += change.count;
    }
  }
  flush([]);
  return found;
}

/** Paragraphs are one text again. */
const joined = (items: readonly unknown[]): unknown =>
  items.length === 0 ? undefined : items.every((item) => typeof item === 'string') ? items.join('\n\n') : items;

function paragraphsOf(body: string): string[] {
  const text = body.replace(/\r\n?/g, '\n');
  const starts = blocksOf(text).map(({ start }) => start);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trimEnd());
}
