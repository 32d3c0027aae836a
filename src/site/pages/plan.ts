import { notFound } from '../lists';
import type { Site } from '../site';
import { renderBody } from './body';
import { frameOf } from './frame';
import { headOf } from './head';
import type { Page, PlannedPage, RenderBody } from './page';
import { planBlog } from './plan-blog';
import { planEntries } from './plan-entries';
import { planSearch } from './plan-search';
import { postTile } from './post-card';
import type { NotFoundMain } from './props';

/** Every page of a site. `render` may remember what it rendered before; see body-cache.ts. */
export function planPages(site: Site, render: RenderBody = renderBody): Page[] {
  const planned = [...planEntries(site, render), ...planBlog(site, render)];
  return [...planned, planSearch(site, planned), planNotFound(site)].map(({ head, main, ...page }) => ({
    ...page,
    props: () => ({ head: head(), frame: frameOf(site, page.address), main: { ...main(), words: site.words } }),
  }));
}

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
    search: site.base.href(site.settings.search),
    links: [
      { label: site.settings.title, href: site.base.href('/') },
      { label: site.settings.blog.title, href: site.base.href(site.settings.blog.address) },
    ],
    sections: frameOf(site, notFound).navigation.flatMap(({ label, href, links }) => links ?? [{ label, href }]),
    posts: site.listed.slice(0, 3).map((post) => postTile(site, post)),
  }),
});
