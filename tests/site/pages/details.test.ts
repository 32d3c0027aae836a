import { expect, test } from 'vitest';
import type { AnyEntry } from '../../../src/content/entry';
import { planFiles } from '../../../src/site/files/files';
import { upcomingAndPast } from '../../../src/site/pages/listings';
import { planPages } from '../../../src/site/pages/plan';
import type { DetailMain } from '../../../src/site/pages/props';
import { structuredDataOf } from '../../../src/site/pages/structured-data';
import { data, entry, listing, pageAt, settings, siteOf } from '../../project';

const lists = Object.fromEntries(
  Object.entries({
    members: 'members',
    projects: 'projects',
    events: 'events',
    live: 'episodes',
    careers: 'jobs',
    people: 'board',
  }).map(([name, list]) => [`content/pages/${name}.md`, listing(list, { title: `All ${list}` })]),
);

const whole = {
  ...lists,
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold members', order: 1 }),
  'content/members/acme.yml': data({
    name: 'Acme',
    level: 'gold',
    url: 'https://www.acme.example/en/',
    country: 'Portugal',
    joined: '2020-02-03',
    description: 'Builds clouds.',
    projects: ['Stack'],
  }),
  'content/projects/stack.md': entry(
    {
      name: 'Stack',
      category: 'pilot',
      tagline: 'Stacks things.',
      logo: '/img/card.png',
      links: [{ label: 'Code', url: 'https://example.org/code' }],
    },
    'It *stacks*.\n',
  ),
  'content/people/ada.md': entry(
    { name: 'Ada Lovelace', groups: ['board'], role: 'Chair', organization: 'Acme', links: [] },
    'She wrote.\n',
  ),
  'content/events/summit.md': entry({
    title: 'Summit',
    kind: 'summit',
    start: '2026-10-01',
    end: '2026-10-03',
    place: 'Paris, France',
    url: '/blog',
    description: 'We meet.',
  }),
  'content/episodes/one.md': entry({
    title: 'Episode one',
    date: '2026-05-01T14:00:00Z',
    description: 'We talk.',
    speakers: ['Ada Lovelace, Acme', 'Bob'],
    video: 'https://youtu.be/abcdefghijk',
    links: [{ label: 'Podcast', url: 'https://example.org/podcast' }],
  }),
  'content/jobs/writer.md': entry({
    title: 'Writer',
    organization: 'Acme',
    place: 'Remote',
    until: '2026-12-31',
    description: 'Writes.',
    url: 'https://example.org/apply',
  }),
};
const site = siteOf(whole);
const main = (address: string) => {
  const { words: _, ...own } = pageAt<DetailMain>(site, address).made.main;
  return own;
};

test('the page of a member says what is known of it, and leads to its projects and its own site', () => {
  expect(main('/members/acme/')).toMatchInlineSnapshot(`
    {
      "buttons": [],
      "facts": [
        {
          "label": "Membership",
          "text": "Gold members",
        },
        {
          "label": "Country",
          "text": "Portugal",
        },
        {
          "iso": "2020-02-03",
          "label": "Joined",
          "text": "February 3, 2020",
        },
        {
          "href": "/projects/stack/",
          "label": "Project",
          "text": "Stack",
        },
        {
          "href": "https://www.acme.example/en/",
          "label": "Website",
          "text": "acme.example",
        },
      ],
      "html": "",
      "lead": "Builds clouds.",
      "links": [],
      "list": {
        "href": "/members/",
        "label": "All members",
      },
      "title": "Acme",
    }
  `);
});

test('the page of a person says what it does and for whom, with the biography', () => {
  expect(main('/people/ada/')).toMatchInlineSnapshot(`
    {
      "buttons": [],
      "facts": [
        {
          "label": "Organization",
          "text": "Acme",
        },
      ],
      "html": "<p>She wrote.</p>",
      "lead": "Chair",
      "links": [],
      "list": {
        "href": "/people/",
        "label": "All board",
      },
      "mark": {
        "initials": "AL",
      },
      "title": "Ada Lovelace",
    }
  `);
});

test('the page of a project has its tagline, its kind, its links and its text', () => {
  expect(main('/projects/stack/')).toMatchInlineSnapshot(`
    {
      "buttons": [],
      "facts": [
        {
          "label": "Kind",
          "text": "Pilot projects",
        },
      ],
      "html": "<p>It <em>stacks</em>.</p>",
      "lead": "Stacks things.",
      "links": [
        {
          "href": "https://example.org/code",
          "label": "Code",
        },
      ],
      "list": {
        "href": "/projects/",
        "label": "All projects",
      },
      "mark": {
        "image": {
          "height": 1,
          "src": "/img/card.png",
          "width": 1,
        },
      },
      "title": "Stack",
    }
  `);
});

test('the page of an event says when and where, and leads to its own page and to a calendar file', async () => {
  expect(main('/events/summit/')).toMatchInlineSnapshot(`
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
      "title": "Summit",
    }
  `);
  const files = (await planFiles(site, planPages(site))).map(({ path }) => path);
  expect(files).toContain('/events/summit/event.ics');
});

test('the page of an episode has its video as a still, its speakers and where else it can be heard', () => {
  expect(main('/live/one/')).toMatchInlineSnapshot(`
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
      "title": "Episode one",
    }
  `);
});

test('the page of a job says where, until when and how to apply', () => {
  expect(main('/careers/writer/')).toMatchInlineSnapshot(`
    {
      "buttons": [
        {
          "href": "https://example.org/apply",
          "label": "Apply",
        },
      ],
      "facts": [
        {
          "label": "Organization",
          "text": "Acme",
        },
        {
          "label": "Place",
          "text": "Remote",
        },
        {
          "iso": "2026-12-31",
          "label": "Open until",
          "text": "December 31, 2026",
        },
      ],
      "html": "",
      "lead": "Writes.",
      "links": [],
      "list": {
        "href": "/careers/",
        "label": "All jobs",
      },
      "title": "Writer",
    }
  `);
});

test('what is left out is left out of the page, and not shown empty', () => {
  const bare = siteOf({
    'content/levels/gold.yml': data({ value: 'gold', title: 'Gold members', order: 1 }),
    'content/members/a.yml': data({ name: 'A', level: 'gold' }),
    'content/people/a.md': entry({ name: 'A', groups: ['staff'], role: 'Chair' }),
    'content/projects/a.md': entry({ name: 'A', tagline: 'T.', category: 'confirmed' }),
    'content/events/a.md': entry({
      title: 'A',
      kind: 'online',
      start: '2026-07-01',
      place: 'Online',
      description: 'D.',
    }),
    'content/episodes/a.md': entry({ title: 'A', date: '2026-07-01', description: 'D.' }),
    'content/jobs/a.md': entry({ title: 'A', organization: 'O', place: 'P', until: '2026-07-01', description: 'D.' }),
  });
  const facts = (address: string) => {
    const { facts, links, buttons, list, embed } = pageAt<DetailMain>(bare, address).made.main;
    return [facts.map(({ label }) => label), links.length, buttons.length, list, embed];
  };
  expect(facts('/members/a/')).toEqual([['Membership'], 0, 0, undefined, undefined]);
  expect(facts('/people/a/')).toEqual([[], 0, 0, undefined, undefined]);
  expect(facts('/projects/a/')).toEqual([['Kind'], 0, 0, undefined, undefined]);
  expect(facts('/events/a/')).toEqual([['When', 'Where'], 1, 0, undefined, undefined]);
  expect(facts('/live/a/')).toEqual([['Broadcast'], 0, 0, undefined, undefined]);
  expect(facts('/careers/a/')).toEqual([['Organization', 'Place', 'Open until'], 0, 0, undefined, undefined]);
});

test('a video that no player here can show is a link and no still', () => {
  const { links, embed } = pageAt<DetailMain>(
    siteOf({
      'content/episodes/a.md': entry({
        title: 'A',
        date: '2026-05-01',
        description: 'D.',
        video: 'https://example.org/v',
      }),
    }),
    '/live/a/',
  ).made.main;
  expect([links, embed]).toEqual([[{ label: 'Video', href: 'https://example.org/v' }], undefined]);
});

test('every page of an entry is named and described, found by search engines, and tells the way back', async () => {
  const pages = planPages(site).filter(({ template }) => template === 'detail');
  expect(pages.map(({ address }) => address).sort()).toEqual([
    '/careers/writer/',
    '/events/summit/',
    '/live/one/',
    '/members/acme/',
    '/people/ada/',
    '/projects/stack/',
  ]);
  const sitemap = (await planFiles(site, planPages(site))).find(({ path }) => path === '/sitemap.xml')?.text ?? '';
  for (const { address, props } of pages) {
    const { head, main } = props() as {
      head: { title: string; meta: Record<string, string>[]; jsonLd: object[] };
      main: DetailMain;
    };
    expect(head.title).toBe(`${main.title} - Example`);
    expect(head.meta.find(({ name }) => name === 'description')?.content?.length).toBeGreaterThan(5);
    expect(JSON.stringify(head.jsonLd)).toContain('BreadcrumbList');
    expect(sitemap).toContain(`https://openinfra.dev${address}<`);
    const above = address.replace(/[^/]+\/$/, '');
    expect(main.list).toMatchObject({ href: above, label: expect.stringMatching(/^All /) });
    expect(JSON.stringify(head.jsonLd)).toContain(`"https://openinfra.dev${above}"`);
  }
});

test('links of an entry’s page have the base path of the site before them', () => {
  const below = siteOf({ ...whole, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  const at = (address: string) => pageAt<DetailMain>(below, address).made.main;
  expect(at('/members/acme/').facts.find(({ label }) => label === 'Project')?.href).toBe('/site/projects/stack/');
  expect(at('/events/summit/').links[0]?.href).toBe('/site/events/summit/event.ics');
  expect(at('/events/summit/').buttons[0]?.href).toBe('/site/blog/');
  expect(at('/projects/stack/').mark?.image?.src).toBe('/site/img/card.png');
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
  const { facts } = pageAt<DetailMain>(site, '/events/a/').made.main;
  expect(facts[0]?.text).toBe(text);
  expect(Date.parse(facts[0]?.iso ?? '')).toBe(Date.parse(start));
  const shown = upcomingAndPast(site).upcoming[0];
  expect(shown?.when).toBe(text);
  const [data] = structuredDataOf(
    site,
    site.others.find(({ address }) => address === '/events/a/')?.entry as AnyEntry,
    '/',
  );
  // A day has no hour for search engines either, and a moment keeps its zone.
  const as = (date: string) => date.replace(/:00(?=Z|[+-]\d\d:\d\d$)/, ':00.000');
  expect([data?.['startDate'], data?.['endDate']]).toEqual([as(start), end && as(end)]);
});

test('an event that ends with a day is not over before that day is, in the zone in which it began', () => {
  const files = {
    'content/events/a.md': entry({
      title: 'A',
      kind: 'meetup',
      start: '2026-06-13T20:00:00-08:00',
      end: '2026-06-13',
      place: 'Oslo',
      description: 'We meet.',
    }),
  };
  const isUpcoming = (now: string) => upcomingAndPast(siteOf(files, { now })).upcoming.length === 1;
  expect([isUpcoming('2026-06-14T07:59:59.999Z'), isUpcoming('2026-06-14T08:00:00.000Z')]).toEqual([true, false]);
});
