import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { severityIn } from '../checks/judge';
import { decode } from '../site/address';
import { hostElsewhere } from '../site/links';
import type { PageProps } from '../site/props';
import { addressWarnings } from './addresses';
import type { Outlook } from './draft';
import { Notes } from './notes';
import type { SiteData } from './site-data';

/** The templates of the site, by the name of their file. */
export type Templates = ReadonlyMap<string, ComponentType<{ data: { page: { props: PageProps } } }>>;

/** Loads the templates that pages can be made with, before they are needed, for a preview is made at once. */
export async function loadTemplates(names: Iterable<string>): Promise<Templates> {
  const load = async (name: string) => [name, (await import(`../templates/${name}.tsx`)).default] as const;
  return new Map(await Promise.all([...names].map(load)));
}

/** Markup of a page as the build makes it, from its skip link to its footer. */
export function renderPage(template: string, props: PageProps, templates: Templates): string {
  const Template = templates.get(template);
  if (!Template) throw new Error(`There is no template “${template}”`);
  return renderToStaticMarkup(<Template data={{ page: { props } }} />);
}

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
  templates: Templates,
  former: string | undefined,
  added: (path: string) => string,
): Preview {
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
  const whole = page && props ? renderPage(page.template, props, templates) : '';
  const published = new Set(data.assets.map(([path]) => path));
  // What could not be published is not asked for here either, for the editor is a reader too.
  const isRefused = site !== undefined && severityIn(site.entries, 'remote-picture') === 'error';
  const loaded = (src: string) => (isRefused && hostElsewhere(site, src) !== undefined ? undefined : src);
  const shown = entry?.collection === 'site' || entry?.collection === 'words' ? whole : mainOf(whole);
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
