import { entriesOf } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import type { Site } from '../site/resolve';

/** Finds authors whom only posts name that are not published. */
export function checkAuthors({ entries, posts, authors, unpublished, find }: Site): Problem[] {
  const published = new Set(posts.flatMap((post) => post.authors.map(({ entry }) => entry.file)));
  const waiting = new Set(
    entriesOf(entries, 'post').flatMap(({ file, data }) =>
      unpublished.has(file) ? data.author.flatMap((name) => find('author', 'name', name)?.file ?? []) : [],
    ),
  );
  return authors
    .filter(({ entry }) => waiting.has(entry.file) && !published.has(entry.file))
    .map(({ entry, address, label }) =>
      problemAt(
        entry,
        'author-without-posts',
        ['name'],
        `No published post names “${label}”, and the page ${address} is published`,
        'add the file with the first post',
      ),
    );
}
