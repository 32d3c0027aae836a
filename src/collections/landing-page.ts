import type * as z from 'zod';
import { collection } from '../model/collection';
import { text } from '../model/field';
import { pageBlocksWith } from './blocks';
import { pageState } from './page-state';
import { seo } from './seo';

/** The landing page with the sections that the kinds of content bring. */
export const landingPageWith = <More extends readonly z.ZodObject[]>(more: More) =>
  collection({
    name: 'landing-page',
    label: 'Landing page',
    plural: 'Landing pages',
    description: 'Pages that are built of sections: the home page, and those that present something.',
    folder: 'pages',
    format: 'md',
    address: '/',
    template: 'landing-page',
    title: 'title',
    fields: {
      title: text({ label: 'Title', hint: 'The name of the page, for lists and browser tabs.' }),
      ...pageState,
      blocks: pageBlocksWith(more),
      seo,
    },
  });

export const landingPage = landingPageWith([]);
