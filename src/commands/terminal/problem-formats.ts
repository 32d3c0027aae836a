import type { Problem } from '../../content/problem';
import type { RuleName } from '../../rules';

/** How many problems there are of each rule, most first, and how many of them `npm run fix` fixes. */
export function countByRule(problems: readonly Problem[]): { rule: RuleName; count: number; mechanical: number }[] {
  const counts = new Map<RuleName, { rule: RuleName; count: number; mechanical: number }>();
  for (const { rule, fix } of problems) {
    const entry = counts.get(rule) ?? { rule, count: 0, mechanical: 0 };
    counts.set(rule, entry);
    entry.count++;
    if (fix) entry.mechanical++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** The counts as a table, for people. */
export const formatCounts = (problems: readonly Problem[]): string =>
  countByRule(problems)
    .map(({ rule, count, mechanical }) => {
      const fixed = mechanical === 0 ? '' : `  npm run fix fixes ${mechanical === count ? 'all' : mechanical}`;
      return `${String(count).padStart(5)}  ${rule}${fixed}`;
    })
    .join('\n');

/** The problems for programs. The shape is promised in docs/rules.md. */
export const toJson = (problems: readonly Problem[]): string =>
  JSON.stringify(
    {
      problems: problems.map(({ file, line, column, rule, severity, message, advice, fix }) => ({
        file,
        line,
        column,
        rule,
        severity,
        message,
        advice,
        mechanical: fix !== undefined,
      })),
      counts: {
        errors: problems.filter(({ severity }) => severity === 'error').length,
        warnings: problems.filter(({ severity }) => severity === 'warning').length,
        files: new Set(problems.map(({ file }) => file)).size,
        mechanical: problems.filter(({ fix }) => fix).length,
        rules: Object.fromEntries(countByRule(problems).map(({ rule, count }) => [rule, count])),
      },
    },
    null,
    2,
  );

/**
 * The problems as GitHub shows them beside the lines of a change: workflow commands, whose characters are escaped as
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts says.
 */
export const toAnnotations = (problems: readonly Problem[]): string =>
  problems
    .map(({ file, line, column, rule, severity, message, advice }) => {
      const place = `file=${inProperty(file)},line=${line},col=${column},title=${inProperty(rule)}`;
      return `::${severity} ${place}::${inMessage(`${message} → ${advice}`)}`;
    })
    .join('\n');

const inMessage = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const inProperty = (text: string) => inMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
