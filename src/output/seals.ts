import { createHash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCache, writeCache } from '../cache/cache';

/** What is known of a file that a build has put in its place. */
export interface Seal {
  /** Says what it was made of; empty where nobody has said so. */
  key: string;
  size: number;
  /** When it was last written, in milliseconds: with the size, by this a file is known without reading it. */
  time: number;
  digest: string;
}

/** The seals of a site’s files, by path. */
export type Seals = ReadonlyMap<string, Seal>;

const name = 'seals';

/** Those of the last build by this version of the code; none where there was no such build. */
export function readSeals(root: string, version: string): Seals {
  const lines = readCache(root, name, version)?.split('\n') ?? [];
  return new Map(
    lines.flatMap((line): [string, Seal][] => {
      const [key = '', size, time, digest = '', path = ''] = line.split('\t');
      return path ? [[path, { key, size: Number(size), time: Number(time), digest }]] : [];
    }),
  );
}

export const writeSeals = (root: string, version: string, seals: Seals): void =>
  writeCache(
    root,
    name,
    version,
    [...seals].map(([path, { key, size, time, digest }]) => [key, size, time, digest, path].join('\t')).join('\n'),
  );

export const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64url');

/** Whether a file is still what a build has put there. Its bytes are read only where its time is another, as on a copy. */
export function isSealed(path: string, { size, time, digest }: Seal): boolean {
  const stats = fileAt(path);
  if (!stats || stats.size !== size) return false;
  return stats.mtimeMs === time || digestOf(readFileSync(path)) === digest;
}

/** Whether a folder holds files that are still what a build has put there, all of those and none beside them. */
export const areSealed = (folder: string, paths: readonly string[], seals: Seals): boolean =>
  paths.length === seals.size &&
  paths.every((path) => {
    const seal = seals.get(path);
    return seal !== undefined && isSealed(join(folder, path), seal);
  });

/** The file at a path; undefined where there is none, and where another file stands on the way to it. */
export function fileAt(path: string): Stats | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
