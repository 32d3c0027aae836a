import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { type ComponentProps, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { MemberGroup } from '../../../src/kinds/member/member-card';
import { MemberDirectory } from '../../../src/kinds/member/member-directory';
import { MembersBlock } from '../../../src/kinds/member/members-block';
import { planFiles } from '../../../src/site/files/files';
import { planPages } from '../../../src/site/pages/plan';
import type { Site } from '../../../src/site/site';
import { collectionNamed } from '../../collections';
import { checkReport, data, entry, listing, settings, siteOf } from '../../project';
import { detailAt, labels, listed, listingAt, outlineAt, sectionOf } from '../made';

type Members = { groups: MemberGroup[]; countries: string[] };
const members = (site: Site) => listed<Members>(site);

const member = (name: string, level: string, changes: object = {}) => data({ name, level, ...changes });
const files = {
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
  const { groups } = members(siteOf(files));
  expect(groups.map(({ value, title, text }) => [value, title, text])).toEqual([
    ['gold', 'Gold members', 'They lead.'],
    ['silver', 'Silver members', undefined],
  ]);
});

test('a level without a member is not shown', () => {
  expect(members(siteOf(files)).groups.map(({ value }) => value)).not.toContain('platinum');
});

test('members of a level are in the order of the site’s language, whatever their case and accents', () => {
  expect(labels(members(siteOf(files)).groups[0]?.members ?? [])).toEqual(['alpha', 'Émile', 'Zebra']);
  const swedish = siteOf({ ...files, 'content/settings/site.yml': settings({ language: 'sv' }) });
  expect(members(swedish).countries).toEqual(['Albania', 'Portugal', 'Österreich']);
});

test('the number of members is that of the members who are shown', () => {
  const main = listingAt(siteOf(files));
  expect(main.count).toBe(4);
  expect(main.listing).toMatchObject({ total: 4 });
});

test('the countries to choose from are those of the members who are shown, each once', () => {
  expect(members(siteOf(files)).countries).toEqual(['Albania', 'Österreich', 'Portugal']);
});

test('a member in a list has its picture with its size, and leads to its page', () => {
  expect(members(siteOf(files)).groups[1]?.members).toEqual([
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
  const site = siteOf(files);
  const pages = planPages(site);
  expect(pages.map(({ address }) => address)).not.toContain('/members/h/');
  expect(JSON.stringify(pages.map(({ props }) => props()))).not.toMatch(/Unseen|Nowhere|\/members\/h\//);
  expect(JSON.stringify(await planFiles(site, pages))).not.toContain('/members/h/');
  expect(JSON.stringify(await planFiles(site, pages))).toContain('/members/z/');
});

test('those who write see no hidden member either: it is hidden, and not unfinished', () => {
  expect(planPages(siteOf(files, { preview: true })).map(({ address }) => address)).not.toContain('/members/h/');
});

test('a level that is unknown is an error of the member, with those that are known', () => {
  expect(checkReport({ ...files, 'content/members/z.yml': member('Zebra', 'glod') })).toMatchInlineSnapshot(`
    "content/members/z.yml:2:8  error  “Level” is unknown: “glod”  → write one of: silver, gold, platinum  [unknown-reference]

    1 error in 1 file"
  `);
});

test('links of a listing have the base path of the site before them', () => {
  const site = siteOf({ ...files, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  const { groups } = members(site);
  for (const { href } of groups.flatMap((group) => group.members)) expect(href).toMatch(/^\/site\/members\/./);
});

const acme = {
  'content/pages/members.md': listing('members', { title: 'All members' }),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold members', order: 1 }),
  'content/projects/stack.md': entry({ name: 'Stack', category: 'pilot', tagline: 'Stacks things.' }),
  'content/members/acme.yml': data({
    name: 'Acme',
    level: 'gold',
    url: 'https://www.acme.example/en/',
    country: 'Portugal',
    joined: '2020-02-03',
    description: 'Builds clouds.',
    projects: ['Stack'],
  }),
};

test('the page of a member says what is known of it, and leads to its projects and its own site', () => {
  expect(detailAt(siteOf(acme), '/members/acme/')).toMatchInlineSnapshot(`
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
      "related": [],
      "title": "Acme",
    }
  `);
});

test('what is left out is left out of its page, and not shown empty', () => {
  const bare = {
    'content/levels/gold.yml': data({ value: 'gold', title: 'Gold members', order: 1 }),
    'content/members/a.yml': data({ name: 'A', level: 'gold' }),
  };
  expect(outlineAt(siteOf(bare), '/members/a/')).toEqual([['Membership'], 0, 0, undefined, undefined]);
});

test('links of its page have the base path of the site before them', () => {
  const site = siteOf({ ...acme, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  expect(detailAt(site, '/members/acme/').facts.find(({ label }) => label === 'Project')?.href).toBe(
    '/site/projects/stack/',
  );
});

const levels = ['gold', 'silver', 'bronze'] as const;
const levelFiles = Object.fromEntries(
  levels.map((value, index) => [
    `content/levels/${value}.yml`,
    data({ value, title: `The ${value}`, order: index + 1 }),
  ]),
);

test('a section of members lists what the site has: those of the levels named, or all, grouped in the levels’ order, without the hidden', () => {
  const members = fc.array(fc.record({ level: fc.constantFrom(...levels), hidden: fc.boolean() }), { maxLength: 6 });
  fc.assert(
    fc.property(members, fc.subarray([...levels]), (list, asked) => {
      const files = Object.fromEntries(
        list.map((member, index) => [`content/members/${index}.yml`, data({ name: `M${index}`, ...member })]),
      );
      const block = sectionOf<{ groups: MemberGroup[] }>(
        { type: 'members', ...(asked.length > 0 ? { levels: [...asked].reverse() } : {}) },
        { ...levelFiles, ...files },
      );
      const expected = levels
        .filter((value) => asked.length === 0 || asked.includes(value))
        .map((value) => list.flatMap(({ level, hidden }, index) => (level === value && !hidden ? [`M${index}`] : [])))
        .filter((names) => names.length > 0);
      expect(block?.groups.map((group) => group.members.map(({ label }) => label)) ?? []).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('a member in the directory has its name, level and country, by which the filter finds it', () => {
  const card = { label: 'There', href: '/there/', level: 'gold', country: 'Kenya' };
  const group = {
    value: 'gold',
    anchor: 'gold',
    title: 'Gold',
    members: [card, { label: 'B', href: '/b/', level: 'gold' }],
  };
  const empty = { value: 'none', anchor: 'none', title: 'Nobody', members: [] };
  const words = collectionNamed('words').schema.parse({}) as ComponentProps<typeof MemberDirectory>['words'];
  const props = { groups: [group, empty], countries: ['Kenya'], total: 2, words };
  const tree = fromHtml(renderToStaticMarkup(createElement(MemberDirectory, props)), { fragment: true });
  const [first, second] = selectAll('[data-name]', tree);
  expect(first?.properties).toMatchObject({ dataName: 'There', dataLevel: 'gold', dataCountry: 'Kenya' });
  expect(second?.properties).not.toHaveProperty('dataCountry');
  expect(selectAll('[data-members-group]', tree)).toHaveLength(1);
});

test('a section of members leaves out levels that nobody is in', () => {
  const card = { label: 'There', href: '/there/', level: 'gold' };
  const groups = [
    { value: 'none', title: 'Nobody', members: [] },
    { value: 'gold', title: 'Gold', members: [card] },
  ];
  const props = { groups } as unknown as ComponentProps<typeof MembersBlock>;
  const tree = fromHtml(renderToStaticMarkup(createElement(MembersBlock, props)), { fragment: true });
  expect(selectAll('[data-rank]', tree).map(({ properties }) => properties['dataRank'])).toEqual(['1']);
  expect(selectAll('h2', tree)).toHaveLength(1);
});
