import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Address } from '../addresses/address';
import { resolvePicture } from '../links/links';
import { blogOf, categoryFeed, changedAt } from '../lists';
import { renderForFeed } from '../pages/body';
import type { RenderBody } from '../pages/page';
import { largeIcon } from '../pictures/brand-pictures';
import type { Post, Site } from '../site';
import type { SiteFile } from './site-file';

interface Item {
  title: string;
  url: string;
  html: string;
  summary: string;
  published: Date;
  updated: Date;
  authors: { name: string; url: string }[];
  categories: string[];
  language: string;
  image?: string;
}

/** The feeds of the blog and of every category, with the whole text of their newest posts. */
export function planFeeds(site: Site, render: RenderBody = renderForFeed): SiteFile[] {
  const { settings, base } = site;
  const items = new Map<Post, Item>();
  const newest = (posts: readonly Post[]) =>
    posts.slice(0, settings.postsInFeed).map((post) => {
      const item = items.get(post) ?? itemOf(site, render, post);
      items.set(post, item);
      return item;
    });
  const of = (posts: readonly Post[], path: string, title: string, description: string, page: Address) => ({
    title,
    description,
    page: base.url(page),
    self: base.url(path),
    language: settings.language,
    items: newest(posts),
    icon: base.url(largeIcon),
    publisher: settings.title,
  });
  const title = `${settings.blog.title} - ${settings.title}`;
  const { home, ...feeds } = blogOf(settings);
  const whole = (path: string) => of(site.listed, path, title, settings.blog.description, home);
  return [
    { path: feeds.rss, text: rss(whole(feeds.rss)) },
    { path: feeds.atom, text: atom(whole(feeds.atom)) },
    { path: feeds.json, text: json(whole(feeds.json)) },
    ...site.categories.map(({ entry, label, address, posts }) => {
      const path = categoryFeed(address);
      const description = 'description' in entry.data ? entry.data.description : settings.blog.description;
      return { path, text: rss(of(posts, path, `${label} - ${settings.title}`, description, address)) };
    }),
  ].map(({ path, text }) => ({ path, text: text.replace(notInXml, '') }));
}

/** Control characters that XML can’t have, as texts copied from a terminal bring them. */
const notInXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

interface Feed {
  title: string;
  description: string;
  page: string;
  self: string;
  language: string;
  items: Item[];
  icon: string;
  publisher: string;
}

/** The newest change of a feed's posts. An empty feed has none, and Atom wants one: the first moment there is. */
const changed = ({ items }: Feed) => new Date(Math.max(0, ...items.map(({ updated }) => updated.getTime())));

const rss = (feed: Feed) =>
  generateRssFeed({
    title: feed.title,
    link: feed.page,
    description: feed.description,
    language: feed.language,
    ...(feed.items.length > 0 ? { lastBuildDate: changed(feed) } : {}),
    image: { url: feed.icon, title: feed.title, link: feed.page },
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.url, isPermaLink: true },
      pubDate: item.published,
      // Readers take it for HTML.
      description: item.summary.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
      categories: item.categories.map((name) => ({ name })),
      dc: { creators: item.authors.map(({ name }) => name) },
      content: { encoded: item.html },
    })),
  });

const atom = (feed: Feed) =>
  generateAtomFeed({
    id: feed.self,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: changed(feed),
    links: [
      { href: feed.self, rel: 'self', type: 'application/atom+xml' },
      { href: feed.page, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: feed.publisher }],
    entries: feed.items.map((item) => ({
      id: item.url,
      title: { value: item.title },
      links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
      published: item.published,
      updated: item.updated,
      authors: item.authors.map(({ name, url }) => ({ name, uri: url })),
      categories: item.categories.map((term) => ({ term })),
      summary: { value: item.summary },
      content: { type: 'html', value: item.html },
    })),
  });

const json = (feed: Feed) =>
  JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      description: feed.description,
      home_page_url: feed.page,
      feed_url: feed.self,
      language: feed.language,
      icon: feed.icon,
      authors: [{ name: feed.publisher }],
      items: feed.items.map((item) => ({
        id: item.url,
        url: item.url,
        title: item.title,
        content_html: item.html,
        summary: item.summary,
        date_published: item.published,
        date_modified: item.updated,
        authors: item.authors,
        tags: item.categories,
        language: item.language,
        ...(item.image ? { image: item.image } : {}),
      })),
    }),
    null,
    2,
  );

function itemOf(site: Site, render: RenderBody, { entry, address, authors, categories }: Post): Item {
  const { title, date, lang, image } = entry.data;
  const { html, excerpt } = render(site, entry);
  return {
    title,
    url: site.base.url(address),
    html,
    summary: excerpt || entry.data.seo.description,
    published: new Date(date),
    updated: new Date(changedAt({ entry })),
    authors: authors.map((author) => ({ name: author.label, url: site.base.url(author.address) })),
    categories: categories.map(({ label }) => label),
    language: lang ?? site.settings.language,
    ...(image ? { image: new URL(resolvePicture(site, image).src, site.settings.url).href } : {}),
  };
}
