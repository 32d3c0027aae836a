import { collection } from '../model/collection';
import { choice, longText, text } from '../model/field';
import { pageState } from './page-state';
import { seo } from './seo';

export const listingPage = collection({
  name: 'listing-page',
  label: 'Listing',
  plural: 'Listings',
  description: 'Pages that list all entries of one kind: members, people, projects, events and so on.',
  folder: 'pages',
  format: 'md',
  address: '/',
  template: 'listing-page',
  fields: {
    title: text({ label: 'Title', hint: 'The headline of the page.' }),
    subtitle: longText({ label: 'Subtitle', hint: 'A sentence below the headline.' }).exactOptional(),
    list: choice({
      label: 'List',
      hint: 'What is listed.',
      values: ['members', 'board', 'staff', 'projects', 'events', 'episodes', 'jobs', 'press'],
    }),
    empty: text({ label: 'When there is nothing', hint: 'What is said when the list is empty.' }),
    ...pageState,
    seo,
  },
});
