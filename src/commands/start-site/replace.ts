import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workFolder } from '../../cache/cache';
import { formatReport } from '../../content/problem';
import { loadSite } from '../../load';
import { formatLedger, ledgerFile } from '../../site/addresses/ledger';
import type { Kinds } from '../../site/site';
import type { Files } from './first-files';

/** What belongs to a site, and not to what it is made with. */
export const siteParts = ['content', 'static', ledgerFile];

/** In the sample that comes with the generator; a site of one's own has none. */
export const sampleMark = 'content/.sample';

/**
 * Puts other content in the place of a project's, its files in `static/` and its ledger, whole or not at all. The new files
 * are written and checked beside the old ones first. Throws, with everything as it was, when they have errors or can't be
 * written.
 */
export function replaceSite(
  root: string,
  files: Files,
  { kinds, now, rename = renameSync }: { kinds: Kinds; now: string; rename?: (from: string, to: string) => void },
): void {
  const work = join(root, workFolder, 'start-site');
  const [next, former] = [join(work, 'next'), join(work, 'former')];
  rmSync(work, { recursive: true, force: true });
  try {
    for (const [path, content] of [...files, [ledgerFile, formatLedger([])] as const]) {
      mkdirSync(dirname(join(next, path)), { recursive: true });
      writeFileSync(join(next, path), content);
    }
    const errors = loadSite(next, { kinds, now, preview: false }).problems.filter(
      ({ severity }) => severity === 'error',
    );
    if (errors.length > 0)
      throw new Error(`The new site has errors, and so nothing was changed.\n\n${formatReport(errors)}`);
    mkdirSync(former, { recursive: true });
    swap(root, next, former, rename);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Moves the parts of a site out of the way and the new ones in; back again where one can't be moved. */
function swap(root: string, next: string, former: string, rename: (from: string, to: string) => void): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string) => {
    if (!existsSync(from)) return;
    rename(from, to);
    undo.unshift(() => renameSync(to, from));
  };
  try {
    for (const part of siteParts) {
      move(join(root, part), join(former, part));
      move(join(next, part), join(root, part));
    }
  } catch (error) {
    for (const step of undo) step();
    throw error;
  }
}
