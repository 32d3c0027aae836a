import { addressKey } from '../../site/addresses/address';
import { redirectsOf } from '../../site/addresses/redirects';
import type { Outlook } from '../file/draft';
import type { NotesProps } from '../preview/notes';
import { markOf, type SiteData } from '../serve/site-data';

/** What waits to be added to the redirects, until the editor has saved them; see controls.ts. */
export const pendingRedirect = 'site.pending-redirect';

/**
 * What the author should know of an address: that something hidden has it, or that it is another than the published one.
 * `former` is the address the entry had when it was opened. What two visible entries claim is among the problems.
 */
export function addressWarnings(
  { site, address }: Outlook,
  { taken }: SiteData,
  former: string | undefined,
): NotesProps['warnings'] {
  if (!site || address === undefined) return [];
  const isTaken = (path: string) => taken.includes(markOf(addressKey(path)));
  if (former === undefined || addressKey(former) === addressKey(address)) {
    return former === undefined && isTaken(address)
      ? [{ text: `The address ${address} is taken by a page that is not in the lists. Choose another.` }]
      : [];
  }
  const isKept = redirectsOf(site.entries).exact.has(addressKey(former));
  return [
    ...(isTaken(address)
      ? [{ text: `The address ${address} is taken by a page that is not in the lists. Choose another.` }]
      : []),
    ...(isKept
      ? []
      : [
          {
            text: `The page moves from ${former} to ${address}. Links to its former address lead nowhere without a redirect.`,
            link: {
              label: 'Add the redirect',
              href: `#/collections/settings/entries/redirects?from=${encodeURIComponent(former)}&to=${encodeURIComponent(address)}`,
            },
          },
        ]),
  ];
}
