import type { Post, Site } from '../site';
import { momentOf } from './fields';
import type { Link, PostCard } from './props';

/** How a post appears in a list, wherever the list is. */
export function postCard(site: Site, post: Post): PostCard {
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

/** For editors: a post that is not published says so. */
export const unpublished = ({ state }: Post) => (state === 'draft' || state === 'scheduled' ? { state } : {});

export const categoryLinks = (site: Site, post: Post): Link[] =>
  post.categories.map(({ label, address }) => ({ label, href: site.base.href(address) }));
