import { collection } from '../model/collection';
import { text } from '../model/field';
import { pageBlocks } from './blocks';
import { pageState } from './page-state';
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
    ...pageState,
    blocks: pageBlocks,
    seo,
  },
});
