import type { Root } from 'mdast';
import { type Change, editOf } from '../../content/change';
import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt, problemIn } from '../../content/problem';
import type { Path } from '../../content/source';
import { valuesOf } from '../../content/values';
import { TooIntricate } from '../../markdown/parse/budget';
import { treeOf } from '../../markdown/parse/tree';
import type { Advice } from '../../model/advice';
import type { RuleName } from '../../rules/index';

/** Text in the place of other text; offsets are those of a body. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Markdown that an entry holds: the text below its front matter, or a field. Offsets are UTF-16 units from its start. */
export interface Body {
  entry: AnyEntry;
  /** `['body']`, or that of the field. */
  path: Path;
  markdown: string;
  /**
   * The Markdown as a tree; see `treeOf`. To parse it takes most of the time that a check can take, so look for a fault
   * by a pattern first, one that finds too much rather than too little. Throws where `parseMarkdown` does.
   */
  tree(): Root;
  /** A problem at an offset, and what fixes it. In a field it stands at the field, and is fixed by hand unless the field is one line. */
  problem(rule: RuleName, offset: number, message: string, advice: Advice, replacements?: Replacement[]): Problem;
}

/** Everything of an entry that is Markdown. */
export function bodiesOf(entry: AnyEntry): Body[] {
  const { source } = entry;
  const fields = valuesOf(entry).flatMap(({ path, value, info }) =>
    typeof value === 'string' && info?.kind === 'markdown'
      ? [bodyAt(entry, path, value, source.spanOf(path)?.start)]
      : [],
  );
  return entry.body.trim() === '' ? fields : [bodyAt(entry, ['body'], entry.body, source.bodyOffset), ...fields];
}

/** `start` is where the Markdown stands in the file, where it is written there as it is. */
function bodyAt(entry: AnyEntry, path: Path, markdown: string, start: number | undefined): Body {
  const { source } = entry;
  // All headings of a text are fixed by one fix, and there can be thousands of both.
  const known = new Map<Replacement[], Change[]>();
  const changesFor = (replacements: Replacement[], from: number): Change[] => {
    const changes =
      known.get(replacements) ??
      replacements.map((edit) =>
        editOf(entry.file, from + edit.start, markdown.slice(edit.start, edit.end), edit.text),
      );
    known.set(replacements, changes);
    return changes;
  };
  return {
    entry,
    path,
    markdown,
    tree: () => treeOf(markdown),
    problem(rule, offset, message, advice, replacements) {
      if (start === undefined) return problemAt(entry, rule, path, message, advice);
      const fix = replacements && changesFor(replacements, start);
      const place = path[0] === 'body' ? start + offset : source.offsetOf(path);
      return problemIn(entry, rule, place, message, advice, { path, fix });
    },
  };
}

/**
 * What `look` finds in a text; `otherwise` in one whose tree needs more stack or time than there is. Such a text is reported
 * by checks.ts, and must not keep others from being looked through.
 */
export function lookThrough<T>(
  body: Body,
  look: (body: Body) => T[],
  otherwise: (offset: number) => T[] = () => [],
): T[] {
  try {
    return look(body);
  } catch (error) {
    if (error instanceof RangeError) return otherwise(error instanceof TooIntricate ? error.offset : 0);
    throw error;
  }
}
