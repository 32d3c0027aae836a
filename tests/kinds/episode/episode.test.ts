import { expect, test } from 'vitest';
import type { EpisodeCard } from '../../../src/kinds/episode/view';
import { entry, listing, siteOf } from '../../project';
import { detailAt, labels, outlineAt, timelineAt } from '../made';

test('episodes that are announced come from the soonest, and those that were broadcast from the newest', () => {
  const episode = (title: string, date: string) => entry({ title, date, description: 'What.' });
  const site = siteOf({
    'content/pages/list.md': listing('episodes'),
    'content/episodes/a.md': episode('Last', '2026-08-01'),
    'content/episodes/b.md': episode('Next', '2026-06-01'),
    'content/episodes/c.md': episode('Older', '2025-01-01'),
    'content/episodes/d.md': episode('Newer', '2026-05-31T23:59:59Z'),
  });
  const { upcoming, past } = timelineAt<EpisodeCard>(site);
  expect([labels(upcoming), labels(past)]).toEqual([
    ['Next', 'Last'],
    ['Newer', 'Older'],
  ]);
});

const one = {
  'content/pages/live.md': listing('episodes', { title: 'All episodes' }),
  'content/episodes/one.md': entry({
    title: 'Episode one',
    date: '2026-05-01T14:00:00Z',
    description: 'We talk.',
    speakers: ['Ada Lovelace, Acme', 'Bob'],
    video: 'https://youtu.be/abcdefghijk',
    links: [{ label: 'Podcast', url: 'https://example.org/podcast' }],
  }),
};

test('the page of an episode has its video as a still, its speakers and where else it can be heard', () => {
  expect(detailAt(siteOf(one), '/live/one/')).toMatchInlineSnapshot(`
    {
      "buttons": [],
      "embed": {
        "host": "www.youtube-nocookie.com",
        "href": "https://youtu.be/abcdefghijk",
        "kind": "video",
        "src": "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1",
        "title": "Episode one",
      },
      "facts": [
        {
          "iso": "2026-05-01T14:00:00.000Z",
          "label": "Broadcast",
          "text": "May 1, 2026 at 2:00 PM UTC",
        },
        {
          "label": "With",
          "text": "Ada Lovelace, Acme; Bob",
        },
      ],
      "html": "",
      "lead": "We talk.",
      "links": [
        {
          "href": "https://example.org/podcast",
          "label": "Podcast",
        },
      ],
      "list": {
        "href": "/live/",
        "label": "All episodes",
      },
      "related": [],
      "title": "Episode one",
    }
  `);
});

test('what is left out is left out of its page, and not shown empty', () => {
  const bare = { 'content/episodes/a.md': entry({ title: 'A', date: '2026-07-01', description: 'D.' }) };
  expect(outlineAt(siteOf(bare), '/live/a/')).toEqual([['Broadcast'], 0, 0, undefined, undefined]);
});

test('a video that no player here can show is a link and no still', () => {
  const { links, embed } = detailAt(
    siteOf({
      'content/episodes/a.md': entry({
        title: 'A',
        date: '2026-05-01',
        description: 'D.',
        video: 'https://example.org/v',
      }),
    }),
    '/live/a/',
  );
  expect([links, embed]).toEqual([[{ label: 'Video', href: 'https://example.org/v' }], undefined]);
});

test('an episode is ahead until the moment it begins, or the end of its day', () => {
  const at = (date: string, now: string) => {
    const files = {
      'content/pages/list.md': listing('episodes'),
      'content/episodes/a.md': entry({ title: 'A', date, description: 'D.' }),
    };
    return timelineAt<EpisodeCard>(siteOf(files, { now })).upcoming.length;
  };
  const begin = '2026-06-01T14:00:00.000Z';
  expect([at(begin, '2026-06-01T13:59:59.999Z'), at(begin, begin), at(begin, '2026-06-01T14:00:00.001Z')]).toEqual([
    1, 1, 0,
  ]);
  expect([at('2026-06-01', '2026-06-01T23:59:59.999Z'), at('2026-06-01', '2026-06-02T00:00:00.000Z')]).toEqual([1, 0]);
});

test('a hidden episode is in no list and has no page', () => {
  const site = siteOf({
    'content/pages/list.md': listing('episodes'),
    'content/episodes/a.md': entry({ title: 'A', date: '2026-07-01', description: 'D.', hidden: true }),
    'content/episodes/b.md': entry({ title: 'B', date: '2026-07-01', description: 'D.' }),
  });
  expect(labels(timelineAt<EpisodeCard>(site).upcoming)).toEqual(['B']);
  expect(site.addressByFile.has('content/episodes/a.md')).toBe(false);
});
