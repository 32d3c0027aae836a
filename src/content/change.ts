import { isMap, isScalar, parseDocument } from 'yaml';
import type { Path, Source } from './source';

/**
 * A change of one file that fixes a problem. Offsets are UTF-16 units of the file’s text as it was read, byte order mark
 * included; paths are from the project’s root, with `/`.
 */
export type Change =
  | { kind: 'edit'; file: string; start: number; end: number; text: string }
  | { kind: 'write'; file: string; bytes: Uint8Array }
  | { kind: 'rename'; file: string; to: string };

/** The smallest edit that makes `after` of `before`, which stands at `start`. */
export function editOf(file: string, start: number, before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    kind: 'edit',
    file,
    start: start + head,
    end: start + before.length - tail,
    text: after.slice(head, after.length - tail),
  };
}

/**
 * The edit that gives a field another text and leaves its quotes as they are, or adds some where it needs them; undefined
 * where that can’t be done with certainty, as in a text that runs over several lines.
 */
export function editOfField(
  { file, source }: { file: string; source: Source },
  path: Path,
  after: string,
): Change[] | undefined {
  const span = source.spanOf(path);
  if (!span) return undefined;
  const before = source.text.slice(span.start, span.end);
  if (after === before) return undefined;
  if (span.quote === '' && isPlain(after, before)) return [editOf(file, span.start, before, after)];
  if (/["'\\]|\p{Cc}|[\u2028\u2029\uFEFF]/u.test(after)) return undefined;
  return [editOf(file, span.start, before, span.quote === '' ? `"${after}"` : after)];
}

/** The edit that gives a field another name; undefined where its own is written in another way than it is read. */
export function editOfName(
  { file, source }: { file: string; source: Source },
  path: Path,
  after: string,
): Change[] | undefined {
  const start = source.offsetOf(path, 'name');
  const before = String(path.at(-1));
  return source.text.startsWith(before, start) ? [editOf(file, start, before, after)] : undefined;
}

/** Whether YAML reads a text without quotes as that text, in a list in brackets too. */
function isPlain(text: string, before: string): boolean {
  if (/[,[\]{}]/.test(text) && !/[,[\]{}]/.test(before)) return false;
  const { contents, errors, warnings } = parseDocument(`a: ${text}`, { schema: 'core', logLevel: 'silent' });
  if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return false;
  const value = contents.items[0]?.value;
  return isScalar(value) && value.value === text;
}
