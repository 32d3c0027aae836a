import { expect, it } from 'vitest';
import type { History } from '../../../src/cms/repository/history';
import { siteState } from '../../../src/cms/repository/site-state';
import { kinds } from '../../collections';
import { brief, data, entry, home, now, post, settings } from '../../project';

const texts = new Map(
  Object.entries({
    'content/settings/site.yml': settings(),
    'content/settings/checks.yml': brief,
    'content/authors/editorial.md': entry({ name: 'Editorial', team: true }),
    'content/categories/news.yml': data({ value: 'category-1', label: 'News', description: 'What is new.' }),
    'content/pages/index.md': home,
    'content/blog/ahead.md': post({ title: 'Ahead', date: '2027-01-01T00:00:00.000Z' }),
    'content/blog/broken.md': post({ title: 'Broken', author: 'Nobody' }),
  }),
);
const assets = new Map(
  ['/icon-512.png', '/img/card.png'].map((path) => [path, { file: path, size: () => undefined, weight: () => 0 }]),
);
const change = (commit: string) => ({ commit, author: `Author of ${commit}`, date: now, message: `Change ${commit}` });
const history = {
  versions: async (file: string) => (file === 'content' ? ['c3', 'c2', 'c1'].map(change) : [change('c3')]),
} as unknown as History;
const state = (commit: string | undefined, of: History | undefined = history) =>
  siteState({ texts, ledger: '' }, { kinds, now, assets }, of, { commit, published: now });

it('names whose entry keeps the site from being published, what is not on it yet, and what waits', async () => {
  expect(await state('c2')).toEqual({
    published: now,
    since: [change('c3')],
    stoppers: [
      {
        file: 'content/blog/broken.md',
        title: 'Broken',
        sentence: expect.stringContaining('“Author” is unknown: “Nobody”'),
        by: 'Author of c3',
      },
    ],
    waiting: [{ title: 'Ahead', date: '2027-01-01T00:00:00.000Z' }],
  });
});

it('says nothing of what came after where it is not known from what the site was built', async () => {
  expect((await state('elsewhere')).since).toBeUndefined();
  expect((await state(undefined)).since).toBeUndefined();
  expect((await state('c3')).since).toEqual([]);
});

it('says what it knows where the history can’t be asked', async () => {
  const refusing = { versions: () => Promise.reject(new Error('no')) } as unknown as History;
  const { since, stoppers } = await state('c2', refusing);
  expect([since, stoppers.map(({ by }) => by)]).toEqual([undefined, [undefined]]);
  expect((await state('c2', undefined)).stoppers).toHaveLength(1);
});
