import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { severityIn } from '../../checks/judge';
import { site as settings } from '../../collections/settings/site';
import { words } from '../../collections/settings/words';
import { isOf } from '../../content/entry';
import { PageView } from '../../render/page';
import { decode } from '../../site/addresses/address';
import { hostElsewhere } from '../../site/links/links';
import type { Outlook } from '../file/draft';
import { addressWarnings } from '../form/addresses';
import type { SiteData } from '../serve/site-data';
import { Notes } from './notes';
import type { Known, Standing } from './standing';

/** The part of a page that is its own. */
export const mainOf = (markup: string) => /<main[\s>][\s\S]*<\/main>/.exec(markup)?.[0] ?? '';

/** What the preview shows. */
export interface Preview {
  markup: string;
  /** Where the preview finds a picture of the markup, by its `src`; undefined for one that it does not load. */
  picture(src: string): string | undefined;
}

/**
 * What the preview shows of a draft: notes for its author, and the page. `added` gives the address of a picture that is
 * not published yet.
 */
export function renderPreview(
  outlook: Outlook,
  data: SiteData,
  known: Pick<Known, 'former'> & { standing?: Standing | undefined },
  added: (path: string) => string,
): Preview {
  const { site, entry, page, problems } = outlook;
  const props = page?.props();
  const isOwn = page?.file === entry?.file;
  const notes: ReactElement = (
    <Notes
      problems={problems}
      standing={known.standing}
      warnings={addressWarnings(outlook, data, known.former?.address)}
      {...(isOwn && props ? { head: props.head } : {})}
      handbook={`${site?.base.path ?? '/'}admin/handbook/`}
    />
  );
  const whole = page && props ? renderToStaticMarkup(<PageView template={page.template} props={props} />) : '';
  const published = new Set(data.assets.map(([path]) => path));
  // What could not be published is not asked for here either, for the editor is a reader too.
  const isRefused = site !== undefined && severityIn(site.entries, 'remote-picture') === 'error';
  const loaded = (src: string) => (isRefused && hostElsewhere(site, src) !== undefined ? undefined : src);
  const shown = entry && (isOf(entry, settings) || isOf(entry, words)) ? whole : mainOf(whole);
  return {
    markup: renderToStaticMarkup(notes) + shown,
    picture(src) {
      // Addresses elsewhere are as their authors wrote them, and may hold a “%” that is no code.
      if (/^(?:https?:|data:|blob:|\/\/)/i.test(src)) return loaded(src);
      const path = decode(src).replace(/^.*?(?=\/img\/)/, '');
      return loaded(published.has(path) ? src : added(path));
    },
  };
}
