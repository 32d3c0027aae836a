import type { Address } from './address';
import { type Page, planPages } from './plan';
import type { Listing } from './props';
import type { Site } from './resolve';

/** What a link may name behind `#` on a page; undefined where there is no page, or where it can’t be rendered. */
export type Anchors = (address: Address) => ReadonlySet<string> | undefined;

const known = new WeakMap<Site, Anchors>();

/** The anchors of a site’s pages. A page is rendered when it is first asked for, as it will be published. */
export function anchorsOf(site: Site): Anchors {
  const found = known.get(site);
  if (found) return found;
  const pages = new Map(planPages(site).map((page) => [page.address, page]));
  const sets = new Map<Address, ReadonlySet<string> | undefined>();
  const anchors: Anchors = (address) => {
    const page = pages.get(address);
    if (!page) return undefined;
    if (!sets.has(address)) sets.set(address, readAnchors(page));
    return sets.get(address);
  };
  known.set(site, anchors);
  return anchors;
}

function readAnchors(page: Page): ReadonlySet<string> | undefined {
  try {
    return new Set(['top', 'Main', ...gather(page.props().main)]);
  } catch {
    // The build tells of it; see make.ts.
    return undefined;
  }
}

/** The ids in the HTML of a page, and those its template makes of what it is given. */
function gather(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  if (value === null || typeof value !== 'object') return [];
  const { anchor, title, listing } = value as { anchor?: unknown; title?: unknown; listing?: Listing };
  const own = typeof anchor === 'string' ? [anchor, ...(title ? [`${anchor}-title`] : [])] : [];
  return [...own, ...(listing ? partsOf(listing) : []), ...Object.values(value).flatMap(gather)];
}

/** The parts of a listing that are found by another name than `anchor`; see `components/listing.tsx`. */
function partsOf(listing: Listing): string[] {
  if (listing.kind === 'members') return listing.groups.flatMap(({ value }) => [value, `${value}-title`]);
  if (listing.kind !== 'events' && listing.kind !== 'episodes') return [];
  return (['upcoming', 'past'] as const)
    .filter((part) => listing[part].length > 0)
    .flatMap((part) => [part, `${part}-title`]);
}
