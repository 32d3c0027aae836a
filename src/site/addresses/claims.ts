import { seoOf } from '../../collections/seo';
import { redirects } from '../../collections/settings/redirects';
import { type AnyEntry, entriesOf } from '../../content/entry';
import { type Problem, problemAt, problemOf } from '../../content/problem';
import { type Address, addressKey, decode } from './address';

/** Somebody who wants an address: an entry, a file of `static/`, or the site itself for what it makes. */
export interface Claim {
  address: Address;
  entry?: AnyEntry;
  /** Where in the entry it is asked for, unless it is the address of its page. */
  path?: (string | number)[];
  /** The file in `static/`. */
  file?: string;
  /** What the site has there, for people; a page or file that it makes itself, where nothing is said. */
  what?: string;
  /** Everything below it is wanted as well. */
  isWhole?: boolean;
}

/** What the site keeps for itself, beside the pages and files that it makes. */
export const ownClaims: Claim[] = [
  { address: '/admin/', what: 'the editor, which has all of /admin/', isWhole: true },
  { address: '/_redirects', what: 'the list of redirects for the host' },
  { address: '/404/', what: 'the page for what is not found' },
];

/** What the redirects want: a page that leads on, for hosts that know no redirects. */
export const redirectClaims = (entries: readonly AnyEntry[]): Claim[] =>
  entriesOf(entries, redirects).flatMap((entry) =>
    entry.data.redirects.flatMap(({ from }, index): Claim[] =>
      /^\/[^*]*$/.test(from)
        ? [{ address: decode(from).replace(/\/*$/, '/'), entry, path: ['redirects', index, 'from'] }]
        : [],
    ),
  );

/**
 * Two that want the same address are a problem of both, and the message names the other; so are a file and what would lie
 * below it, since no disk has a folder and a file of one name.
 */
export function checkClaims(claims: readonly Claim[]): Problem[] {
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = addressKey(claim.address);
    const others = byKey.get(key);
    if (others) others.push(claim);
    else byKey.set(key, [claim]);
  }
  const above = new Map(claims.map((claim) => [claim, filesAbove(addressKey(claim.address), byKey)]));
  const below = new Map<Claim, Claim[]>();
  for (const [claim, files] of above) {
    for (const file of files) below.set(file, [...(below.get(file) ?? []), claim]);
  }
  return claims.flatMap((claim) => {
    // Redirects from where a page is, and two from one address, have rules of their own; see checks/redirects.ts.
    const others = claim.path ? [] : (byKey.get(addressKey(claim.address)) ?? []);
    const same = others.filter((other) => other !== claim && !other.path);
    const files = above.get(claim) ?? [];
    const within = below.get(claim) ?? [];
    if (same.length > 0) return explain(claim, `is also that of ${same.map(nameOf).join(' and ')}`);
    if (files.length > 0) return explain(claim, `lies below that of ${files.map(nameOf).join(' and ')}`);
    if (within.length > 0) return explain(claim, `leaves no room below it for ${within.map(nameOf).join(' and ')}`);
    return [];
  });
}

/** What is a file, and no folder with a page, on the way to a key: nothing can lie below it. */
function filesAbove(key: string, byKey: ReadonlyMap<string, Claim[]>): Claim[] {
  const segments = key.split('/');
  return segments.flatMap((segment, index) => {
    const here = index === 0 ? [] : (byKey.get(segments.slice(0, index).join('/')) ?? []);
    // The page of a folder is the file index.html within it.
    return here.filter((claim) => isFile(claim) || claim.isWhole || segment === 'index.html');
  });
}

const isFile = ({ address }: Claim) => !address.endsWith('/');

const nameOf = ({ entry, file, what }: Claim) =>
  entry?.file ?? file ?? what ?? 'a page or file that the site makes itself';

function explain({ address, entry, path, file }: Claim, how: string): Problem | Problem[] {
  const message = `The address ${address} ${how}`;
  if (file) return problemOf(file, 'shared-address', message, 'rename the file, or remove it');
  if (!entry) return [];
  if (path) return problemAt(entry, 'shared-address', path, message, 'remove the redirect, or rename the other');
  const isAsked = seoOf(entry.collection, entry.data)?.url !== undefined;
  return problemAt(
    entry,
    'shared-address',
    isAsked ? ['seo', 'url'] : [],
    message,
    isAsked
      ? 'write another “url:” in one of them'
      : 'rename the file, or write another address in “url:” below “seo:”',
  );
}
