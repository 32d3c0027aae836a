import { link } from '../../collections/link';
import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { absoluteAddress, dayOrMoment, flag, list, longText, reference, text } from '../../model/field';

export const episode = collection({
  name: 'episode',
  label: 'Episode',
  plural: 'Episodes',
  description: 'Broadcasts and recordings. The text holds the notes.',
  folder: 'episodes',
  format: 'md',
  address: '/live/',
  template: 'detail',
  title: 'title',
  summary: 'description',
  fields: {
    title: text({ label: 'Title' }),
    date: dayOrMoment({ label: 'Date', hint: 'The day it is or was broadcast, or the moment it begins.' }),
    description: longText({ label: 'Description', hint: 'One or two sentences, for lists.' }),
    speakers: list(text({ label: 'Speaker' }), { label: 'Speakers', hint: 'Name and organization.' }).exactOptional(),
    projects: list(reference({ label: 'Project', collection: 'project', by: 'name' }), {
      label: 'Projects',
      hint: 'What it is about; their pages show it.',
    }).exactOptional(),
    video: absoluteAddress({ label: 'Video', hint: 'Its address on YouTube or Vimeo.' }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'Where else it can be heard.' }).exactOptional(),
    hidden: flag({ label: 'Hide episode', hint: 'The episode is in no list and has no page.' }),
  },
});

export const words = {
  broadcast: word('Broadcast', 'Broadcast', 'Before the day of an episode.'),
  with: word('With', 'With', 'Before the speakers of an episode.'),
  episodes: word('Episodes', 'Episodes', 'Above the episodes that name something.'),
  video: word('Video', 'Video', 'The link to the video of an episode.'),
};

export type Word = keyof typeof words;
