import { expect, test } from 'vitest';
import { planFiles } from '../../../src/site/files/files';
import { planPages } from '../../../src/site/pages/plan';
import type { Listing, ListingMain } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { checkReport, data, entry, listing, pageAt, settings, siteOf } from '../../project';

type Of<Kind extends Listing['kind']> = Extract<Listing, { kind: Kind }>;

const listed = <Kind extends Listing['kind']>(site: Site, _kind: Kind, address = '/list/') =>
  pageAt<ListingMain>(site, address).made.main.listing as Of<Kind>;
const labels = (items: { label: string }[]) => items.map(({ label }) => label);

const member = (name: string, level: string, changes: object = {}) => data({ name, level, ...changes });
const members = {
  'content/pages/list.md': listing('members'),
  'content/levels/a.yml': data({ value: 'silver', title: 'Silver members', order: 3 }),
  'content/levels/b.yml': data({ value: 'gold', title: 'Gold members', text: 'They lead.', order: 2 }),
  'content/levels/c.yml': data({ value: 'platinum', title: 'Platinum members', order: 1 }),
  'content/members/z.yml': member('Zebra', 'gold', { country: 'Österreich' }),
  'content/members/a.yml': member('alpha', 'gold', { country: 'Portugal' }),
  'content/members/e.yml': member('Émile', 'gold', { country: 'Portugal' }),
  'content/members/s.yml': member('Silver one', 'silver', { country: 'Albania', logo: '/img/card.png' }),
  'content/members/h.yml': member('Unseen', 'gold', { country: 'Nowhere', hidden: true }),
};

test('members stand below their level, the levels in their order and not in that of their files', () => {
  const { groups } = listed(siteOf(members), 'members');
  expect(groups.map(({ value, title, text }) => [value, title, text])).toEqual([
    ['gold', 'Gold members', 'They lead.'],
    ['silver', 'Silver members', undefined],
  ]);
});

test('a level without a member is not shown', () => {
  expect(listed(siteOf(members), 'members').groups.map(({ value }) => value)).not.toContain('platinum');
});

test('members of a level are in the order of the site’s language, whatever their case and accents', () => {
  expect(labels(listed(siteOf(members), 'members').groups[0]?.members ?? [])).toEqual(['alpha', 'Émile', 'Zebra']);
  const swedish = siteOf({ ...members, 'content/settings/site.yml': settings({ language: 'sv' }) });
  expect(listed(swedish, 'members').countries).toEqual(['Albania', 'Portugal', 'Österreich']);
});

test('the number of members is that of the members who are shown', () => {
  const { main } = pageAt<ListingMain>(siteOf(members), '/list/').made;
  expect(main.count).toBe(4);
  expect(main.listing).toMatchObject({ total: 4 });
});

test('the countries to choose from are those of the members who are shown, each once', () => {
  expect(listed(siteOf(members), 'members').countries).toEqual(['Albania', 'Österreich', 'Portugal']);
});

test('a member in a list has its picture with its size, and leads to its page', () => {
  expect(listed(siteOf(members), 'members').groups[1]?.members).toEqual([
    {
      label: 'Silver one',
      href: '/members/s/',
      level: 'silver',
      country: 'Albania',
      logo: { src: '/img/card.png', width: 1, height: 1 },
    },
  ]);
});

test('a hidden member has no page, is on no other and in no file', async () => {
  const site = siteOf(members);
  const pages = planPages(site);
  expect(pages.map(({ address }) => address)).not.toContain('/members/h/');
  expect(JSON.stringify(pages.map(({ props }) => props()))).not.toMatch(/Unseen|Nowhere|\/members\/h\//);
  expect(JSON.stringify(await planFiles(site, pages))).not.toContain('/members/h/');
  expect(JSON.stringify(await planFiles(site, pages))).toContain('/members/z/');
});

test('those who write see no hidden member either: it is hidden, and not unfinished', () => {
  expect(planPages(siteOf(members, { preview: true })).map(({ address }) => address)).not.toContain('/members/h/');
});

test('a level that is unknown is an error of the member, with those that are known', () => {
  expect(checkReport({ ...members, 'content/members/z.yml': member('Zebra', 'glod') })).toMatchInlineSnapshot(`
    "content/members/z.yml:2:8  error  “Level” is unknown: “glod”  → write one of: silver, gold, platinum  [unknown-reference]

    1 error in 1 file"
  `);
});

const person = (name: string, changes: object = {}) =>
  entry({ name, groups: ['board'], role: 'Member', ...changes }, 'Words.\n');

test('people are listed by their order, then by name, in every list they are in', () => {
  const files = {
    'content/pages/list.md': listing('board'),
    'content/pages/staff.md': listing('staff'),
    'content/people/a.md': person('Zoe', { role: 'Chair', order: 1, groups: ['board', 'staff'] }),
    'content/people/b.md': person('Ben'),
    'content/people/c.md': person('Älva'),
    'content/people/d.md': person('Dan', { order: 2, organization: 'Example', image: '/img/card.png' }),
    'content/people/e.md': person('Eve', { groups: ['staff'] }),
  };
  const site = siteOf(files);
  expect(labels(listed(site, 'people').people)).toEqual(['Zoe', 'Dan', 'Älva', 'Ben']);
  expect(labels(listed(site, 'people', '/staff/').people)).toEqual(['Zoe', 'Eve']);
  expect(listed(site, 'people').people[1]).toEqual({
    label: 'Dan',
    href: '/people/d/',
    role: 'Member',
    organization: 'Example',
    initials: 'D',
    image: { src: '/img/card.png', width: 1, height: 1 },
  });
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['Jean-Luc Picard', 'JP'],
  ['Zhou Junyi (周俊一)', 'ZJ'],
  ['Plato', 'P'],
  ['김영광', '김'],
  ['Ólafur Þór', 'ÓÞ'],
  ['99Cloud', '9'],
  ['𝔸da 𝔹', '𝔸𝔹'],
])('where there is no picture of %s, %s stands in its place', (name, initials) => {
  const site = siteOf({ 'content/pages/list.md': listing('board'), 'content/people/a.md': person(name) });
  expect(listed(site, 'people').people[0]?.initials).toBe(initials);
});

const project = (name: string, category: string, changes: object = {}) =>
  entry({ name, category, tagline: `What ${name} is.`, ...changes });

test('projects stand below their kind, by their order, then by name; a kind without a project is not shown', () => {
  const site = siteOf({
    'content/pages/list.md': listing('projects'),
    'content/projects/a.md': project('Young', 'pilot'),
    'content/projects/b.md': project('Beta', 'confirmed'),
    'content/projects/c.md': project('Alpha', 'confirmed'),
    'content/projects/d.md': project('Omega', 'confirmed', { order: 1, links: [{ label: 'Home', url: '/blog' }] }),
  });
  const { groups } = listed(site, 'projects');
  expect(groups.map(({ title, projects }) => [title, labels(projects)])).toEqual([
    ['Projects', ['Omega', 'Alpha', 'Beta']],
    ['Pilot projects', ['Young']],
  ]);
  expect(groups[0]?.projects[0]?.links).toEqual([{ label: 'Home', href: '/blog/' }]);
  expect(pageAt<ListingMain>(site, '/list/').made.main.count).toBe(4);
});

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
  const { upcoming, past, calendar } = listed(site, 'events');
  expect(labels(upcoming)).toEqual(['Going on', 'Soon', 'Late']);
  expect(labels(past)).toEqual(['Just over', 'Long ago']);
  expect(calendar.href).toBe('/events/events.ics');
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
  expect(labels(listed(siteOf(files, { now: last }), 'events').upcoming)).toEqual(['E']);
  expect(labels(listed(siteOf(files, { now: first }), 'events').past)).toEqual(['E']);
});

test('episodes that are announced come from the soonest, and those that were broadcast from the newest', () => {
  const episode = (title: string, date: string) => entry({ title, date, description: 'What.' });
  const site = siteOf({
    'content/pages/list.md': listing('episodes'),
    'content/episodes/a.md': episode('Last', '2026-08-01'),
    'content/episodes/b.md': episode('Next', '2026-06-01'),
    'content/episodes/c.md': episode('Older', '2025-01-01'),
    'content/episodes/d.md': episode('Newer', '2026-05-31T23:59:59Z'),
  });
  const { upcoming, past } = listed(site, 'episodes');
  expect([labels(upcoming), labels(past)]).toEqual([
    ['Next', 'Last'],
    ['Newer', 'Older'],
  ]);
});

const job = (title: string, until: string) =>
  entry({ title, organization: 'Example', place: 'Remote', until, description: 'What.' });
const jobs = {
  'content/pages/list.md': listing('jobs'),
  'content/jobs/a.md': job('Later', '2026-09-01'),
  'content/jobs/b.md': job('Sooner', '2026-07-01T12:00:00Z'),
  'content/jobs/c.md': job('Ended', '2026-05-31T23:59:59Z'),
};

test('a job is listed and has a page until its moment, and not after it', async () => {
  const site = siteOf(jobs);
  expect(labels(listed(site, 'jobs').jobs)).toEqual(['Sooner', 'Later']);
  const pages = planPages(site);
  expect(pages.map(({ address }) => address)).not.toContain('/careers/c/');
  expect(JSON.stringify([pages.map(({ props }) => props()), await planFiles(site, pages)])).not.toMatch(
    /Ended|careers\/c/,
  );
  expect(labels(listed(siteOf(jobs, { now: '2026-07-01T12:00:00.000Z' }), 'jobs').jobs)).toEqual(['Sooner', 'Later']);
  expect(labels(listed(siteOf(jobs, { now: '2026-07-01T12:00:00.001Z' }), 'jobs').jobs)).toEqual(['Later']);
});

test('a job that is open until a day is open on that day', () => {
  expect(labels(listed(siteOf(jobs, { now: '2026-09-01T18:00:00.000Z' }), 'jobs').jobs)).toEqual(['Later']);
  expect(listed(siteOf(jobs, { now: '2026-09-02T00:00:00.000Z' }), 'jobs').jobs).toEqual([]);
});

test('press articles come newest first, lead to where they are, and have no page', () => {
  const article = (title: string, date: string) =>
    data({ title, date, site: 'Paper', url: `https://example.org/${date}` });
  const site = siteOf({
    'content/pages/list.md': listing('press'),
    'content/press/a.yml': article('Old', '2020-01-01'),
    'content/press/b.yml': article('New', '2026-01-01'),
  });
  expect(listed(site, 'press').articles).toEqual([
    {
      label: 'New',
      href: 'https://example.org/2026-01-01',
      site: 'Paper',
      date: { iso: '2026-01-01', text: 'January 1, 2026' },
    },
    expect.objectContaining({ label: 'Old' }),
  ]);
  expect(planPages(site).some(({ file }) => file?.startsWith('content/press/'))).toBe(false);
});

test.each([
  'members',
  'board',
  'staff',
  'projects',
  'events',
  'episodes',
  'jobs',
  'press',
])('a list of %s that has nothing has a page that says so', (list) => {
  const { main } = pageAt<ListingMain>(siteOf({ 'content/pages/list.md': listing(list) }), '/list/').made;
  expect([main.count, main.data.empty]).toEqual([0, 'None.']);
});

test('a list of something that is no list is an error, with the nearest that is', () => {
  expect(checkReport({ 'content/pages/list.md': listing('member') })).toMatchInlineSnapshot(`
    "content/pages/list.md:4:7  error  “List” can’t be “member”  → write members  [unknown-choice]

    1 error in 1 file"
  `);
});

test('a listing has the text its editor wrote above the list', () => {
  const site = siteOf({ 'content/pages/list.md': `${listing('press')}Read *them*.\n` });
  expect(pageAt<ListingMain>(site, '/list/').made.main.html).toBe('<p>Read <em>them</em>.</p>');
});

test('links of a listing have the base path of the site before them', () => {
  const site = siteOf({ ...members, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  const { groups } = listed(site, 'members');
  for (const { href } of groups.flatMap((group) => group.members)) expect(href).toMatch(/^\/site\/members\/./);
});
