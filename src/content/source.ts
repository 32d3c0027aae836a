import matter from 'gray-matter';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type { RuleName } from '../rules';

export type Path = readonly PropertyKey[];
export interface Position {
  line: number;
  column: number;
}

/** A fault at an offset of a source, before it is known whose file it is. */
export interface Fault {
  rule: RuleName;
  offset: number;
  message: string;
  advice: string;
}

/** Where a value is written, without its quotes. */
export interface Span {
  start: number;
  end: number;
  quote: '' | '"' | "'";
}

/** A text of which YAML takes some words for something else, and what. */
export interface Loss {
  /** Where what is left out begins. */
  offset: number;
  sign: '#' | '!' | '&';
  /** All that is written, but for quotes around it. */
  written: string;
}

/** A file of content, taken apart. */
export interface Source {
  /** The whole file as it was read, byte order mark included. */
  text: string;
  /** The fields as plain data; undefined when they can't be read. */
  data: unknown;
  /** What can be made out of fields that can't be read as a whole. */
  legible?: unknown;
  /** The Markdown below the front matter; empty in a YAML file. */
  body: string;
  /** Where the body begins in the source. */
  bodyOffset: number;
  faults: Fault[];
  /** The place of a field's value, or of its name. For a field that is missing: of what should hold it. */
  offsetOf(path: Path, part?: 'name' | 'value'): number;
  /** Where a text stands that is written as it is read, on one line; undefined for any other value. */
  spanOf(path: Path): Span | undefined;
  /** The letters of a value as they stand in the file, where they stand on one line. */
  writtenOf(path: Path): string | undefined;
  /** The texts of which YAML leaves out some words. */
  losses(): Loss[];
  /** The place of an offset. */
  positionAt(offset: number): Position;
}

/** Takes a source apart. Never throws: what can't be read is among the faults. */
export function parseSource(source: string, format: 'md' | 'yml'): Source {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const text = source.slice(start);
  const fields =
    text.includes('\r') && !text.includes('\n')
      ? unreadable(returnsFault(start))
      : format === 'md'
        ? splitFrontMatter(text, start)
        : parseFields(text, start);
  return {
    body: '',
    bodyOffset: source.length,
    ...fields,
    text: source,
    offsetOf: (path, part = 'value') => fields.offsetOf(path, part) ?? start,
    positionAt: positionsOf(source, start),
  };
}

/** So many sources at once are held as they were taken apart, which is ten times as large as their text. */
const mostOpen = 2000;
/** What lets go of each of them, the oldest first. */
const open = new Set<() => void>();

/**
 * A source without faults that was taken apart before, so that it is known where its body begins. It is taken apart again
 * when more is asked, unless that was done of late: `parsed`, where it is at hand.
 */
export function reopenSource(source: string, format: 'md' | 'yml', bodyOffset: number, parsed?: Source): Source {
  let held: Source | undefined;
  const hold = (fresh: Source): Source => {
    held = fresh;
    open.add(letGo);
    const [oldest] = open;
    if (open.size > mostOpen) oldest?.();
    return fresh;
  };
  const letGo = () => {
    held = undefined;
    open.delete(letGo);
  };
  const whole = () => held ?? hold(parseSource(source, format));
  if (parsed) hold(parsed);
  return {
    text: source,
    body: source.slice(bodyOffset),
    bodyOffset,
    get data() {
      return whole().data;
    },
    get faults() {
      return whole().faults;
    },
    offsetOf: (path, part) => whole().offsetOf(path, part),
    spanOf: (path) => whole().spanOf(path),
    writtenOf: (path) => whole().writtenOf(path),
    losses: () => whole().losses(),
    positionAt: positionsOf(source, source.startsWith('\uFEFF') ? 1 : 0),
  };
}

const returnsFault = (offset: number): Fault => ({
  rule: 'wrong-line-ends',
  offset,
  message: 'The lines of the file end as on Macs of the last century (CR), and are all one line to most programs',
  advice: 'save it again with the line ends “LF”',
});

const unreadable = (fault: Fault): Fields & Partial<Pick<Source, 'body' | 'bodyOffset'>> => ({
  data: undefined,
  faults: [fault],
  offsetOf: () => undefined,
  spanOf: () => undefined,
  writtenOf: () => undefined,
  losses: () => [],
});

interface Fields {
  data: unknown;
  legible?: unknown;
  faults: Fault[];
  offsetOf(path: Path, part: 'name' | 'value'): number | undefined;
  spanOf(path: Path): Span | undefined;
  writtenOf(path: Path): string | undefined;
  losses(): Loss[];
}

/** Splits a source from which the byte order mark, `start` characters, is taken. */
function splitFrontMatter(source: string, start: number): Fields & Partial<Pick<Source, 'body' | 'bodyOffset'>> {
  const fault = (offset: number, message: string, advice: string) =>
    unreadable({ rule: 'invalid-front-matter', offset: start + offset, message, advice });
  const fence = /^---[^\r\n]*$/gm;
  const open = fence.exec(source);
  if (open?.index !== 0) {
    return fault(0, 'The file has no front matter', 'begin it with a line “---”, the fields, and another line “---”');
  }
  // gray-matter would run what follows a fence such as `---js` as a program.
  if (open[0].trimEnd() !== '---') {
    return fault(0, `The front matter opens with “${open[0].trim()}”`, 'write “---” alone on the first line');
  }
  const close = fence.exec(source);
  if (!close) {
    return fault(0, 'The front matter opens with “---” and never closes', 'add a line “---” below its last field');
  }
  if (close[0].trimEnd() !== '---') {
    return fault(
      close.index,
      `The front matter is closed by “${close[0].trim().slice(0, 40)}”`,
      'write “---” alone on the line that closes it',
    );
  }
  let fields: Fields = parseFields('', start + 3);
  const { content } = matter(source, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: (text) => {
          // The text ends before its last line feed; YAML would take the other half of a Windows line end for a letter.
          fields = parseFields(text.replace(/\r$/, ''), start + 3);
          return {};
        },
        stringify: () => '',
      },
    },
  });
  return { ...fields, body: content, bodyOffset: start + source.length - content.length };
}

/** How YAML is read. */
export const yamlOptions = {
  // The core schema leaves dates as the text that was written; YAML 1.1 would turn 2016-19-17 into another day.
  schema: 'core',
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** How much longer values that are referred to may make the data. */
export const maxAliasCount = 100;

/** Reads YAML that stands at `start` of its source. */
function parseFields(text: string, start: number): Fields {
  const document = parseDocument(text, yamlOptions);
  const faults: Fault[] = document.errors
    .map((error) => ({ rule: 'invalid-yaml' as const, offset: start + error.pos[0], ...explainYaml(error, text) }))
    // Of errors that YAML tells apart and an editor does not, one is enough.
    .filter(({ offset, message }, index, all) => {
      const previous = all[index - 1];
      return offset !== previous?.offset || message !== previous.message;
    });
  let data: unknown;
  if (faults.length === 0) {
    try {
      data = document.toJS({ maxAliasCount }) ?? {};
    } catch (error) {
      const name = /^Unresolved alias.*: (.*)$/.exec(String((error as Error).message))?.[1];
      faults.push(
        name === undefined
          ? {
              rule: 'invalid-yaml',
              offset: start,
              message: 'The fields refer to each other (“&” and “*”) too often',
              advice: 'write the values out',
            }
          : {
              rule: 'invalid-yaml',
              offset: start + Math.max(0, text.indexOf(`*${name}`)),
              message: `The fields can’t be read: a text begins with “*”: “*${name}”`,
              advice: 'put the text in quotes',
            },
      );
    }
    if (data !== undefined && !isMap(document.contents) && document.contents !== null) {
      data = undefined;
      faults.push({
        rule: 'invalid-yaml',
        offset: start + firstLetter(text),
        message: 'The fields can’t be read: there is a text or a list in their place',
        advice: 'write each field on a line of its own, as in “title: My title”',
      });
    }
  }
  return {
    data,
    ...(faults.length > 0 ? { legible: legibleOf(document) } : {}),
    faults,
    offsetOf: (path, part) => {
      const offset = offsetIn(document, path, part);
      return offset === undefined ? undefined : start + offset;
    },
    spanOf: (path) => {
      const span = spanIn(document, text, path);
      return span && { ...span, start: start + span.start, end: start + span.end };
    },
    writtenOf: (path) => writtenIn(document, text, path),
    losses: () => lossesIn(document, text).map((loss) => ({ ...loss, offset: start + loss.offset })),
  };
}

function legibleOf(document: Document.Parsed): unknown {
  try {
    return isMap(document.contents) ? document.toJS({ maxAliasCount }) : undefined;
  } catch {
    return undefined;
  }
}

type FieldMap = Extract<ParsedNode, { items: { key: unknown }[] }>;

const pairsByMap = new WeakMap<object, Map<string, FieldMap['items'][number]>>();

/** The field of a map by its name. There may be thousands, each with a problem of its own. */
function pairOf(map: FieldMap, name: string): FieldMap['items'][number] | undefined {
  const pairs = pairsByMap.get(map) ?? new Map();
  if (!pairsByMap.has(map)) {
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
    }
    pairsByMap.set(map, pairs);
  }
  return pairs.get(name);
}

function offsetIn(document: Document.Parsed, path: Path, part: 'name' | 'value'): number | undefined {
  let node: ParsedNode | null = document.contents;
  let offset: number | undefined;
  for (const [depth, key] of path.entries()) {
    let next: ParsedNode | null | undefined;
    if (isMap(node)) {
      const pair = pairOf(node, String(key));
      if (!pair) break;
      const keyOffset = (pair.key as ParsedNode).range[0];
      next = pair.value as ParsedNode | null;
      const last = depth === path.length - 1;
      const empty = !next || next.range[0] === next.range[1];
      offset = (last && part === 'name') || empty ? keyOffset : next?.range[0];
    } else if (isSeq(node)) {
      next = node.items[Number(key)] as ParsedNode | undefined;
      if (!next) break;
      offset = next.range[0];
    }
    node = next ?? null;
  }
  return offset;
}

const quotes: Record<string, Span['quote']> = { PLAIN: '', QUOTE_DOUBLE: '"', QUOTE_SINGLE: "'" };

function spanIn(document: Document.Parsed, text: string, path: Path): Span | undefined {
  const node = nodesAt(document, path).find(isScalar);
  const quote = quotes[node?.type ?? ''];
  if (!node?.range || quote === undefined) return undefined;
  const start = node.range[0] + quote.length;
  const end = node.range[1] - quote.length;
  return text.slice(start, end) === node.value ? { start, end, quote } : undefined;
}

/** What stands at a path. A single value where a list may stand is its own first item. */
const nodesAt = (document: Document.Parsed, path: Path) =>
  [path, path.at(-1) === 0 ? path.slice(0, -1) : path].map((tried) => document.getIn(tried, true));

function writtenIn(document: Document.Parsed, text: string, path: Path): string | undefined {
  const node = nodesAt(document, path).find((found) => isScalar(found) || (isCollection(found) && found.flow));
  const [start, end] = (isNode(node) && node.range) || [0, 0];
  const written = text.slice(start, end);
  return written === '' || /[\r\n]/.test(written) ? undefined : written;
}

function lossesIn(document: Document.Parsed, text: string): Loss[] {
  if (!/[#!&]/.test(text)) return [];
  const losses: Loss[] = [];
  const named = new Set<string>();
  visit(document, { Alias: (_, { source }) => void named.add(source) });
  const lineAt = (from: number) => /^[^\r\n]*/.exec(text.slice(from))?.[0].trimEnd() ?? '';
  visit(document, {
    Scalar(key, node) {
      const [start = 0, end = 0] = node.range ?? [];
      // What stands behind a key, or a value in quotes or in lines of its own, is a note; so it is behind what is no text.
      if (key === 'key' || node.type !== Scalar.PLAIN) return;
      const before = /(?:^|[\s:])((?:[!&]\S*[ \t]+)+)$/.exec(text.slice(0, start) + (start === end ? ' ' : ''))?.[1];
      const isMeant = before?.startsWith('&')
        ? node.anchor !== undefined && named.has(node.anchor)
        : /^!!?\w*\s/.test(before ?? '') && isKnownTag(node.tag);
      if (before && !isMeant) {
        const offset = Math.min(start, text.length) - before.length + (start === end ? 1 : 0);
        losses.push({ offset, sign: before[0] as '!' | '&', written: lineAt(offset) });
        return;
      }
      const behind = /^[ \t]+(#.*)/.exec(lineAt(end));
      if (behind && typeof node.value === 'string' && start < end && !/^#\s*check:/.test(behind[1] ?? '')) {
        const offset = end + behind[0].length - (behind[1]?.length ?? 0);
        losses.push({ offset, sign: '#', written: text.slice(start, end) + behind[0] });
      }
    },
  });
  return losses;
}

const isKnownTag = (tag: string | undefined) =>
  /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag ?? '');

function explainYaml({ code, message }: YAMLError, text: string): Pick<Fault, 'message' | 'advice'> {
  const tell = (what: string, advice: string) => ({ message: `The fields can’t be read: ${what}`, advice });
  switch (code) {
    case 'DUPLICATE_KEY':
      return tell('a field is written twice', 'keep one of the two');
    case 'TAB_AS_INDENT':
      return tell('a line begins with a tab', 'indent with spaces');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return tell('a text holds a colon and a space', 'put the text in quotes, as in title: "One: two"');
    case 'BAD_SCALAR_START':
      return tell('a text begins with a character that means something in YAML', 'put the text in quotes');
    case 'BAD_ALIAS':
      return tell('a text begins with “*” or “&”', 'put the text in quotes');
    case 'MISSING_CHAR':
      return /quote/i.test(message)
        ? tell(
            'a text opens with a quote that never closes',
            'close the quote; within single quotes, double each single quote that belongs to the text',
          )
        : tell(message.toLowerCase(), 'compare the line with those of another file');
    case 'UNEXPECTED_TOKEN':
      if (/at node end/.test(message)) {
        return tell(
          'more text stands where a text has ended',
          'put the whole text between single quotes, and double each single quote within it',
        );
      }
      return tell(message.toLowerCase(), 'compare the line with those of another file');
    case 'BAD_INDENT':
      return tell('a line is not indented like its neighbors', 'line it up with the fields of its group');
    default:
      return tell(
        `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\s+/g, ' '),
        text.includes('\t') ? 'indent with spaces, not tabs' : 'compare the line with those of another file',
      );
  }
}

const firstLetter = (text: string) => Math.max(0, text.search(/\S/));

function positionsOf(source: string, start: number): (offset: number) => Position {
  let lineStarts: number[] | undefined;
  return (place) => {
    // Between the two characters of a Windows line end there is no place.
    const offset = source.startsWith('\r\n', place - 1) && place > 0 ? place - 1 : place;
    if (!lineStarts) {
      lineStarts = [start];
      for (const { index } of source.matchAll(/\r\n|\n|\r/g)) {
        lineStarts.push(index + (source[index] === '\r' && source[index + 1] === '\n' ? 2 : 1));
      }
    }
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (lineStarts[low] as number)) + 1 };
  };
}
