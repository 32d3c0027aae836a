import { redirects } from '../../collections/settings/redirects';
import { editOfField } from '../../content/change';
import { entriesOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import type { DataOf } from '../../model/collection';
import { addressKey, decode, pathFault } from '../../site/addresses/address';
import { isSplatSafe, moveOf } from '../../site/addresses/redirects';
import { type LinkComplaint, resolveLink } from '../../site/links/links';
import type { Site } from '../../site/site';

type Redirect = DataOf<typeof redirects>['redirects'][number];

/** Redirects that lead nowhere, in a circle or by a detour, or that no reader would ever meet. */
export function checkRedirects(site: Site): Problem[] {
  const pages = new Set(site.claimed.map(addressKey));
  const taken = new Set<string>();
  return entriesOf(site.entries, redirects).flatMap((entry) =>
    entry.data.redirects.flatMap((redirect, index): Problem[] => {
      const atFrom = explainFrom(redirect, pages, taken);
      taken.add(addressKey(decode(redirect.from)));
      const complaint = atFrom ?? explainTo(site, entry.file, redirect);
      if (!complaint) return [];
      const { rule, message, advice, write } = complaint;
      const path = ['redirects', index, atFrom ? 'from' : 'to'];
      const fix = write === undefined ? undefined : editOfField(entry, path, write);
      return [problemAt(entry, rule, path, message, advice, { fix })];
    }),
  );
}

/** `pages` and `taken` are the keys of what is there and of what other redirects lead away from. */
function explainFrom(
  { from: asked }: Redirect,
  pages: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): LinkComplaint | undefined {
  const from = decode(asked);
  const malformed = (message: string, advice: string) => ({ rule: 'malformed-redirect' as const, message, advice });
  if (!from.startsWith('/')) return malformed(`“From” must begin with “/”: “${asked}”`, `write /${asked}`);
  if (/\/\.{1,2}(?:\/|$)|[\\?#\p{Cc}\p{Cs}]|\*./u.test(from)) {
    return malformed(`“From” is no path of a page: “${asked}”`, 'write a path such as /old-page/ or /old/*');
  }
  const fault = pathFault(from.replace(/\*$/, ''));
  if (fault) return malformed(`“From” ${fault}: “${asked}”`, 'write a path such as /old-page/ or /old/*');
  if (pages.has(addressKey(from))) {
    const message = `There is a page at “${asked}”, and so nobody is redirected`;
    return { rule: 'needless-redirect', message, advice: 'remove the redirect, or give the page another address' };
  }
  if (taken.has(addressKey(from))) {
    const message = `There are two redirects from “${asked}”, and the second is never taken`;
    return { rule: 'repeated-redirect', message, advice: 'remove one' };
  }
  return undefined;
}

function explainTo(site: Site, file: string, { from, to }: Redirect): LinkComplaint | undefined {
  if (to.includes(':splat') && !from.endsWith('*')) {
    return { rule: 'malformed-redirect', message: '“:splat” stands for nothing', advice: 'end “From” with *' };
  }
  if (to.includes(':splat') && !isSplatSafe(to)) {
    const message = '“:splat” must stand within a path';
    return { rule: 'malformed-redirect', message, advice: 'write a path such as /blog/:splat' };
  }
  // What * will stand for is not known; a word that no page is called shows the way.
  if (moveOf(site, decode(from).replace('*', 'any-page')) === 'circle') {
    const message = `The redirect from “${from}” comes back to where it has been, and never arrives`;
    return { rule: 'redirect-circle', message, advice: 'write the address of a page' };
  }
  const chain = (end: string) => ({
    rule: 'redirect-chain' as const,
    message: `“To” leads to “${to}”, which is redirected itself`,
    advice: `write ${end}`,
  });
  if (to.includes(':splat')) {
    const move = to.startsWith('/') ? moveOf(site, to.replace(':splat', 'any-page')) : undefined;
    return move && move !== 'circle' && move.forGood ? chain(move.to.replace('any-page', ':splat')) : undefined;
  }
  const { complaint } = resolveLink(site, file, to);
  const isChain = complaint?.rule === 'link-to-moved' && complaint.write !== undefined;
  return isChain ? { ...complaint, ...chain(complaint.write ?? to) } : complaint;
}
