import * as kinds from '../kinds/kinds';
import { buildTime } from '../load';
import { buildSite } from '../output/build';
import { ledgerFile } from '../site/ledger';
import { formatAdded, recordAddresses } from './addresses';
import { readOptions } from './options';
import { showProgress } from './progress';

const help = `Builds the site into public/. The new site is written beside the old one, and takes its place whole.

  npm run build [-- --publish]

  --publish    adds the addresses that were built to ${ledgerFile}; commit it with the content
  --help, -h   prints this

Environment
  SITE_NOW   the moment to build for, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  the site is built
  1  the content has errors; the former site is as it was
  2  could not run: a wrong option, a full disk, another build; the former site is as it was`;

export async function main(args: string[]): Promise<number> {
  const values = readOptions({ publish: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const root = process.cwd();
  // One clock for both: a post that comes due during the build must not be recorded before it is built.
  const now = buildTime();
  const { progress, stop } = showProgress();
  const tell = (text: string) => {
    stop();
    console.log(text);
  };
  const isBuilt = await buildSite(root, { kinds, now, progress, tell }).finally(stop);
  if (!isBuilt) return 1;
  if (values.publish) console.log(formatAdded(recordAddresses(root, { now, write: true })));
  return 0;
}
