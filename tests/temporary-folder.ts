import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder of one’s own: whoever asks shares it with nobody, so that tests need not be kept apart. All of a run lie
 * in one, which is removed when the run ends; see `tests/run-folder.ts`.
 */
export const temporaryFolder = (name = 'test'): string =>
  mkdtempSync(join(process.env['RUN_FOLDER'] ?? tmpdir(), `${name}-`));
