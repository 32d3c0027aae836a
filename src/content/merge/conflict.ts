import type { Path } from '../source';

/** What two people changed, each in a way of his own. A value that somebody took away is undefined. */
export interface Conflict {
  /** The field, or the list whose items they are. */
  path: Path;
  /** What clashes is a part of the field's text or list: paragraphs or items. */
  isPart: boolean;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** Which of the two is to stand: an answer to a conflict. */
export type Choice = 'mine' | 'theirs' | 'both';

/** Whom to ask. The answer `both` is for parts alone: theirs, and mine after it. */
export type Ask = (conflict: Conflict) => Choice;

/** What stands for parts that clash, once it is asked. */
export function settled<Item>(
  { mine, theirs }: { mine: readonly Item[]; theirs: readonly Item[] },
  ask: () => Choice,
): readonly Item[] {
  const choice = ask();
  if (choice === 'both') return [...theirs, ...mine];
  return choice === 'mine' ? mine : theirs;
}
