import { redirects as declared } from '../../collections/settings/redirects';
import { type AnyEntry, entriesOf } from '../../content/entry';
import type { Site } from '../site';
import { type Address, addressKey, decode } from './address';

/** Who asks for an address is led to another. */
export interface Redirect {
  /** Decoded; ends with `*` where it stands for everything below. */
  from: string;
  to: string;
  status: number;
}

interface Redirects {
  /** Those of one address, by `addressKey`. */
  exact: Map<string, Redirect>;
  /** Those of all that stands below one. */
  splats: Redirect[];
}

const known = new WeakMap<readonly AnyEntry[], Redirects>();

/** The redirects that the entries name, in their order. Those of one address come first, as they do for hosts. */
export function redirectsOf(entries: readonly AnyEntry[]): Redirects {
  let redirects = known.get(entries);
  if (!redirects) {
    redirects = { exact: new Map(), splats: [] };
    known.set(entries, redirects);
    for (const redirect of entriesOf(entries, declared).flatMap(({ data }) => data.redirects)) {
      const from = decode(redirect.from);
      const key = addressKey(from);
      if (from.endsWith('*')) redirects.splats.push({ ...redirect, from });
      else if (!redirects.exact.has(key)) redirects.exact.set(key, { ...redirect, from });
    }
  }
  return redirects;
}

/** Whether `:splat` stands within a path: what is asked for must not decide on which host it is looked for. */
export const isSplatSafe = (to: string) => /^(?:(?:https?:)?\/\/(?![^/?#]*:splat)[^/?#]+)?\/(?![/\\]).*:splat/.test(to);

/** Where a path has moved to. */
export interface Move {
  /** The end of its redirects, as it is written, with what `*` stood for. */
  to: string;
  /** No redirect on the way is for now only. */
  forGood: boolean;
}

/** Where a path leads that has moved; `circle` where it never arrives. Undefined for a path that has not moved. */
export function moveOf(
  { entries, addresses }: Pick<Site, 'entries' | 'addresses'>,
  path: string,
): Move | 'circle' | undefined {
  const { exact, splats } = redirectsOf(entries);
  const step = (from: string): Move | undefined => {
    const found = exact.get(addressKey(from));
    if (found) return { to: found.to, forGood: found.status === 301 };
    for (const { from: pattern, to, status } of splats) {
      const start = addressKey(pattern).slice(0, -1);
      if (!`${addressKey(from)}/`.startsWith(start)) continue;
      const rest = from.normalize('NFC').slice(start.length).replace(/\/$/, '');
      // As it is: in a replacement, “$” would mean something.
      return { to: to.replace(':splat', () => rest), forGood: status === 301 };
    }
    return undefined;
  };
  let move = step(path);
  for (let steps = 1; move?.to.startsWith('/') && !addresses.has(addressKey(pathOf(move.to))); steps++) {
    const next = step(pathOf(move.to));
    if (!next) break;
    // What is led on for longer is led in a circle, or in a spiral: /a/* to /a/b/:splat.
    if (steps === longestWay) return 'circle';
    move = { to: next.to, forGood: move.forGood && next.forGood };
  }
  return move;
}

const longestWay = 50;
const pathOf = (target: string) => decode(target.replace(/[?#].*$/s, ''));

/** The end of `moveOf`, where there is one. */
export function movedTo(site: Pick<Site, 'entries' | 'addresses'>, path: string): string | undefined {
  const move = moveOf(site, path);
  return move === 'circle' ? undefined : move?.to;
}

/** The nearest page above an address: the blog for a post, the home page if there is nothing nearer. */
export function nearestPage({ addresses }: Pick<Site, 'addresses'>, address: Address): Address {
  const above = address.replace(/[^/]+\/?$/, '');
  return above === '/' ? above : (addresses.get(addressKey(above)) ?? nearestPage({ addresses }, above));
}
