import { type CollectionName, collections, type Data } from '../collections';
import type { Collection } from '../model/collection';
import type { Address } from './address';
import { type RenderBody, renderBody } from './body';
import { directionOf, type Head, headOf } from './head';
import { resolveLink, resolvePicture } from './links';
import {
  archive,
  blog,
  byYear,
  categoryFeed,
  type ListPage,
  notFound,
  type PostList,
  paginate,
  postLists,
} from './lists';
import type { Post, Site } from './resolve';

export interface Link {
  label: string;
  href: string;
}

/** A moment, for machines and for people. */
export interface Moment {
  iso: string;
  text: string;
}

export interface Picture {
  src: string;
  alt: string;
  width?: number;
  height?: number;
}

/** A post in a list. */
export interface PostCard extends Link {
  date: Moment;
  description: string;
  categories: Link[];
  lang?: string | undefined;
  /** For editors: the post is not published yet. */
  state?: 'draft' | 'scheduled';
}

/** What surrounds the main part of every page. */
export interface Frame {
  /** The language of the frame's own words. */
  lang: string;
  home: Link;
  navigation: (Link & { current?: 'page' | 'true' })[];
  footer: { text: string; links: Link[] };
}

export interface HomeMain {
  title: string;
  text: string;
  posts: PostCard[];
  blog: Link;
}

/** The fields of a collection's entries, for the templates that show them. */
export type FieldsOf<Name extends CollectionName> = Data<Name>;

/** What a template is given for an entry: all that its author wrote, checked, and its body. */
export interface EntryMain<Fields = Record<string, unknown>> {
  data: Fields;
  html: string;
}

export interface BlogPostMain extends EntryMain<Data<'post'>> {
  lang: string;
  dir: 'ltr' | 'rtl';
  date: Moment;
  updated?: Moment;
  authors: Link[];
  categories: Link[];
  minutes: number;
  image?: Picture;
  /** The next older and the next newer of the listed posts. */
  older?: Link;
  newer?: Link;
  state?: 'draft' | 'scheduled';
}

export interface PostListMain {
  title: string;
  description: string;
  /** More about an author, as HTML. */
  html?: string;
  organization?: string;
  posts: PostCard[];
  number: number;
  total: number;
  newer?: Link;
  older?: Link;
  feed?: Link;
  archive?: Link;
}

export interface ArchiveMain {
  title: string;
  years: (Link & { count: number; current: boolean })[];
  /** The posts of the year shown, newest first. */
  posts: PostCard[];
}

export interface NotFoundMain {
  links: Link[];
}

interface Mains {
  home: HomeMain;
  'blog-post': BlogPostMain;
  'post-list': PostListMain;
  archive: ArchiveMain;
  'not-found': NotFoundMain;
}

/** All that a template needs to make a page. Plain data, so that it can be stored and compared. */
export interface PageProps<Main = unknown> {
  head: Head;
  frame: Frame;
  main: Main;
}

/** A page of the site. */
export interface Page {
  address: Address;
  /** A file in `src/templates/`, without its ending. */
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

/** Every page of a site. `render` may remember what it rendered before; see body-cache.ts. */
export function planPages(site: Site, render: RenderBody = renderBody): Page[] {
  const { settings, listed } = site;
  const newest = changedOf(listed);
  const plan = <Template extends keyof Mains>(
    page: Omit<Page, 'template' | 'props'> & { template: Template },
    head: () => Head,
    main: () => Mains[Template],
  ): Page => ({ ...page, props: () => ({ head: head(), frame: frameOf(site, page.address), main: main() }) });

  const { title, text, posts: shown } = settings.home;
  return [
    plan(
      { address: '/', template: 'home', listed: true, changed: newest },
      () => headOf(site, { address: '/', title: settings.title, description: settings.description }),
      () => ({
        title,
        text,
        posts: listed.slice(0, shown).map((post) => cardOf(site, post)),
        blog: { label: settings.blog.title, href: site.base.href(blog) },
      }),
    ),
    ...site.posts.map((post, index) =>
      plan(
        {
          address: post.address,
          template: 'blog-post',
          listed: post.state === 'listed',
          changed: post.entry.data.updated ?? post.entry.data.date,
          file: post.entry.file,
        },
        () => postHead(site, post),
        () => postMain(site, render, post, index),
      ),
    ),
    ...postLists(site).flatMap((list) => {
      const pages = paginate(list, settings.postsPerPage);
      return pages.map((page) =>
        plan(
          {
            address: page.address,
            template: 'post-list',
            listed: true,
            changed: changedOf(page.posts),
            ...(list.term && page.number === 1 ? { file: list.term.entry.file } : {}),
          },
          () => listHead(site, list, page),
          () => listMain(site, render, list, page, pages),
        ),
      );
    }),
    ...planArchive(site).map(({ address, year, posts, main }) =>
      plan(
        { address, template: 'archive', listed: true, changed: changedOf(posts) },
        () =>
          headOf(site, {
            address,
            title: main.title,
            description: year
              ? `The posts of ${year} on the ${settings.title} blog.`
              : `All posts on the ${settings.title} blog, by year.`,
            above: [blogCrumb(site), ...(year ? [{ label: 'Archive', address: archive }] : [])],
          }),
        () => main,
      ),
    ),
    plan(
      { address: notFound, template: 'not-found', listed: false },
      () =>
        headOf(site, {
          address: notFound,
          title: 'Page not found',
          description: 'There is no page at this address.',
          hidden: true,
        }),
      () => ({
        links: [
          { label: settings.title, href: site.base.href('/') },
          { label: settings.blog.title, href: site.base.href(blog) },
        ],
      }),
    ),
    ...site.others.map((other) => planOther(site, render, other)),
  ];
}

/** A page that is its entry and nothing else: a new kind of content needs no line here. */
function planOther(site: Site, render: RenderBody, { entry, address }: Site['others'][number]): Page {
  const data = entry.data as {
    title?: string;
    name?: string;
    lang?: string;
    hidePost?: boolean;
    seo?: Data<'post'>['seo'];
  };
  const title = data.title ?? data.name ?? entry.slug;
  return {
    address,
    template: (collections as Record<string, Collection>)[entry.collection]?.template ?? '',
    listed: !data.hidePost,
    file: entry.file,
    props: () => ({
      head: headOf(site, {
        address,
        title: data.seo?.title ?? title,
        description: data.seo?.description ?? site.settings.description,
        lang: data.lang,
        image: data.seo?.image,
        hidden: data.hidePost ?? false,
      }),
      frame: frameOf(site, address),
      main: { data: entry.data, html: render(site, entry).html } satisfies EntryMain<unknown>,
    }),
  };
}

function frameOf(site: Site, address: Address): Frame {
  const { settings, base } = site;
  const link = ({ label, url }: { label: string; url: string }) => ({
    label,
    href: resolveLink(site, site.settingsFile, url).href,
  });
  const here = base.href(address);
  const links = settings.navigation.map(link);
  // Of several sections that hold the page, the deepest is the one the reader is in.
  const section = links
    .map(({ href }) => href)
    .filter((href) => href !== base.path && here.startsWith(href))
    .sort((a, b) => b.length - a.length)[0];
  return {
    lang: settings.language,
    home: { label: settings.title, href: base.href('/') },
    navigation: links.map((item) =>
      item.href === here ? { ...item, current: 'page' } : item.href === section ? { ...item, current: 'true' } : item,
    ),
    footer: { text: settings.footer.text, links: settings.footer.links.map(link) },
  };
}

const blogCrumb = ({ settings }: Site) => ({ label: settings.blog.title, address: blog });

function postHead(site: Site, post: Post): Head {
  const { title, seo, image, imageAlt, lang } = post.entry.data;
  return headOf(site, {
    address: post.address,
    title: seo.title ?? title,
    description: seo.description,
    lang,
    image: seo.image ?? image,
    imageAlt: seo.image ? undefined : imageAlt,
    hidden: post.state !== 'listed',
    above: [blogCrumb(site)],
    post,
  });
}

function postMain(site: Site, render: RenderBody, post: Post, index: number): BlogPostMain {
  const { data } = post.entry;
  const { date, updated, image, imageAlt, lang = site.settings.language } = data;
  const { html, minutes } = render(site, post.entry);
  const linkTo = (neighbor: Post | undefined) =>
    neighbor && { label: neighbor.entry.data.title, href: site.base.href(neighbor.address) };
  const older = linkTo(site.posts.slice(index + 1).find(({ state }) => state === 'listed'));
  const newer = linkTo(site.posts.slice(0, index).findLast(({ state }) => state === 'listed'));
  return {
    data,
    lang,
    dir: directionOf(lang),
    date: momentOf(site, date),
    ...(updated ? { updated: momentOf(site, updated) } : {}),
    authors: post.authors.map(({ label, address }) => ({ label, href: site.base.href(address) })),
    categories: categoryLinks(site, post),
    minutes,
    ...(image ? { image: pictureOf(site, image, imageAlt ?? '') } : {}),
    html,
    // A hidden post has no neighbors: it stands in no row.
    ...(post.state !== 'hidden' && older ? { older } : {}),
    ...(post.state !== 'hidden' && newer ? { newer } : {}),
    ...unpublished(post),
  };
}

function listHead(site: Site, { address, title, description, term }: PostList, page: ListPage): Head {
  const suffix = page.number > 1 ? ` (page ${page.number})` : '';
  return headOf(site, {
    address: page.address,
    title: `${title}${suffix}`,
    description: `${description}${suffix}`,
    above: [...(address === blog ? [] : [blogCrumb(site)]), ...(page.number > 1 ? [{ label: title, address }] : [])],
    category: term?.entry.collection === 'category' ? term : undefined,
  });
}

function listMain(
  site: Site,
  render: RenderBody,
  { title, description, term }: PostList,
  page: ListPage,
  pages: readonly ListPage[],
): PostListMain {
  const { base } = site;
  const newer = pages[page.number - 2];
  const older = pages[page.number];
  const author = term?.entry.collection === 'author' ? term.entry : undefined;
  const html = author?.body.trim() ? render(site, author).html : undefined;
  return {
    title,
    description,
    ...(html ? { html } : {}),
    ...(author?.data.organization ? { organization: author.data.organization } : {}),
    posts: page.posts.map((post) => cardOf(site, post)),
    number: page.number,
    total: pages.length,
    ...(newer ? { newer: { label: 'Newer posts', href: base.href(newer.address) } } : {}),
    ...(older ? { older: { label: 'Older posts', href: base.href(older.address) } } : {}),
    ...(term?.entry.collection === 'category'
      ? { feed: { label: `Feed of ${title}`, href: base.href(categoryFeed(term.address)) } }
      : {}),
    ...(term ? {} : { archive: { label: 'All posts by year', href: base.href(archive) } }),
  };
}

function planArchive(site: Site): { address: Address; year?: string; posts: Post[]; main: ArchiveMain }[] {
  const years = byYear(site.listed);
  const links = (current?: string) =>
    years.map(({ year, address, posts }) => ({
      label: year,
      href: site.base.href(address),
      count: posts.length,
      current: year === current,
    }));
  return [
    { address: archive, posts: site.listed, main: { title: 'Archive', years: links(), posts: [] } },
    ...years.map(({ year, address, posts }) => ({
      address,
      year,
      posts,
      main: { title: `Posts of ${year}`, years: links(year), posts: posts.map((post) => cardOf(site, post)) },
    })),
  ];
}

function cardOf(site: Site, post: Post): PostCard {
  const { title, date, seo, lang } = post.entry.data;
  return {
    label: title,
    href: site.base.href(post.address),
    date: momentOf(site, date),
    description: seo.description,
    categories: categoryLinks(site, post),
    ...(lang ? { lang } : {}),
    ...unpublished(post),
  };
}

const unpublished = ({ state }: Post) => (state === 'draft' || state === 'scheduled' ? { state } : {});

const categoryLinks = (site: Site, post: Post): Link[] =>
  post.categories.map(({ label, address }) => ({ label, href: site.base.href(address) }));

function pictureOf(site: Site, source: string, alt: string): Picture {
  const { src, width, height } = resolvePicture(site, source);
  return { src, alt, ...(width && height ? { width, height } : {}) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function momentOf({ settings }: Site, iso: string): Moment {
  let format = formats.get(settings.language);
  if (!format) {
    format = new Intl.DateTimeFormat(settings.language, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(settings.language, format);
  }
  return { iso, text: format.format(new Date(iso)) };
}

/** When the newest of some posts changed. */
const changedOf = (posts: readonly Post[]): string | undefined =>
  posts.reduce<string | undefined>((latest, { entry: { data } }) => {
    const changed = data.updated ?? data.date;
    return latest === undefined || changed > latest ? changed : latest;
  }, undefined);
