import { site } from '../collections/settings/site';
import { type AnyEntry, isOf } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import { parseSource } from '../content/source';
import { nearest } from '../model/nearest';
import type { Kinds } from './site';

const settingsFile = `content/${site.folder}.${site.format}`;

/**
 * The kinds of content that a site asks for in its settings; all, where it says nothing. They are needed before anything
 * else is read, for they decide what may be written. `settings` is the text of the settings' file.
 */
export function wantedKinds(kinds: Kinds, settings: string | undefined): Kinds {
  const { data, legible } = parseSource(settings ?? '', 'yml');
  const written = ((data ?? legible ?? {}) as { kinds?: unknown }).kinds;
  return among(kinds, Array.isArray(written) ? written : undefined);
}

/** The kinds of some names; all of them, where no names are given. */
export const among = (kinds: Kinds, names: readonly unknown[] | undefined): Kinds =>
  names ? Object.fromEntries(Object.entries(kinds).filter(([name]) => names.includes(name))) : kinds;

/** Finds names in the settings that no kind of content has. */
export const checkWanted = (kinds: Kinds, entries: readonly AnyEntry[]): Problem[] =>
  entries.flatMap((entry) => {
    if (!isOf(entry, site)) return [];
    const names = Object.keys(kinds);
    return (entry.data.kinds ?? []).flatMap((name, index): Problem[] => {
      if (names.includes(name)) return [];
      const similar = nearest(name, names);
      const advice = similar ? `write ${similar}` : `write one of ${names.join(', ')}`;
      return [problemAt(entry, 'unknown-kind', ['kinds', index], `There is no kind of content “${name}”`, advice)];
    });
  });

/** Says of a file that belongs to no collection, but would to one of a kind that the site does not ask for, what to do. */
export function explainUnwanted(problem: Problem, kinds: Kinds): Problem {
  if (problem.rule !== 'misplaced-file') return problem;
  const found = Object.entries(kinds).find(([, { collection, parts = [] }]) =>
    [collection, ...parts].some(({ folder }) => problem.file.startsWith(`content/${folder}/`)),
  );
  if (!found) return problem;
  const [name, { collection }] = found;
  return {
    ...problem,
    message: `“${collection.plural}” are not among the kinds of content that this site asks for`,
    advice: `add ${name} to “kinds” in ${settingsFile}, or delete the file`,
  };
}
