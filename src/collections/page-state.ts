import { flag } from '../model/field';

/** Whether readers find a page; the same for every kind of page. */
export const pageState = {
  hidePost: flag({
    label: 'Hide page',
    hint: 'The page can be read by those who know its address, and is in no search engine.',
  }),
  draft: flag({ label: 'Draft', hint: 'The page is not published at all.' }),
};
