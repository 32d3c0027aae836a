import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { redirects } from '../../collections/settings/redirects';
import type { Change } from '../../content/change';
import type { Entry } from '../../content/entry';
import type { Redirect } from '../../site/addresses/redirects';

const { folder, format } = redirects;

/** The file that redirects are written in. */
export const redirectsFile = `content/${folder}.${format}`;

type Added = Pick<Redirect, 'from' | 'to'>;

/** The change that adds redirects below the others, or the first to a project that has none. */
export function addRedirects(entry: Entry<typeof redirects> | undefined, added: readonly Added[]): Change {
  if (!entry)
    return { kind: 'write', file: redirectsFile, bytes: Buffer.from(`redirects:\n${items(added, '  ', '\n')}\n`) };
  const { file, source } = entry;
  const { text } = source;
  const insert = (start: number, end: number, inserted: string): Change => ({
    kind: 'edit',
    file,
    start,
    end,
    text: inserted,
  });
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const list = listIn(text);
  if (!list) {
    const before = text === '' || text.endsWith('\n') ? '' : newline;
    return insert(text.length, text.length, `${before}redirects:${newline}${items(added, '  ', newline)}${newline}`);
  }
  const { last, isFlow } = list;
  if (isFlow || !last) {
    const written = added.map((item) => JSON.stringify(item)).join(', ');
    return last ? insert(last.end, last.end, `, ${written}`) : insert(list.start + 1, list.end - 1, written);
  }
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', last.start) + 1))?.[0] ?? '';
  // A comment may stand behind the last value.
  const place = last.end + (/^[^\r\n]*/.exec(text.slice(last.end))?.[0].length ?? 0);
  return insert(place, place, newline + items(added, indent, newline));
}

const items = (added: readonly Added[], indent: string, newline: string) =>
  added.map(({ from, to }) => `${indent}- from: ${plain(from)}${newline}${indent}  to: ${plain(to)}`).join(newline);

/** A text as YAML writes it: in quotes where it needs them. */
const plain = (text: string) => stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();

interface List {
  isFlow: boolean;
  start: number;
  end: number;
  last?: { start: number; end: number };
}

/** Where the list of redirects stands; undefined where there is none. */
function listIn(text: string): List | undefined {
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const { contents } = parseDocument(text.slice(shift), { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  const pairs = isMap(contents) ? contents.items : [];
  const list = pairs.find(({ key }) => isScalar(key) && key.value === 'redirects')?.value;
  if (!isSeq(list) || !list.range) return undefined;
  const item = list.items.at(-1);
  const range = isMap(item) ? item.range : undefined;
  return {
    isFlow: list.flow === true,
    start: shift + list.range[0],
    end: shift + list.range[1],
    ...(range ? { last: { start: shift + range[0], end: shift + trimmedEnd(text.slice(shift), range[1]) } } : {}),
  };
}

/** The range of a map in block style goes on to where the next begins. */
const trimmedEnd = (text: string, end: number) => text.slice(0, end).trimEnd().length;
