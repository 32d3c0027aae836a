import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../../../src/site/relations/mentions';
import { postsNear } from '../../../src/site/relations/near-posts';
import { relationsOf } from '../../../src/site/relations/relations';
import type { Site } from '../../../src/site/site';
import { data, entry, post, siteOf } from '../../project';

const at = { start: '2026-07-01' };
const project = (name: string, body = '') => entry({ name, tagline: 'What it is.', category: 'confirmed' }, body);
const event = (title: string, body = '') => entry({ title, kind: 'meetup', ...at }, body);

/** The labels on the page of a file, by what stands above them. */
function shownOn(site: Site, file: string): Record<string, string[]> {
  const found = site.entries.find((one) => one.file === file);
  if (!found) throw new Error(`There is no ${file}`);
  return Object.fromEntries(
    mentionsOf(site, found).map(({ title, posts = [], mentions = [] }) => [
      title,
      [...posts, ...mentions].map(({ label }) => label),
    ]),
  );
}

describe('an entry has to do with what names it, and with what it names', () => {
  const site = siteOf({
    'content/projects/lamp.md': project('Lamp'),
    'content/projects/lamp-oil.md': project('Lamp Oil'),
    'content/events/evening.md': event('Evening', 'Bring a Lamp Oil can.\n'),
    'content/events/lamplight.md': event('Lamplight', 'Nothing of it.\n'),
    'content/blog/linked.md': post({ title: 'Linked' }, 'See [this](/projects/lamp/).\n'),
    'content/blog/titled.md': post({ title: 'Why Lamp burns' }),
    'content/blog/other.md': post({ title: 'Other' }, 'A lamp in lower case, and lamps.\n'),
    'content/blog/draft.md': post({ title: 'Lamp draft', draft: true }),
    'content/blog/hidden.md': post({ title: 'Lamp hidden', hidePost: true }),
  });

  test('by its title as a word of its own, or by a link, and nothing that is not published', () => {
    const { Posts = [], ...rest } = shownOn(site, 'content/projects/lamp.md');
    expect(Posts.sort()).toEqual(['Linked', 'Why Lamp burns']);
    expect(rest).toEqual({});
  });

  test('of two titles of which one begins with the other, by the longer', () => {
    expect(shownOn(site, 'content/projects/lamp-oil.md')).toEqual({ Events: ['Evening'] });
    expect(shownOn(site, 'content/events/evening.md')).toEqual({ Projects: ['Lamp Oil'] });
  });

  test('each relation both ways', () => {
    for (const [one, others] of relationsOf(site))
      for (const other of others) expect(relationsOf(site).get(other)).toContain(one);
  });
});

test('a title with signs that mean something in patterns is found as it stands', () => {
  const site = siteOf({
    'content/projects/c.md': project('C++ (new)'),
    'content/blog/one.md': post({ title: 'On C++ (new) and others' }),
    'content/blog/two.md': post({ title: 'On C and others' }),
  });
  expect(shownOn(site, 'content/projects/c.md')).toEqual({ Posts: ['On C++ (new) and others'] });
});

test('what an entry names whose text is not at hand is taken as it was found', () => {
  const site = siteOf({ 'content/projects/lamp.md': project('Lamp'), 'content/blog/one.md': post({ title: 'One' }) });
  site.named = new Map([['content/blog/one.md', ['content/projects/lamp.md']]]);
  expect(shownOn(site, 'content/projects/lamp.md')).toEqual({ Posts: ['One'] });
});

describe('posts near a post', () => {
  const on = (day: number, changes: object) => post({ date: `2026-01-0${day}T00:00:00.000Z`, ...changes });
  const site = siteOf({
    'content/authors/somebody.md': entry({ name: 'Somebody' }),
    'content/authors/editorial.md': entry({ name: 'Editorial' }),
    'content/categories/news.yml': data({ value: 'news', label: 'News', description: 'News.' }),
    'content/categories/other.yml': data({ value: 'other', label: 'Other', description: 'Other.' }),
    'content/blog/a.md': on(1, { title: 'Wicks that age' }),
    'content/blog/b.md': on(2, { title: 'Wicks again', category: [{ label: 'Other' }], author: 'Somebody' }),
    'content/blog/c.md': on(3, { title: 'Nothing alike', category: [{ label: 'Other' }], author: 'Somebody' }),
    'content/blog/d.md': on(4, { title: 'News of it' }),
  });
  const nearOf = (title: string) =>
    postsNear(site, site.listed.find(({ entry: { data } }) => data.title === title) as Site['posts'][number]).map(
      ({ entry: { data } }) => data.title,
    );

  test('come by category and author first, then by a word of the title', () => {
    expect(nearOf('Wicks that age')).toEqual(['News of it', 'Wicks again']);
  });
  test('are none where there is nothing in common, and never the post itself', () => {
    expect(nearOf('Nothing alike')).toEqual(['Wicks again']);
  });
});
