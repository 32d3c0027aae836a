import { expect, test } from 'vitest';
import { data, entry, listing, pageAt, settings, siteOf } from '../../project';

const files = {
  'content/pages/members.md': listing('members', { title: 'Members' }),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
  'content/levels/silver.yml': data({ value: 'silver', title: 'Silver', order: 2 }),
  'content/members/a.yml': data({ name: 'Acme', level: 'silver' }),
  'content/members/b.yml': data({
    name: 'Beta',
    level: 'gold',
    url: 'https://beta.example/',
    description: 'Builds.',
    logo: '/img/card.png',
  }),
  'content/members/c.yml': data({ name: 'Unseen', level: 'gold', hidden: true }),
  'content/events/day.md': entry({
    title: 'Day',
    kind: 'community-day',
    start: '2026-10-01',
    end: '2026-10-02',
    place: 'Seoul, South Korea',
    description: 'We meet.',
  }),
  'content/events/online.md': entry({
    title: 'Call',
    kind: 'online',
    start: '2026-10-01T12:00:00Z',
    place: 'Online',
    description: 'We talk.',
  }),
  'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  'content/groups/staff.yml': data({ value: 'staff', title: 'Staff', order: 2 }),
  'content/people/ada.md': entry({ name: 'Ada', groups: ['board'], role: 'Chair', organization: 'Acme' }),
  'content/people/bob.md': entry({ name: 'Bob', groups: ['staff'], role: 'Writer' }),
};
const site = siteOf(files);
const found = (address: string, type: string, from = site) =>
  pageAt(from, address).made.head.jsonLd.filter((item) => item['@type'] === type);

test('the list of members tells machines of every member that is shown, in the order of the page', () => {
  expect(found('/members/', 'ItemList')).toMatchInlineSnapshot(`
    [
      {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "itemListElement": [
          {
            "@type": "ListItem",
            "name": "Beta",
            "position": 1,
            "url": "https://openinfra.dev/members/b/",
          },
          {
            "@type": "ListItem",
            "name": "Acme",
            "position": 2,
            "url": "https://openinfra.dev/members/a/",
          },
        ],
        "name": "Members",
        "numberOfItems": 2,
      },
    ]
  `);
});

test('a member is an organization, with its own address and its logo, and a member of the one that publishes', () => {
  expect(found('/members/b/', 'Organization')).toMatchInlineSnapshot(`
    [
      {
        "@context": "https://schema.org",
        "@type": "Organization",
        "description": "Builds.",
        "logo": "https://openinfra.dev/img/card.png",
        "memberOf": {
          "@type": "Organization",
          "name": "Example Foundation",
          "url": "https://example.com/",
        },
        "name": "Beta",
        "url": "https://beta.example/",
      },
    ]
  `);
  expect(found('/members/a/', 'Organization')[0]).not.toHaveProperty('url');
});

test('an event of days has days, one of hours has hours, and one that is online has no place', () => {
  expect(found('/events/day/', 'Event')).toMatchInlineSnapshot(`
    [
      {
        "@context": "https://schema.org",
        "@type": "Event",
        "description": "We meet.",
        "endDate": "2026-10-02",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {
          "@type": "Place",
          "address": "Seoul, South Korea",
          "name": "Seoul, South Korea",
        },
        "name": "Day",
        "organizer": {
          "@type": "Organization",
          "name": "Example Foundation",
          "url": "https://example.com/",
        },
        "startDate": "2026-10-01",
        "url": "https://openinfra.dev/events/day/",
      },
    ]
  `);
  expect(found('/events/online/', 'Event')[0]).toMatchObject({
    startDate: '2026-10-01T12:00:00.000Z',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: 'https://openinfra.dev/events/online/' },
  });
});

test('a person is one, with what it does and for whom', () => {
  expect(found('/people/ada/', 'Person')).toMatchInlineSnapshot(`
    [
      {
        "@context": "https://schema.org",
        "@type": "Person",
        "jobTitle": "Chair",
        "name": "Ada",
        "url": "https://openinfra.dev/people/ada/",
        "worksFor": {
          "@type": "Organization",
          "name": "Acme",
        },
      },
    ]
  `);
  expect(found('/people/bob/', 'Person')[0]).not.toHaveProperty('worksFor');
});

test('whole addresses have the base path of the site, once', () => {
  const below = siteOf({ ...files, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  const [list] = found('/members/', 'ItemList', below) as unknown as [{ itemListElement: { url: string }[] }];
  expect(list.itemListElement.map(({ url }) => url)).toEqual([
    'https://example.net/site/members/b/',
    'https://example.net/site/members/a/',
  ]);
  expect(found('/members/b/', 'Organization', below)[0]?.['logo']).toBe('https://example.net/site/img/card.png');
});

test('a page has each kind of data once, for they are told apart by it', () => {
  for (const address of ['/members/', '/members/a/', '/events/day/', '/people/ada/', '/']) {
    const types = pageAt(site, address).made.head.jsonLd.map((item) => item['@type']);
    expect(new Set(types).size).toBe(types.length);
  }
});

test('a list of members that is hidden from search engines does not tell them of its members', () => {
  const hidden = siteOf({ ...files, 'content/pages/members.md': listing('members', { hidePost: true }) });
  expect(found('/members/', 'ItemList', hidden)).toEqual([]);
});

test('a job that has a day and a text is one for search engines, at a place or from afar', () => {
  const job = (changes: object) =>
    siteOf({ 'content/jobs/a.md': entry({ title: 'Writer', place: 'Seoul', description: 'Write.', ...changes }) });
  expect(found('/careers/a/', 'JobPosting', job({}))).toEqual([]);
  expect(found('/careers/a/', 'JobPosting', job({ posted: '2026-05-01', until: '2026-12-01' }))[0]).toMatchObject({
    title: 'Writer',
    datePosted: '2026-05-01',
    validThrough: '2026-12-01T23:59:59.999Z',
    hiringOrganization: { name: 'Example Foundation' },
    jobLocation: { address: { addressLocality: 'Seoul' } },
  });
  expect(found('/careers/a/', 'JobPosting', job({ posted: '2026-05-01', place: 'Remote' }))[0]).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
  });
});

test('an episode that can be watched is a video, and one to come or without a video is none', () => {
  const episode = (changes: object) =>
    siteOf({ 'content/episodes/a.md': entry({ title: 'A', date: '2026-05-01', description: 'D.', ...changes }) });
  const video = 'https://www.youtube.com/watch?v=abc_EFG-1jk';
  expect(found('/live/a/', 'VideoObject', episode({ video }))[0]).toMatchObject({
    name: 'A',
    uploadDate: '2026-05-01',
    embedUrl: 'https://www.youtube-nocookie.com/embed/abc_EFG-1jk',
  });
  expect(found('/live/a/', 'VideoObject', episode({}))).toEqual([]);
  expect(found('/live/a/', 'VideoObject', episode({ video, date: '2027-05-01' }))).toEqual([]);
});

test('a person is the same who has the pages that its links lead to', () => {
  const links = [{ label: 'Own', url: 'https://ada.example/' }];
  const ada = siteOf({ ...files, 'content/people/ada.md': entry({ name: 'Ada', groups: ['board'], links }) });
  expect(found('/people/ada/', 'Person', ada)[0]).toMatchObject({ sameAs: ['https://ada.example/'] });
});
