import type { CollectionName } from '../../collections/index';
import { type Entry, entriesOf } from '../../content/entry';
import { beginOf, endOf, spanOf } from '../../model/date';
import { eventsCalendar } from '../files/calendar';
import type { Site } from '../site';
import { episodeCard, eventCard, jobCard, memberCard, personCard, pressCard, projectCard } from './cards';
import type { Listing, MemberGroup } from './props';

/** What a listing page can list: the value of its field `list`. */
export type ListName = 'members' | 'board' | 'staff' | 'projects' | 'events' | 'episodes' | 'jobs' | 'press';

/** All entries of one kind, in the order in which they are listed. */
export function listingOf(site: Site, name: ListName): Listing {
  switch (name) {
    case 'members': {
      const groups = memberGroups(site);
      const members = groups.flatMap((group) => group.members);
      const countries = [...new Set(members.flatMap(({ country }) => country ?? []))].sort(compare(site));
      return { kind: 'members', groups, countries, total: members.length };
    }
    case 'board':
    case 'staff':
      return { kind: 'people', people: peopleOf(site, name) };
    case 'projects': {
      const projects = ordered(site, 'project');
      const groups = Object.entries(projectCategories).map(([category, { anchor, word }]) => ({
        title: site.words[word],
        anchor,
        projects: projects.filter(({ data }) => data.category === category).map((entry) => projectCard(site, entry)),
      }));
      return { kind: 'projects', groups: groups.filter((group) => group.projects.length > 0) };
    }
    case 'events': {
      const calendar = { label: site.words.eventsCalendar, href: site.base.href(eventsCalendar) };
      return { kind: 'events', ...upcomingAndPast(site), calendar };
    }
    case 'episodes': {
      const episodes = builtOf(site, 'episode').sort((a, b) => latestFirst(beginOf(a.data.date), beginOf(b.data.date)));
      // A broadcast is ahead until it begins, or for the whole of its day where its hour is not known.
      const isAhead = ({ data: { date } }: Entry<'episode'>) => endOf(date) >= site.now;
      const upcoming = episodes.filter(isAhead).reverse();
      const past = episodes.filter((episode) => !isAhead(episode));
      const cards = (entries: Entry<'episode'>[]) => entries.map((entry) => episodeCard(site, entry));
      return { kind: 'episodes', upcoming: cards(upcoming), past: cards(past) };
    }
    case 'jobs': {
      const jobs = builtOf(site, 'job').sort((a, b) => latestFirst(endOf(b.data.until), endOf(a.data.until)));
      return { kind: 'jobs', jobs: jobs.map((entry) => jobCard(site, entry)) };
    }
    case 'press': {
      const articles = entriesOf(site.entries, 'press').sort((a, b) =>
        latestFirst(beginOf(a.data.date), beginOf(b.data.date)),
      );
      return { kind: 'press', articles: articles.map((entry) => pressCard(site, entry)) };
    }
  }
}

/** How many entries a listing shows. */
export function countOf(listing: Listing): number {
  switch (listing.kind) {
    case 'members':
      return listing.total;
    case 'people':
      return listing.people.length;
    case 'projects':
      return listing.groups.flatMap(({ projects }) => projects).length;
    case 'events':
    case 'episodes':
      return listing.upcoming.length + listing.past.length;
    case 'jobs':
      return listing.jobs.length;
    case 'press':
      return listing.articles.length;
  }
}

/** The members by level, levels in their order; only some levels where those are named. */
export function memberGroups(site: Site, levels?: readonly string[]): MemberGroup[] {
  const byName = compare(site);
  const members = builtOf(site, 'member').sort((a, b) => byName(a.data.name, b.data.name));
  return entriesOf(site.entries, 'level')
    .filter(({ data }) => !levels?.length || levels.includes(data.value))
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ data: { value, title, text } }) => ({
      value,
      title,
      ...(text ? { text } : {}),
      members: members.filter(({ data }) => data.level === value).map((entry) => memberCard(site, entry)),
    }))
    .filter((group) => group.members.length > 0);
}

export const peopleOf = (site: Site, group: 'board' | 'staff') =>
  ordered(site, 'person')
    .filter(({ data }) => data.groups.includes(group))
    .map((entry) => personCard(site, entry));

/** The events that are not over at the moment of the build, soonest first, and the others, newest first. */
export function upcomingAndPast(site: Site) {
  const spanned = ({ data: { start, end } }: Entry<'event'>) => spanOf(start, end);
  const events = builtOf(site, 'event').sort((a, b) => latestFirst(spanned(b).first, spanned(a).first));
  const isOver = (event: Entry<'event'>) => spanned(event).last < site.now;
  return {
    upcoming: events.filter((event) => !isOver(event)).map((entry) => eventCard(site, entry)),
    past: events
      .filter(isOver)
      .reverse()
      .map((entry) => eventCard(site, entry)),
  };
}

/** Orders moments in UTC. */
const latestFirst = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** The entries of a collection that have a page. */
export const builtOf = <Name extends CollectionName>(site: Site, name: Name): Entry<Name>[] =>
  entriesOf(site.entries, name).filter(({ file }) => site.addressByFile.has(file));

function ordered<Name extends 'person' | 'project'>(site: Site, name: Name): Entry<Name>[] {
  const byName = compare(site);
  const place = ({ data }: Entry<'person'> | Entry<'project'>) => data.order ?? Number.POSITIVE_INFINITY;
  const byPlace = (a: Entry<'person'> | Entry<'project'>, b: Entry<'person'> | Entry<'project'>) =>
    place(a) === place(b) ? byName(a.data.name, b.data.name) : place(a) - place(b);
  return (builtOf(site, name) as (Entry<'person'> | Entry<'project'>)[]).sort(byPlace) as Entry<Name>[];
}

/** A collator takes longer to make than to use: make one for a whole list. */
const compare = ({ settings }: Site) => new Intl.Collator(settings.language).compare;

/** The categories of projects in the order in which they are listed: where links find them, and the word for them. */
export const projectCategories = {
  confirmed: { anchor: 'projects', word: 'projectsConfirmed' },
  pilot: { anchor: 'pilot-projects', word: 'projectsPilot' },
  'working-group': { anchor: 'working-groups', word: 'projectsWorkingGroups' },
} as const;
