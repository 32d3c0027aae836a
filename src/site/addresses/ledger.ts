import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOf } from '../../content/entry';
import { lastingAddresses } from '../lists';
import type { LedgerLine, Published, Site } from '../site';
/** Where the ledger stands: in the project and never in `public/`, for it names hidden posts. */
export const ledgerFile = 'addresses.txt';

const heading = `# Every address that was ever published, with the file and the title it belonged to. A line is never removed:
# others may link to it. “npm run check” tells when one leads nowhere, “npm run addresses” adds what is new.
`;

// In static/, what readers open by itself can be linked to; the rest is part of a page.
const partOfPage = /\.(?:avif|css|gif|ico|jpe?g|js|png|svg|webp|woff2?)$/i;

/** The ledger of a project; empty where it has none yet. */
export function readLedger(root: string): LedgerLine[] {
  const path = join(root, ledgerFile);
  return existsSync(path) ? parseLedger(readFileSync(path, 'utf8')) : [];
}

/** Reads the text of a ledger; lines that are empty, or begin with `#`, say nothing. Of two lines for an address the last one counts. */
export function parseLedger(text: string): LedgerLine[] {
  const lines = text.split(/\r\n|\n|\r/).flatMap((content, index): LedgerLine[] => {
    const [address = '', file, title] = content.split('\t').map((part) => part.trim());
    if (!address.startsWith('/')) return [];
    return [{ line: index + 1, address, ...(file ? { file } : {}), ...(title ? { title } : {}) }];
  });
  return [...new Map(lines.map((line) => [line.address, line])).values()];
}

/** The text of a ledger: a line for each address, sorted, so that two people who add some seldom meet. */
export function formatLedger(published: readonly Published[]): string {
  const lines = published.map(({ address, file = '', title = '' }) =>
    `${address}\t${file}\t${title.replace(/\s+/g, ' ')}`.trimEnd(),
  );
  return `${heading}${lines.sort().join('\n')}\n`;
}

/**
 * What is published now and others may link to: pages, hidden ones too, lists, feeds, calendars and documents. The later
 * pages of a list are left out, since what stands on them changes with every post; so are pictures.
 */
export function publishedAddresses({ addressByFile, entries, assets, ...site }: Site): Published[] {
  const pages = entries.flatMap((entry): Published[] => {
    const address = addressByFile.get(entry.file);
    return address === undefined ? [] : [{ address, file: entry.file, title: titleOf(entry) }];
  });
  const documents = [...assets.keys()].filter((path) => !partOfPage.test(path));
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  for (const address of [...lastingAddresses({ addressByFile, entries, ...site }), ...documents]) {
    // A category’s feed and an event’s calendar lie in the folder of their page, and go where it goes.
    const owner = byAddress.get(address.replace(/[^/]+$/, ''));
    const isWithin = owner !== undefined && owner.address !== '/';
    if (!byAddress.has(address)) byAddress.set(address, isWithin ? { ...owner, address } : { address });
  }
  return [...byAddress.values()];
}

/** A ledger with what is published now. What stands in it stays; an address that is published tells who has it now. */
export function extendLedger(
  ledger: readonly Published[],
  published: readonly Published[],
): { ledger: Published[]; added: Published[] } {
  const known = new Map(ledger.map((line) => [line.address, line]));
  const added = published.filter(({ address }) => !known.has(address));
  for (const line of published) known.set(line.address, line);
  return { ledger: [...known.values()], added };
}
