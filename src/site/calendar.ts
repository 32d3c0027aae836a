import ical, { ICalCalendarMethod } from 'ical-generator';
import { type Entry, entriesOf } from '../content/entry';
import type { Address } from './address';
import type { SiteFile } from './feeds';
import type { Site } from './resolve';
import { fill } from './words';

/** The calendar of all events, which calendar programs can subscribe to. */
export const eventsCalendar = '/events/events.ics';
export const eventFile = (address: Address) => `${address}event.ics`;

/** The addresses of the calendars. */
export function calendarPaths({ entries, addressByFile }: Pick<Site, 'entries' | 'addressByFile'>): string[] {
  const files = entriesOf(entries, 'event').flatMap(({ file }) => {
    const address = addressByFile.get(file);
    return address ? [eventFile(address)] : [];
  });
  return files.length > 0 ? [eventsCalendar, ...files] : [];
}

/** A calendar file of every event, and one of all of them (RFC 5545). */
export function planCalendars(site: Site): SiteFile[] {
  const events = entriesOf(site.entries, 'event').filter(({ file }) => site.addressByFile.has(file));
  if (events.length === 0) return [];
  return [
    { path: eventsCalendar, text: calendarOf(site, fill(site.words.eventsCalendarName, site.settings.title), events) },
    ...events.map((event) => ({
      path: eventFile(site.addressByFile.get(event.file) ?? '/'),
      text: calendarOf(site, event.data.title, [event]),
    })),
  ];
}

function calendarOf(site: Site, name: string, events: readonly Entry<'event'>[]): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: site.settings.title, product: 'Events' },
  });
  for (const { file, data } of events) {
    const { title, start, end = start, place, description, url } = data;
    const { base } = site;
    const page = base.url(site.addressByFile.get(file) ?? '/');
    const allDay = [start, end].every((moment) => moment.endsWith('T00:00:00.000Z'));
    calendar.createEvent({
      id: page,
      summary: title,
      description,
      location: place,
      url: url && /^https?:/.test(url) ? url : url?.startsWith('/') ? base.url(url) : page,
      start: new Date(start),
      // The end of whole days is the first moment after them.
      end: allDay ? new Date(Date.parse(end) + 86_400_000) : new Date(end),
      allDay,
      // The same content gives the same file: the stamp is not the moment of the build.
      stamp: new Date(start),
    });
  }
  // Every line of a calendar ends with a line break, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}
