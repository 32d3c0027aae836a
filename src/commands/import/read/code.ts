import JSON5 from 'json5';
import type { Value } from './record';

// The code of a former site is looked at as a text, and never run. Only what is written out in it counts.

/** The objects that are handed to a function in some code, `createRedirect({...})`, and the line of each call. */
export function callsOf(name: string, code: string): { line: number; data?: { [key: string]: Value } }[] {
  const calls = [...code.matchAll(new RegExp(`\\b${name}\\s*\\(\\s*(?=\\{)`, 'g'))];
  return calls.map((call) => {
    const data = objectAt(code, call.index + call[0].length);
    return { line: lineAt(code, call.index), ...(data ? { data } : {}) };
  });
}

/** The object that stands behind a key, `siteMetadata: {...}`. */
export function objectOf(key: string, code: string): { [key: string]: Value } | undefined {
  const found = new RegExp(`\\b${key}\\s*[:=]\\s*(?=\\{)`).exec(code);
  return found ? objectAt(code, found.index + found[0].length) : undefined;
}

function objectAt(code: string, start: number): { [key: string]: Value } | undefined {
  let depth = 0;
  for (let index = start; index < code.length && index - start < 20_000; index++) {
    const sign = code[index] as string;
    if (/["'`]/.test(sign)) {
      index++;
      while (index < code.length && code[index] !== sign) index += code[index] === '\\' ? 2 : 1;
    } else if (/[{[]/.test(sign)) depth++;
    else if (/[}\]]/.test(sign) && --depth === 0) return literal(code.slice(start, index + 1));
  }
  return undefined;
}

function literal(text: string): { [key: string]: Value } | undefined {
  // A template without values is a text like any other.
  const quoted = text.replace(/`([^`$\\]*)`/g, (_, inner: string) => JSON.stringify(inner));
  try {
    return words(JSON5.parse(quoted)) as { [key: string]: Value };
  } catch {
    return undefined;
  }
}

const words = (value: unknown): Value =>
  Array.isArray(value)
    ? value.map(words)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, words(inner)]))
      : value === null || value === undefined
        ? ''
        : String(value);

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

/**
 * The rules by which some code makes addresses of names: of `/blog/author/${_.kebabCase(name)}/` the beginning and the end.
 */
export function nameRules(code: string): { before: string; after: string }[] {
  const template = /`(\/[^`$]*|)\$\{\s*(?:_\.)?(?:kebabCase|slugify)\(([^)]*)\)\s*\}([^`$]*)`/g;
  return [...code.matchAll(template)].map(([, before = '', , after = '']) => ({ before, after }));
}
