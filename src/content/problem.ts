/** A fault in the content, for the person who can mend it. */
export interface Problem {
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
  /** What to do about it; begins with a verb. */
  advice: string;
}

/** By file, line and column; the order in which they are printed. */
export const byPlace = (a: Problem, b: Problem) =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** One line of a report, such as `content/blog/x.md:4:3  error  "Title" is missing  → write …`. */
export const formatProblem = ({ file, line, column, severity, message, advice }: Problem) =>
  `${file}:${line}:${column}  ${severity}  ${message}  → ${advice}`;

/** A report of all problems, sorted, with a line that counts them. Empty when there are none. */
export function formatReport(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = (n: number, noun: string) => (n === 0 ? [] : [`${n} ${noun}${n === 1 ? '' : 's'}`]);
  return [
    ...[...problems].sort(byPlace).map(formatProblem),
    '',
    `${[...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ')} in ${count(files, 'file')[0]}`,
  ].join('\n');
}
