import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixSite } from '../../src/checks/fix';
import type { Draft, ReadFile } from '../../src/content/fix';
import type { Problem } from '../../src/content/problem';
import { readIn } from '../../src/content/read';
import { loadSite } from '../../src/load';
import { kinds } from '../collections';
import { now, project } from '../project';

/** The text of a file after every edit that the check of the project offers for it. */
export function fixedText(files: Record<string, string | undefined>, file: string): string {
  const root = project(files);
  const edits = loadSite(root, { kinds, now, preview: false }).problems.flatMap(({ fix = [] }) =>
    fix.flatMap((change) => (change.kind === 'edit' && change.file === file ? [change] : [])),
  );
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      readFileSync(join(root, file), 'utf8'),
    );
}

/** The files of a project as `npm run fix` would leave them, and what it would leave to people. */
export function fixedSite(root: string): { draft: Draft; read: ReadFile; left: Problem[] } {
  const { draft, left } = fixSite(root, readIn(root), { kinds, now, preview: false });
  return { draft, left, read: (file) => (draft.has(file) ? draft.get(file) : readIn(root)(file)) };
}

/** The text of a file as `npm run fix` would leave it. */
export const textFixedBy = (root: string, file: string): string =>
  Buffer.from(fixedSite(root).read(file) ?? []).toString();
