import { type Draft, type Fixed, fixAll, type ReadFile } from '../content/fix';
import type { Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { loadSite } from '../load';
import type { Kinds, Site } from '../site/site';
import { isAlike } from './alike';

/** Fixes a project as `fixAll` does, and leaves to people what would change a page beyond its purpose. Nothing is written. */
export function fixSite(
  root: string,
  read: ReadFile,
  options: { kinds: Kinds; now: string; preview: boolean; progress?: Progress },
  wanted: (problem: Problem) => boolean = () => true,
): Fixed {
  let site: Site | undefined;
  const check = (draft: Draft, drafted: ReadFile) => {
    const loaded = loadSite(root, { ...options, draft, read: drafted });
    site = loaded.site;
    return loaded.problems;
  };
  return fixAll(read, check, wanted, (...change) => !site || isAlike(site, ...change));
}
