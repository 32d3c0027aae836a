import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageView } from '../render/page';
import { decode } from '../site/address';
import { addressWarnings } from './addresses';
import type { Outlook } from './draft';
import { Notes } from './notes';
import type { SiteData } from './site-data';

/** The part of a page that is its own. */
export const mainOf = (markup: string) => /<main[\s>][\s\S]*<\/main>/.exec(markup)?.[0] ?? '';

/**
 * What the preview shows of a draft: notes for its author, and the page. `picture` gives the address of a picture that
 * is not published yet.
 */
export function renderPreview(
  outlook: Outlook,
  data: SiteData,
  former: string | undefined,
  picture: (path: string) => string,
): string {
  const { site, entry, page, problems, address } = outlook;
  const props = page?.props();
  const isOwn = page?.file === entry?.file;
  const notes: ReactElement = (
    <Notes
      problems={problems}
      {...(site && address !== undefined ? { url: site.base.url(address) } : {})}
      isLive={former !== undefined && former === address}
      warnings={addressWarnings(outlook, data, former)}
      {...(isOwn && props ? { head: props.head } : {})}
      handbook={`${site?.base.path ?? '/'}admin/handbook/`}
    />
  );
  const whole = page && props ? renderToStaticMarkup(<PageView template={page.template} props={props} />) : '';
  const published = new Set(data.assets.map(([path]) => path));
  const shown = entry?.collection === 'site' || entry?.collection === 'words' ? whole : mainOf(whole);
  return (renderToStaticMarkup(notes) + shown).replace(
    /(<img[^>]* src=")([^"]+)"/g,
    (found, before: string, src: string) => {
      // Addresses elsewhere are as their authors wrote them, and may hold a “%” that is no code.
      if (/^(?:https?:|data:|blob:|\/\/)/i.test(src)) return found;
      const path = decode(src).replace(/^.*?(?=\/img\/)/, '');
      return published.has(path) ? found : `${before}${picture(path)}"`;
    },
  );
}
