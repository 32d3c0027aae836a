import type { Problem } from '../../content/problem';

let current: readonly Problem[] = [];
const watchers = new Set<() => void>();

/** Tells the form what the check says of the draft now. */
export function tellProblems(problems: readonly Problem[]): void {
  if (JSON.stringify(problems) === JSON.stringify(current)) return;
  current = problems;
  for (const watcher of watchers) watcher();
}

/**
 * What the check says of a field, by where the field is declared (`post.seo.url`, `body`). Problems within a list are
 * reported at the list, for a control does not know which item it belongs to.
 */
export function problemsAt(model: string): readonly Problem[] {
  const path = model === 'body' ? ['body'] : model.split('.').slice(1);
  if (path.length === 0) return [];
  return current.filter(({ path: place = [] }) => {
    const index = place.findIndex((step) => typeof step === 'number');
    const known = index === -1 ? place : place.slice(0, index);
    return known.length === path.length && known.every((step, depth) => step === path[depth]);
  });
}

/** Calls back when they change, until the returned function is called. */
export function watchProblems(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
