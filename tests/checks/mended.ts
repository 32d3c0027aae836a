import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSite } from '../../src/checks/load';
import { now, project } from '../project';

/** The text of a file after every edit that the check of the project offers for it. */
export function mended(files: Record<string, string | undefined>, file: string): string {
  const root = project(files);
  const edits = loadSite(root, { now, preview: false }).problems.flatMap(({ fix = [] }) =>
    fix.flatMap((change) => (change.kind === 'edit' && change.file === file ? [change] : [])),
  );
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      readFileSync(join(root, file), 'utf8'),
    );
}
