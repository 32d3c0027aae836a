import ical, { escape as escapeText, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Entry } from '../../content/entry';
import { isDay, spanOf } from '../../model/date';
import type { Address } from '../../site/addresses/address';
import type { SiteFile } from '../../site/files/site-file';
import { builtOf } from '../../site/kind/listed';
import type { Site, SiteWith } from '../../site/site';
import { fill } from '../../site/words';
import { event, type Word } from './declaration';

/** The calendar of all events, which calendar programs can subscribe to. */
export const eventsCalendar = '/events/events.ics';
export const eventFile = (address: Address) => `${address}event.ics`;

/** The events whose days are settled: no others are in calendars. */
const settled = (site: Pick<Site, 'entries' | 'addressByFile'>) =>
  builtOf(site, event).filter(({ data }) => data.when === undefined && data.status !== 'postponed');

/** The addresses of the calendars. */
export function calendarPaths(site: Pick<Site, 'entries' | 'addressByFile'>): string[] {
  const files = settled(site).map(({ file }) => eventFile(site.addressByFile.get(file) ?? '/'));
  return files.length > 0 ? [eventsCalendar, ...files] : [];
}

/** A calendar file of every event, and one of all of them (RFC 5545). */
export function planCalendars(site: SiteWith<Word>): SiteFile[] {
  const events = settled(site);
  if (events.length === 0) return [];
  return [
    { path: eventsCalendar, text: calendarOf(site, fill(site.words.eventsCalendarName, site.settings.title), events) },
    ...events.map((entry) => ({
      path: eventFile(site.addressByFile.get(entry.file) ?? '/'),
      text: calendarOf(site, entry.data.title, [entry]),
    })),
  ];
}

function calendarOf(site: Site, name: string, events: readonly Entry<typeof event>[]): string {
  const calendar = ical({
    // The library escapes the texts of events and not those of the calendar, nor what identifies an event.
    name: escapeText(plain(name), false),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: escapeText(plain(site.settings.title), false), product: 'Events' },
  });
  for (const { file, data } of events) {
    const { base } = site;
    const page = base.url(site.addressByFile.get(file) ?? '/');
    const url =
      data.url && /^https?:/.test(data.url) ? data.url : data.url?.startsWith('/') ? base.url(data.url) : page;
    calendar.createEvent({
      id: escapeText(page, false),
      summary: plain(data.title),
      ...(data.description ? { description: plain(data.description) } : {}),
      ...(data.place ? { location: plain(data.place) } : {}),
      // An address is no text: what the library would escape in it is encoded as in other addresses.
      url: url.replace(/[\\;,]/g, encodeURIComponent),
      ...(data.status === 'cancelled' ? { status: ICalEventStatus.CANCELLED } : {}),
      ...timesOf(data),
    });
  }
  // Every line of a calendar ends with a line break, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

/** When an event is: whole days, where no hour is known, or moments. */
function timesOf({ start, end }: Entry<typeof event>['data']) {
  const { first, last } = spanOf(start, end);
  // What ends with a day ends with the first moment that is no more of it.
  const until = isDay(end ?? start) ? new Date(Date.parse(last) + 1) : new Date(last);
  return {
    start: new Date(first),
    // An event without an end, or that ends as it begins, is a moment: an end must be later (RFC 5545, 3.8.2.2).
    ...(until > new Date(first) ? { end: until } : {}),
    allDay: isDay(start) && isDay(end ?? start),
    // The same content gives the same file: the stamp is not the moment of the build.
    stamp: new Date(first),
  };
}

/** A text without the signs that a calendar can’t hold (RFC 5545, 3.1). */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
