import { diffArrays } from 'diff';

/** What stands in the place of the items `from` to `to` of the former list. */
interface Edit<Item> {
  from: number;
  to: number;
  items: readonly Item[];
}

/** A part of a list that two people changed, each in a way of his own. */
export interface Clash<Item> {
  base: readonly Item[];
  mine: readonly Item[];
  theirs: readonly Item[];
}

/**
 * The list that has what `mine` and what `theirs` changed of `base`. Where both changed the same items, `settle` says what
 * is to stand there. What both put in at one place is kept, theirs first; what both did alike is done once.
 */
export function mergeLists<Item>(
  [base, mine, theirs]: readonly [readonly Item[], readonly Item[], readonly Item[]],
  isSame: (one: Item, other: Item) => boolean,
  settle: (clash: Clash<Item>) => readonly Item[],
): Item[] {
  const [ours, others] = [editsOf(base, mine, isSame), editsOf(base, theirs, isSame)];
  const merged: Item[] = [];
  let at = 0;
  while (ours.length > 0 || others.length > 0) {
    const group = nextGroup(ours, others);
    merged.push(...base.slice(at, group.from));
    at = group.to;
    const [one, other] = [applied(base, group.mine, group), applied(base, group.theirs, group)];
    if (group.theirs.length === 0 || areAlike(one, other, isSame)) merged.push(...one);
    else if (group.mine.length === 0) merged.push(...other);
    else if (group.from === group.to) merged.push(...other, ...without(one, other, isSame));
    else merged.push(...settle({ base: base.slice(group.from, group.to), mine: one, theirs: other }));
  }
  return [...merged, ...base.slice(at)];
}

/** The edits that make `next` of `base`, in order: one each where items were taken out, or took the place of as many others. */
function editsOf<Item>(
  base: readonly Item[],
  next: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Edit<Item>[] {
  const edits: Edit<Item>[] = [];
  let at = 0;
  let removed = 0;
  const flush = (items: readonly Item[]) => {
    if (removed > 0 && (items.length === removed || items.length === 0))
      for (let index = 0; index < removed; index++)
        edits.push({ from: at + index, to: at + index + 1, items: items.slice(index, index + 1) });
    else if (items.length > 0 || removed > 0) edits.push({ from: at, to: at + removed, items });
    at += removed;
    removed = 0;
  };
  for (const change of diffArrays(base as Item[], next as Item[], { comparator: isSame })) {
    if (change.removed) {
      if (removed > 0) flush([]);
      removed = change.count;
    } else if (change.added) flush(change.value);
    else {
      flush([]);
      at += change.count;
    }
  }
  flush([]);
  return edits;
}

/** Takes from both the next edits that can't be made one beside the other, or the next that can. */
function nextGroup<Item>(mine: Edit<Item>[], theirs: Edit<Item>[]) {
  const group = { mine: [] as Edit<Item>[], theirs: [] as Edit<Item>[], from: 0, to: 0 };
  const isFirst = !theirs[0] || (mine[0] !== undefined && before(mine[0], theirs[0]));
  const first = (isFirst ? mine : theirs)[0] as Edit<Item>;
  Object.assign(group, { from: first.from, to: first.to });
  for (let found = true; found; ) {
    found = false;
    for (const [edits, taken] of [
      [mine, group.mine],
      [theirs, group.theirs],
    ] as const) {
      const [next] = edits;
      if (!next || !(next === first || meets(next, group))) continue;
      taken.push(next);
      edits.shift();
      group.to = Math.max(group.to, next.to);
      found = true;
    }
  }
  return group;
}

const before = <Item>(one: Edit<Item>, other: Edit<Item>) =>
  one.from < other.from || (one.from === other.from && one.to <= other.to);

/** What is put in beside a change is no part of it, and what is put in where something else is put in meets that. */
const meets = <Item>({ from, to }: Edit<Item>, group: { from: number; to: number }) =>
  from === to
    ? (from === group.from && group.from === group.to) || (from > group.from && from < group.to)
    : from < group.to;

function applied<Item>(
  base: readonly Item[],
  edits: readonly Edit<Item>[],
  { from, to }: { from: number; to: number },
) {
  const items: Item[] = [];
  let at = from;
  for (const edit of edits) {
    items.push(...base.slice(at, edit.from), ...edit.items);
    at = edit.to;
  }
  return [...items, ...base.slice(at, to)];
}

const areAlike = <Item>(one: readonly Item[], other: readonly Item[], isSame: (a: Item, b: Item) => boolean) =>
  one.length === other.length && one.every((item, index) => isSame(item, other[index] as Item));

const without = <Item>(items: readonly Item[], known: readonly Item[], isSame: (a: Item, b: Item) => boolean) =>
  items.filter((item) => !known.some((other) => isSame(item, other)));
