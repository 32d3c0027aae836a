import type { Problem } from '../content/problem';

/** A file of the published site. */
export interface OutputFile {
  /** From the site’s root, without a slash before it: `blog/my-post/index.html`. */
  path: string;
  content: Content;
  /** Readers come to it; it is none of the files beside the pages. */
  isPage?: boolean;
  /** Files of one group fall to one shard. */
  group?: string;
  /** Its bytes are made by threads of their own: several are asked for at once. */
  isDrawn?: boolean;
  /** Looks together what the file is made of; `key` says of what, so that who has made it of the same need not make it again. */
  prepare?(): { key: string; content: () => Made | Promise<Made> };
}

/** The bytes, made when they are asked for; or the file on this machine that is copied. */
export type Content = { copyOf: string } | (() => Made | Promise<Made>);
export type Made = string | Uint8Array;

/** What the making of a file throws where a text is at fault. */
export class ContentFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Where the file of an address lies: `blog/my-post/index.html` for `/blog/my-post/`. */
export const pathOfAddress = (address: string) => `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;

/** By this two paths are compared: some file systems don’t tell `A` from `a`, or two forms of `é`. */
const pathKey = (path: string) => path.normalize('NFC').toLowerCase();

/**
 * The files of a site by their path, in the order in which they were planned. Throws where one leaves the folder, where
 * two are one, and where one is another’s folder: before anything is written. What content can do wrong is a problem of
 * the check (see claims.ts); this is the promise behind it.
 */
export function tableOf(files: readonly OutputFile[]): Map<string, OutputFile> {
  const byKey = new Map<string, OutputFile>();
  const table = new Map<string, OutputFile>();
  for (const file of files) {
    const segments = file.path.split('/');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    if (segments.some((segment) => /^\.{0,2}$|[\\\u0000]/.test(segment))) {
      throw new Error(`A file would leave the folder of the site: “${file.path}”`);
    }
    const other = byKey.get(pathKey(file.path));
    if (other) throw new Error(`Two files would have one path: “${file.path}” and “${other.path}”`);
    byKey.set(pathKey(file.path), file);
    table.set(file.path, file);
  }
  for (const { path } of files) {
    const key = pathKey(path);
    for (let end = key.indexOf('/'); end !== -1; end = key.indexOf('/', end + 1)) {
      const other = byKey.get(key.slice(0, end));
      if (other) throw new Error(`“${path}” would lie in a folder where the file “${other.path}” stands`);
    }
  }
  return table;
}
