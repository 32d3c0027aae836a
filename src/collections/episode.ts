import { collection } from '../model/collection';
import { absoluteAddress, dayOrMoment, list, longText, text } from '../model/field';
import { link } from './link';

export const episode = collection({
  name: 'episode',
  label: 'Episode',
  plural: 'Episodes',
  description: 'Broadcasts and recordings. The text holds the notes.',
  folder: 'episodes',
  format: 'md',
  address: '/live/',
  template: 'detail',
  fields: {
    title: text({ label: 'Title' }),
    date: dayOrMoment({ label: 'Date', hint: 'The day it is or was broadcast, or the moment it begins.' }),
    description: longText({ label: 'Description', hint: 'One or two sentences, for lists.' }),
    speakers: list(text({ label: 'Speaker' }), { label: 'Speakers', hint: 'Name and organization.' }).exactOptional(),
    video: absoluteAddress({ label: 'Video', hint: 'Its address on YouTube or Vimeo.' }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'Where else it can be heard.' }).exactOptional(),
  },
});
