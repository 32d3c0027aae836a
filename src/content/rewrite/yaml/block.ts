import { isAlias, isScalar, type Scalar } from 'yaml';
import type { Edit, Sheet } from './edit';
import { type Entry, isBlockText, isEmpty, lineEnd, lineStart } from './entries';
import type { Plan } from './plan';
import { writeYaml } from './write';

/** Puts new entries between the lines of a collection. */
export function additions({ text, layout }: Sheet, entries: Entry[], { kept, added }: Plan): Edit[] {
  return added.map(({ behind, name, value, moved }) => {
    const neighbor = (entries[behind] ?? entries[Math.min(...kept.keys())]) as Entry;
    const { column } = neighbor;
    const line = layout.eol + ' '.repeat(column);
    const source = moved === undefined ? undefined : entries[moved];
    const entry = source
      ? text.slice(source.start, lineEnd(text, source.end))
      : writeYaml(typeof name === 'number' ? [value] : { [name]: value }, layout, { column });
    const at = behind < 0 ? neighbor.start : lineEnd(text, neighbor.end);
    return { from: at, to: at, text: behind < 0 ? entry + line : line + entry };
  });
}

/** Takes the lines of entries away that do not stay; comments on lines of their own are not theirs. */
export function removals(text: string, entries: Entry[], { kept }: Plan): Edit[] {
  return entries.flatMap(({ start, end }, index) => {
    if (kept.has(index)) return [];
    const line = lineStart(text, start);
    const stop = lineEnd(text, end);
    if (text.slice(line, start).trim() === '') return [{ from: line, to: nextLine(text, stop), text: '' }];
    // The dash of the item around it stays on the line, and what comes next moves up to it.
    const heir = entries[index + 1];
    const movesUp = heir && kept.has(index + 1) && text.slice(stop, heir.start).trim() === '';
    return [
      movesUp
        ? { from: start, to: heir.start, text: '' }
        : { from: text.slice(0, start).trimEnd().length, to: stop, text: '' },
    ];
  });
}

const nextLine = (text: string, end: number) => end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0);

/** Another value on lines of its own; comments on its first and behind its last stay. */
export function replacement({ text, layout }: Sheet, entry: Entry, next: unknown): Edit {
  const { name, node, after, end, column } = entry;
  const former = node && !isEmpty(node) && !node.tag && (isScalar(node) || isAlias(node)) ? node : undefined;
  const lines = text.slice(former?.range[0] ?? after, end).split(/\r?\n/);
  const longest = Math.max(80, ...lines.map(({ length }) => length));
  const lineStop = lineEnd(text, end);
  const hasComment = text.slice(end, lineStop).trim() !== '';
  const look = {
    column,
    like: isScalar(node) ? (node.type as Scalar.Type) : undefined,
    width: isScalar(node) && lines.length > 1 && !hasComment ? longest - column : 0,
    oneLine: hasComment,
  };
  const value =
    typeof name === 'number' ? writeYaml([next], layout, look).slice(1) : writeYaml({ k: next }, layout, look).slice(2);
  // A collection begins below its name, and leaves no space there.
  const from = former && value.startsWith(' ') ? former.range[0] : after;
  const head = text.slice(from, lineEnd(text, from));
  const comment = isBlockText(node) || !node ? head : text.slice(from, Math.min(from + head.length, node.range[0]));
  return {
    from,
    to: hasComment ? end : lineStop,
    text: value
      .slice(from === after ? 0 : 1)
      .replace(/^[^\r\n]*/, (line) => line + (/(?:^|[ \t])#.*$/.exec(comment)?.[0] ?? '')),
  };
}
