import { performance } from 'node:perf_hooks';
import { bundleAdmin } from '../cms/serve/files';
import { formatReport, type Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { formatWaiting, loadSite } from '../load';
import { bundleInline } from '../render/inline';
import { keepBodies, rendererVersion } from '../site/pages/body-cache';
import type { Kinds, Site } from '../site/site';
import { lockBuild } from './lock';
import { planOutput, withInline } from './plan';
import { type Published, publish, restoreFormer, siteFolder } from './publish';

interface BuildOptions {
  kinds: Kinds;
  /** ISO 8601. */
  now: string;
  progress?: Progress;
  /** Is handed what the operator should read, in whole lines. */
  tell(text: string): void;
}

/**
 * Builds a project into `public/`. False when its content has errors, which are told, and then the former site is as it
 * was. Rejects when it can’t be built for another reason, with the former site as it was.
 */
export async function buildSite(root: string, { kinds, now, progress, tell }: BuildOptions): Promise<boolean> {
  const start = performance.now();
  const release = await lockBuild(root);
  try {
    restoreFormer(root);
    // Another process works on them, while the content is read. What fails is told where it is asked for.
    const [inline, admin] = [bundleInline(), bundleAdmin()];
    for (const promise of [inline, admin]) promise.catch(() => {});
    const { site, problems } = loadSite(root, { kinds, now, preview: false, ...(progress ? { progress } : {}) });
    tell(formatReport(problems) || 'No problems in content/');
    if (!site || hasErrors(problems)) return refuse(tell);
    const bodies = keepBodies(root, rendererVersion());
    const files = await planOutput(root, site, {
      page: withInline(inline, site),
      body: bodies.render,
      admin: () => admin,
    });
    const done = await publish(root, files, (made, total) => progress?.('Building', made, total));
    if ('problems' in done) {
      tell(formatReport(done.problems));
      return refuse(tell);
    }
    bodies.save();
    tell(summaryOf(done, site, performance.now() - start));
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
  { pages, changed, removed, files, isPiecemeal }: Published,
  site: Site,
  milliseconds: number,
): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const change = changed === pages ? 'all new' : changed + removed === 0 ? 'none changed' : `${changed} changed`;
  return [
    `${many(pages, 'page')} (${change}${removed > 0 ? `, ${removed} removed` : ''}) and ${many(files, 'other file')} in ${siteFolder}/, in ${(milliseconds / 1000).toFixed(1)} s`,
    isPiecemeal
      ? `${siteFolder}/ can’t be replaced as a whole: it is a mount, or on another disk. Its files were replaced one by one.`
      : '',
    formatWaiting(site),
  ]
    .filter(Boolean)
    .join('\n');
}
