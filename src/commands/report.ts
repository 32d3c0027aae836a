import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from 'lightningcss';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { codeFolder } from '../cache/code-folder';
import { formatReport } from '../content/problem';
import * as kinds from '../kinds/kinds';
import { buildTime, loadSite } from '../load';
import { brandStyles } from '../site/brand-styles';
import { healthOf } from './report/health';
import { Report } from './report/report';
import { readOptions } from './terminal/options';

const help = `Writes a page that tells how the site is, for people who never see a terminal.

  npm run report [-- --out file]

  --out   where to write it; report.html

Environment
  SITE_NOW   the moment to tell about, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  the page is written
  2  could not run`;

/** The report of a project, as one page of HTML. Throws when its settings can’t be read. */
export function reportOf(root: string, now: string): string {
  const { site, problems } = loadSite(root, { kinds, now, preview: false });
  if (!site) throw new Error(`${formatReport(problems)}\n\nCorrect the settings first: without them there is no site.`);
  const filename = join(codeFolder, 'src/commands/report/report.css');
  const styles = bundle({ filename, minify: true }).code.toString() + brandStyles(site);
  return `<!DOCTYPE html>${renderToStaticMarkup(createElement(Report, { health: healthOf(root, site, problems), styles }))}\n`;
}

export function main(args: string[]): void {
  const values = readOptions({ out: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) {
    console.log(help);
    return;
  }
  const file = values.out ?? 'report.html';
  writeFileSync(resolve(file), reportOf(process.cwd(), buildTime()));
  console.log(`The report is in ${file}: open it in a browser.`);
}
