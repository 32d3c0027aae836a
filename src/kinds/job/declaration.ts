import { word } from '../../collections/words';
import { collection } from '../../model/collection';
import { address, dayOrMoment, longText, text } from '../../model/field';

export const job = collection({
  name: 'job',
  label: 'Job',
  plural: 'Jobs',
  description: 'Open positions. The text describes the position.',
  folder: 'jobs',
  format: 'md',
  address: '/careers/',
  template: 'detail',
  title: 'title',
  summary: 'description',
  fields: {
    title: text({ label: 'Title' }),
    organization: text({ label: 'Organization' }),
    place: text({ label: 'Place', hint: 'A city, or Remote.' }),
    posted: dayOrMoment({ label: 'Posted' }).exactOptional(),
    until: dayOrMoment({
      label: 'Open until',
      hint: 'The last day, or the last moment; after it the job is in no list and has no page.',
    }),
    description: longText({ label: 'Description', hint: 'One or two sentences, for lists.' }),
    url: address({ label: 'Apply at', hint: 'Where one applies.' }).exactOptional(),
  },
});

export const words = {
  place: word('Place', 'Place', 'Before the place of a job.'),
  openUntil: word('Open until', 'Open until', 'Before the last day of a job.'),
  apply: word('Apply', 'Apply', 'The button of a job.'),
};

export type Word = keyof typeof words;
