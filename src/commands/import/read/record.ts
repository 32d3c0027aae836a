import { extname } from 'node:path';
import { type AST, parseTOML } from 'toml-eslint-parser';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** What a file of another site says, each value with the letters it was written in: a date that is none stays as it is. */
export type Value = string | Value[] | { [key: string]: Value };
export type Path = readonly (string | number)[];

/** A file of another site, taken apart. */
export interface Record {
  /** From the folder of the checkout, with `/`. */
  file: string;
  data: { [key: string]: Value };
  /** The text below the fields. */
  body: string;
  /** Where in the file the text begins, from 1. */
  bodyLine: number;
  /** Where in the file a value stands, from 1; for what is not there, what should hold it. */
  lineOf(path: Path): number;
  /** Why its fields can’t be read, and where. */
  fault?: { line: number; what: string };
}

/** The endings of files that may hold words; `html` only beside fields. */
export const isRecord = (file: string) => /\.(?:md|mdx|markdown|html|ya?ml|json|toml)$/i.test(file);

/** Takes a file apart: front matter in YAML, TOML or JSON above a text, or data alone. Never throws. */
export function readRecord(file: string, source: string): Record {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const ending = extname(file).toLowerCase();
  if (ending === '.toml') return withFields(file, text, 'toml', 0, '', 1);
  if (/^\.(?:ya?ml|json)$/.test(ending)) return withFields(file, text, 'yaml', 0, '', 1);
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text);
  if (!fence) return { file, data: {}, body: text, bodyLine: 1, lineOf: () => 1 };
  const start = fence[0].length;
  // Front matter that never ends is all there is, as it was for the site’s own generator.
  const end = new RegExp(`^${fence[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?:\\n|$)`, 'm');
  const close = end.exec(text.slice(start));
  const fields = close ? text.slice(start, start + close.index) : text.slice(start);
  const body = close ? text.slice(start + close.index + close[0].length) : '';
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return withFields(file, fields, fence[1] === '---' ? 'yaml' : 'toml', 1, body, bodyLine);
}

/** `above` is the number of lines before the fields. */
function withFields(
  file: string,
  text: string,
  language: 'yaml' | 'toml',
  above: number,
  body: string,
  bodyLine: number,
): Record {
  const read = language === 'yaml' ? readYaml(text) : readToml(text);
  const { fault } = read;
  const data = typeof read.data === 'object' && !Array.isArray(read.data) ? read.data : { items: read.data };
  return {
    file,
    data: read.data === '' ? {} : data,
    body,
    bodyLine,
    lineOf(path) {
      const own = read.data === data ? path : path.slice(1);
      for (let length = own.length; length > 0; length--) {
        const line = read.lines.get(keyOf(own.slice(0, length)));
        if (line !== undefined) return above + line;
      }
      return above + 1;
    },
    ...(fault ? { fault: { ...fault, line: above + fault.line } } : {}),
  };
}

interface Fields {
  data: Value;
  /** By `keyOf`, from 1. */
  lines: Map<string, number>;
  fault?: { line: number; what: string };
}

export const keyOf = (path: Path) => JSON.stringify(path);

function readYaml(text: string): Fields {
  const counter = new LineCounter();
  const lines = new Map<string, number>();
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: counter,
  });
  const [error] = document.errors;
  const look = (node: Node | null, path: Path, depth: number): Value => {
    if (node?.range && !lines.has(keyOf(path))) lines.set(keyOf(path), counter.linePos(node.range[0]).line);
    if (depth > 50) return '';
    if (isAlias(node)) return look(node.resolve(document) ?? null, path, depth + 1);
    if (isSeq(node)) {
      return node.items.map((item, index) => look(isNode(item) ? item : null, [...path, index], depth + 1));
    }
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map(({ key, value }) => {
          const name = isScalar(key) ? String(key.value) : '?';
          const inner = [...path, name];
          if (isNode(key) && key.range) lines.set(keyOf(inner), counter.linePos(key.range[0]).line);
          return [name, look(isNode(value) ? value : null, inner, depth + 1)];
        }),
      );
    }
    return isScalar(node) && !(node.type === 'PLAIN' && /^(?:~|null)$/i.test(String(node.value)))
      ? String(node.value ?? '')
      : '';
  };
  const data = look(document.contents as Node | null, [], 0);
  return {
    data,
    lines,
    ...(error ? { fault: { line: counter.linePos(error.pos[0]).line, what: error.message } } : {}),
  };
}

type Table = { [key: string]: Value };

/** Without what every object has: a key of a file may be called `__proto__`. */
const table = (): Table => Object.create(null);

function readToml(text: string): Fields {
  const lines = new Map<string, number>();
  const data = table();
  const read = (node: AST.TOMLContentNode, path: Path): Value => {
    lines.set(keyOf(path), node.loc.start.line);
    if (node.type === 'TOMLArray') return node.elements.map((item, index) => read(item, [...path, index]));
    if (node.type === 'TOMLInlineTable') {
      const inline = table();
      for (const pair of node.body) put(inline, pair, path);
      return inline;
    }
    if (node.kind === 'string') return node.value;
    return text.slice(node.range[0], node.range[1]);
  };
  const put = (into: Table, pair: AST.TOMLKeyValue, path: Path) => {
    const keys = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
    const last = keys.pop() as string;
    const within = keys.reduce<Table>((outer, key) => {
      outer[key] ??= table();
      return outer[key] as Table;
    }, into);
    within[last] = read(pair.value, [...path, ...keys, last]);
  };
  try {
    const [program] = parseTOML(text).body;
    for (const node of program.body) {
      if (node.type === 'TOMLKeyValue') {
        put(data, node, []);
        continue;
      }
      lines.set(keyOf(node.resolvedKey), node.loc.start.line);
      let place: Value = data;
      for (const [index, key] of node.resolvedKey.entries()) {
        const outer = place as Table;
        outer[key] ??= typeof node.resolvedKey[index + 1] === 'number' ? [] : table();
        place = outer[key];
      }
      for (const pair of node.body) put(place as Table, pair, node.resolvedKey);
    }
    return { data, lines };
  } catch (error) {
    const { lineNumber = 1, message } = error as { lineNumber?: number; message: string };
    return { data: {}, lines, fault: { line: lineNumber, what: message } };
  }
}
