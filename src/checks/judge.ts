import { checks } from '../collections/settings/checks';
import { type AnyEntry, entriesOf } from '../content/entry';
import { byPlace, type Problem, problemIn } from '../content/problem';
import { nearest } from '../model/nearest';
import { isRule, type RuleName, rules } from '../rules';
import { type Allowance, allowancesOf } from './allowances';

type Severities = Partial<Record<RuleName, 'off' | Problem['severity']>>;

/**
 * What is to be reported of what was found, sorted: with the severities of `checks.yml`, and without what a comment allows.
 * `isChecked` says of which rules all problems are among those found, so that a comment without one is needless.
 */
export function judge(
  problems: readonly Problem[],
  entries: readonly AnyEntry[],
  isChecked: (rule: RuleName) => boolean = (rule) => !rules[rule].onRequest,
): Problem[] {
  const severities: Severities = entriesOf(entries, checks)[0]?.data ?? {};
  const used = new Set<Allowance>();
  const allowances = new Map(entries.map((entry) => [entry.file, allowancesOf(entry)]));
  const reaching = new Map([...allowances].map(([file, of]) => [file, of.length > 0 ? reachesOf(of) : undefined]));
  const isAllowed = ({ file, rule, line }: Problem) => {
    const allowance = reaching.get(file)?.(rule, line);
    if (allowance) used.add(allowance);
    return allowance !== undefined && !rules[rule].firm;
  };
  const left = problems.filter((problem) => !isAllowed(problem));
  const odd = entries.flatMap((entry) =>
    (allowances.get(entry.file) ?? []).flatMap((allowance) =>
      explainAllowance(entry, allowance, used.has(allowance), isChecked),
    ),
  );
  return [...left, ...odd.filter(({ rule }) => isChecked(rule))]
    .flatMap((problem) => {
      const severity = severityOf(problem, severities);
      return severity === 'off' ? [] : [{ ...problem, severity }];
    })
    .sort(byPlace);
}

/**
 * Gives the first allowance for a rule that holds for a line. There may be thousands of both: those of a rule are in the
 * order of their first lines, so that the first of which one has reached a line is found by halves.
 */
function reachesOf(allowances: readonly Allowance[]): (rule: string, line: number) => Allowance | undefined {
  const byRule = new Map<string, { allowance: Allowance; reached: number }[]>();
  for (const allowance of [...allowances].sort((a, b) => a.from - b.from)) {
    const list = byRule.get(allowance.rule) ?? [];
    list.push({ allowance, reached: Math.max(allowance.to, list.at(-1)?.reached ?? 0) });
    byRule.set(allowance.rule, list);
  }
  return (rule, line) => {
    const list = byRule.get(rule) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.reached ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    const found = list[low]?.allowance;
    return found && found.from <= line ? found : undefined;
  };
}

/** What a problem of a rule is on a site with these entries, where nothing else is known of it. */
export const severityIn = (entries: readonly AnyEntry[], rule: RuleName): 'off' | Problem['severity'] =>
  (rules[rule].firm ? undefined : entriesOf(entries, checks)[0]?.data[rule]) ?? rules[rule].severity;

function severityOf({ rule, severity }: Problem, severities: Severities) {
  const asked = severities[rule];
  if (!asked || rules[rule].firm) return severity;
  // What was eased because its page is not published yet stays so.
  const isEased = severity === 'warning' && rules[rule].severity === 'error';
  return isEased && asked === 'error' ? severity : asked;
}

function explainAllowance(
  entry: AnyEntry,
  allowance: Allowance,
  isUsed: boolean,
  isChecked: (rule: RuleName) => boolean,
): Problem[] {
  const { rule, reason, start } = allowance;
  const malformed = (message: string, advice: string) => [
    problemIn(entry, 'malformed-allowance', start, message, advice),
  ];
  if (!isRule(rule)) {
    const similar = nearest(rule, Object.keys(rules));
    return malformed(
      rule ? `The comment allows “${rule}”, which is no rule` : 'The comment does not say which rule it allows',
      similar ? `write ${similar}` : 'write the name that stands in brackets at the end of the report',
    );
  }
  if (rules[rule].firm)
    return malformed(`“${rule}” can’t be allowed: no page can be made with it`, 'remove the comment');
  if (!reason.trim()) {
    return malformed(
      `The comment does not say why “${rule}” is allowed here`,
      `write check: allow ${rule}, because … and the reason`,
    );
  }
  if (isUsed || !isChecked(rule)) return [];
  return [
    problemIn(
      entry,
      'needless-allowance',
      start,
      `The comment allows “${rule}”, which nothing here breaks`,
      'remove the comment',
      {
        fix: [removalOf(entry, allowance)],
      },
    ),
  ];
}

/** Takes out a comment, and its line where nothing else stands on it. */
function removalOf({ file, source: { text } }: AnyEntry, { start, end }: Allowance) {
  const before = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start));
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end));
  const isAlone = before && after;
  return {
    kind: 'edit' as const,
    file,
    start: isAlone ? start - (before[1] ?? '').length : start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0),
    end: isAlone ? end + after[0].length : end,
    text: '',
  };
}
