import { collection } from '../model/collection';
import { address, choice, dayOrMoment, longText, text } from '../model/field';

export const event = collection({
  name: 'event',
  label: 'Event',
  plural: 'Events',
  description: 'Summits, meetups and gatherings. The text says what they are about.',
  folder: 'events',
  format: 'md',
  address: '/events/',
  template: 'detail',
  fields: {
    title: text({ label: 'Title' }),
    kind: choice({ label: 'Kind', values: ['summit', 'openinfra-day', 'gathering', 'meetup', 'conference', 'online'] }),
    start: dayOrMoment({ label: 'Start', hint: 'The first day, or the moment it begins, with the zone of its place.' }),
    end: dayOrMoment({ label: 'End', hint: 'The last day, or the moment it ends.' }).exactOptional(),
    place: text({ label: 'Place', hint: 'City and country, or Online.' }),
    url: address({ label: 'Web address', hint: 'Where one registers or reads more.' }).exactOptional(),
    description: longText({ label: 'Description', hint: 'One or two sentences, for lists and calendars.' }),
  },
});
