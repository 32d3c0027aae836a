import { type CST, isCollection, isMap, isScalar, type ParsedNode, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

/** A field of a map or an item of a list, and where it stands in its text. */
export interface Entry {
  /** The field's name or the item's index. */
  name: string | number;
  /** Where its name or its dash begins. */
  start: number;
  /** Behind its colon or dash. */
  after: number;
  /** The end of its value. */
  end: number;
  /** Letters before `start` on the same line. */
  column: number;
  node: ParsedNode | null;
}

/** The fields or items of a collection; undefined where they are written in a way that can't be followed. */
export function entriesOf(text: string, node: YAMLMap.Parsed | YAMLSeq.Parsed): Entry[] | undefined {
  const entries = isMap(node) ? fieldsOf(text, node as YAMLMap.Parsed) : itemsOf(text, node as YAMLSeq.Parsed);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

const besideThePoint = new Set(['space', 'newline', 'comment', 'comma']);

function fieldsOf(text: string, node: YAMLMap.Parsed): (Entry | undefined)[] {
  return node.items.map((pair) => {
    const token = pair.srcToken as CST.CollectionItem | undefined;
    const colon = token?.sep?.find(({ type }) => type === 'map-value-ind');
    if (!token || !colon || !isScalar(pair.key)) return undefined;
    const start = token.start.find(({ type }) => !besideThePoint.has(type))?.offset ?? pair.key.range[0];
    const name = String(pair.key.value ?? '');
    return place(text, name, start, colon.offset + 1, pair.value);
  });
}

function itemsOf(text: string, node: YAMLSeq.Parsed): (Entry | undefined)[] {
  if (node.flow) return node.items.map((item, index) => place(text, index, item.range[0], item.range[0], item));
  const { items } = node.srcToken as CST.BlockSequence;
  const dashes = items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? []);
  return node.items.map((item, index) => {
    const dash = dashes[index];
    return dash && place(text, index, dash.offset, dash.offset + 1, item);
  });
}

const place = (text: string, name: Entry['name'], start: number, after: number, node: ParsedNode | null): Entry => ({
  name,
  start,
  after,
  end: Math.max(after, endOf(text, node)),
  column: start - lineStart(text, start),
  node,
});

/** Where a value ends, without the blank lines and comments behind it. */
function endOf(text: string, node: ParsedNode | null): number {
  if (!node || isEmpty(node)) return 0;
  if (isCollection(node) && !node.flow) {
    const last = entriesOf(text, node as YAMLMap.Parsed | YAMLSeq.Parsed)?.at(-1);
    return last ? last.end : node.range[1];
  }
  if (!isBlockText(node)) return node.range[1];
  const source = text.slice(node.range[0], node.range[1]);
  const keepsBlankLines = /^[|>]\d?\+/.test(source);
  return node.range[0] + (keepsBlankLines ? source.replace(/\r?\n$/, '') : source.trimEnd()).length;
}

/** Whether nothing is written where the value would stand. */
export const isEmpty = (node: ParsedNode) => node.range[0] === node.range[1];

/** Whether a value is a text in lines of its own, folded or literal. */
export const isBlockText = (node: ParsedNode | null): node is Scalar.Parsed =>
  isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL);

export const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

/** The end of a line, before what ends it. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return text[feed - 1] === '\r' && feed > offset ? feed - 1 : feed;
}
