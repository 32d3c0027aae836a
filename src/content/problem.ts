import { type Advice, type Audience, adviceFor } from '../model/advice';
import { type RuleName, rules } from '../rules';
import type { Change } from './change';
import type { Path, Source } from './source';

/** A fault in the content, for the person who can fix it. */
export interface Problem {
  rule: RuleName;
  /** Path from the project's root, with `/`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units, as editors count. */
  column: number;
  /** An error keeps the site from being built; a warning does not. */
  severity: 'error' | 'warning';
  /** What is wrong: the field's label first, where there is one. */
  message: string;
  /** What to do about it, for who has the file; begins with a verb. */
  advice: string;
  /** The same for who has the form of the CMS, where that is something else. */
  inForm?: string;
  /** The field it is about; `['body']` for the text below the front matter. */
  path?: Path;
  /** What fixes it, where there is one right answer. */
  fix?: Change[];
}

/** What a problem may have beside its words. */
interface More {
  /** The rule’s own when left out. */
  severity?: Problem['severity'];
  /** What of the field it is about; its value when left out. */
  part?: 'name' | 'value';
  fix?: Change[] | undefined;
}

interface File {
  file: string;
  source: Source;
}

/** A problem with a field of a file. */
export const problemAt = (
  { file, source }: File,
  rule: RuleName,
  path: Path,
  message: string,
  advice: Advice,
  { part, ...more }: More = {},
): Problem => ({
  ...problemOf(file, rule, message, advice, more),
  ...source.positionAt(source.offsetOf(path, part)),
  path,
});

/** A problem at an offset of a file. */
export const problemIn = (
  { file, source }: File,
  rule: RuleName,
  offset: number,
  message: string,
  advice: Advice,
  more: Omit<More, 'part'> & { path?: Path } = {},
): Problem => ({
  ...problemOf(file, rule, message, advice, more),
  ...source.positionAt(offset),
  ...(more.path ? { path: more.path } : {}),
});

/** A problem with a file as a whole. */
export const problemOf = (
  file: string,
  rule: RuleName,
  message: string,
  advice: Advice,
  { severity = rules[rule].severity, fix }: Omit<More, 'part'> = {},
): Problem => ({
  rule,
  file,
  line: 1,
  column: 1,
  severity,
  message,
  advice: adviceFor('file', advice),
  ...(typeof advice === 'string' ? {} : { inForm: advice.form }),
  ...(fix ? { fix } : {}),
});

/** A problem in one sentence: what is wrong, and what to do. */
export const sentenceOf = (
  { message, advice, inForm }: Pick<Problem, 'message' | 'advice' | 'inForm'>,
  audience: Audience,
) => `${message} → ${audience === 'form' ? (inForm ?? advice) : advice}`;

/** By file, line and column; the order in which they are printed. */
export const byPlace = (a: Problem, b: Problem) =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** Gives a word of a report its color. */
export type Paint = (style: 'red' | 'yellow' | 'gray', text: string) => string;

/** One line of a report, such as `content/blog/x.md:4:3  error  “Title” is missing  → write …  [missing-field]`. */
export const formatProblem = (
  { file, line, column, severity, message, advice, rule }: Problem,
  paint: Paint = (_, text) => text,
) =>
  `${file}:${line}:${column}  ${paint(severity === 'error' ? 'red' : 'yellow', severity)}  ${message}  → ${advice}  ${paint('gray', `[${rule}]`)}`;

/** So many problems that say the same are reported one by one; more are reported once, together. */
const mostAlike = 5;

/**
 * A report of all problems, errors first and then by place, with a line that counts them. What is said of many places is
 * said once, at the first, with the others below it. Empty when there are none.
 */
export function formatReport(problems: readonly Problem[], paint?: Paint): string {
  if (problems.length === 0) return '';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = (n: number, noun: string) => (n === 0 ? [] : [`${n} ${noun}${n === 1 ? '' : 's'}`]);
  const groups = new Map<string, Problem[]>();
  for (const problem of [...problems].sort((a, b) => bySeverity(a, b) || byPlace(a, b))) {
    const key = JSON.stringify([problem.severity, problem.rule, problem.message, problem.advice]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const shown = [...groups.values()].flatMap((group) =>
    group.length <= mostAlike ? group.map((problem) => [problem]) : [group],
  );
  return [
    ...shown
      .sort(([a], [b]) => bySeverity(a as Problem, b as Problem) || byPlace(a as Problem, b as Problem))
      .flatMap(([first, ...others]) => [formatProblem(first as Problem, paint), ...placesOf(first as Problem, others)]),
    '',
    `${[...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ')} in ${count(files, 'file')[0]}`,
  ].join('\n');
}

const bySeverity = (a: Problem, b: Problem) => Number(a.severity === 'warning') - Number(b.severity === 'warning');

/** Where else the same is true: a line for each file. */
function placesOf({ file: first }: Problem, others: readonly Problem[]): string[] {
  const places = new Map<string, string[]>();
  for (const { file, line, column } of others) places.set(file, [...(places.get(file) ?? []), `${line}:${column}`]);
  return [...places].map(([file, list]) =>
    file === first ? `    also at ${list.join(', ')}` : `    also in ${file}:${list.join(', ')}`,
  );
}
