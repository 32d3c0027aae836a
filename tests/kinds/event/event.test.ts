import { expect, test } from 'vitest';
import type { EventCard } from '../../../src/kinds/event/view';
import { planFiles } from '../../../src/site/files/files';
import { planPages } from '../../../src/site/pages/plan';
import type { DetailMain } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { entry, listing, pageAt, settings, siteOf } from '../../project';
import { detailAt, labels, listingAt, outlineAt, sectionOf, timelineAt } from '../made';

const events = (site: Site, address?: string) => timelineAt<EventCard>(site, address);

const event = (title: string, start: string, end?: string) =>
  entry({ title, kind: 'meetup', start, end, place: 'Paris', description: 'What.' });

test('events are upcoming from the soonest, then past from the latest', () => {
  const site = siteOf({
    'content/pages/list.md': listing('events'),
    'content/events/a.md': event('Late', '2026-12-01'),
    'content/events/b.md': event('Soon', '2026-06-02'),
    'content/events/c.md': event('Long ago', '2020-01-01'),
    'content/events/d.md': event('Just over', '2026-05-31', '2026-05-31'),
    'content/events/e.md': event('Going on', '2026-05-01', '2026-06-30'),
  });
  const { upcoming, past } = events(site);
  expect(labels(upcoming)).toEqual(['Going on', 'Soon', 'Late']);
  expect(labels(past)).toEqual(['Just over', 'Long ago']);
  expect(listingAt(site).link?.href).toBe('/events/events.ics');
  expect(upcoming[0]).toMatchObject({
    when: expect.stringMatching(/^May 1\s–\sJune 30, 2026$/),
    end: { iso: '2026-06-30' },
  });
});

test.each([
  ['a day', '2026-06-01', undefined, '2026-06-01T23:59:59.999Z', '2026-06-02T00:00:00.000Z'],
  ['some days', '2026-05-30', '2026-06-01', '2026-06-01T23:59:59.999Z', '2026-06-02T00:00:00.000Z'],
  ['hours', '2026-06-01T09:00:00Z', '2026-06-01T11:00:00Z', '2026-06-01T11:00:00.000Z', '2026-06-01T11:00:00.001Z'],
  [
    'hours elsewhere',
    '2026-06-01T09:00:00+09:00',
    '2026-06-01T11:00:00+09:00',
    '2026-06-01T02:00:00.000Z',
    '2026-06-01T02:00:00.001Z',
  ],
])('an event of %s is upcoming until it is over, by the one clock of the build', (_, start, end, last, first) => {
  const files = { 'content/pages/list.md': listing('events'), 'content/events/a.md': event('E', start, end) };
  expect(labels(events(siteOf(files, { now: last })).upcoming)).toEqual(['E']);
  expect(labels(events(siteOf(files, { now: first })).past)).toEqual(['E']);
});

const summit = {
  'content/pages/events.md': listing('events', { title: 'All events' }),
  'content/events/summit.md': entry({
    title: 'Summit',
    kind: 'summit',
    start: '2026-10-01',
    end: '2026-10-03',
    place: 'Paris, France',
    url: '/blog',
    description: 'We meet.',
  }),
};

test('the page of an event says when and where, and leads to its own page and to a calendar file', async () => {
  expect(detailAt(siteOf(summit), '/events/summit/')).toMatchInlineSnapshot(`
    {
      "buttons": [
        {
          "href": "/blog/",
          "label": "To the event’s own page",
        },
      ],
      "facts": [
        {
          "iso": "2026-10-01",
          "label": "When",
          "text": "October 1 – 3, 2026",
        },
        {
          "label": "Where",
          "text": "Paris, France",
        },
        {
          "label": "Kind",
          "text": "Summit",
        },
      ],
      "html": "",
      "lead": "We meet.",
      "links": [
        {
          "href": "/events/summit/event.ics",
          "label": "Add to your calendar",
        },
      ],
      "list": {
        "href": "/events/",
        "label": "All events",
      },
      "note": {
        "text": "This event is to come.",
      },
      "related": [],
      "title": "Summit",
    }
  `);
  const site = siteOf(summit);
  const files = (await planFiles(site, planPages(site))).map(({ path }) => path);
  expect(files).toContain('/events/summit/event.ics');
});

test('what is left out is left out of its page, and not shown empty', () => {
  const bare = siteOf({ 'content/events/a.md': event('A', '2026-07-01') });
  expect(outlineAt(bare, '/events/a/')).toEqual([['When', 'Where', 'Kind'], 1, 0, undefined, undefined]);
});

test('links of its page have the base path of the site before them', () => {
  const site = siteOf({ ...summit, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  expect(detailAt(site, '/events/summit/').links[0]?.href).toBe('/site/events/summit/event.ics');
  expect(detailAt(site, '/events/summit/').buttons[0]?.href).toBe('/site/blog/');
});

test.each([
  ['2026-06-13', undefined, 'June 13, 2026'],
  ['2026-06-13', '2026-06-13', 'June 13, 2026'],
  ['2026-06-13', '2026-06-15', 'June 13 – 15, 2026'],
  ['2026-06-13T00:00:00Z', undefined, 'June 13, 2026 at 12:00 AM UTC'],
  ['2026-06-13T20:00:00-08:00', undefined, 'June 13, 2026 at 8:00 PM UTC−8'],
  ['2026-06-13T20:00:00+05:30', '2026-06-13T22:30:00+05:30', 'June 13, 2026, 8:00 – 10:30 PM UTC+5:30'],
  ['2026-06-13T20:00:00-08:00', '2026-06-13', 'June 13, 2026 at 8:00 PM UTC−8'],
  ['2026-06-13T20:00:00-08:00', '2026-06-15', 'June 13, 2026 at 8:00 PM UTC−8 – June 15, 2026'],
  ['2026-06-13', '2026-06-14T12:00:00+09:00', 'June 13, 2026 – June 14, 2026 at 12:00 PM UTC+9'],
])('the page and the card of an event from %s to %s say the day and hour of its own zone', (start, end, text) => {
  const site = siteOf({
    'content/events/a.md': entry({ title: 'A', kind: 'meetup', start, end, place: 'Oslo', description: 'We meet.' }),
    'content/pages/events.md': listing('events'),
  });
  const { facts } = detailAt(site, '/events/a/');
  expect(facts[0]?.text).toBe(text);
  expect(Date.parse(facts[0]?.iso ?? '')).toBe(Date.parse(start));
  const shown = events(site, '/events/').upcoming[0];
  expect(shown?.when).toBe(text);
  const data = pageAt(site, '/events/a/').made.head.jsonLd.find((thing) => thing['@type'] === 'Event');
  // A day has no hour for search engines either, and a moment keeps its zone.
  const as = (date: string) => date.replace(/:00(?=Z|[+-]\d\d:\d\d$)/, ':00.000');
  expect([data?.['startDate'], data?.['endDate']]).toEqual([as(start), end && as(end)]);
});

test('an event that ends with a day is not over before that day is, in the zone in which it began', () => {
  const files = {
    'content/pages/list.md': listing('events'),
    'content/events/a.md': entry({
      title: 'A',
      kind: 'meetup',
      start: '2026-06-13T20:00:00-08:00',
      end: '2026-06-13',
      place: 'Oslo',
      description: 'We meet.',
    }),
  };
  const isUpcoming = (now: string) => events(siteOf(files, { now })).upcoming.length === 1;
  expect([isUpcoming('2026-06-14T07:59:59.999Z'), isUpcoming('2026-06-14T08:00:00.000Z')]).toEqual([true, false]);
});

test('a section of events lists what the site has: the next that are not over, no more than asked for', () => {
  const files = {
    'content/events/a.md': event('Over', '2026-05-31'),
    'content/events/b.md': event('Third', '2026-09-01'),
    'content/events/c.md': event('First', '2026-06-01'),
    'content/events/d.md': event('Second', '2026-07-01'),
  };
  expect(
    sectionOf<{ events: EventCard[] }>({ type: 'events', count: 2 }, files)?.events.map(({ label }) => label),
  ).toEqual(['First', 'Second']);
});

test('an event whose days are not settled says so in words, and is in no calendar', async () => {
  const site = siteOf({
    'content/pages/list.md': listing('events'),
    'content/events/open.md': entry({
      title: 'Operator days',
      kind: 'conference',
      start: '2026-08-01',
      end: '2026-09-30',
      when: 'August–September 2026',
      links: [{ label: 'Talks', url: 'https://example.org/cfp' }],
    }),
  });
  const [card] = events(site).upcoming;
  expect([card?.when, card?.start.iso, card?.place]).toEqual(['August–September 2026', '2026-08', undefined]);
  const { facts, links } = detailAt(site, '/events/open/');
  expect(facts[0]).toEqual({ label: 'When', text: 'August–September 2026' });
  expect(links).toEqual([{ label: 'Talks', href: 'https://example.org/cfp' }]);
  expect(listingAt(site).link).toBeUndefined();
  const files = await planFiles(site, planPages(site));
  expect(files.filter(({ path }) => path.endsWith('.ics'))).toEqual([]);
  const { head } = pageAt(site, '/events/open/').made;
  expect(head.jsonLd.at(-1)).toMatchObject({ startDate: '2026-08', endDate: '2026-09' });
  expect(head.jsonLd.at(-1)).not.toHaveProperty('location');
});

test('an event that is over says so, names the next, shows its recordings and offers no calendar entry', () => {
  const site = siteOf({
    'content/events/past.md': entry({
      title: 'Past',
      kind: 'meetup',
      start: '2026-01-01',
      recordings: 'https://example.org/talks',
    }),
    'content/events/later.md': event('Later', '2026-09-01'),
    'content/events/next.md': event('Next one', '2026-07-01'),
  });
  const { note, links, buttons } = detailAt(site, '/events/past/');
  expect(note).toEqual({ text: 'This event is over.', link: { label: 'Next: Next one', href: '/events/next/' } });
  expect(links).toEqual([]);
  expect(buttons).toEqual([{ label: 'Watch the recordings', href: 'https://example.org/talks' }]);
});

test('an event that is cancelled says so to readers, to search engines and in no offer to come', () => {
  const off = entry({ title: 'Off', kind: 'meetup', start: '2026-07-01', status: 'cancelled' });
  const site = siteOf({ 'content/events/off.md': off });
  const page = pageAt<DetailMain>(site, '/events/off/').made;
  expect([page.main.note?.text, page.main.links]).toEqual(['This event is cancelled.', []]);
  expect(JSON.stringify(page.head.jsonLd)).toContain('"eventStatus":"https://schema.org/EventCancelled"');
});
