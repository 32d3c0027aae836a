import { expect, test } from 'vitest';
import type { PersonCard } from '../../../src/kinds/person/view';
import type { Site } from '../../../src/site/site';
import { data, entry, listing, pageAt, siteOf } from '../../project';
import { detailAt, labels, listed, outlineAt, sectionOf } from '../made';

const groups = {
  'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  'content/groups/staff.yml': data({ value: 'staff', title: 'Staff', order: 2 }),
};

/** The people of a group on a page that lists all. */
const people = (site: Site, group = 'board') =>
  listed<{ groups: { anchor: string; people: PersonCard[] }[] }>(site).groups.find(({ anchor }) => anchor === group)
    ?.people ?? [];

const person = (name: string, changes: object = {}) =>
  entry({ name, groups: ['board'], role: 'Member', ...changes }, 'Words.\n');

test('people are listed by their order, then by name, in every list they are in', () => {
  const files = {
    ...groups,
    'content/pages/list.md': listing('people'),
    'content/people/a.md': person('Zoe', { role: 'Chair', order: 1, groups: ['board', 'staff'] }),
    'content/people/b.md': person('Ben'),
    'content/people/c.md': person('Älva'),
    'content/people/d.md': person('Dan', { order: 2, organization: 'Example', image: '/img/card.png' }),
    'content/people/e.md': person('Eve', { groups: ['staff'] }),
  };
  const site = siteOf(files);
  expect(labels(people(site))).toEqual(['Zoe', 'Dan', 'Älva', 'Ben']);
  expect(labels(people(site, 'staff'))).toEqual(['Zoe', 'Eve']);
  expect(people(site)[1]).toEqual({
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
  const site = siteOf({ ...groups, 'content/pages/list.md': listing('people'), 'content/people/a.md': person(name) });
  expect(people(site)[0]?.initials).toBe(initials);
});

const ada = {
  ...groups,
  'content/pages/people.md': listing('people', { title: 'All board' }),
  'content/people/ada.md': entry(
    { name: 'Ada Lovelace', groups: ['board'], role: 'Chair', organization: 'Acme', links: [] },
    'She wrote.\n',
  ),
};

test('the page of a person says what it does and for whom, with the biography', () => {
  expect(detailAt(siteOf(ada), '/people/ada/')).toMatchInlineSnapshot(`
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
      "related": [],
      "title": "Ada Lovelace",
    }
  `);
});

test('search engines are told the name and the role, where nothing sums a person up', () => {
  const { meta } = pageAt(siteOf(ada), '/people/ada/').made.head;
  expect(meta.find(({ name }) => name === 'description')?.['content']).toBe('Ada Lovelace: Chair');
});

test('what is left out is left out of its page, and not shown empty', () => {
  const bare = { ...groups, 'content/people/a.md': entry({ name: 'A', groups: ['staff'], role: 'Chair' }) };
  expect(outlineAt(siteOf(bare), '/people/a/')).toEqual([[], 0, 0, undefined, undefined]);
});

test('a section of people lists what the site has: those of the group', () => {
  const files = {
    ...groups,
    'content/people/a.md': person('A'),
    'content/people/b.md': person('B', { groups: ['staff'] }),
  };
  expect(
    sectionOf<{ people: PersonCard[] }>({ type: 'people', group: 'staff' }, files)?.people.map(({ label }) => label),
  ).toEqual(['B']);
});

test('a person of whom no role is known is listed without one', () => {
  const site = siteOf({
    ...groups,
    'content/pages/list.md': listing('people'),
    'content/people/ada.md': entry({ name: 'Ada', groups: ['staff'], organization: 'Acme' }),
  });
  expect(people(site, 'staff')).toEqual([{ label: 'Ada', href: '/people/ada/', initials: 'A', organization: 'Acme' }]);
});
