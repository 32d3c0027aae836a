import { entriesOf, isOf } from '../../content/entry';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { fact, linkedFact, when } from '../../site/kind/facts';
import { builtOf, byName, hrefOf } from '../../site/kind/listed';
import { safeHref } from '../../site/links/links';
import { pictureOf } from '../../site/pages/fields';
import type { Site } from '../../site/site';
import { level, member, membersBlock, words } from './declaration';
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

export const kind = kindOf({
  collection: member,
  parts: [level],
  words,
  isOff: ({ hidden }) => hidden,
  detail(site, { data }) {
    const found = site.find(level.name, 'value', data.level);
    return {
      ...(data.description ? { lead: data.description } : {}),
      // Without a logo the name itself, large above, is the mark.
      ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
      facts: [
        ...fact(site.words.membership, found && isOf(found, level) ? found.data.title : data.level),
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
