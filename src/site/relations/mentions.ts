import { type AnyEntry, isOf } from '../../content/entry';
import { postTile } from '../pages/post-card';
import type { Fact, Mention, Mentions } from '../pages/props';
import type { Site } from '../site';
import { relatedEntries } from './relations';

/** So many of each kind stand on a page. */
const most = 6;

/**
 * What an entry has to do with, as its page shows it: posts first, then the kinds in their order, the newest of each first.
 * What its facts lead to already is left out.
 */
export function mentionsOf(site: Site, entry: AnyEntry, facts: readonly Fact[] = []): Mentions[] {
  const said = new Set(facts.map(({ href }) => href));
  const related = relatedEntries(site, entry);
  const files = new Set(related.map(({ file }) => file));
  const posts = site.listed.filter((post) => files.has(post.entry.file)).slice(0, most);
  const lists = site.kinds.flatMap(({ collection, mention }): Mentions[] => {
    if (!mention) return [];
    const mentions = related
      .filter((other) => isOf(other, collection))
      .map((other) => mention.of(site, other))
      .filter(({ href }) => !said.has(href))
      .sort(byDate)
      .slice(0, most);
    return mentions.length > 0 ? [{ anchor: anchorOf(collection.name), title: mention.title(site), mentions }] : [];
  });
  return [
    ...(posts.length > 0
      ? [{ anchor: anchorOf('post'), title: site.words.posts, posts: posts.map((post) => postTile(site, post)) }]
      : []),
    ...lists,
  ];
}

/** In upper case: the ids of headings in texts are all lower case. */
export const anchorOf = (name: string) => `Related-${name}`;

const byDate = (a: Mention, b: Mention) => {
  const [one = '', other = ''] = [a.date?.iso, b.date?.iso];
  return one < other ? 1 : one > other ? -1 : 0;
};
