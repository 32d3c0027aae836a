import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTime } from '../checks/load';
import { ledgerFile } from '../site/ledger';
import { formatAdded, recordAddresses } from './addresses';

const help = `Builds the site into public/.

  npm run build [-- --publish] [-- options of gatsby build]

  --publish   adds the addresses that were built to ${ledgerFile}; commit it with the content

Environment
  SITE_NOW   the moment to build for, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  the site is built
  1  the content has errors; the former site is as it was
  2  could not run`;

/**
 * Builds a project by Gatsby and returns how that ended: 0 when it went well. `--publish` is taken from the options, since
 * Gatsby knows none but its own, and fills the ledger when the site is built.
 */
export function build(root: string, options: readonly string[]): number {
  // One clock for both: a post that comes due during the build must not be recorded before it is built.
  const now = buildTime();
  const passed = options.filter((option) => option !== '--publish');
  const { status } = spawnSync(
    process.execPath,
    ['--env-file=.env.gatsby', join('node_modules', 'gatsby', 'cli.js'), 'build', ...passed],
    { cwd: root, stdio: 'inherit', env: { ...process.env, SITE_NOW: now } },
  );
  if (status === 0 && options.includes('--publish')) {
    console.log(formatAdded(recordAddresses(root, { now, write: true })));
  }
  return status ?? 2;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = process.argv.slice(2);
  try {
    if (options.includes('--help') || options.includes('-h')) console.log(help);
    else process.exitCode = build(process.cwd(), options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
