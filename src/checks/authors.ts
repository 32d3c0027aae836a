import { entriesOf } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import type { Site } from '../site/resolve';

/** Finds people whom only posts name that are not published. That a team writes is no secret. */
export function checkAuthors({ entries, broken, posts, authors, unpublished, find }: Site): Problem[] {
  const published = new Set(posts.flatMap((post) => post.authors.map(({ entry }) => entry.file)));
  const waiting = new Set(
    entriesOf(entries, 'post').flatMap(({ file, data }) =>
      unpublished.has(file) ? data.author.flatMap((name) => find('author', 'name', name)?.file ?? []) : [],
    ),
  );
  return authors
    .filter(({ entry, label }) => {
      const isTeam = 'team' in entry.data && entry.data.team;
      // A post that can’t be read may be one that is published.
      const isInDoubt = [...broken.values()].some((text) => text.includes(label));
      return waiting.has(entry.file) && !published.has(entry.file) && !isTeam && !isInDoubt;
    })
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
