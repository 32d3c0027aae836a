import { redirects } from '../../collections/settings/redirects';
import { type AnyEntry, entriesOf, titleOf } from '../../content/entry';
import { type Problem, problemOf } from '../../content/problem';
import type { Advice } from '../../model/advice';
import { type Address, addressKey } from '../../site/addresses/address';
import { ledgerFile } from '../../site/addresses/ledger';
import { moveOf, nearestPage, redirectsOf } from '../../site/addresses/redirects';
import { blogOf } from '../../site/lists';
import type { LedgerLine, Site } from '../../site/site';
import { addRedirects, redirectsFile } from './add-redirects';
import { safePath } from './file-names';
import { heirOfGenerated } from './generated-heirs';

/** Addresses that were published and would answer “not found” now. */
export function checkLostAddresses(site: Site): Problem[] {
  const explain = explainer(site);
  const lost = site.ledger
    .filter(({ address }) => !leadsSomewhere(site, address))
    .map((line) => ({ line, ...explain(line) }));
  // All are added by the one edit that each of them asks for: edits at one place would have to wait for each other.
  const added = lost.flatMap(({ line, to }) => (to === undefined ? [] : [{ from: line.address, to }]));
  const fix = added.length > 0 ? [addRedirects(entriesOf(site.entries, redirects)[0], added)] : undefined;
  return lost.map(({ line, why, advice, to }) => {
    const { address, file, title = file } = line;
    const owner = file === undefined ? '' : ` of “${title}” (${file})`;
    const message = `The address ${address}${owner} was published: ${why}`;
    return {
      ...problemOf(ledgerFile, 'lost-address', message, inBoth(advice), { fix: to === undefined ? undefined : fix }),
      line: line.line,
    };
  });
}

const inBoth = (file: string): Advice => ({
  file,
  form: file.replace(redirectsFile, '“Redirects”').replace('“url:” below “seo:”', '“Address” below “SEO”'),
});

function leadsSomewhere(site: Site, address: Address): boolean {
  const isThere = (path: string) => site.addresses.has(addressKey(path));
  if (isThere(address)) return respelled(site, address) === undefined;
  // Who asks for what is over is led to the nearest page; see plan-redirects.ts.
  if (site.over.has(addressKey(address))) return true;
  const move = moveOf(site, address);
  if (move === undefined || move === 'circle') return false;
  return !move.to.startsWith('/') || isThere(move.to.replace(/[?#].*$/s, ''));
}

/**
 * What is at an address now, where it differs in capitals: most hosts tell them apart, and a redirect between the two
 * would lead in a circle on the others. An address whose new form was published too was given up knowingly.
 */
function respelled({ addresses, ledger }: Site, address: Address): Address | undefined {
  const plain = (path: string) => path.normalize('NFC').replace(/\/+$/, '');
  const present = addresses.get(addressKey(address));
  const isGivenUp = present === undefined || ledger.some((line) => plain(line.address) === plain(present));
  return isGivenUp ? undefined : present;
}

interface Loss {
  why: string;
  advice: string;
  /** Where the address certainly leads. */
  to?: Address;
}

function explainer(site: Site): (line: LedgerLine) => Loss {
  const byFile = new Map(site.entries.map((entry) => [entry.file, entry]));
  const heirOf = heirs(site);
  const ofBlog = movedWithBlog(site);
  return (line) => {
    const { address, file } = line;
    if (redirectsOf(site.entries).exact.has(addressKey(address))) {
      return { why: 'its redirect leads nowhere', advice: `correct the redirect in ${redirectsFile}` };
    }
    const capitals = respelled(site, address);
    if (capitals !== undefined) {
      const advice = 'rename the file, or write the former address in “url:” below “seo:”';
      return { why: `it is at ${capitals} now, and hosts tell capitals from small letters`, advice };
    }
    const named = safePath(address);
    if (file === undefined && site.assets.has(named)) {
      return {
        why: `the file is called ${named} now`,
        advice: `add a redirect from ${address} to ${named}`,
        to: named,
      };
    }
    const moved = file === undefined ? ofBlog(address) : undefined;
    if (moved !== undefined) {
      const why = `the blog is at ${site.settings.blog.address} now`;
      return { why, advice: `add a redirect from ${address} to ${moved}`, to: moved };
    }
    const generated = file === undefined ? heirOfGenerated(site, address) : undefined;
    if (generated !== undefined) {
      const why = `what the site made there is at ${generated} now`;
      return { why, advice: `add a redirect from ${address} to ${generated}`, to: generated };
    }
    const entry = file === undefined ? undefined : byFile.get(file);
    const heir = entry ?? heirOf(line);
    const present = heir && site.addressByFile.get(heir.file);
    if (heir && present !== undefined) {
      const to = beside(site, line, present);
      const why = heir === entry ? `it is at ${present} now` : `its file is gone, and ${heir.file} has the same title`;
      return { why, advice: `add a redirect from ${address} to ${to}`, to };
    }
    const elsewhere = `or lead the address elsewhere in ${redirectsFile}`;
    if (entry && 'draft' in entry.data && entry.data.draft) {
      return { why: 'it is a draft now', advice: `publish it again, ${elsewhere}` };
    }
    if (entry) return { why: 'it is dated ahead now', advice: `date it back, ${elsewhere}` };
    return {
      why: file === undefined ? 'nothing is there any more' : 'its file is gone',
      advice: `add a redirect from ${address} to the page that replaces it, or to ${nearestPage(site, address)}, in ${redirectsFile}`,
    };
  };
}

/**
 * Finds where the blog, its archive and its feeds are now that were published at another address. The ledger names no file
 * for what the site makes by itself: a folder that had all three feeds was the blog's.
 */
function movedWithBlog({ ledger, addresses, settings }: Site): (address: Address) => Address | undefined {
  const own = new Set(ledger.flatMap(({ address, file }) => (file === undefined ? address : [])));
  const folders = [...own].flatMap((address) => /^(.*\/)atom\.xml$/.exec(address)?.[1] ?? []);
  const former = folders.filter((folder) => {
    const { home, rss, json } = blogOf({ blog: { ...settings.blog, address: folder } });
    return home !== settings.blog.address && own.has(rss) && own.has(json);
  });
  return (address) => {
    const folder = former.find((start) => address.startsWith(start));
    return folder && addresses.get(addressKey(settings.blog.address + address.slice(folder.length)));
  };
}

/** What lay in the folder of a page, such as its feed, is looked for in the folder where the page is now. */
function beside(site: Site, { address, file }: LedgerLine, present: Address): Address {
  const page = address.replace(/[^/]+$/, '');
  const isWithin = page !== address && site.ledger.some((line) => line.address === page && line.file === file);
  const moved = isWithin ? present + address.slice(page.length) : present;
  return site.addresses.get(addressKey(moved)) ?? present;
}

/** Finds the entry that a file which is gone has become: the only one of its folder that has its title. */
function heirs({ entries, addressByFile }: Site): (line: LedgerLine) => AnyEntry | undefined {
  const byTitle = new Map<string, AnyEntry[]>();
  const keyOf = (file: string, title: string) => `${file.replace(/[^/]+$/, '')}\t${title.replace(/\s+/g, ' ')}`;
  for (const entry of entries.filter(({ file }) => addressByFile.has(file))) {
    const key = keyOf(entry.file, titleOf(entry));
    byTitle.set(key, [...(byTitle.get(key) ?? []), entry]);
  }
  return ({ file, title }) => {
    const [heir, ...others] = (file && title && byTitle.get(keyOf(file, title))) || [];
    return others.length === 0 ? heir : undefined;
  };
}
