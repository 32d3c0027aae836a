import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport } from './project';

const examples = [...readFileSync('README.md', 'utf8').matchAll(/```markdown\n([\s\S]*?)```/g)].map(
  ([, text]) => text ?? '',
);

test('what the README shows of a post and a page can be copied as it stands', () => {
  const [post, page] = examples;
  expect(
    checkReport({
      'content/authors/editorial-team.md': '---\nname: Editorial Team\n---\n',
      'content/categories/community.yml': 'value: community\nlabel: Community\ndescription: People.\n',
      'content/pages/events.md':
        '---\ntemplateKey: listing-page\ntitle: Events\nlist: events\nempty: None.\nseo:\n  description: All events.\n---\n',
      'content/blog/my-first-post.md': post,
      'content/pages/summit.md': page,
    }),
  ).toBe('');
});
