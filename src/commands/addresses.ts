import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReport } from '../content/problem';
import * as kinds from '../kinds/kinds';
import { buildTime, loadSite } from '../load';
import { extendLedger, formatLedger, ledgerFile, publishedAddresses, readLedger } from '../site/addresses/ledger';
import type { Published } from '../site/site';
import { readOptions } from './terminal/options';

const help = `Adds every address that is published now to ${ledgerFile}, so that none is ever lost unnoticed.

  npm run addresses [-- --check]

  --check   changes nothing; fails when an address is missing from the file

Environment
  SITE_NOW   the moment to look at, as 2026-03-04T15:00:00Z; now, if it is not set

Exit codes
  0  the file has every address
  1  --check found one that is missing
  2  could not run`;

/** Adds what a project publishes now to its ledger, and returns what is new. Throws when the content has errors. */
export function recordAddresses(root: string, { now, write }: { now: string; write: boolean }): Published[] {
  const { site, problems } = loadSite(root, { kinds, now, preview: false });
  // An address that is lost does not keep others from being recorded.
  const errors = problems.filter(({ severity, rule }) => severity === 'error' && rule !== 'lost-address');
  if (!site || errors.length > 0) throw new Error(`${formatReport(errors)}\n\nCorrect the errors first.`);
  const path = join(root, ledgerFile);
  const { ledger, added } = extendLedger(readLedger(root), publishedAddresses(site));
  if (write) writeFileSync(path, formatLedger(ledger));
  return added;
}

/** A line for each new address, and one that counts them. */
export function formatAdded(added: readonly Published[]): string {
  const count = added.length === 1 ? '1 address is new' : `${added.length} addresses are new`;
  return added.length === 0
    ? `${ledgerFile} has every address.`
    : [...added.map(({ address }) => address).sort(), '', `${count} to ${ledgerFile}.`].join('\n');
}

export function main(args: string[]): number {
  const values = readOptions({ check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const isCheck = values.check === true;
  const added = recordAddresses(process.cwd(), { now: buildTime(), write: !isCheck });
  console.log(formatAdded(added));
  if (!isCheck || added.length === 0) return 0;
  console.log('To add them, run: npm run addresses');
  return 1;
}
