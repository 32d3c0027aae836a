import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** All that may be deleted at any time, and is made again: caches, bundled code, and the next site while it is written. */
export const workFolder = '.build';

const pathOf = (root: string, name: string) => join(root, workFolder, 'cache', name);

/**
 * What an earlier run kept under a name; undefined where there is none, or where it was kept by another `version` of what
 * makes it. One that was cut off or overwritten is deleted with a word, and counts as none.
 */
export function readCache(root: string, name: string, version: string): string | undefined {
  const path = pathOf(root, name);
  try {
    if (!existsSync(path)) return undefined;
    const kept = readFileSync(path, 'utf8');
    const end = kept.indexOf('\n');
    const [digest, ...found] = kept.slice(0, Math.max(0, end)).split(' ');
    const text = kept.slice(end + 1);
    if (digest === digestOf(text)) return found.join(' ') === version ? text : undefined;
    console.error(`${workFolder}/cache/${name} was damaged, and is made anew.`);
    rmSync(path, { force: true });
  } catch (error) {
    console.error(`${workFolder}/cache/${name} can’t be read, and is made anew: ${String(error)}`);
  }
  return undefined;
}

/** Keeps a text for later runs, whole or not at all. Says so where it can’t, and throws nothing: a run does without. */
export function writeCache(root: string, name: string, version: string, text: string): void {
  const path = pathOf(root, name);
  const next = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(next, `${digestOf(text)} ${version}\n${text}`);
    renameSync(next, path);
  } catch (error) {
    if (existsSync(next)) rmSync(next);
    console.error(`${workFolder}/cache/${name} can’t be written, so the next run takes longer: ${String(error)}`);
  }
}

const digestOf = (text: string) => createHash('sha1').update(text).digest('hex');
