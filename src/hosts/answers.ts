import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeaderRule } from './headers';

/** What whoever serves a built site has to know of it, beside its files. */
export interface Answers {
  /** The path before all others, with `/` at both ends. */
  basePath: string;
  headers: readonly HeaderRule[];
  /** Encoded. What stands for all below a path ends with `*`, and `:splat` is in its target. */
  redirects: { exact: readonly Moved[]; splats: readonly Moved[] };
}

export interface Moved {
  from: string;
  to: string;
  status: number;
}

/** What a built site says of it, in the two files that some hosts read themselves. */
export function readAnswers(folder: string): Answers {
  const [headers = '', redirects = ''] = ['_headers', '_redirects'].map((name) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '',
  );
  const rules = headersIn(headers);
  const moved = redirectsIn(redirects);
  return {
    basePath: decodeURI(rules[0]?.below ?? '/'),
    headers: rules,
    redirects: {
      exact: moved.filter(({ from }) => !from.endsWith('*')),
      splats: moved.filter(({ from }) => from.endsWith('*')),
    },
  };
}

const headersIn = (text: string): HeaderRule[] =>
  text
    .split(/\n(?=\/)/)
    .filter((block) => block.startsWith('/'))
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n');
      const pairs = lines.flatMap((line): [string, string][] => {
        const [, name = '', value = ''] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
        return name ? [[name, value]] : [];
      });
      return { below: path.slice(0, -1), headers: Object.fromEntries(pairs) };
    });

/** The lines that every host understands; see `planRedirects`. */
const redirectsIn = (text: string): Moved[] =>
  text.split('\n').flatMap((line) => {
    const [, from = '', to = '', status] = /^(\S+) (\S+) (\d+)$/.exec(line) ?? [];
    return from ? [{ from, to, status: Number(status) }] : [];
  });

/** The headers of a decoded path: the table as every host understands it. */
export const headersOf = (rules: readonly HeaderRule[], path: string): Record<string, string> =>
  Object.assign({}, ...rules.filter(({ below }) => path.startsWith(decodeURI(below))).map(({ headers }) => headers));

/** Whether what was asked for beside the path is put behind a target: one with a query or a fragment has its own. */
export const keepsQuery = (to: string) => !/[?#]/.test(to);
