import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sampleMark, siteParts } from './replace';

/** Throws where something would be lost that is not the sample, or that nobody could bring back; `way` is one around it. */
export function refuseLoss(root: string, way: string): void {
  if (existsSync(join(root, 'content')) && !existsSync(join(root, sampleMark))) {
    throw new Error(
      `This is somebody’s own site already: there is no ${sampleMark}. Nothing was changed. To replace it all the same, ${way}.`,
    );
  }
  const changes = git(root, 'status', '--porcelain', '--', ...siteParts.filter((part) => existsSync(join(root, part))));
  if (changes) {
    throw new Error(
      `These changes are not committed, and would be lost:\n\n${changes}\n\nCommit them, or ${way}. Nothing was changed.`,
    );
  }
}

/** What git answers; nothing, where the project is in no repository. */
function git(root: string, ...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd();
  } catch {
    return '';
  }
}
