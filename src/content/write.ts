import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Draft, ReadFile } from './fix';
import { readIn } from './read';

/**
 * Writes a draft to the disk: every file whole or not at all. `original` tells what the draft was made from; where that is
 * not what the disk holds now, nothing is written, and the files that differ are given back.
 */
export function writeDraft(root: string, draft: Draft, original: ReadFile): string[] {
  const differing = [...draft.keys()].filter((file) => !isSame(original(file), readIn(root)(file)));
  if (differing.length > 0) return differing;
  const moves: { from: string; to: string }[] = [];
  try {
    for (const [file, bytes] of draft) {
      if (!bytes) continue;
      const path = join(root, file);
      const to = existsSync(path) ? realpathSync(path) : path;
      const from = join(dirname(to), `.${basename(to)}.${process.pid}`);
      mkdirSync(dirname(to), { recursive: true });
      moves.push({ from, to });
      writeFileSync(from, bytes, { flag: 'wx' });
      if (existsSync(to)) chmodSync(from, statSync(to).mode);
    }
    // Where capitals make no difference, a file and its new name can be one.
    for (const [file, bytes] of draft) if (!bytes) rmSync(join(root, file), { force: true });
    for (const { from, to } of moves) renameSync(from, to);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
  return [];
}

const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
