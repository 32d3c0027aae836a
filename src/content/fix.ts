import type { Change } from './change';
import type { Problem } from './problem';

/** Files as they will be, by path from the project's root; undefined for a file that will be no more. */
export type Draft = ReadonlyMap<string, Uint8Array | undefined>;

/** Finds a file as it is; undefined when there is none. */
export type ReadFile = (file: string) => Uint8Array | undefined;

export interface Fixed {
  draft: Draft;
  /** What is fixed, in the order it was done. */
  fixed: Problem[];
  /** What is left for people. */
  left: Problem[];
}

/** Whether the readers of a file are shown the same before and after, but for what the rule is there to change. */
export type Keeps = (rule: Problem['rule'], file: string, before: string, after: string) => boolean;

/** A fix may bring to light what it covered, but not without end. */
const mostRounds = 10;

/**
 * Fixes every problem that has a fix and is `wanted`, in rounds, until none is left: after each, `check` tells what is
 * wrong with the files as they would be. What would change a page beyond its purpose is left, without its fix. Nothing is
 * written.
 */
export function fixAll(
  read: ReadFile,
  check: (draft: Draft, read: ReadFile) => readonly Problem[],
  wanted: (problem: Problem) => boolean,
  keeps: Keeps = () => true,
): Fixed {
  const draft = new Map<string, Uint8Array | undefined>();
  const drafted: ReadFile = (file) => (draft.has(file) ? draft.get(file) : read(file));
  const fixed: Problem[] = [];
  let problems = check(draft, drafted);
  for (let round = 0; round < mostRounds; round += 1) {
    const fixable = problems.filter((problem) => problem.fix && wanted(problem));
    const safe = safeFixes(drafted, fixable, keeps);
    const { changed, taken } = applyChanges(drafted, safe);
    if (taken.length === 0) {
      problems = problems.map((problem) => (wanted(problem) ? withoutFix(problem) : problem));
      break;
    }
    for (const [file, bytes] of changed) draft.set(file, bytes);
    const made = new Set(taken.map((index) => safe[index]));
    for (const problem of fixable) if (made.has(problem.fix)) fixed.push(problem);
    problems = check(draft, drafted);
  }
  return { draft, fixed, left: [...problems] };
}

const withoutFix = ({ fix: _, ...problem }: Problem): Problem => problem;

type Fix = readonly Change[];

/**
 * The fixes that may be made together. Those of one rule in one file are tried at once, on top of those that are safe
 * already; where they change a page, each half of them is.
 */
function safeFixes(read: ReadFile, problems: readonly Problem[], keeps: Keeps): Fix[] {
  const batches = new Map<string, { rule: Problem['rule']; fixes: Set<Fix> }>();
  for (const { rule, file, fix = [] } of problems) {
    const key = `${rule} ${file}`;
    const batch = batches.get(key) ?? { rule, fixes: new Set() };
    batch.fixes.add(fix);
    batches.set(key, batch);
  }
  const safe = new Map<string, Fix[]>();
  const grow = (rule: Problem['rule'], fixes: readonly Fix[]): Fix[] => {
    const files = new Set(fixes.flat().map(({ file }) => file));
    const base = [...new Set([...files].flatMap((file) => safe.get(file) ?? []))];
    const before = applyChanges(read, base);
    const after = applyChanges(read, [...base, ...fixes]);
    const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
    const isSafe = [...after.changed].every(([file, bytes]) => {
      const [former, text] = [textOf(before.changed.has(file) ? before.changed.get(file) : read(file)), textOf(bytes)];
      return former === undefined || text === undefined || former === text || keeps(rule, file, former, text);
    });
    if (!isSafe) {
      const half = Math.floor(fixes.length / 2);
      return half === 0 ? [] : [...grow(rule, fixes.slice(0, half)), ...grow(rule, fixes.slice(half))];
    }
    const taken = after.taken.flatMap((index) => (index < base.length ? [] : [fixes[index - base.length] as Fix]));
    for (const fix of taken) {
      for (const file of new Set(fix.map((change) => change.file))) safe.set(file, [...(safe.get(file) ?? []), fix]);
    }
    return taken;
  };
  return [...batches.values()].flatMap(({ rule, fixes }) => grow(rule, [...fixes]));
}

/**
 * Applies fixes to files, each fix whole or not at all; `taken` tells which. A fix waits that meets what an earlier one
 * has changed, and one that would put a file in the place of another is never taken. Two that ask for the same edit
 * share it. What no edit covers keeps its bytes.
 */
export function applyChanges(
  read: ReadFile,
  fixes: readonly (readonly Change[])[],
): { changed: Map<string, Uint8Array | undefined>; taken: number[] } {
  const edits = new Map<string, Edit[]>();
  const changed = new Map<string, Uint8Array | undefined>();
  const taken: number[] = [];
  const isFree = (file: string) => !changed.has(file) && read(file) === undefined;
  const fits = (change: Change): boolean => {
    if (change.kind === 'write') return isFree(change.file);
    const bytes = changed.has(change.file) ? undefined : read(change.file);
    if (bytes === undefined) return false;
    const others = edits.get(change.file) ?? [];
    if (change.kind === 'rename') return others.length === 0 && isFree(change.to);
    return others.every((other) => isSame(change, other) || !meets(change, other));
  };
  const shared = new Set<readonly Change[]>();
  for (const [index, fix] of fixes.entries()) {
    if (shared.has(fix)) {
      taken.push(index);
      continue;
    }
    if (fix.length === 0 || !fix.every(fits) || hasConflict(fix)) continue;
    taken.push(index);
    shared.add(fix);
    for (const change of fix) {
      if (change.kind === 'write') changed.set(change.file, change.bytes);
      else if (change.kind === 'rename') {
        changed.set(change.to, read(change.file));
        changed.set(change.file, undefined);
      } else {
        const others = edits.get(change.file) ?? [];
        if (!others.some((other) => isSame(change, other))) edits.set(change.file, [...others, change]);
      }
    }
  }
  for (const [file, list] of edits) changed.set(file, edited(read(file) as Uint8Array, list));
  return { changed, taken };
}

type Edit = Extract<Change, { kind: 'edit' }>;

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const source = Buffer.from(bytes).toString('utf8');
  const pieces: string[] = [];
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(source.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return Buffer.from([...pieces, source.slice(end)].join(''));
}

const isSame = (a: Edit, b: Edit) => a.start === b.start && a.end === b.end && a.text === b.text;

/** Whether a fix contradicts itself. */
const hasConflict = (fix: readonly Change[]) =>
  fix.some((a, index) =>
    fix
      .slice(0, index)
      .some((b) => a.file === b.file && (a.kind !== 'edit' || b.kind !== 'edit' || (!isSame(a, b) && meets(a, b)))),
  );

/** Whether two edits have a character in common, or one puts text where the other begins or ends. */
const meets = (a: Edit, b: Edit) =>
  a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
