import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { codeVersion } from '../cache/code-version';
import { bundleAdmin } from '../cms/serve/files';
import { formatReport, type Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { formatWaiting, loadSite, type ReadSite } from '../load';
import { bundleInline } from '../render/inline';
import type { Inline } from '../render/inline-for';
import { keepBodies } from '../site/pages/body-cache';
import type { Kinds } from '../site/site';
import { lockBuild } from './lock';
import { countFiles, crewOf, findOut, openStores, workersFor } from './parts';
import { forgetCards } from './pictures/card-files';
import { forgetPictures } from './pictures/picture-files';
import { planOutput, withInline } from './plan';
import { openPool, type Part, type Pool } from './pool';
import { filesBelow, formerSite, type Published, publish, restoreFormer, siteFolder } from './publish';
import { areSealed, readSeals, type Seals, writeSeals } from './seals';
import { filesOfShard, inShard, isInShard, labelShard, mergeShards, nameOf } from './shards';
import { inputsOf, momentsAround, readOutcome, writeOutcome } from './unchanged';

interface BuildOptions {
  kinds: Kinds;
  /** ISO 8601. */
  now: string;
  progress?: Progress;
  /** What all sites have in common, where it is at hand. */
  common?: Common;
  /** Builds only this part of the site, and puts it into a folder of its own. */
  shard?: Part | undefined;
  /** The threads to work with, and the file with their code; this thread works alone, if they are left out. */
  workers?: { file: URL; count?: number | undefined };
  /** Is told how many pages were rendered; of the others it was known that they are as before. */
  onMade?(pages: number): void;
  /** Is told when a step is done, and how many milliseconds it took. */
  onStep?(step: string, milliseconds: number): void;
  /** Is handed what the operator should read, in whole lines. */
  tell(text: string): void;
}

interface Common {
  inline: Promise<Inline>;
  admin: Promise<string>;
}

/**
 * Builds a project into `public/`. False when its content has errors, which are reported, and then the former site is as it
 * was. Rejects when it can’t be built for another reason, with the former site as it was.
 */
export async function buildSite(root: string, options: BuildOptions): Promise<boolean> {
  const { kinds, now, progress, common, shard, workers, onMade, onStep, tell } = options;
  const seconds = clock();
  const step = steps(onStep);
  const release = await lockBuild(root);
  let pool: Pool | undefined;
  try {
    const folder = shard ? nameOf(shard) : siteFolder;
    if (shard) rmSync(join(root, folder), { recursive: true, force: true });
    else restoreFormer(root);
    const version = codeVersion();
    const seals: Seals = shard ? new Map() : readSeals(root, version.all);
    const inputs = inputsOf(root, shard !== undefined);
    const outcome = shard ? undefined : readOutcome(root, version.all);
    step('look for changes');
    if (outcome?.inputs === inputs && outcome.after < now && now < outcome.before) {
      const former = formerSite(root);
      if (former !== undefined && areSealed(former, filesBelow(former), seals)) {
        onMade?.(0);
        tell(outcome.report);
        const none = { made: 0, changed: 0, removed: 0, isPiecemeal: false };
        tell(summaryOf({ ...outcome, ...none }, folder, seconds(), outcome.waiting));
        step('look at the former site');
        return true;
      }
    }
    // Another process works on them, while the content is read. What fails is reported where it is asked for.
    const { inline, admin } = common ?? { inline: bundleInline(), admin: bundleAdmin() };
    for (const promise of [inline, admin]) promise.catch(() => {});
    const stores = openStores(root, version);
    const ground = { root, now, version };
    const files = countFiles(join(root, 'content'));
    const count = workers && (workers.count ?? workersFor(files, stores, seals.size === 0, availableParallelism()));
    let known: ReadSite | undefined;
    if (workers && count) {
      pool = openPool(workers.file, count + 1, tell);
      known = await findOut(pool, stores, ground, {
        kinds,
        bodies: !shard,
        progress: (doing, done) => progress?.(doing, Math.min(done, files), files),
      });
      step(`read, check and render with ${many(count, 'worker')}`);
    }
    const { site, problems } = loadSite(
      root,
      { kinds, now, preview: false, kept: stores, ...(progress ? { progress } : {}) },
      known,
    );
    step('read and check');
    for (const store of [stores.entries, stores.checks]) store.save();
    const report = formatReport(problems) || 'No problems in content/';
    tell(report);
    if (!site || hasErrors(problems)) return refuse(tell);
    const bodies = keepBodies(stores.bodies);
    const planned = await planOutput(root, site, {
      page: withInline(inline, site),
      inline,
      bodies,
      admin: () => admin,
      ...(shard ? { isWanted: (group) => isInShard(group, shard) } : {}),
    });
    step('plan the files');
    const crew = pool && crewOf(pool, stores, ground, inline, shard);
    const wanted = shard ? inShard(planned, shard) : planned;
    const done = await publish(root, wanted, {
      progress: (made, total) => progress?.('Building', made, total),
      seals,
      ...(crew ? { crew } : {}),
      ...(shard ? { place: join(folder, filesOfShard) } : {}),
    });
    if ('problems' in done) {
      tell(formatReport(done.problems));
      return refuse(tell);
    }
    step('make and write the files');
    onMade?.(done.made);
    stores.bodies.save();
    forgetPictures(root, site);
    forgetCards(root, planned);
    const waiting = formatWaiting(site);
    if (shard) {
      labelShard(join(root, folder), shard, { of: `${version.all} ${inputs}`, now }, wanted, done.seals);
    } else {
      writeSeals(root, version.all, done.seals);
      const { pages, files: others } = done;
      writeOutcome(root, version.all, { inputs, ...momentsAround(site), report, waiting, pages, files: others });
    }
    step('keep what was found out');
    tell(summaryOf(done, folder, seconds(), waiting));
    return true;
  } finally {
    await pool?.close();
    release();
  }
}

/** Puts the site together of its shards. Rejects where they don’t make one, with the former site as it was. */
export async function mergeSite(
  root: string,
  shards: readonly string[],
  { progress, tell }: Pick<BuildOptions, 'progress' | 'tell'>,
): Promise<void> {
  const seconds = clock();
  const release = await lockBuild(root);
  try {
    restoreFormer(root);
    const done = await publish(root, mergeShards(shards), {
      progress: (made, total) => progress?.('Building', made, total),
    });
    if ('problems' in done) throw new Error(formatReport(done.problems));
    tell(summaryOf(done, siteFolder, seconds(), ''));
  } finally {
    release();
  }
}

export const hasErrors = (problems: readonly Problem[]) => problems.some(({ severity }) => severity === 'error');

/** Seconds since it was made, in words. */
function clock(): () => string {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function steps(onStep: BuildOptions['onStep']): (name: string) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    onStep?.(name, now - last);
    last = now;
  };
}

function refuse(tell: (text: string) => void): false {
  tell(`The content has errors, listed above. Nothing was built; the former site in ${siteFolder}/ is as it was.`);
  return false;
}

function summaryOf(
  { pages, changed, removed, files, isPiecemeal }: Omit<Published, 'seals'>,
  folder: string,
  time: string,
  waiting: string,
): string {
  const change = changed === pages ? 'all new' : changed + removed === 0 ? 'none changed' : `${changed} changed`;
  return [
    `${many(pages, 'page')} (${change}${removed > 0 ? `, ${removed} removed` : ''}) and ${many(files, 'other file')} in ${folder}/, in ${time}`,
    isPiecemeal
      ? `${folder}/ can’t be replaced as a whole: it is a mount, or on another disk. Its files were replaced one by one.`
      : '',
    waiting,
  ]
    .filter(Boolean)
    .join('\n');
}
