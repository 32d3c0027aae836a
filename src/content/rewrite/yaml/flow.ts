import { isScalar, type Scalar } from 'yaml';
import type { Collection, Edit, Sheet } from './edit';
import { type Entry, isEmpty } from './entries';
import { isSame } from './fingerprint';
import type { Plan } from './plan';
import { writeYaml } from './write';

/** Puts a collection in brackets together of those of its pieces that stay, and of new ones. */
export function flowEdits({ text, layout }: Sheet, node: Collection, entries: Entry[], old: unknown, plan: Plan) {
  const first = entries[0] as Entry;
  const last = entries.at(-1) as Entry;
  const between = entries.slice(1).map(({ start }, index) => text.slice((entries[index] as Entry).end, start));
  const edges = [text.slice(node.range[0] + 1, first.start), text.slice(last.end, node.range[1] - 1)];
  if ([...between, ...edges].some((piece) => /[^\s,]/.test(piece))) return undefined;
  const write = (name: string | number, value: unknown) =>
    writeYaml(typeof name === 'number' ? [value] : { [name]: value }, layout, { flow: true });
  const behind = (index: number) =>
    plan.added.filter((piece) => piece.behind === index).map(({ name, value }) => write(name, value));
  const pieces = entries.flatMap(({ name, start, end }, index) => {
    if (!plan.kept.has(index)) return [];
    const value = plan.kept.get(index);
    const stays = isSame((old as Record<PropertyKey, unknown>)[name], value);
    return [stays ? text.slice(start, end) : write(name, value), ...behind(index)];
  });
  return [{ from: first.start, to: last.end, text: [...behind(-1), ...pieces].join(between[0] ?? ', ') }];
}

/** Another value within brackets. */
export function replacementWithin({ layout }: Sheet, entry: Entry, next: unknown): Edit {
  const { node, after, name } = entry;
  const text = writeYaml([next], layout, { flow: true, like: isScalar(node) ? (node.type as Scalar.Type) : undefined });
  if (node && !isEmpty(node) && !node.tag) return { from: node.range[0], to: node.range[1], text };
  return { from: after, to: Math.max(after, node?.range[1] ?? 0), text: typeof name === 'string' ? ` ${text}` : text };
}
