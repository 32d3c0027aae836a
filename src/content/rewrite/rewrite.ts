import type * as z from 'zod';
import { parseSource } from '../source';
import { mergeBody } from './rewrite-body';
import { rewriteFields } from './rewrite-fields';
import { inDeclaredOrder } from './yaml/declared-order';
import { isSame } from './yaml/fingerprint';
import { lineEndOf, writeYaml } from './yaml/write';

/** What a file is to say. Without a body, that of the file stays. */
export interface Content {
  data: Record<string, unknown>;
  body?: string;
}

/**
 * The file `text` with the fewest edits that make it say what `next` says, read by `parseSource`: the data as they are
 * given, the body to the meaning of its Markdown. What is not changed keeps its bytes: the order of fields, comments,
 * quotes, folding, line ends. A new field takes its place in the schema's order. An empty text gives a new file.
 *
 * Throws when the text is not empty and can't be read, for then nothing in it can be told from the rest.
 */
export function rewriteSource(text: string, format: 'md' | 'yml', next: Content, schema?: z.ZodType): string {
  const data = inDeclaredOrder(next.data, schema);
  if (text.trim() === '') return newFile('', format, data, next.body ?? '', '\n');
  const source = parseSource(text, format);
  if (source.faults[0]) throw new Error(`The file can’t be changed before it can be read. ${source.faults[0].message}`);
  const eol = lineEndOf(text);
  const body = format === 'yml' || next.body === undefined ? source.body : mergeBody(source.body, next.body, eol);
  if (isSame(source.data, data)) return withBody(text.slice(0, source.bodyOffset), body, eol);
  const { head, fields, end, fence } = partsOf(text, format, source.bodyOffset);
  const rewritten = rewriteFields(fields, data, eol, schema);
  if (rewritten !== undefined) {
    const result = withBody(`${head}${rewritten}${rewritten && (end || (fence && eol))}${fence}`, body, eol);
    const read = parseSource(result, format);
    if (isSame(read.data, data) && read.body === body) return result;
  }
  return newFile(/^\uFEFF?/.exec(text)?.[0] ?? '', format, data, body, eol);
}

/** The fields of a file, the line end behind them, and what stands around them. A YAML file is fields alone. */
function partsOf(text: string, format: 'md' | 'yml', bodyOffset: number) {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  if (format === 'yml') return { head: text.slice(0, mark), fields: text.slice(mark), end: '', fence: '' };
  const start = text.indexOf('\n') + 1;
  const close = text.indexOf('\n---', mark) + 1;
  const end = start < close ? (/\r?\n$/.exec(text.slice(start, close))?.[0] ?? '') : '';
  const stop = Math.max(start, close - end.length);
  return { head: text.slice(0, start), fields: text.slice(start, stop), end, fence: text.slice(close, bodyOffset) };
}

/** A fence at the end of a text takes a line of its own before a body, unless the body begins with the rest of its line. */
const withBody = (text: string, body: string, eol: string) =>
  body === '' || !text.endsWith('---') || /^[^\S\r\n]+(?:\r?\n|$)/.test(body) ? text + body : text + eol + body;

function newFile(mark: string, format: 'md' | 'yml', data: Content['data'], body: string, eol: string): string {
  const fields = Object.keys(data).length === 0 ? '' : writeYaml(data, { step: 2, indentSeq: true, eol }) + eol;
  return mark + (format === 'yml' ? fields : `---${eol}${fields}---${eol}${body}`);
}
