import type { AnyEntry } from '../content/entry';
import { type Problem, problemAt, problemOf } from '../content/problem';
import { type Address, addressKey } from './address';

/** Somebody who wants an address: an entry, a file of `static/`, or the site itself for what it makes. */
export interface Claim {
  address: Address;
  entry?: AnyEntry;
  /** The file in `static/`. */
  file?: string;
}

/** Two pages that want the same address are a problem of both; the message names the other. */
export function checkClaims(claims: readonly Claim[]): Problem[] {
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = addressKey(claim.address);
    const others = byKey.get(key);
    if (others) others.push(claim);
    else byKey.set(key, [claim]);
  }
  return [...byKey.values()].filter(({ length }) => length > 1).flatMap(explainClash);
}

const explainClash = (claims: readonly Claim[]): Problem[] =>
  claims.flatMap((claim): Problem | Problem[] => {
    const { address, entry, file } = claim;
    const others = claims.flatMap((other) =>
      other === claim ? [] : (other.entry?.file ?? other.file ?? 'a page or file that the site makes itself'),
    );
    const message = `The address ${address} is also that of ${others.join(' and ')}`;
    if (file) return problemOf(file, 'shared-address', message, 'rename the file, or remove it');
    if (!entry) return [];
    const isAsked = 'seo' in entry.data && entry.data.seo.url !== undefined;
    return problemAt(
      entry,
      'shared-address',
      isAsked ? ['seo', 'url'] : [],
      message,
      isAsked
        ? 'write another “url:” in one of them'
        : 'rename the file, or write another address in “url:” below “seo:”',
    );
  });
