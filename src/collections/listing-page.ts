import { collection } from '../model/collection';
import { choice, flag, longText, text } from '../model/field';
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
    hidePost: flag({
      label: 'Hide page',
      hint: 'The page can be read by those who know its address, and is in no search engine.',
    }),
    draft: flag({ label: 'Draft', hint: 'The page is not published at all.' }),
    seo,
  },
});
