import type { Address } from '../address';
import { blog, notFound } from '../lists';
import type { Site } from '../resolve';
import { type RenderBody, renderBody } from './body';
import { frameOf } from './frame';
import { type Head, headOf } from './head';
import { planBlog } from './plan-blog';
import { planEntries } from './plan-entries';
import type { NotFoundMain, PageProps, Wordless } from './props';

/** A page of the site. */
export interface Page {
  address: Address;
  /** A file in `src/theme/templates/`, without its ending. */
  template: string;
  /** Search engines and lists may know of it. */
  listed: boolean;
  /** When what it shows last changed, as far as the content tells; ISO 8601. */
  changed?: string | undefined;
  /** The file it is the page of. */
  file?: string;
  /** Renders what the page shows; the costly part, done when it is asked for. */
  props(): PageProps;
}

/** A page before the frame is put around it, and before it is given the words of the site. */
export interface PlannedPage<Main = unknown> extends Omit<Page, 'props'> {
  head(): Head;
  main(): Wordless<Main>;
}

/** Every page of a site. `render` may remember what it rendered before; see body-cache.ts. */
export const planPages = (site: Site, render: RenderBody = renderBody): Page[] =>
  [...planEntries(site, render), ...planBlog(site, render), planNotFound(site)].map(({ head, main, ...page }) => ({
    ...page,
    props: () => ({ head: head(), frame: frameOf(site, page.address), main: { ...main(), words: site.words } }),
  }));

const planNotFound = (site: Site): PlannedPage<NotFoundMain> => ({
  address: notFound,
  template: 'not-found',
  listed: false,
  head: () =>
    headOf(site, {
      address: notFound,
      title: site.words.pageNotFound,
      description: site.words.pageNotFoundDescription,
      hidden: true,
    }),
  main: () => ({
    links: [
      { label: site.settings.title, href: site.base.href('/') },
      { label: site.settings.blog.title, href: site.base.href(blog) },
    ],
  }),
});
