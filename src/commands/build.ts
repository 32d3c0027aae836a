import { isMainThread, workerData } from 'node:worker_threads';
import * as kinds from '../kinds/kinds';
import { buildTime } from '../load';
import { buildSite, mergeSite } from '../output/build';
import { worksOn } from '../output/parts';
import { servePool } from '../output/pool';
import { readShard } from '../output/shards';
import { ledgerFile } from '../site/addresses/ledger';
import { formatAdded, recordAddresses } from './addresses';
import { readLine } from './terminal/options';
import { showProgress } from './terminal/progress';

// A worker has this file’s code too.
if (!isMainThread && workerData?.serves) servePool(worksOn(kinds));

const help = `Builds the site into public/. The new site is written beside the old one, and takes its place whole.
What has not changed since the last build is not made again.

  npm run build [-- --publish]
  npm run build -- --shard 1/4
  npm run build -- --merge shards/1-of-4 shards/2-of-4 …

  --publish      adds the addresses that were built to ${ledgerFile}; commit it with the content
  --shard N/M    builds one of M parts of the site into shards/N-of-M, for M machines; docs/scale.md tells how
  --merge        puts the site together of the folders of all its parts
  --workers N    works with N threads beside the first; 0 with none; as many as are worth it, if it is left out
  --profile      tells how long each step took
  --help, -h     prints this

Environment
  SITE_NOW   the moment to build for, as 2026-03-04T15:00:00Z; now, if it is not set. All parts need the same

Exit codes
  0  the site is built
  1  the content has errors; the former site is as it was
  2  could not run: a wrong option, a full disk, another build; the former site is as it was`;

export async function main(args: string[]): Promise<number> {
  const { values, positionals } = readLine(
    {
      publish: { type: 'boolean' },
      shard: { type: 'string' },
      merge: { type: 'boolean' },
      workers: { type: 'string' },
      profile: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    true,
    args,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [stray] = positionals;
  if (stray !== undefined && !values.merge) throw new Error(`“${stray}” is no option. See --help.`);
  if (values.shard !== undefined && (values.merge || values.publish))
    throw new Error('A part of a site is neither merged nor published. Build it with --shard alone.');
  if (values.workers !== undefined && !/^\d{1,3}$/.test(values.workers))
    throw new Error(`--workers must be a whole number, not “${values.workers}”. Write --workers 2.`);
  const root = process.cwd();
  // One clock for both: a post that comes due during the build must not be recorded before it is built.
  const now = buildTime();
  const { progress, stop } = showProgress();
  const tell = (text: string) => {
    stop();
    console.log(text);
  };
  const build = () =>
    buildSite(root, {
      kinds,
      now,
      progress,
      tell,
      shard: values.shard === undefined ? undefined : readShard(values.shard),
      workers: {
        file: new URL(import.meta.url),
        ...(values.workers === undefined ? {} : { count: Number(values.workers) }),
      },
      ...(values.profile
        ? { onStep: (step, milliseconds) => tell(`${milliseconds.toFixed(0).padStart(8)} ms  ${step}`) }
        : {}),
    });
  const merge = () => mergeSite(root, positionals, { progress, tell }).then(() => true);
  const isBuilt = await (values.merge ? merge() : build()).finally(stop);
  if (!isBuilt) return 1;
  if (values.publish) console.log(formatAdded(recordAddresses(root, { now, write: true })));
  return 0;
}
