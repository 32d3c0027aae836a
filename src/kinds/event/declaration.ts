import { anchor, count, title } from '../../collections/blocks';
import { link } from '../../collections/link';
import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { address, block, choice, dayOrMoment, image, keysOf, list, longText, reference, text } from '../../model/field';

export const words = {
  when: word('When', 'When', 'Before the days of an event.'),
  eventKind: word('Kind of event', 'Kind', 'Before the kind of an event.'),
  where: word('Where', 'Where', 'Before the place of an event.'),
  addToCalendar: word('Add to calendar', 'Add to your calendar', 'The link to the calendar file of an event.'),
  eventPage: word('Event’s own page', 'To the event’s own page', 'The button of an event.'),
  events: word('Events', 'Events', 'Above the events that name something.'),
  eventIsOver: word('Event is over', 'This event is over.', 'On the page of a past event.'),
  eventIsNow: word(
    'Event is now',
    'This event is going on.',
    'On the page of an event from its first day to its last.',
  ),
  eventToCome: word('Event to come', 'This event is to come.', 'On the page of an event before its first day.'),
  eventCancelled: word('Event is cancelled', 'This event is cancelled.'),
  eventPostponed: word('Event is postponed', 'This event is postponed; its new days are not known yet.'),
  eventNext: word('Next event', 'Next: %s', 'The link from a past event to one that is to come; %s stands for it.'),
  eventRecordings: word('Recordings', 'Watch the recordings', 'The button of a past event.'),
  eventsCalendar: word('Calendar', 'All events as a calendar', 'The link to the calendar of all events.'),
  eventsCalendarName: word('Name of the calendar', '%s events', 'In calendar programs; %s stands for the site.'),
  eventSummit: word('Summit', 'Summit', 'A kind of event.'),
  eventDay: word('Community day', 'Community day', 'A kind of event.'),
  eventGathering: word('Gathering', 'Gathering', 'A kind of event.'),
  eventMeetup: word('Meetup', 'Meetup', 'A kind of event.'),
  eventConference: word('Conference', 'Conference', 'A kind of event.'),
  eventOnline: word('Online', 'Online', 'A kind of event.'),
};

export type Word = keyof typeof words;

/** The kinds of event, and the key of the word for each. */
export const wordsOfKinds = {
  summit: 'eventSummit',
  'community-day': 'eventDay',
  gathering: 'eventGathering',
  meetup: 'eventMeetup',
  conference: 'eventConference',
  online: 'eventOnline',
} as const satisfies Record<string, keyof typeof words>;

export const event = collection({
  name: 'event',
  label: 'Event',
  plural: 'Events',
  description: 'Summits, meetups and gatherings. The text says what they are about.',
  folder: 'events',
  format: 'md',
  address: '/events/',
  template: 'detail',
  title: 'title',
  summary: 'description',
  fields: {
    title: text({ label: 'Title' }),
    kind: choice({ label: 'Kind', values: keysOf(wordsOfKinds) }),
    start: dayOrMoment({ label: 'Start', hint: 'The first day, or the moment it begins, with the zone of its place.' }),
    end: dayOrMoment({ label: 'End', hint: 'The last day, or the moment it ends.' }).exactOptional(),
    when: text({
      label: 'Days in words',
      hint: 'Where the days are not settled: August–September 2026. Start and End then are the first and the last day it may be, for the order of lists; no calendar has them.',
    }).exactOptional(),
    place: text({ label: 'Place', hint: 'City and country, or Online.' }).exactOptional(),
    url: address({ label: 'Web address', hint: 'Where one registers or reads more.' }).exactOptional(),
    status: choice({
      label: 'Status',
      hint: 'Left out for an event that takes place as planned.',
      values: ['cancelled', 'postponed'],
    }).exactOptional(),
    recordings: address({
      label: 'Recordings',
      hint: 'Where its talks can be watched, once it is over.',
    }).exactOptional(),
    projects: list(reference({ label: 'Project', collection: 'project', by: 'name' }), {
      label: 'Projects',
      hint: 'What it is about; their pages show it.',
    }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'The program, tickets, the call for talks.' }).exactOptional(),
    image: image({ label: 'Picture', hint: 'Shown beside the text.' }).exactOptional(),
    description: longText({
      label: 'Description',
      hint: 'One or two sentences, for lists and calendars.',
    }).exactOptional(),
  },
});

export const eventsBlock = block('events', { anchor, title, count }, { label: 'Upcoming events' });
