import { Document, isCollection, isScalar, isSeq, Scalar, visit } from 'yaml';
import { lineStart } from './entries';

/** How a file of YAML is laid out. */
export interface Layout {
  /** Spaces by which a level is indented. */
  step: number;
  /** Whether lists are indented below their field. */
  indentSeq: boolean;
  /** What ends a line. */
  eol: string;
}

export interface Look {
  /** Spaces before the lines that follow the first. */
  column?: number;
  /** How a text looked before: plain, quoted, folded, literal. */
  like?: Scalar.Type | undefined;
  /** Where a text is folded; 0 leaves it on one line. */
  width?: number;
  /** It stands within brackets. */
  flow?: boolean;
  /** No line may follow, as where a comment stands behind. */
  oneLine?: boolean;
}

/**
 * A field `{ name: value }` or an item `[value]` as YAML, without a line end at its end. Texts stay plain where they read
 * as the same text, and take lines of their own where they have several.
 */
export function writeYaml(
  entry: Record<string, unknown> | [unknown],
  { step, indentSeq, eol }: Layout,
  { column = 0, like, width = 0, flow = false, oneLine = flow }: Look = {},
): string {
  const document = new Document(entry, { schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node, path) {
      if (typeof node.value !== 'string') return;
      const isTop = key !== 'key' && path.length === (Array.isArray(entry) ? 2 : 3);
      node.type = styleOf(node.value, isTop ? like : undefined, oneLine || key === 'key');
    },
  });
  if (flow && isCollection(document.contents)) document.contents.flow = true;
  const text = document.toString({
    indent: step,
    indentSeq,
    lineWidth: width,
    minContentWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    flowCollectionPadding: false,
  });
  return (
    text
      .slice(flow ? 1 : 0, flow ? -2 : -1)
      // These stand in double quotes, and would end a line for one reader or another.
      .replace(invisible, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`)
      .replace(/\n/g, eol)
  );
}

const invisible = /[\u2028\u2029\uFEFF]/g;

function styleOf(text: string, like: Scalar.Type | undefined, oneLine: boolean): Scalar.Type {
  // Space that a plain or folded text would lose.
  if (/^\s|\t|[^\S\n]$|[^\S\n]\n|\n\n$/.test(text) || text.search(invisible) >= 0) return Scalar.QUOTE_DOUBLE;
  const inLines = like === Scalar.BLOCK_FOLDED || like === Scalar.BLOCK_LITERAL;
  if (text.includes('\n')) return oneLine ? Scalar.QUOTE_DOUBLE : inLines ? like : Scalar.BLOCK_LITERAL;
  return like && !(inLines && oneLine) ? like : Scalar.PLAIN;
}

/** How a file is indented, judged by its first nested fields; as a new file where it has none. */
export function layoutOf(text: string, document: Document.Parsed): Omit<Layout, 'eol'> {
  const columnOf = (offset: number) => offset - lineStart(text, offset);
  let step: number | undefined;
  let indentSeq: boolean | undefined;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isCollection(value) || value.flow || !key.range || !value.range) return;
      const inner = columnOf(value.range[0]) - columnOf(key.range[0]);
      if (isSeq(value)) indentSeq ??= inner > 0;
      if (inner > 0) step ??= inner;
    },
  });
  return { step: step ?? 2, indentSeq: indentSeq ?? true };
}

/** What ends most lines of a text. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const windows = text.match(/\r\n/g)?.length ?? 0;
  return windows * 2 > (text.match(/\n/g)?.length ?? 0) ? '\r\n' : '\n';
}
