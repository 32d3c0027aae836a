import { diffArrays } from 'diff';
import { fingerprint, isFields, isSame } from './fingerprint';

/** What becomes of a collection's entries, fields or items, which are known by their index. */
export interface Plan {
  /** Those that stay, with their new values. */
  kept: Map<number, unknown>;
  /** Those that are new, in order. */
  added: Addition[];
}

interface Addition {
  /** The entry that it stands behind, one of those kept; -1 for before the first. */
  behind: number;
  name: string | number;
  value: unknown;
  /** The former entry that it is, moved to another place. */
  moved?: number;
}

/**
 * Fields keep their places; a new one stands behind the nearest of those that are declared before it, else last. Several
 * in one place stand as `next` has them, which is in the order of their declaration.
 */
export function planFields(
  names: readonly PropertyKey[],
  next: Record<string, unknown>,
  declared: readonly string[],
): Plan {
  const indexes = names.flatMap((name, index) => (Object.hasOwn(next, name) ? index : []));
  const added = Object.keys(next)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const before = declared.slice(0, Math.max(0, declared.indexOf(name)));
      const neighbor = before.findLast((candidate) => indexes.includes(names.indexOf(candidate)));
      const behind = neighbor === undefined ? indexes.at(-1) : names.indexOf(neighbor);
      return { behind: behind ?? -1, name, value: next[name] };
    });
  return { kept: new Map(indexes.map((index) => [index, next[names[index] as string]])), added };
}

/** Items are known again when they are equal; what is left between two of those, by its first field or by its place. */
export function planItems(old: readonly unknown[], next: readonly unknown[]): Plan {
  const former = old.map(fingerprint);
  const changes = diffArrays(former, next.map(fingerprint));
  const gone = new Set(changes.flatMap(({ removed, value }) => (removed ? value : [])));
  const elsewhere = new Set(
    changes.flatMap(({ added, value }) => (added ? value.filter((print) => gone.has(print)) : [])),
  );
  const kept = new Map<number, unknown>();
  const added: Addition[] = [];
  let [from, to, behind] = [0, 0, -1];
  let free: number[] = [];
  for (const change of changes) {
    if (change.removed) {
      free = change.value.map((_, offset) => from + offset);
      from += change.count;
      continue;
    }
    if (!change.added) {
      for (let count = change.count; count > 0; count -= 1) kept.set(from++, next[to++]);
      behind = from - 1;
      free = [];
      continue;
    }
    // What was moved to another place is no longer free to become something else.
    free = free.filter((index) => !elsewhere.has(former[index] as string));
    const byPlace = free.length === change.count - change.value.filter((print) => elsewhere.has(print)).length;
    for (const print of change.value) {
      const value = next[to++];
      const match = elsewhere.has(print) ? -1 : free.findIndex((index) => byPlace || isAlike(old[index], value));
      if (match < 0) {
        const moved = elsewhere.has(print) ? { moved: former.indexOf(print) } : {};
        added.push({ behind, name: to - 1, value, ...moved });
      } else {
        behind = free[match] as number;
        free = free.slice(match + 1);
        kept.set(behind, value);
      }
    }
  }
  return { kept, added };
}

/** Whether two items are one, changed: what comes first in them, a title or a kind, is the same. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!isFields(one) || !isFields(other)) return false;
  const [name] = Object.keys(one);
  return name !== undefined && Object.hasOwn(other, name) && isSame(one[name], other[name]);
}
