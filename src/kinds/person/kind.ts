import { type Entry, entriesOf } from '../../content/entry';
import { initialsOf } from '../../site/initials';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { fact, linksOf } from '../../site/kind/facts';
import { builtOf, byPlace, hrefOf } from '../../site/kind/listed';
import { pictureOf } from '../../site/pages/fields';
import type { Site } from '../../site/site';
import { group, peopleBlock, person, words } from './declaration';
import { PeopleBlock, PeopleByGroup, type PersonCard } from './view';

const cardOf = (site: Site, entry: Entry<typeof person>): PersonCard => {
  const { name, role, organization, image } = entry.data;
  return {
    label: name,
    href: hrefOf(site, entry),
    ...(role ? { role } : {}),
    initials: initialsOf(name),
    ...(organization ? { organization } : {}),
    ...(image ? { image: pictureOf(site, image) } : {}),
  };
};

const peopleOf = (site: Site, value: string) =>
  builtOf(site, person)
    .sort(byPlace(site))
    .filter(({ data }) => data.groups.includes(value))
    .map((entry) => cardOf(site, entry));

/** All people, by group, groups in their order. Links find a group by its value. */
const people = list({
  of: (site: Site) => ({
    groups: entriesOf(site.entries, group)
      .sort((a, b) => a.data.order - b.data.order)
      .map(({ data: { value, title, text } }) => ({
        anchor: value,
        title,
        ...(text ? { text } : {}),
        people: peopleOf(site, value),
      }))
      .filter((one) => one.people.length > 0),
  }),
  count: ({ groups }) => groups.flatMap((one) => one.people).length,
  view: PeopleByGroup,
});

export const kind = kindOf({
  collection: person,
  parts: [group],
  words,
  mention: {
    title: (site) => site.words.people,
    of(site, { file, data: { name, role, organization, image } }) {
      return {
        label: name,
        href: hrefOf(site, { file }),
        text: role ?? organization,
        mark: { initials: initialsOf(name), ...(image ? { image: pictureOf(site, image) } : {}) },
      };
    },
  },
  describe: ({ data: { name, role, organization } }) => [name, role ?? organization].filter(Boolean).join(': '),
  detail: (site, { file, data }) => ({
    ...(data.role ? { lead: data.role } : {}),
    mark: data.image ? { image: pictureOf(site, data.image) } : { initials: initialsOf(data.name) },
    facts: fact(site.words.organization, data.organization),
    links: linksOf(site, file, data.links),
  }),
  structuredData: (site, { file, data: { name, role, organization, links } }, address) => [
    {
      '@type': 'Person',
      name,
      ...(role ? { jobTitle: role } : {}),
      ...(organization ? { worksFor: { '@type': 'Organization', name: organization } } : {}),
      url: site.base.url(address),
      ...(links
        ? { sameAs: linksOf(site, file, links).map(({ href }) => new URL(href, site.base.url('/')).href) }
        : {}),
    },
  ],
  lists: { people },
  blocks: [
    kindBlock({
      schema: peopleBlock,
      fill: (site, block) => ({ people: peopleOf(site, block.group) }),
      view: PeopleBlock,
    }),
  ],
});
