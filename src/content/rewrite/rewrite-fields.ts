import { type Document, isCollection, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import { maxAliasCount, yamlOptions } from '../source';
import type { Collection, Edit } from './yaml/edit';
import { applyEdits, collectionEdits } from './yaml/edits';
import { isEmpty } from './yaml/entries';
import { isFields, isSame } from './yaml/fingerprint';
import { type Layout, layoutOf, writeYaml } from './yaml/write';

/** Fields as YAML, and what they say. */
interface Fields {
  text: string;
  layout: Layout;
  document: Document.Parsed;
  data: Record<string, unknown>;
}

/**
 * The YAML `text` with the fewest edits that make it say `next`, whose own order is that of new fields. One field after
 * the other is edited, and read again: where the smallest edit does not give what was asked for, larger ones are tried,
 * up to the whole field. New lines end with `eol`. Undefined where no edit does, or the text can't be read.
 */
export function rewriteFields(
  text: string,
  next: Record<string, unknown>,
  eol: string,
  schema?: z.ZodType,
): string | undefined {
  let fields = read(text, eol);
  for (const name of new Set([...Object.keys(fields?.data ?? {}), ...Object.keys(next)])) {
    if (!fields) return undefined;
    const others = Object.entries(fields.data).filter(([other]) => other !== name);
    const wanted = Object.fromEntries(Object.hasOwn(next, name) ? [...others, [name, next[name]]] : others);
    if (!isSame(fields.data, wanted)) fields = rewriteOne(fields, wanted, schema);
  }
  return fields?.text;
}

/** How much is told apart below a field: everything, the parts of its parts, its parts, nothing. */
const depths = [Number.POSITIVE_INFINITY, 3, 2, 1];

function rewriteOne(fields: Fields, wanted: Fields['data'], schema?: z.ZodType): Fields | undefined {
  for (const start of [fields, withoutAliases(fields)]) {
    for (const depth of start ? depths : []) {
      const edits = start && editsTo(start, wanted, schema, depth);
      const result = edits && readLike(start, applyEdits(start.text, edits));
      if (result && isSame(result.data, wanted)) return result;
    }
  }
  const result = laidOutAnew(fields, wanted);
  return result && isSame(result.data, wanted) ? result : undefined;
}

/** All fields in the layout of the YAML library, with their comments. */
function laidOutAnew(fields: Fields, wanted: Fields['data']): Fields | undefined {
  const { text, layout, data } = fields;
  const document = parseDocument(text, yamlOptions);
  for (const name of Object.keys(data)) if (!Object.hasOwn(wanted, name)) document.delete(name);
  for (const [name, value] of Object.entries(wanted)) if (!isSame(data[name], value)) document.set(name, value);
  const { step: indent, indentSeq, eol } = layout;
  return readLike(fields, document.toString({ indent, indentSeq, lineWidth: 0 }).replace(/\n/g, eol));
}

function editsTo(
  fields: Fields,
  wanted: Fields['data'],
  schema: z.ZodType | undefined,
  depth: number,
): Edit[] | undefined {
  const { text, layout, document, data } = fields;
  const { contents } = document;
  if (isCollection(contents) && contents.items.length > 0) {
    return collectionEdits(fields, contents as Collection, data, wanted, schema, depth);
  }
  const written = writeYaml(wanted, layout);
  if (contents && !isEmpty(contents)) return [{ from: contents.range[0], to: contents.range[1], text: written }];
  const end = text.length;
  if (text === '' || text.endsWith('\n')) return [{ from: end, to: end, text: text ? written + layout.eol : written }];
  return [{ from: end, to: end, text: layout.eol + written }];
}

/** The same fields with every value that is referred to written out, so that it can change in one place alone. */
function withoutAliases(fields: Fields): Fields | undefined {
  const { text, layout, document } = fields;
  const edits: Edit[] = [];
  visit(document, {
    Alias(_, alias) {
      const [from, to] = alias.range ?? [0, 0];
      edits.push({ from, to, text: writeYaml([alias.toJS(document)], layout, { flow: true }) });
    },
  });
  return edits.length === 0 ? undefined : readLike(fields, applyEdits(text, edits));
}

/** Reads what has become of fields. A line end at the end is left out where there was none. */
const readLike = ({ text, layout }: Fields, next: string) =>
  read(text.endsWith('\n') ? next : next.replace(/\r?\n$/, ''), layout.eol);

function read(text: string, eol: string): Fields | undefined {
  const document = parseDocument(text, { ...yamlOptions, keepSourceTokens: true });
  if (document.errors.length > 0) return undefined;
  try {
    const data: unknown = document.toJS({ maxAliasCount }) ?? {};
    return isFields(data) ? { text, layout: { ...layoutOf(text, document), eol }, document, data } : undefined;
  } catch {
    // An alias refers to nothing, or far too often.
    return undefined;
  }
}
