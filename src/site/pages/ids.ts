import type { Listing } from './props';

/** The ids in the HTML of a page, and those its template makes of what it is given. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  if (value === null || typeof value !== 'object') return [];
  const { anchor, title, listing } = value as { anchor?: unknown; title?: unknown; listing?: Listing };
  const own = typeof anchor === 'string' ? [anchor, ...(title ? [`${anchor}-title`] : [])] : [];
  return [...own, ...(listing ? partsOf(listing) : []), ...Object.values(value).flatMap(idsIn)];
}

/** The parts of a listing that are found by another name than `anchor`; see `components/listing.tsx`. */
function partsOf(listing: Listing): string[] {
  if (listing.kind === 'members') return listing.groups.flatMap(({ value }) => [value, `${value}-title`]);
  if (listing.kind !== 'events' && listing.kind !== 'episodes') return [];
  return (['upcoming', 'past'] as const)
    .filter((part) => listing[part].length > 0)
    .flatMap((part) => [part, `${part}-title`]);
}
