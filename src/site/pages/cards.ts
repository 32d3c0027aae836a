import type { Entry } from '../../content/entry';
import { resolveLink, safeHref } from '../links/links';
import type { Post, Site } from '../site';
import { momentOf, pictureOf, spanText, whenOf } from './fields';
import type {
  EpisodeCard,
  EventCard,
  JobCard,
  Link,
  MemberCard,
  PersonCard,
  PostCard,
  PressCard,
  ProjectCard,
  Words,
} from './props';

// How an entry appears in a list, wherever the list is.

export function postCard(site: Site, post: Post): PostCard {
  const { title, date, seo, lang } = post.entry.data;
  return {
    label: title,
    href: site.base.href(post.address),
    date: momentOf(site, date),
    description: seo.description,
    categories: categoryLinks(site, post),
    ...(lang ? { lang } : {}),
    ...unpublished(post),
  };
}

/** For editors: a post that is not published says so. */
export const unpublished = ({ state }: Post) => (state === 'draft' || state === 'scheduled' ? { state } : {});

export const categoryLinks = (site: Site, post: Post): Link[] =>
  post.categories.map(({ label, address }) => ({ label, href: site.base.href(address) }));

export const memberCard = (site: Site, entry: Entry<'member'>): MemberCard => {
  const { name, level, country, logo } = entry.data;
  return {
    label: name,
    href: hrefOf(site, entry),
    level,
    ...(country ? { country } : {}),
    ...(logo ? { logo: pictureOf(site, logo) } : {}),
  };
};

export const personCard = (site: Site, entry: Entry<'person'>): PersonCard => {
  const { name, role, organization, image } = entry.data;
  return {
    label: name,
    href: hrefOf(site, entry),
    role,
    initials: initialsOf(name),
    ...(organization ? { organization } : {}),
    ...(image ? { image: pictureOf(site, image) } : {}),
  };
};

export const projectCard = (site: Site, entry: Entry<'project'>): ProjectCard => {
  const { name, tagline, logo, links = [] } = entry.data;
  return {
    label: name,
    href: hrefOf(site, entry),
    tagline,
    links: links.map(({ label, url }) => ({ label, href: resolveLink(site, entry.file, url).href })),
    ...(logo ? { logo: pictureOf(site, logo) } : {}),
  };
};

export const eventCard = (site: Site, entry: Entry<'event'>): EventCard => {
  const { title, kind, start, end, place, description } = entry.data;
  return {
    label: title,
    href: hrefOf(site, entry),
    kind: site.words[eventKinds[kind]],
    start: whenOf(site, start),
    ...(end ? { end: whenOf(site, end) } : {}),
    when: spanText(site, start, end),
    place,
    description,
  };
};

export const episodeCard = (site: Site, entry: Entry<'episode'>): EpisodeCard => {
  const { title, date, description } = entry.data;
  return { label: title, href: hrefOf(site, entry), date: whenOf(site, date), description };
};

export const jobCard = (site: Site, entry: Entry<'job'>): JobCard => {
  const { title, organization, place, until, description } = entry.data;
  return { label: title, href: hrefOf(site, entry), organization, place, until: whenOf(site, until), description };
};

export const pressCard = (
  site: Site,
  { data: { title, url, site: publication, date } }: Entry<'press'>,
): PressCard => ({
  label: title,
  href: safeHref(url),
  site: publication,
  date: whenOf(site, date),
});

/** The words for the kinds of event. */
const eventKinds = {
  summit: 'eventSummit',
  'openinfra-day': 'eventDay',
  gathering: 'eventGathering',
  meetup: 'eventMeetup',
  conference: 'eventConference',
  online: 'eventOnline',
} as const satisfies Record<Entry<'event'>['data']['kind'], keyof Words>;

/** The first letters of the first and the last word of a name: they stand where there is no picture. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || [...name][0] || '';
}

const hrefOf = (site: Site, { file }: { file: string }) => site.base.href(site.addressByFile.get(file) ?? '/');
