import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The files of a former site: read, and never run or changed. Paths are from its folder, with `/`. */
export interface Checkout {
  /** Sorted; those that git has and the folder has not are among them. */
  files: readonly string[];
  read(file: string): Buffer | undefined;
}

/** Opens the folder of a former site. Throws with a sentence where there is none. */
export function openCheckout(folder: string, skip: readonly string[]): Checkout {
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) throw new Error(`There is no folder “${folder}”.`);
  const present = new Set(filesBelow(folder, '', new Set(skip)));
  const stored = new Map(inGit(folder).filter(([file]) => !present.has(file) && !isSkipped(file, skip)));
  return {
    files: [...present, ...stored.keys()].sort((a, b) => (a < b ? -1 : 1)),
    read(file) {
      if (!present.has(file))
        return stored.has(file) ? git(folder, 'cat-file', 'blob', stored.get(file) ?? '') : undefined;
      const bytes = readFileSync(join(folder, file));
      return isPointer(bytes) ? undefined : bytes;
    },
  };
}

/** Git LFS keeps large files elsewhere, and a note about them in their place. */
const isPointer = (bytes: Buffer) =>
  bytes.length < 300 && bytes.toString('latin1').startsWith('version https://git-lfs.github.com/spec/');

const isSkipped = (file: string, skip: readonly string[]) => file.split('/').some((part) => skip.includes(part));

function filesBelow(root: string, folder: string, skip: ReadonlySet<string>): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = posix.join(folder, item.name);
    // What a link leads to may be outside, and is not read.
    if (item.isDirectory()) return skip.has(item.name) ? [] : filesBelow(root, path, skip);
    return item.isFile() ? [path] : [];
  });
}

/** The files of the last commit, each with the name of its object. */
function inGit(folder: string): [string, string][] {
  if (!existsSync(join(folder, '.git'))) return [];
  try {
    return git(folder, 'ls-tree', '-r', '-z', 'HEAD')
      .toString('utf8')
      .split('\0')
      .flatMap((line): [string, string][] => {
        const [, object, file] = /^\d+ blob ([\da-f]+)\t(.*)$/s.exec(line) ?? [];
        return object && file ? [[file, object]] : [];
      });
  } catch {
    return [];
  }
}

/** Nothing that the other repository says is run: no hooks, no filters, no pager. */
const git = (folder: string, ...args: string[]): Buffer =>
  execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', ...args], {
    cwd: folder,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
