import { author } from '../../collections/author';
import { category } from '../../collections/category';
import { isOf } from '../../content/entry';
import type { Address } from '../addresses/address';
import { linksOf } from '../kind/facts';
import {
  blogOf,
  byYear,
  categoryFeed,
  changedAt,
  changedOf,
  type ListPage,
  type PostList,
  paginate,
  postLists,
} from '../lists';
import { postsNear } from '../relations/near-posts';
import type { Post, Site } from '../site';
import { fill } from '../words';
import { authorOf, faceOf } from './author';
import { momentOf, resolveFields } from './fields';
import { type About, cardFor, directionOf, headOf } from './head';
import type { PlannedPage, RenderBody } from './page';
import { categoryLinks, pictureOrCover, postCard, postTile, unpublished } from './post-card';
import type { ArchiveMain, BlogPostMain, PostListMain, Wordless } from './props';
import type { SearchRecord } from './search-record';

/** The posts, the lists they stand in, and the archive. */
export const planBlog = (site: Site, render: RenderBody): PlannedPage[] => [
  ...planPosts(site, render),
  ...planLists(site, render),
  ...planArchive(site),
];

const planPosts = (site: Site, render: RenderBody): PlannedPage<BlogPostMain>[] => {
  const places = new Map(site.listed.map((post, index) => [post, index]));
  return site.posts.map((post) => ({
    address: post.address,
    template: 'blog-post',
    listed: post.state === 'listed',
    changed: changedAt(post),
    file: post.entry.file,
    ...(post.state === 'listed' && !post.entry.data.hidePost ? { search: () => postRecord(site, post) } : {}),
    head: () => headOf(site, postAbout(site, post)),
    card: () => cardFor(site, postAbout(site, post)),
    main: () => postMain(site, render, post, places.get(post)),
  }));
};

function postAbout(site: Site, post: Post): About {
  const { title, seo, image, imageAlt, lang } = post.entry.data;
  return {
    address: post.address,
    title: seo.title ?? title,
    description: seo.description,
    lang,
    image: seo.image ?? image,
    imageAlt: seo.image ? undefined : imageAlt,
    hidden: post.state !== 'listed',
    above: [blogCrumb(site)],
    post,
  };
}

const postRecord = (site: Site, { entry, authors, categories }: Post): SearchRecord => {
  const { title, date, seo, lang = site.settings.language } = entry.data;
  return {
    title,
    description: seo.description,
    lang,
    filters: {
      kind: [site.settings.blog.title],
      category: categories.map(({ label }) => label),
      author: authors.map(({ label }) => label),
      year: [date.slice(0, 4)],
      language: [lang],
    },
    date: momentOf(site, date).text,
    text: entry,
  };
};

/** `place` is where the post stands among the listed ones; a hidden post stands in no row and has no neighbors. */
function postMain(site: Site, render: RenderBody, post: Post, place: number | undefined): Wordless<BlogPostMain> {
  const { lang = site.settings.language } = post.entry.data;
  const { html, minutes, sections } = render(site, post.entry);
  const linkTo = (neighbor: Post | undefined) =>
    neighbor && { label: neighbor.entry.data.title, href: site.base.href(neighbor.address) };
  const older = place === undefined ? undefined : linkTo(site.listed[place + 1]);
  const newer = place === undefined ? undefined : linkTo(site.listed[place - 1]);
  return {
    data: resolveFields(site, post.entry),
    html,
    lang,
    dir: directionOf(lang),
    authors: post.authors.map((author) => authorOf(site, author, render)),
    categories: categoryLinks(site, post),
    minutes,
    contents: sections.length < 3 ? [] : sections.map(({ label, id }) => ({ label, href: `#${id}` })),
    ...(post.entry.data.image ? {} : pictureOrCover(site, post)),
    related: postsNear(site, post).map((other) => postTile(site, other)),
    ...(older ? { older } : {}),
    ...(newer ? { newer } : {}),
    ...unpublished(post),
  };
}

/** So many of the newest posts the archive shows beside its years. */
const latest = 30;

const planLists = (site: Site, render: RenderBody): PlannedPage<PostListMain>[] =>
  postLists(site).flatMap((list) => {
    const pages = paginate(list, site.settings.postsPerPage);
    return pages.map((page) => ({
      address: page.address,
      template: 'post-list',
      listed: !isEmpty(list),
      changed: changedOf(page.posts),
      ...(list.term && page.number === 1 ? { file: list.term.entry.file } : {}),
      ...(list.term && page.number === 1 && !isEmpty(list) ? { search: () => termRecord(site, list) } : {}),
      head: () => headOf(site, listAbout(site, list, page)),
      card: () => cardFor(site, listAbout(site, list, page)),
      main: () => listMain(site, render, list, page, pages),
    }));
  });

/** An author or a category without posts has a page, since posts that are hidden link to it, and nobody is led there. */
const isEmpty = ({ posts, term }: Pick<PostList, 'posts' | 'term'>) => term !== undefined && posts.length === 0;

function termRecord(site: Site, { title, description, term }: PostList): SearchRecord {
  const { language } = site.settings;
  const kind = term && isOf(term.entry, author) ? site.words.searchAuthors : site.words.categories;
  return { title, description, lang: language, filters: { kind: [kind], language: [language] }, text: term?.entry };
}

function listAbout(site: Site, { address, title, description, term, posts }: PostList, page: ListPage): About {
  const onPage = (text: string) => (page.number > 1 ? fill(site.words.pageTitle, { s: text, n: page.number }) : text);
  return {
    address: page.address,
    title: onPage(title),
    description: onPage(description),
    above: [
      ...(address === site.settings.blog.address ? [] : [blogCrumb(site)]),
      ...(page.number > 1 ? [{ label: title, address }] : []),
    ],
    category: term && isOf(term.entry, category) ? term : undefined,
    hidden: isEmpty({ posts, ...(term ? { term } : {}) }),
  };
}

function listMain(
  site: Site,
  render: RenderBody,
  { title, description, term }: PostList,
  page: ListPage,
  pages: readonly ListPage[],
): Wordless<PostListMain> {
  const { base } = site;
  const newer = pages[page.number - 2];
  const older = pages[page.number];
  const signer = term && isOf(term.entry, author) ? term.entry : undefined;
  const html = signer?.body.trim() ? render(site, signer).html : undefined;
  return {
    title,
    description,
    ...(html ? { html } : {}),
    ...(signer?.data.organization ? { organization: signer.data.organization } : {}),
    ...(signer && term
      ? { author: { ...faceOf(site, term), links: linksOf(site, signer.file, signer.data.links) } }
      : {}),
    ...(term ? {} : { categories: categoriesWithPosts(site) }),
    posts: page.posts.map((post) => postCard(site, post, render)),
    number: page.number,
    total: pages.length,
    ...(newer ? { newer: { label: site.words.newerPosts, href: base.href(newer.address) } } : {}),
    ...(older ? { older: { label: site.words.olderPosts, href: base.href(older.address) } } : {}),
    ...(term && isOf(term.entry, category)
      ? { feed: { label: fill(site.words.feedOf, title), href: base.href(categoryFeed(term.address)) } }
      : {}),
    ...(term ? {} : { archive: { label: site.words.allPostsByYear, href: base.href(blogOf(site.settings).archive) } }),
  };
}

const categoriesWithPosts = ({ categories, base }: Site) =>
  categories.filter(({ posts }) => posts.length > 0).map(({ label, address }) => ({ label, href: base.href(address) }));

function planArchive(site: Site): PlannedPage<ArchiveMain>[] {
  const { settings, words, listed } = site;
  const { archive } = blogOf(settings);
  const years = byYear(site);
  const linksFrom = (current?: string) =>
    years.map(({ year, address, posts }) => ({
      label: year,
      href: site.base.href(address),
      count: posts.length,
      current: year === current,
    }));
  const yearAbout = (address: Address, title: string, description: string, year?: string): About => ({
    address,
    title,
    description,
    above: [blogCrumb(site), ...(year ? [{ label: words.archive, address: archive }] : [])],
  });
  const page = (address: Address, title: string, description: string, posts: readonly Post[], year?: string) => ({
    address,
    template: 'archive',
    listed: true,
    changed: changedOf(posts),
    head: () => headOf(site, yearAbout(address, title, description, year)),
    card: () => cardFor(site, yearAbout(address, title, description, year)),
    main: () => ({
      title,
      years: linksFrom(year),
      posts: (year ? posts : posts.slice(0, latest)).map((post) => postCard(site, post)),
    }),
  });
  return [
    page(archive, words.archive, fill(words.archiveDescription, settings.title), listed),
    ...years.map(({ year, address, posts }) =>
      page(
        address,
        fill(words.postsOf, year),
        fill(words.yearDescription, { y: year, s: settings.title }),
        posts,
        year,
      ),
    ),
  ];
}

const blogCrumb = ({ settings }: Site) => ({ label: settings.blog.title, address: settings.blog.address });
