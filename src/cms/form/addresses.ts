import { addressKey } from '../../site/addresses/address';
import { redirectsOf } from '../../site/addresses/redirects';
import type { Outlook } from '../file/draft';
import { markOf, type SiteData } from '../serve/site-data';

/**
 * What the author should know of an address: that something hidden has it, or that it is another than the published one.
 * `former` is the address the entry had when it was opened. What two visible entries claim is among the problems.
 */
export function addressWarnings({ site, address }: Outlook, { taken }: SiteData, former: string | undefined): string[] {
  if (!site || address === undefined) return [];
  const isTaken = taken.includes(markOf(addressKey(address)));
  const isMoved = former !== undefined && addressKey(former) !== addressKey(address);
  return [
    ...(isTaken && (isMoved || former === undefined)
      ? [`The address ${address} is taken by a page that is not in the lists. Choose another.`]
      : []),
    ...(isMoved && !redirectsOf(site.entries).exact.has(addressKey(former))
      ? [
          `The page moves from ${former} to ${address}. When it is saved, links to it are changed, and who asks for the former address is led there.`,
        ]
      : []),
  ];
}
