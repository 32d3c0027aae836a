import type { Rendered } from '../../markdown/render';
import { coverOf } from '../pictures/cover';
import type { Post, Site } from '../site';
import { momentOf, pictureOf } from './fields';
import type { RenderBody } from './page';
import type { Link, PostCard, PostTile } from './props';

/** How a post appears among a few. */
export function postTile(site: Site, post: Post): PostTile {
  const { title, date, lang } = post.entry.data;
  return {
    label: title,
    href: site.base.href(post.address),
    date: momentOf(site, date),
    authors: post.authors.map(({ label }) => label),
    ...pictureOrCover(site, post),
    ...(lang ? { lang } : {}),
  };
}

/** How a post appears in a list, wherever the list is. With `render`, it says how long reading takes. */
export function postCard(site: Site, post: Post, render?: RenderBody): PostCard {
  // A preview knows the texts of others by their fields alone.
  const time = render && post.entry.body.trim() ? minutesOf(site, render, post) : undefined;
  return {
    ...postTile(site, post),
    description: post.entry.data.seo.description,
    categories: categoryLinks(site, post),
    ...(time === undefined ? {} : { minutes: time }),
    ...unpublished(post),
  };
}

/** The picture of a post; where it has none, a pattern of its own. */
export function pictureOrCover(site: Site, post: Post): Pick<PostTile, 'image' | 'imageAlt' | 'cover'> {
  const { image, imageAlt } = post.entry.data;
  if (image) return { image: pictureOf(site, image), ...(imageAlt ? { imageAlt } : {}) };
  return { cover: coverOf(post.address, post.categories[0]?.label) };
}

/** Several lists name each post. */
const minutes = new WeakMap<Post, Rendered['minutes'] | undefined>();

function minutesOf(site: Site, render: RenderBody, post: Post): number | undefined {
  if (minutes.has(post)) return minutes.get(post);
  let found: number | undefined;
  try {
    found = render(site, post.entry).minutes;
  } catch {
    // The page of the post says why it can’t be made.
  }
  minutes.set(post, found);
  return found;
}

/** For editors: a post that is not published says so. */
export const unpublished = ({ state }: Post) => (state === 'draft' || state === 'scheduled' ? { state } : {});

export const categoryLinks = (site: Site, post: Post): Link[] =>
  post.categories.map(({ label, address }) => ({ label, href: site.base.href(address) }));
