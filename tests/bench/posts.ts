import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const categories = ['category-c1', 'category-l1', 'category-s1', 'category-h1'];
const authors = ['Harbor Desk', 'Coast Guides', 'The Workshop', 'Ines Okafor'];

/** Writes `count` posts of about 4 kB into a project: prose, a list, a table, code, and three links each. */
export function writePosts(root: string, count: number): void {
  const folder = join(root, 'content/blog/bench');
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, `post-${index}.md`), post(index, count));
  }
}

function post(index: number, count: number): string {
  const date = new Date(Date.UTC(2012, 0, 1) + Math.floor((index / count) * 14 * 365 * 86_400_000)).toISOString();
  const sentence = `Post ${index} says how a cluster of ${index + 3} nodes is upgraded, **one node at a time**, while its users go on working. `;
  return `---
templateKey: blog-post
title: "Notes on upgrade ${index}: what we learned"
author: ${authors[index % 4]}
date: ${date}
category:
  - value: ${categories[index % 4]}
hidePost: false
seo:
  description: What upgrade ${index} taught the people who ran it, in a page that takes three minutes to read.
---
${sentence.repeat(8)}

## What happened

${sentence.repeat(6)} See [the one before](/blog/bench/post-${Math.max(0, index - 1)}/) and [the one after](/blog/bench/post-${Math.min(count - 1, index + 1)}/).

- first, *drain* the node
- then, upgrade it
- last, let it \`rejoin\`

| step | minutes | who |
| :--- | ------: | :-- |
| drain | ${index % 60} | operator |
| upgrade | ${index % 30} | Zuul |

\`\`\`bash
openstack compute service set --disable node-${index}   # no new servers here
for host in a b c; do ssh "$host" sudo apt upgrade; done
\`\`\`

### What comes next

${sentence.repeat(8)} More in [the documentation](https://docs.openstack.org/).
`;
}
