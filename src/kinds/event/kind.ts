import type { Entry } from '../../content/entry';
import { problemAt } from '../../content/problem';
import { spanOf } from '../../model/date';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { builtOf, hrefOf, latestFirst } from '../../site/kind/listed';
import { countIn, filled } from '../../site/kind/parts';
import { resolveLink } from '../../site/links/links';
import { spanText, whenOf } from '../../site/pages/fields';
import type { SiteWith } from '../../site/site';
import { calendarPaths, eventFile, eventsCalendar, planCalendars } from './calendar';
import { event, eventsBlock, type Word, words, wordsOfKinds } from './declaration';
import { type EventCard, Events, EventsBlock } from './view';

type EventSite = SiteWith<Word>;

const cardOf = (site: EventSite, entry: Entry<typeof event>): EventCard => {
  const { title, kind, start, end, place, description } = entry.data;
  return {
    label: title,
    href: hrefOf(site, entry),
    kind: site.words[wordsOfKinds[kind]],
    start: whenOf(site, start),
    ...(end ? { end: whenOf(site, end) } : {}),
    when: spanText(site, start, end),
    place,
    description,
  };
};

/** The events that are not over at the moment of the build, soonest first, and the others, newest first. */
function upcomingAndPast(site: EventSite): Record<'upcoming' | 'past', EventCard[]> {
  const spanned = ({ data: { start, end } }: Entry<typeof event>) => spanOf(start, end);
  const events = builtOf(site, event).sort((a, b) => latestFirst(spanned(b).first, spanned(a).first));
  const isOver = (entry: Entry<typeof event>) => spanned(entry).last < site.now;
  const cards = (entries: Entry<typeof event>[]) => entries.map((entry) => cardOf(site, entry));
  return { upcoming: cards(events.filter((entry) => !isOver(entry))), past: cards(events.filter(isOver).reverse()) };
}

export const kind = kindOf({
  collection: event,
  words,
  check(entry) {
    const { first, last } = spanOf(entry.data.start, entry.data.end);
    return last < first
      ? [problemAt(entry, 'dates-out-of-order', ['end'], '“End” is before “Start”', 'correct one of the two')]
      : [];
  },
  detail: (site, { file, data }) => ({
    lead: data.description,
    facts: [
      { label: site.words.when, text: spanText(site, data.start, data.end), iso: data.start },
      { label: site.words.where, text: data.place },
    ],
    links: [{ label: site.words.addToCalendar, href: site.base.href(eventFile(site.addressByFile.get(file) ?? '/')) }],
    buttons: data.url ? [{ label: site.words.eventPage, href: resolveLink(site, file, data.url).href }] : [],
  }),
  structuredData(site, { data: { title, start, end, place, description } }, address) {
    const url = site.base.url(address);
    const isOnline = /^online$/i.test(place);
    return [
      {
        '@type': 'Event',
        name: title,
        description,
        startDate: start,
        ...(end ? { endDate: end } : {}),
        eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
        location: isOnline ? { '@type': 'VirtualLocation', url } : { '@type': 'Place', name: place, address: place },
        organizer: {
          '@type': 'Organization',
          name: site.settings.organization.name,
          url: site.settings.organization.url,
        },
        url,
      },
    ];
  },
  files: { addresses: calendarPaths, plan: planCalendars },
  lists: {
    events: list({
      of(site: EventSite) {
        const { upcoming, past } = upcomingAndPast(site);
        return {
          parts: filled([
            { title: site.words.upcoming, anchor: 'upcoming', cards: upcoming },
            { title: site.words.past, anchor: 'past', cards: past },
          ]),
        };
      },
      count: ({ parts }) => countIn(parts),
      link: (site) => ({ label: site.words.eventsCalendar, href: site.base.href(eventsCalendar) }),
      view: Events,
    }),
  },
  blocks: [
    kindBlock({
      schema: eventsBlock,
      fill: (site: EventSite, { count }) => ({ events: upcomingAndPast(site).upcoming.slice(0, count) }),
      view: EventsBlock,
    }),
  ],
});
