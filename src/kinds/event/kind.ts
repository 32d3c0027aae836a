import type { Entry } from '../../content/entry';
import { problemAt } from '../../content/problem';
import { spanOf } from '../../model/date';
import { kindBlock, kind as kindOf, list } from '../../site/kind/declare';
import { fact, linksOf } from '../../site/kind/facts';
import { builtOf, hrefOf, latestFirst } from '../../site/kind/listed';
import { countIn, filled } from '../../site/kind/parts';
import { resolveLink, resolvePicture } from '../../site/links/links';
import { pictureOf, spanText, whenOf } from '../../site/pages/fields';
import type { Detail, Link } from '../../site/pages/props';
import type { Site, SiteWith } from '../../site/site';
import { fill } from '../../site/words';
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
  const over = (entry: Entry<typeof event>) => isOver(site, entry);
  const cards = (entries: Entry<typeof event>[]) => entries.map((entry) => cardOf(site, entry));
  return { upcoming: cards(events.filter((entry) => !over(entry))), past: cards(events.filter(over).reverse()) };
}

const isOver = (site: Site, { data: { start, end } }: Entry<typeof event>) => spanOf(start, end).last < site.now;

/** Whether an event is to come, and after one that is over the next that is. */
function noteOf(site: EventSite, entry: Entry<typeof event>): NonNullable<Detail['note']> {
  const { words, now } = site;
  const { start, end, status, when } = entry.data;
  if (status) return { text: status === 'cancelled' ? words.eventCancelled : words.eventPostponed };
  if (!isOver(site, entry)) {
    return { text: spanOf(start, end).first <= now && !when ? words.eventIsNow : words.eventToCome };
  }
  const [next] = upcomingAndPast(site).upcoming;
  return {
    text: words.eventIsOver,
    ...(next ? { link: { label: fill(words.eventNext, next.label), href: next.href } } : {}),
  };
}

function detailOf(site: EventSite, entry: Entry<typeof event>): Detail {
  const { file, data } = entry;
  const { words } = site;
  const { url, recordings } = data;
  const over = isOver(site, entry);
  const inCalendar = !over && !data.when && !data.status;
  const buttonOf = (label: string, target: string | undefined): Link[] =>
    target ? [{ label, href: resolveLink(site, file, target).href }] : [];
  return {
    ...(data.description ? { lead: data.description } : {}),
    ...(data.image ? { mark: { image: pictureOf(site, data.image) } } : {}),
    facts: [
      ...(data.when
        ? fact(words.when, data.when)
        : [{ label: words.when, text: spanText(site, data.start, data.end), iso: data.start }]),
      ...fact(words.where, data.place),
      ...fact(words.eventKind, words[wordsOfKinds[data.kind]]),
    ],
    links: [
      ...linksOf(site, file, data.links),
      ...(inCalendar
        ? [{ label: words.addToCalendar, href: site.base.href(eventFile(site.addressByFile.get(file) ?? '/')) }]
        : []),
    ],
    buttons: [...(over ? buttonOf(words.eventRecordings, recordings) : []), ...buttonOf(words.eventPage, url)],
  };
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
  mention: {
    title: (site) => site.words.events,
    of(site, entry) {
      const { label, href, start, when, place } = cardOf(site, entry);
      return { label, href, date: { iso: start.iso, text: when }, text: place };
    },
  },
  detail: (site, entry) => ({
    note: noteOf(site, entry),
    ...detailOf(site, entry),
  }),
  structuredData(site, { data }, address) {
    const { title, start, end, when, place, status, description, image } = data;
    const url = site.base.url(address);
    const isOnline = place !== undefined && /^online$/i.test(place);
    return [
      {
        '@type': 'Event',
        name: title,
        ...(description ? { description } : {}),
        ...(image ? { image: new URL(resolvePicture(site, image).src, site.settings.url).href } : {}),
        eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : status === 'postponed' ? 'EventPostponed' : 'EventScheduled'}`,
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
