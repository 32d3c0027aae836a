import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** All that may be deleted at any time, and is made again: caches, bundled code, and the next site, or what waits to become it. */
export const workFolder = '.build';

const pathOf = (root: string, name: string) => join(root, workFolder, 'cache', name);

/**
 * What an earlier run kept under a name; undefined where there is none, or where it was kept by another `version` of what
 * makes it. One that was cut off or overwritten is deleted with a word, and counts as none.
 */
export const readCache = (root: string, name: string, version: string): string | undefined =>
  readCachedBytes(root, name, version)?.toString('utf8');

/** The same for what is no text. */
export function readCachedBytes(root: string, name: string, version: string): Buffer | undefined {
  const path = pathOf(root, name);
  try {
    if (!existsSync(path)) return undefined;
    const kept = readFileSync(path);
    const end = kept.indexOf('\n');
    const [digest, ...found] = kept.toString('utf8', 0, Math.max(0, end)).split(' ');
    const bytes = kept.subarray(end + 1);
    if (digest === digestOf(bytes)) return found.join(' ') === version ? bytes : undefined;
    console.error(`${workFolder}/cache/${name} was damaged, and is made anew.`);
    rmSync(path, { force: true });
  } catch (error) {
    console.error(`${workFolder}/cache/${name} can’t be read, and is made anew: ${String(error)}`);
  }
  return undefined;
}

/** Keeps something for later runs, whole or not at all. Says so where it can’t, and throws nothing: a run does without. */
export function writeCache(root: string, name: string, version: string, content: string | Uint8Array): void {
  const path = pathOf(root, name);
  const next = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(next, Buffer.concat([Buffer.from(`${digestOf(content)} ${version}\n`), Buffer.from(content)]));
    renameSync(next, path);
  } catch (error) {
    if (existsSync(next)) rmSync(next);
    console.error(`${workFolder}/cache/${name} can’t be written, so the next run takes longer: ${String(error)}`);
  }
}

/** Forgets all that lies in a folder of the cache and is not named. */
export function keepInCache(root: string, folder: string, names: ReadonlySet<string>): void {
  const path = pathOf(root, folder);
  for (const name of existsSync(path) ? readdirSync(path) : []) {
    if (!names.has(name)) rmSync(join(path, name), { recursive: true, force: true });
  }
}

const digestOf = (content: string | Uint8Array) => createHash('sha1').update(content).digest('hex');
