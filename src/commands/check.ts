import { parseArgs } from 'node:util';
import { buildTime, formatWaiting, loadSite } from '../checks/load';
import { formatReport } from '../content/problem';

const help = `Checks everything in content/ and prints what is wrong as file:line:column.

  npm run check

Environment
  SITE_NOW   the moment to check for, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  no errors (there may be warnings)
  1  errors
  2  could not run`;

function main(): number {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { site, problems } = loadSite(process.cwd(), { now: buildTime(), preview: false });
  const report = formatReport(problems);
  if (report) console.log(report);
  const waiting = site && formatWaiting(site);
  if (waiting) console.log(waiting);
  if (!report) console.log('No problems.');
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
