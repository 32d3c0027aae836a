import type { Post, Site } from '../site';

/** How many posts are proposed below one. */
const most = 3;
/** So many posts on each side in every list of a post are looked at, so that the work grows with the posts alone. */
const reach = 8;

type Finder = (post: Post) => Post[];
const finders = new WeakMap<object, Finder>();

/** The listed posts that have most in common with one: categories, authors, words of the title. The same in every build. */
export function postsNear(site: Pick<Site, 'listed'>, post: Post): Post[] {
  const find = finders.get(site.listed) ?? finderOf(site.listed);
  finders.set(site.listed, find);
  return find(post);
}

function finderOf(listed: readonly Post[]): Finder {
  const places = new Map(listed.map((post, index) => [post, index]));
  const byWord = new Map<string, Post[]>();
  for (const post of listed) {
    for (const word of wordsOf(post)) byWord.set(word, [...(byWord.get(word) ?? []).slice(-reach), post]);
  }
  return (post) => {
    const points = new Map<Post, number>();
    const give = (others: readonly Post[], worth: number) => {
      for (const other of others) points.set(other, (points.get(other) ?? 0) + worth);
    };
    for (const { posts } of post.categories) give(around(posts, post, places), 3);
    for (const { posts } of post.authors) give(around(posts, post, places), 1);
    for (const word of wordsOf(post)) give(byWord.get(word) ?? [], 2);
    points.delete(post);
    const place = (other: Post) => places.get(other) ?? 0;
    return [...points]
      .sort(([a, worth], [b, other]) => other - worth || place(a) - place(b))
      .slice(0, most)
      .map(([other]) => other);
  };
}

/** Those of a list that stand next to a post. Lists are in the order of all posts. */
function around(posts: readonly Post[], post: Post, places: ReadonlyMap<Post, number>): readonly Post[] {
  const place = places.get(post) ?? 0;
  let [low, high] = [0, posts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places.get(posts[middle] as Post) ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return posts.slice(Math.max(0, low - reach), low + reach + 1);
}

/** The words of a title that say something: those of five letters and more. */
const wordsOf = ({ entry }: Post): Set<string> =>
  new Set(entry.data.title.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []);
