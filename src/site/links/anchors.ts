import type { Address } from '../addresses/address';
import { idsIn } from '../pages/ids';
import type { Page } from '../pages/page';
import { planPages } from '../pages/plan';
import type { Site } from '../site';

/** What a link may name behind `#` on a page; undefined where there is no page, or where it can’t be rendered. */
export type Anchors = (address: Address) => ReadonlySet<string> | undefined;

const known = new WeakMap<Site, Anchors>();

/** The anchors of a site’s pages. A page is rendered when it is first asked for, as it will be published. */
export function anchorsOf(site: Site): Anchors {
  const found = known.get(site);
  if (found) return found;
  // What those pages ask is in the answer.
  const pages = new Map(planPages({ ...site, asked: undefined }).map((page) => [page.address, page]));
  const sets = new Map<Address, ReadonlySet<string> | undefined>();
  const anchors: Anchors = (address) => {
    const page = pages.get(address);
    if (page && !sets.has(address)) sets.set(address, readAnchors(page));
    const answer = sets.get(address);
    site.asked?.({ about: 'anchors', address }, answer);
    return answer;
  };
  known.set(site, anchors);
  return anchors;
}

function readAnchors(page: Page): ReadonlySet<string> | undefined {
  try {
    return new Set(['top', 'Main', ...idsIn(page.props().main)]);
  } catch {
    // The build tells of it; see make.ts.
    return undefined;
  }
}
