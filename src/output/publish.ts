import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import PQueue from 'p-queue';
import { workFolder } from '../cache/cache';
import type { Problem } from '../content/problem';
import { exchange } from './exchange';
import { secretsOf } from './leaks';
import { fileAt, type Seals } from './seals';
import { ContentFault, type OutputFile, tableOf } from './table';
import { type Places, type Written, writeFile } from './write-file';

/** What a build has done. */
export interface Published {
  pages: number;
  /** Pages that were rendered; of the others it was known that they are as before. */
  made: number;
  /** Pages that are new or have other bytes than before. */
  changed: number;
  /** Pages that are gone. */
  removed: number;
  files: number;
  /** The site could not take its place as a whole: `public/` is a mount, or lies on another disk. */
  isPiecemeal: boolean;
  /** By these the next build knows what it need not make again. */
  seals: Seals;
}

/** Puts the files of a site together: all of those that can be made, and the problems of the others. */
export type Crew = (
  files: readonly OutputFile[],
  places: Omit<Places, 'folders' | 'secrets'>,
  progress?: (done: number, total: number) => void,
) => Promise<{ written: Map<string, Written>; problems: Problem[] }>;

interface Options {
  progress?: ((done: number, total: number) => void) | undefined;
  /** What the build before wrote down of its files. */
  seals?: Seals;
  /** The folder of the site; `public`, if it is left out. */
  place?: string;
  /** Who does the work; this process alone, if it is left out. */
  crew?: Crew;
}

/** One after the other, and what is drawn as many at a time as there are cores. */
export const alone: Crew = async (files, places, progress) => {
  const folders = new Set<string>();
  const secrets = secretsOf(process.env);
  const written = new Map<string, Written>();
  const problems: Problem[] = [];
  let done = 0;
  const write = async (file: OutputFile) => {
    progress?.(done++, files.length);
    try {
      written.set(file.path, await writeFile(file, { ...places, folders, secrets }));
    } catch (error) {
      if (!(error instanceof ContentFault)) throw error;
      problems.push(error.problem);
    }
  };
  for (const file of files) if (!file.isDrawn) await write(file);
  const queue = new PQueue({ concurrency: availableParallelism() });
  try {
    await queue.addAll(files.filter(({ isDrawn }) => isDrawn).map((file) => () => write(file)));
  } finally {
    // After a failure none writes later.
    queue.clear();
    await queue.onIdle();
  }
  return { written, problems };
};

/** Where the published site stands. */
export const siteFolder = 'public';

/**
 * Writes a site beside the one that is there, and puts it in its place whole; the one that was there waits to become the
 * next one, for making and deleting thousands of folders takes longer than all else. Whatever happens meanwhile, `public/`
 * is the former site or the new one, and the next build needs no cleaning. A file whose bytes are those of before keeps its
 * modification time. Gives back what is wrong with the content, with the former site as it was, where a page can’t be
 * made. Throws, with the former site as it was, what `tableOf` and the file system throw.
 */
export async function publish(
  root: string,
  files: readonly OutputFile[],
  { progress, seals = new Map(), crew = alone, place = siteFolder }: Options = {},
): Promise<Published | { problems: Problem[] }> {
  const table = tableOf(files);
  const next = join(root, workFolder, 'next');
  restoreFormer(root);
  let isWhole = false;
  try {
    mkdirSync(next, { recursive: true });
    // What stands there is the site before the last one. Most of its files are those of the last one, and are left.
    removeOthers(next, table);
    const former = formerSite(root, place);
    const { problems, written } = await crew([...table.values()], { next, former, seals }, progress);
    if (problems.length > 0) return { problems };
    if (written.size !== table.size || [...table.keys()].some((path) => !written.has(path))) {
      throw new Error('Files were changed while the site was built. Build it again; the former site is as it was.');
    }
    const pages = files.filter(({ isPage }) => isPage).map(({ path }) => written.get(path));
    const gone = former === undefined ? [] : filesBelow(former).filter((path) => !table.has(path));
    const isPiecemeal =
      !takePlace(root, place, next, former) && replaceEach(former as string, next, [...table.keys()], gone);
    const removed = gone.filter((path) => path.endsWith('.html')).length;
    isWhole = !isPiecemeal;
    return {
      pages: pages.length,
      made: pages.filter((page) => !page?.isSkipped).length,
      changed: pages.filter((page) => !page?.isKept).length,
      removed,
      files: table.size - pages.length,
      isPiecemeal,
      seals: new Map([...table.keys()].map((path) => [path, (written.get(path) as Written).seal])),
    };
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException);
  } finally {
    if (!isWhole) rmSync(next, { recursive: true, force: true });
  }
}

/** Takes away all files of a folder that are not in a table, and the folders that are empty then. */
function removeOthers(folder: string, table: ReadonlyMap<string, unknown>, prefix = ''): boolean {
  const left = readdirSync(folder, { withFileTypes: true }).filter((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return removeOthers(path, table, `${prefix}${item.name}/`);
    if (table.has(prefix + item.name)) return true;
    rmSync(path);
    return false;
  });
  if (left.length > 0 || prefix === '') return true;
  rmdirSync(folder);
  return false;
}

/** Where the former site waits while its place is taken by something that is not whole yet. */
export const formerOf = (root: string) => join(root, workFolder, 'former');

/** Puts the former site back in its place, where a build was killed before the new one had taken it. */
export function restoreFormer(root: string): void {
  const aside = formerOf(root);
  if (!existsSync(aside)) return;
  const place = join(root, siteFolder);
  const half = join(root, workFolder, 'next');
  rmSync(half, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, half);
  renameSync(aside, place);
  rmSync(half, { recursive: true, force: true });
}

/** The folder of the site that is there, which `public` may be a link to. */
export function formerSite(root: string, place = siteFolder): string | undefined {
  const path = join(root, place);
  return existsSync(path) ? realpathSync(path) : undefined;
}

/** Puts the next site where the former is, in one step where the system has one. False where that can’t be. */
function takePlace(root: string, place: string, next: string, former: string | undefined): boolean {
  const target = former ?? join(root, place);
  if (former === undefined) {
    mkdirSync(dirname(target), { recursive: true });
    renameSync(next, target);
    return true;
  }
  if (exchange(next, target)) return true;
  const aside = formerOf(root);
  try {
    renameSync(target, aside);
  } catch {
    return false;
  }
  try {
    renameSync(next, target);
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
  renameSync(aside, next);
  return true;
}

/**
 * Replaces file by file: first what pages need, then pages, from the deepest to the home page, and last what is gone is
 * deleted, pages first. All bytes are on the same disk before the first is replaced. Always true.
 */
function replaceEach(former: string, next: string, paths: readonly string[], gone: readonly string[]): true {
  const waiting = join(former, `.next-${process.pid}`);
  const isPage = (path: string) => path.endsWith('.html');
  const inOrder = [...paths].sort(
    (a, b) => Number(isPage(a)) - Number(isPage(b)) || depthOf(b) - depthOf(a) || (a < b ? -1 : 1),
  );
  const changed = inOrder.filter((path) => {
    const [before, after] = [former, next].map((folder) => join(folder, path)) as [string, string];
    const stats = fileAt(before);
    return !stats || stats.size !== statSync(after).size || !readFileSync(before).equals(readFileSync(after));
  });
  try {
    for (const path of changed) {
      // What can’t be replaced must be known before anything is.
      const folder = existing(dirname(join(former, path)));
      if (statSync(folder).isDirectory()) accessSync(folder, constants.W_OK);
      mkdirSync(dirname(join(waiting, path)), { recursive: true });
      copyFileSync(join(next, path), join(waiting, path));
    }
    for (const path of changed) {
      const target = join(former, path);
      makeRoom(former, path);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(waiting, path), target);
    }
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
  for (const path of [...gone].sort((a, b) => Number(isPage(b)) - Number(isPage(a)))) {
    // Where a file has come in the place of its folder, it is gone already.
    if (fileAt(join(former, path))) rmSync(join(former, path));
  }
  removeEmpty(former);
  return true;
}

const depthOf = (path: string) => path.split('/').length;

const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)));

/** Takes away the folder that stands where a file comes, and the file that stands where a folder comes. */
function makeRoom(former: string, path: string): void {
  const segments = path.split('/');
  for (let count = 1; count <= segments.length; count++) {
    const place = join(former, ...segments.slice(0, count));
    const stats = statSync(place, { throwIfNoEntry: false });
    if (stats && stats.isDirectory() === (count === segments.length)) rmSync(place, { recursive: true });
  }
}

/** Takes away all folders below one that hold no file. */
export function removeEmpty(folder: string): void {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name);
    if (!item.isDirectory()) continue;
    removeEmpty(path);
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}

/** Paths of all files below a folder, with `/`. */
export function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory() ? filesBelow(join(folder, item.name), `${prefix}${item.name}/`) : [`${prefix}${item.name}`],
  );
}

/** What an operator can do about it, where that is known. */
function explained(error: NodeJS.ErrnoException): Error {
  const reasons: Record<string, string> = {
    ENOSPC: 'The disk is full. A build needs room for the whole site once more',
    EDQUOT: 'The disk is full for this user. A build needs room for the whole site once more',
    EROFS: 'The folder can only be read',
    EACCES: 'The folder may not be written by this user',
    EPERM: 'The folder may not be written by this user',
    ENAMETOOLONG: 'A name is longer than the disk allows',
  };
  const reason = reasons[error.code ?? ''];
  if (!reason) return error;
  return new Error(`${reason}: ${error.path ?? error.message}. The former site in ${siteFolder}/ is as it was.`);
}
