import { category } from '../collections/category';
import { isOf } from '../content/entry';
import type { Address } from './addresses/address';
import { drawnPictures } from './pictures/brand-pictures';
import type { Post, Site, Term } from './site';
import { fill } from './words';

/** A list of posts over one or more pages. */
export interface PostList {
  address: Address;
  title: string;
  description: string;
  posts: readonly Post[];
  /** The author or category whose posts these are. */
  term?: Term;
}

/** The lists the site makes of its posts: the blog, and every category and author. */
export function postLists({ settings, words, listed, categories, authors }: Site): PostList[] {
  const { title, description } = settings.blog;
  return [
    { address: settings.blog.address, title, description, posts: listed },
    ...[...categories, ...authors].map((term) => ({
      address: term.address,
      title: term.label,
      description: descriptionOf(term, words.authorDescription, settings.title),
      posts: term.posts,
      term,
    })),
  ];
}

const descriptionOf = ({ entry, label }: Term, words: string, siteTitle: string) =>
  isOf(entry, category) ? entry.data.description : fill(words, { a: label, s: siteTitle });

/** One page of a list. */
export interface ListPage {
  address: Address;
  /** From 1. */
  number: number;
  posts: readonly Post[];
}

/** The pages of a list; an empty list has one page. */
export function paginate({ address, posts }: PostList, size: number): ListPage[] {
  return Array.from({ length: Math.max(1, Math.ceil(posts.length / size)) }, (_, index) => ({
    address: index === 0 ? address : `${address}page/${index + 1}/`,
    number: index + 1,
    posts: posts.slice(index * size, (index + 1) * size),
  }));
}

/** The years that have posts, newest first, each with its posts. */
export function byYear({
  listed,
  settings,
}: Pick<Site, 'listed' | 'settings'>): { year: string; address: Address; posts: Post[] }[] {
  const years = new Map<string, Post[]>();
  for (const post of listed) {
    const year = post.entry.data.date.slice(0, 4);
    const inYear = years.get(year);
    if (inYear) inYear.push(post);
    else years.set(year, [post]);
  }
  const { archive } = blogOf(settings);
  return [...years].map(([year, inYear]) => ({ year, address: `${archive}${year}/`, posts: inYear }));
}

/** What the site makes of all its posts, and where. */
export type BlogAddresses = Record<'home' | 'archive' | 'rss' | 'atom' | 'json', Address>;

/** Where the blog, its archive and its feeds are. */
export const blogOf = ({ blog: { address } }: Pick<Site['settings'], 'blog'>): BlogAddresses => ({
  home: address,
  archive: `${address}archive/`,
  rss: `${address}rss.xml`,
  atom: `${address}atom.xml`,
  json: `${address}feed.json`,
});

export const notFound = '/404.html';

/** Addresses of the pages and files that no entry stands for. */
export function generatedAddresses(site: Site): Address[] {
  const laterPages = postLists(site).flatMap((list) => paginate(list, site.settings.postsPerPage).slice(1));
  return [
    notFound,
    '/sitemap.xml',
    '/robots.txt',
    '/manifest.webmanifest',
    ...drawnPictures(site).map(({ path }) => path),
    ...lastingAddresses(site),
    ...laterPages.map(({ address }) => address),
  ];
}

/** Those of them that others may keep and link to: lists, archive, feeds, and what kinds of content publish beside their pages. */
export const lastingAddresses = (
  site: Pick<Site, 'categories' | 'listed' | 'entries' | 'addressByFile' | 'kinds' | 'settings'>,
): Address[] => [
  ...Object.values(blogOf(site.settings)),
  site.settings.search,
  ...site.categories.map(({ address }) => categoryFeed(address)),
  ...site.kinds.flatMap(({ files }) => files?.addresses(site) ?? []),
  ...byYear(site).map(({ address }) => address),
];

/** Where the index of the search lies, and the script that asks it. */
export const searchFolder = ({ search }: Pick<Site['settings'], 'search'>): Address => `${search}index/`;

export const categoryFeed = (address: Address) => `${address}rss.xml`;

/** When a post was last changed. On the day it was published it can’t have been before that. */
export const changedAt = ({ entry: { data } }: Pick<Post, 'entry'>): string =>
  data.updated !== undefined && data.updated > data.date ? data.updated : data.date;

/** When the newest of some posts changed. */
export const changedOf = (posts: readonly Post[]): string | undefined =>
  posts.reduce<string | undefined>((latest, post) => {
    const changed = changedAt(post);
    return latest === undefined || changed > latest ? changed : latest;
  }, undefined);
