import { type Entry, entriesOf, isOf } from '../../content/entry';
import { initialsOf } from '../../site/initials';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { fact, linkedFact, when } from '../../site/kind/facts';
import { builtOf, byName, hrefOf } from '../../site/kind/listed';
import { safeHref } from '../../site/links/links';
import { pictureOf } from '../../site/pages/fields';
import type { Mention, Mentions } from '../../site/pages/props';
import { anchorOf } from '../../site/relations/mentions';
import type { Site, SiteWith } from '../../site/site';
import { level, member, membersBlock, type Word, words } from './declaration';
import type { MemberGroup } from './member-card';
import { MemberDirectory } from './member-directory';
import { MembersBlock } from './members-block';

/** The members by level, levels in their order; only some levels where those are named. */
function groupsOf(site: Site, levels?: readonly string[]): MemberGroup[] {
  const compare = byName(site);
  const members = builtOf(site, member).sort((a, b) => compare(a.data.name, b.data.name));
  return entriesOf(site.entries, level)
    .filter(({ data }) => !levels?.length || levels.includes(data.value))
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ data: { value, title, text } }) => ({
      value,
      title,
      ...(text ? { text } : {}),
      members: members
        .filter(({ data }) => data.level === value)
        .map((entry) => ({
          label: entry.data.name,
          href: hrefOf(site, entry),
          level: value,
          ...(entry.data.country ? { country: entry.data.country } : {}),
          ...(entry.data.logo ? { logo: pictureOf(site, entry.data.logo) } : {}),
        })),
    }))
    .filter((group) => group.members.length > 0);
}

const members = list({
  of(site: Site) {
    const groups = groupsOf(site);
    const all = groups.flatMap((group) => group.members);
    const countries = [...new Set(all.flatMap(({ country }) => country ?? []))].sort(byName(site));
    // The page leads to every level by its value.
    return { groups: groups.map((group) => ({ ...group, anchor: group.value })), countries, total: all.length };
  },
  count: ({ total }) => total,
  structuredData: (site, title, { groups, total }) => [
    {
      '@type': 'ItemList',
      name: title,
      numberOfItems: total,
      itemListElement: groups
        .flatMap((group) => group.members)
        .map(({ label, href }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: label,
          url: new URL(href, site.base.url('/')).href,
        })),
    },
  ],
  view: MemberDirectory,
});

/** So many others of its level the page of a member shows. */
const most = 6;

const mentionOf = (site: Site, { file, data: { name, country, logo } }: Entry<typeof member>): Mention => ({
  label: name,
  href: hrefOf(site, { file }),
  text: country,
  mark: logo ? { image: pictureOf(site, logo) } : { initials: initialsOf(name) },
});

/** Some members of the same level: those that follow by name, and the first ones after the last. */
function othersOf(site: SiteWith<Word>, { file, data }: Entry<typeof member>): Mentions[] {
  const compare = byName(site);
  const all = builtOf(site, member)
    .filter((one) => one.data.level === data.level)
    .sort((a, b) => compare(a.data.name, b.data.name));
  const place = all.findIndex((one) => one.file === file);
  const others = [...all.slice(place + 1), ...all.slice(0, place)].slice(0, most);
  return others.length > 0
    ? [
        {
          anchor: anchorOf('level'),
          title: site.words.othersOfLevel,
          mentions: others.map((one) => mentionOf(site, one)),
        },
      ]
    : [];
}

export const kind = kindOf({
  collection: member,
  parts: [level],
  words,
  mention: { title: (site) => site.words.members, of: mentionOf },
  isOff: ({ hidden }) => hidden,
  detail(site, entry) {
    const { data } = entry;
    const found = site.find(level.name, 'value', data.level);
    const its = found && isOf(found, level) ? found.data : undefined;
    return {
      ...(data.description ? { lead: data.description } : {}),
      related: othersOf(site, entry),
      // Without a logo the name itself, large above, is the mark.
      ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
      facts: [
        { label: site.words.membership, text: its?.title ?? data.level, ...(its?.text ? { note: its.text } : {}) },
        ...fact(site.words.country, data.country),
        ...when(site, site.words.joined, data.joined),
        ...(data.projects ?? []).map((name) => linkedFact(site, site.words.project, 'project', name)),
        ...(data.url
          ? [
              {
                label: site.words.website,
                text: new URL(data.url).host.replace(/^www\./, ''),
                href: safeHref(data.url),
              },
            ]
          : []),
      ],
    };
  },
  structuredData: (site, { data: { name, url, description, logo } }) => [
    {
      '@type': 'Organization',
      name,
      ...(url ? { url } : {}),
      ...(description ? { description } : {}),
      ...(logo ? { logo: /^https?:/.test(logo) ? logo : site.base.url(logo) } : {}),
      memberOf: {
        '@type': 'Organization',
        name: site.settings.organization.name,
        url: site.settings.organization.url,
      },
    },
  ],
  lists: { members },
  blocks: [
    kindBlock({
      schema: membersBlock,
      fill: (site, { levels }) => ({ groups: groupsOf(site, levels) }),
      view: MembersBlock,
    }),
  ],
  script: 'data-members-filter',
});
