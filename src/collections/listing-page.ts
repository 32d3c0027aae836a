import type * as z from 'zod';
import { collection } from '../model/collection';
import { choice, longText, text } from '../model/field';
import { sectionsWith } from './blocks';
import { pageState } from './page-state';
import { seo } from './seo';

/** The listing page with the names of the lists, and the sections, that the kinds of content give. */
export const listingPageWith = <More extends readonly z.ZodObject[]>(lists: readonly string[], more: More) =>
  collection({
    name: 'listing-page',
    label: 'Listing',
    plural: 'Listings',
    description: 'Pages that list all entries of one kind: members, people, projects, events and so on.',
    folder: 'pages',
    format: 'md',
    address: '/',
    template: 'listing-page',
    title: 'title',
    fields: {
      title: text({ label: 'Title', hint: 'The headline of the page.' }),
      subtitle: longText({ label: 'Subtitle', hint: 'A sentence below the headline.' }).exactOptional(),
      list: choice({
        label: 'List',
        hint: 'What is listed; left out where sections say it all.',
        values: lists,
      }).exactOptional(),
      empty: text({ label: 'When there is nothing', hint: 'What is said when the list is empty.' }).exactOptional(),
      blocks: sectionsWith(more).exactOptional(),
      ...pageState,
      seo,
    },
  });

export const listingPage = listingPageWith([], []);
