import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  type Stats,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { refuseLeaks } from './leaks';
import { digestOf, fileAt, isSealed, type Seal, type Seals } from './seals';
import type { OutputFile } from './table';

/** Where a site is put together. */
export interface Places {
  /** The folder of the next site. */
  next: string;
  /** That of the former one, where there is one. */
  former: string | undefined;
  /** What is known of its files. */
  seals: Seals;
  /** The folders of the next site that are there already. */
  folders: Set<string>;
  /** What no file may hold; see `secretsOf`. */
  secrets: ReadonlyMap<string, string>;
}

export interface Written {
  seal: Seal;
  /** It is the former file. */
  isKept: boolean;
  /** It was not even made. */
  isSkipped: boolean;
}

/**
 * Writes one file of the next site. Where it is the same as before it is the same file on the disk; it is not even made
 * where a build says that it is made of the same.
 */
export async function writeFile(file: OutputFile, places: Places): Promise<Written> {
  const { path, content, prepare } = file;
  const { next, former, seals, folders, secrets } = places;
  const target = join(next, path);
  const folder = dirname(target);
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (!there && !folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  // It may be the very file that stands in the former site: it is taken away, never written to.
  const makeRoom = () => there && unlinkSync(target);
  const keepFormer = (former: string) => {
    if (isSameFile(there, statSync(former))) return;
    makeRoom();
    keep(former, target);
  };
  const before = former === undefined ? undefined : join(former, path);
  const seal = seals.get(path);
  if (typeof content !== 'function') {
    if (secrets.size > 0) refuseLeaks(path, readFileSync(content.copyOf), secrets);
    return copy(content.copyOf, before, target, seal, { makeRoom, keepFormer });
  }

  const { key, content: make } = prepare ? prepare() : { key: '', content };
  if (before && seal && key !== '' && seal.key === key && isSealed(before, seal)) {
    keepFormer(before);
    return { seal: sealOf(statSync(target), key, seal.digest), isKept: true, isSkipped: true };
  }
  const bytes = Buffer.from((await make()) as string);
  refuseLeaks(path, bytes, secrets);
  const digest = digestOf(bytes);
  const stats = before && fileAt(before);
  if (before && stats && stats.size === bytes.length && readFileSync(before).equals(bytes)) {
    keepFormer(before);
    return { seal: sealOf(stats, key, digest), isKept: true, isSkipped: false };
  }
  makeRoom();
  writeFileSync(target, bytes);
  return { seal: sealOf(statSync(target), key, digest), isKept: false, isSkipped: false };
}

/** Whether two paths lead to one file on the disk. */
const isSameFile = (a: Stats | undefined, b: Stats): boolean =>
  a?.isFile() === true && a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeMs === b.mtimeMs;

interface Target {
  makeRoom(): void;
  keepFormer(former: string): void;
}

function copy(
  from: string,
  before: string | undefined,
  target: string,
  seal: Seal | undefined,
  { makeRoom, keepFormer }: Target,
): Written {
  const source = statSync(from);
  const stats = before && fileAt(before);
  const isSame =
    before &&
    stats &&
    stats.size === source.size &&
    (stats.mtimeMs === source.mtimeMs || readFileSync(before).equals(readFileSync(from)));
  if (before && isSame) keepFormer(before);
  else {
    makeRoom();
    copyFileSync(from, target, constants.COPYFILE_FICLONE);
    // By its time the next build sees that it is the same, and need not read it.
    utimesSync(target, source.atime, source.mtime);
  }
  const made = statSync(target);
  const isKnown = isSame && seal?.size === made.size && seal.time === made.mtimeMs;
  const digest = isKnown ? seal.digest : digestOf(readFileSync(target));
  return { seal: sealOf(made, '', digest), isKept: isSame === true, isSkipped: false };
}

const sealOf = ({ size, mtimeMs }: Stats, key: string, digest: string): Seal => ({ key, size, time: mtimeMs, digest });

/** Puts the former file at its place in the next site. */
function keep(before: string, target: string): void {
  try {
    linkSync(before, target);
  } catch {
    // On another disk, or on one without links.
    const { atime, mtime } = statSync(before);
    copyFileSync(before, target);
    utimesSync(target, atime, mtime);
  }
}
