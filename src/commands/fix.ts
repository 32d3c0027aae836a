import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fixSite } from '../checks/fix';
import type { ReadFile } from '../content/fix';
import { formatReport, type Problem } from '../content/problem';
import { readIn } from '../content/read';
import { writeDraft } from '../content/write';
import * as kinds from '../kinds/kinds';
import { buildTime } from '../load';
import { nearest } from '../model/nearest';
import { isRule, rules } from '../rules';
import { readLine } from './terminal/options';
import { formatPatch, forTheEye } from './terminal/patch';
import { countByRule } from './terminal/problem-formats';
import { showProgress } from './terminal/progress';

const help = `Fixes what has one right answer, in content/ and static/, and leaves every other byte as it is. What would change a page
beyond that, it leaves to people.

  npm run fix                               fixes everything
  npm run fix -- --dry-run                  shows what would change, and changes nothing
  npm run fix -- --rule backslash-line      fixes what breaks that rule; may be given more than once
  npm run fix -- content/blog/post.md       fixes what is wrong in a file, or in the files of a folder

Environment
  SITE_NOW   the moment to check for, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  no errors are left (there may be warnings)
  1  errors are left for people
  2  could not run; nothing was changed`;

export function main(args: string[]): number {
  const { values, positionals } = readLine(
    {
      help: { type: 'boolean', short: 'h' },
      'dry-run': { type: 'boolean' },
      rule: { type: 'string', multiple: true },
    },
    true,
    args,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const root = process.cwd();
  const isWanted = choose(root, values.rule ?? [], positionals);
  const original = rememberedBy(readIn(root));
  const options = { kinds, now: buildTime(), preview: false };
  const { progress, stop } = showProgress();
  const { draft, fixed, left } = fixSite(root, original, { ...options, progress }, isWanted);
  stop();
  const absent = left.find(({ rule }) => rule === 'missing-folder');
  if (absent) throw new Error(formatReport([absent]));
  const asked = left.filter(isWanted);
  if (values['dry-run']) {
    const patch = formatPatch(draft, original, process.stdout.isTTY ? forTheEye : undefined);
    if (patch) console.log(`${patch}\n`);
  } else {
    const differing = writeDraft(root, draft, original);
    if (differing.length > 0) {
      throw new Error(`Changed meanwhile: ${differing.join(', ')}. Nothing was fixed; run this again.`);
    }
  }
  console.log(formatFixed(fixed, asked, values['dry-run'] ? 'would be fixed' : 'fixed'));
  return asked.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Which problems are asked for. Throws, in words for the one who asked, when there is no such rule or file. */
function choose(root: string, names: readonly string[], paths: readonly string[]): (problem: Problem) => boolean {
  for (const name of names) {
    if (isRule(name)) continue;
    const similar = nearest(name, Object.keys(rules));
    throw new Error(`There is no rule “${name}”${similar ? `; write ${similar}` : ''}. docs/rules.md names them all.`);
  }
  const files = paths.map((path) => {
    if (!existsSync(resolve(root, path))) throw new Error(`There is no file or folder “${path}”.`);
    return relative(root, resolve(root, path)).split(sep).join('/');
  });
  return ({ rule, file }) =>
    (names.length === 0 || names.includes(rule)) &&
    (files.length === 0 || files.some((path) => path === '' || file === path || file.startsWith(`${path}/`)));
}

/** Gives what a file held when it was first asked for: offsets found in one text mean nothing in another. */
function rememberedBy(read: ReadFile): ReadFile {
  const seen = new Map<string, Uint8Array | undefined>();
  return (file) => {
    if (!seen.has(file)) seen.set(file, read(file));
    return seen.get(file);
  };
}

function formatFixed(fixed: readonly Problem[], left: readonly Problem[], done: string): string {
  const files = [...new Set(fixed.map(({ file }) => file))].sort();
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return [
    ...files.map((name) => `${name}  ${counted(fixed.filter(({ file }) => file === name))}`),
    fixed.length === 0
      ? `Nothing ${done === 'fixed' ? 'was' : 'had to be'} fixed.`
      : `${many(fixed.length, 'problem')} ${done} in ${many(files.length, 'file')}.`,
    ...(left.length === 0 ? [] : [`Left for people: ${counted(left)}. “npm run check” tells where.`]),
  ].join('\n');
}

const counted = (problems: readonly Problem[]) =>
  countByRule(problems)
    .map(({ rule, count }) => `${count} × ${rule}`)
    .join(', ');
