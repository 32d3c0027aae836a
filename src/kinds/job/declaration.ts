import { word } from '../../collections/settings/words';
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
    organization: text({
      label: 'Organization',
      hint: 'Who employs; the organization of the site, when left out.',
    }).exactOptional(),
    type: text({ label: 'Type', hint: 'Full time, part time, internship.' }).exactOptional(),
    department: text({ label: 'Department', hint: 'The part of the organization.' }).exactOptional(),
    place: text({ label: 'Place', hint: 'A city, or Remote.' }),
    posted: dayOrMoment({ label: 'Posted' }).exactOptional(),
    until: dayOrMoment({
      label: 'Open until',
      hint: 'The last day, or the last moment; after it the job is in no list and has no page. Left out, it is open until the file goes.',
    }).exactOptional(),
    description: longText({ label: 'Description', hint: 'One or two sentences, for lists.' }).exactOptional(),
    url: address({ label: 'Apply at', hint: 'Where one applies.' }).exactOptional(),
  },
});

export const words = {
  place: word('Place', 'Place', 'Before the place of a job.'),
  jobType: word('Type', 'Type', 'Before the type of a job, such as full time.'),
  department: word('Department', 'Department', 'Before the department of a job.'),
  openUntil: word('Open until', 'Open until', 'Before the last day of a job.'),
  jobs: word('Jobs', 'Open positions', 'Above the jobs that name something.'),
  apply: word('Apply', 'Apply', 'The button of a job.'),
};

export type Word = keyof typeof words;
