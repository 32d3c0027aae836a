import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: makes the folder for what they write. After them: removes it. Every project of a run has the same. */
export default function setup(): (() => void) | undefined {
  if (process.env['RUN_FOLDER']) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'site-tests-'));
  process.env['RUN_FOLDER'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
