import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ledgerFile } from '../site/addresses/ledger';
import { planImport } from './import/plan';
import { openCheckout } from './import/read/checkout';
import { readMapping, usualMapping } from './import/read/mapping';
import { formatReport, leftOut } from './import/report';
import { carryOut, decide, memoryFolder, outcomeOf } from './import/write';
import { refuseLoss } from './start-site/refuse-loss';
import { siteParts } from './start-site/replace';
import { readLine } from './terminal/options';
import { showProgress } from './terminal/progress';

const report = 'import.md';

const help = `Makes this site of a former one: of the checkout of a Gatsby, Hugo or Jekyll site with its texts in Markdown. The folder is
only read, and nothing in it is run. import.md says what became of every file, and what found no place.

  npm run import -- ../former-site                  into content/, static/ and ${ledgerFile}, which must be empty
  npm run import -- ../former-site --dry-run        writes nothing but says what would be
  npm run import -- ../former-site --replace        removes the sample first
  npm run import -- ../former-site                  again: takes over what changed since, and leaves what was changed here

  --map FILE        a mapping of your own; ${relative(process.cwd(), usualMapping)} is the usual one, to copy
  --only FOLDER     only what goes into that folder of content/: blog, pages, settings/site.yml; may be given more than once
  --into FOLDER     another project than the one this is run in
  --sitemap FILE    a sitemap of the former site: its addresses go into the ledger
  --addresses FILE  a list of addresses of the former site, one on a line: they go into the ledger
  --keep            where both sites changed the same lines, what is here counts from now on
  --help, -h        prints this

Exit codes
  0  everything found a place
  1  something was left out, or is to be decided; ${report} says where
  2  could not run; nothing was changed`;

export function main(args: string[]): number {
  const { values, positionals } = readLine(
    {
      map: { type: 'string' },
      'dry-run': { type: 'boolean' },
      only: { type: 'string', multiple: true },
      into: { type: 'string' },
      sitemap: { type: 'string', multiple: true },
      addresses: { type: 'string', multiple: true },
      replace: { type: 'boolean' },
      keep: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    true,
    args,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [folder, ...others] = positionals;
  if (folder === undefined) throw new Error('Say which folder the former site is in: npm run import -- ../former-site');
  if (others.length > 0) throw new Error(`One folder is imported at a time, and not “${others.join('”, “')}” as well.`);
  const root = resolve(values.into ?? '.');
  if (root === resolve(folder)) throw new Error('A site is not imported into itself. Say another folder with --into.');
  const isDry = values['dry-run'] === true;
  if (!isDry) refuse(root, values.replace === true);
  const mapping = readMapping(values.map);
  const checkout = openCheckout(folder, mapping.skip);
  const { progress, stop } = showProgress();
  try {
    const plan = planImport(checkout, {
      mapping,
      only: values.only ? new Set(values.only.map((name) => name.replace(/^content\/|\/$/g, ''))) : undefined,
      addresses: [...(values.sitemap ?? []).flatMap(inSitemap), ...(values.addresses ?? []).flatMap(inList)],
      progress: (done, total) => progress('Reading the former site', done, total),
    });
    if (plan.sources.every(({ became }) => became.length === 0)) {
      throw new Error(
        `Nothing in “${folder}” was recognized. Is it the folder of a site’s sources? Nothing was changed.`,
      );
    }
    const isReplaced = values.replace === true && !existsSync(join(root, memoryFolder));
    if (isReplaced && !isDry) for (const part of siteParts) rmSync(join(root, part), { recursive: true, force: true });
    const todo = decide(root, plan, checkout);
    const outcome = outcomeOf(todo.steps);
    if (!isDry) {
      carryOut(root, plan, todo, {
        progress: (done, total) => progress('Importing', done, total),
        keep: values.keep === true,
      });
      mkdirSync(root, { recursive: true });
      writeFileSync(join(root, report), formatReport(plan, outcome));
    }
    const count = leftOut(plan, outcome);
    stop();
    console.log(isDry ? formatReport(plan, outcome) : summary(outcome.written.length, outcome.unchanged, count));
    return count > 0 ? 1 : 0;
  } finally {
    stop();
  }
}

/** Throws where something is in the way that the import did not write. */
function refuse(root: string, replace: boolean): void {
  if (existsSync(join(root, memoryFolder))) return;
  if (replace) {
    refuseLoss(root, 'remove content/ yourself');
    return;
  }
  const content = join(root, 'content');
  if (!existsSync(content) || readdirSync(content).length === 0) return;
  throw new Error(
    'There is something in content/ already, and the import writes over nothing. If it is the sample, add --replace; else say another folder with --into. Nothing was changed.',
  );
}

const textOf = (file: string): string => {
  if (!existsSync(file)) throw new Error(`There is no file “${file}”. Nothing was changed.`);
  return readFileSync(file, 'utf8');
};

const inSitemap = (file: string): string[] =>
  [...textOf(file).matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*<\/loc>/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );

const inList = (file: string): string[] =>
  textOf(file)
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/)[0] ?? '')
    .filter((address) => /^(?:https?:\/\/|\/)/.test(address));

const summary = (written: number, unchanged: number, count: number) =>
  [
    `${written} ${written === 1 ? 'file was' : 'files were'} written, ${unchanged} were there already.`,
    count === 0
      ? `Everything found a place; ${report} says which.`
      : `${count} ${count === 1 ? 'thing was' : 'things were'} left out, or ${count === 1 ? 'is' : 'are'} to be decided: ${report} says where.`,
    'Then: npm run fix, npm run check, npm run build.',
  ].join('\n');
