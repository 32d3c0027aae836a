import type { Entry } from '../../content/entry';
import { problemAt } from '../../content/problem';
import { spanOf } from '../../model/date';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { fact, linksOf } from '../../site/kind/facts';
import { builtOf, hrefOf, latestFirst } from '../../site/kind/listed';
import { countIn, filled } from '../../site/kind/parts';
import { resolveLink } from '../../site/links/links';
import { pictureOf, spanText, whenOf } from '../../site/pages/fields';
import type { SiteWith } from '../../site/site';
import { calendarPaths, eventFile, eventsCalendar, planCalendars } from './calendar';
import { event, eventsBlock, type Word, words, wordsOfKinds } from './declaration';
import { type EventCard, Events, EventsBlock } from './view';

type EventSite = SiteWith<Word>;

const cardOf = (site: EventSite, entry: Entry<typeof event>): EventCard => {
  const { title, kind, start, end, when, place, description } = entry.data;
  return {
    label: title,
    href: hrefOf(site, entry),
    kind: site.words[wordsOfKinds[kind]],
    // A month is all that is known of days in words (ISO 8601, with reduced precision).
    start: { ...whenOf(site, start), ...(when ? { iso: start.slice(0, 7) } : {}) },
    ...(end ? { end: whenOf(site, end) } : {}),
    when: when ?? spanText(site, start, end),
    ...(place ? { place } : {}),
    ...(description ? { description } : {}),
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
    ...(data.description ? { lead: data.description } : {}),
    ...(data.image ? { mark: { image: pictureOf(site, data.image) } } : {}),
    facts: [
      ...(data.when
        ? fact(site.words.when, data.when)
        : [{ label: site.words.when, text: spanText(site, data.start, data.end), iso: data.start }]),
      ...fact(site.words.where, data.place),
    ],
    links: [
      ...linksOf(site, file, data.links),
      ...(data.when
        ? []
        : [{ label: site.words.addToCalendar, href: site.base.href(eventFile(site.addressByFile.get(file) ?? '/')) }]),
    ],
    buttons: data.url ? [{ label: site.words.eventPage, href: resolveLink(site, file, data.url).href }] : [],
  }),
  structuredData(site, { data: { title, start, end, when, place, description } }, address) {
    const url = site.base.url(address);
    const isOnline = place !== undefined && /^online$/i.test(place);
    return [
      {
        '@type': 'Event',
        name: title,
        ...(description ? { description } : {}),
        startDate: when ? start.slice(0, 7) : start,
        ...(end ? { endDate: when ? end.slice(0, 7) : end } : {}),
        ...(place
          ? { eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode` }
          : {}),
        ...(isOnline ? { location: { '@type': 'VirtualLocation', url } } : {}),
        ...(place && !isOnline ? { location: { '@type': 'Place', name: place, address: place } } : {}),
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
      link: (site) =>
        calendarPaths(site).length > 0
          ? { label: site.words.eventsCalendar, href: site.base.href(eventsCalendar) }
          : undefined,
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
