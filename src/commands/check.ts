import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { isMainThread, workerData } from 'node:worker_threads';
import { codeVersion } from '../cache/code-version';
import { checkExternal } from '../checks/external/external';
import { byPlace, formatReport, type Paint, type Problem } from '../content/problem';
import type { Progress } from '../content/read';
import * as kinds from '../kinds/kinds';
import { buildTime, formatWaiting, loadSite, type ReadSite } from '../load';
import { countFiles, findOut, openStores, type Stores, workersFor, worksOn } from '../output/parts';
import { openPool, servePool } from '../output/pool';
import { readOptions } from './terminal/options';
import { formatCounts, toAnnotations, toJson } from './terminal/problem-formats';
import { showProgress } from './terminal/progress';

// A worker has this file’s code too.
if (!isMainThread && workerData?.serves) servePool(worksOn(kinds));

const help = `Checks everything in content/ and static/, and prints what is wrong as file:line:column.
docs/rules.md tells of every rule how to fix it, switch it off, or allow it in one place.

  npm run check
  npm run check -- --max-warnings 0
  npm run check -- --external

  --json             prints the problems for programs; docs/rules.md describes the shape
  --max-warnings N   fails when there are more than N warnings
  --external         asks other sites whether the links to them still work; takes minutes
  --fresh            asks again for what earlier runs found out: what is fine is believed for a week
  --help, -h         prints this

Environment
  SITE_NOW         the moment to check for, as 2026-03-04T15:00:00Z; now, if it is not set
  NO_COLOR         no colors on a terminal either
  GITHUB_ACTIONS   true: prints the problems as annotations too

Exit codes
  0  no errors (there may be warnings)
  1  errors, or more warnings than may be
  2  could not run: a wrong option, or no folder content/`;

interface Options {
  external: boolean;
  fresh: boolean;
  help: boolean;
  json: boolean;
  maxWarnings: number;
}

function readArguments(args: string[]): Options {
  const values = readOptions(
    {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      external: { type: 'boolean' },
      fresh: { type: 'boolean' },
      'max-warnings': { type: 'string' },
    },
    args,
  );
  const asked = values['max-warnings'];
  if (asked !== undefined && !/^\d+$/.test(asked)) {
    throw new Error(`--max-warnings must be a whole number, not “${asked}”. Write --max-warnings 10.`);
  }
  if (values.fresh && !values.external) throw new Error('--fresh is for --external only. Write --external --fresh.');
  return {
    external: values.external ?? false,
    fresh: values.fresh ?? false,
    help: values.help ?? false,
    json: values.json ?? false,
    maxWarnings: asked === undefined ? Number.POSITIVE_INFINITY : Number(asked),
  };
}

export async function main(args: string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) {
    console.log(help);
    return 0;
  }
  const { progress, stop } = showProgress();
  const now = buildTime();
  const kept = openStores(process.cwd(), codeVersion());
  const known = await lookAhead(process.cwd(), now, kept, progress);
  const { site, problems } = loadSite(process.cwd(), { kinds, now, preview: false, progress, kept }, known);
  for (const store of [kept.entries, kept.checks]) store.save();
  if (options.external && site) {
    const onProgress = (done: number, total: number) => progress('Asking other sites', done, total);
    problems.push(...(await checkExternal(process.cwd(), site, { fresh: options.fresh, onProgress })));
    problems.sort(byPlace);
  }
  stop();
  if (options.json) console.log(toJson(problems));
  else {
    const report = formatReport(problems, paint);
    console.log(report ? `${report}\n\n${formatCounts(problems)}` : 'No problems.');
    const waiting = site && formatWaiting(site);
    if (waiting) console.log(`\n${waiting}`);
  }
  if (process.env['GITHUB_ACTIONS'] === 'true' && problems.length > 0) {
    // GitHub reads both streams; what is printed for programs must stay whole.
    (options.json ? console.error : console.log)(toAnnotations(problems));
  }
  return verdict(problems, options);
}

/** Finds out what is new in a large project with workers, and tells what was read of it. */
async function lookAhead(root: string, now: string, stores: Stores, progress: Progress): Promise<ReadSite | undefined> {
  const files = countFiles(join(root, 'content'));
  const count = workersFor(files, stores, false, availableParallelism());
  if (count === 0) return undefined;
  const pool = openPool(new URL(import.meta.url), count + 1, (text) => console.error(text));
  const tell = (doing: 'Reading' | 'Checking', done: number) => progress(doing, Math.min(done, files), files);
  const ground = { root, now, version: codeVersion() };
  return findOut(pool, stores, ground, { kinds, bodies: false, progress: tell }).finally(() => pool.close());
}

function verdict(problems: readonly Problem[], { maxWarnings }: Options): number {
  // Where nothing could be looked at, nothing was found either.
  if (problems.some(({ rule }) => rule === 'missing-folder')) return 2;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (warnings > maxWarnings) console.error(`Too many warnings: ${warnings}, and ${maxWarnings} at most are let pass.`);
  return warnings > maxWarnings || warnings < problems.length ? 1 : 0;
}

const isColored = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint: Paint = (style, text) => (isColored ? styleText(style, text) : text);
