import { performance } from 'node:perf_hooks';
import { bundleAdmin } from '../cms/serve/files';
import { codeVersion } from '../code-version';
import { formatReport, type Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { formatWaiting, loadSite } from '../load';
import { bundleInline } from '../render/inline';
import type { Inline } from '../render/inline-for';
import { keepBodies } from '../site/pages/body-cache';
import type { Kinds } from '../site/site';
import { openStore } from '../store';
import { lockBuild } from './lock';
import { planOutput, withInline } from './plan';
import { filesBelow, formerSite, type Published, publish, restoreFormer, siteFolder } from './publish';
import { areSealed, readSeals, writeSeals } from './seals';
import { inputsOf, momentsAround, readOutcome, writeOutcome } from './unchanged';

interface BuildOptions {
  kinds: Kinds;
  /** ISO 8601. */
  now: string;
  progress?: Progress;
  /** What all sites have in common, where it is at hand. */
  common?: Common;
  /** Is told how many pages were rendered; of the others it was known that they are as before. */
  onMade?(pages: number): void;
  /** Is handed what the operator should read, in whole lines. */
  tell(text: string): void;
}

interface Common {
  inline: Promise<Inline>;
  admin: Promise<string>;
}

/**
 * Builds a project into `public/`. False when its content has errors, which are told, and then the former site is as it
 * was. Rejects when it can’t be built for another reason, with the former site as it was.
 */
export async function buildSite(
  root: string,
  { kinds, now, progress, common, onMade, tell }: BuildOptions,
): Promise<boolean> {
  const start = performance.now();
  const release = await lockBuild(root);
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    restoreFormer(root);
    const version = codeVersion();
    const seals = readSeals(root, version.all);
    const inputs = inputsOf(root);
    const outcome = readOutcome(root, version.all);
    if (outcome?.inputs === inputs && outcome.after < now && now < outcome.before) {
      const former = formerSite(root);
      if (former !== undefined && areSealed(former, filesBelow(former), seals)) {
        onMade?.(0);
        tell(outcome.report);
        tell(
          summaryOf({ ...outcome, made: 0, changed: 0, removed: 0, isPiecemeal: false }, seconds(), outcome.waiting),
        );
        return true;
      }
    }
    // Another process works on them, while the content is read. What fails is told where it is asked for.
    const { inline, admin } = common ?? { inline: bundleInline(), admin: bundleAdmin() };
    for (const promise of [inline, admin]) promise.catch(() => {});
    const stores = {
      entries: openStore(root, 'entries', version.core),
      checks: openStore(root, 'checks', version.core),
      bodies: openStore(root, 'bodies', version.core),
    };
    const { site, problems } = loadSite(root, {
      kinds,
      now,
      preview: false,
      kept: stores,
      ...(progress ? { progress } : {}),
    });
    for (const store of [stores.entries, stores.checks]) store.save();
    const report = formatReport(problems) || 'No problems in content/';
    tell(report);
    if (!site || hasErrors(problems)) return refuse(tell);
    const bodies = keepBodies(stores.bodies);
    const files = await planOutput(root, site, { page: withInline(inline), bodies, admin: () => admin });
    const done = await publish(root, files, {
      progress: (made, total) => progress?.('Building', made, total),
      seals,
    });
    if ('problems' in done) {
      tell(formatReport(done.problems));
      return refuse(tell);
    }
    onMade?.(done.made);
    stores.bodies.save();
    writeSeals(root, version.all, done.seals);
    const waiting = formatWaiting(site);
    const { pages, files: others } = done;
    writeOutcome(root, version.all, { inputs, ...momentsAround(site), report, waiting, pages, files: others });
    tell(summaryOf(done, seconds(), waiting));
    return true;
  } finally {
    release();
  }
}

export const hasErrors = (problems: readonly Problem[]) => problems.some(({ severity }) => severity === 'error');

function refuse(tell: (text: string) => void): false {
  tell(`The content has errors, listed above. Nothing was built; the former site in ${siteFolder}/ is as it was.`);
  return false;
}

function summaryOf(
  { pages, changed, removed, files, isPiecemeal }: Omit<Published, 'seals'>,
  time: string,
  waiting: string,
): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const change = changed === pages ? 'all new' : changed + removed === 0 ? 'none changed' : `${changed} changed`;
  return [
    `${many(pages, 'page')} (${change}${removed > 0 ? `, ${removed} removed` : ''}) and ${many(files, 'other file')} in ${siteFolder}/, in ${time}`,
    isPiecemeal
      ? `${siteFolder}/ can’t be replaced as a whole: it is a mount, or on another disk. Its files were replaced one by one.`
      : '',
    waiting,
  ]
    .filter(Boolean)
    .join('\n');
}
