import { collection } from '../model/collection';
import { flag, text } from '../model/field';
import { pageBlocks } from './blocks';
import { seo } from './seo';

export const landingPage = collection({
  name: 'landing-page',
  label: 'Landing page',
  plural: 'Landing pages',
  description: 'Pages that are built of sections: the home page, and those that present something.',
  folder: 'pages',
  format: 'md',
  address: '/',
  template: 'landing-page',
  fields: {
    title: text({ label: 'Title', hint: 'The name of the page, for lists and browser tabs.' }),
    hidePost: flag({
      label: 'Hide page',
      hint: 'The page can be read by those who know its address, and is in no search engine.',
    }),
    draft: flag({ label: 'Draft', hint: 'The page is not published at all.' }),
    blocks: pageBlocks,
    seo,
  },
});
