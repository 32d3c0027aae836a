import { collection } from '../model/collection';
import { group, language, list, longText, text } from '../model/field';
import { link } from './link';
import { pageState } from './page-state';
import { seo } from './seo';

export const genericPage = collection({
  name: 'generic-page',
  label: 'Text page',
  plural: 'Text pages',
  description: 'Pages that are one text: legal documents, explanations, directions.',
  folder: 'pages',
  format: 'md',
  address: '/',
  template: 'generic-page',
  title: 'title',
  fields: {
    title: text({ label: 'Title', hint: 'The headline of the page.' }),
    subtitle: longText({ label: 'Subtitle', hint: 'A sentence below the headline.' }).exactOptional(),
    ...pageState,
    lang: language({
      label: 'Language',
      hint: 'The language of the page, where it is not the site’s.',
    }).exactOptional(),
    sections: list(link('Link'), {
      label: 'Section navigation',
      hint: 'Links to neighboring pages, shown beside the text.',
    }).exactOptional(),
    callToAction: group(
      {
        title: text({ label: 'Title' }),
        text: longText({ label: 'Text' }).exactOptional(),
        buttons: list(link('Button'), { label: 'Buttons', min: 1 }),
      },
      { label: 'Call to action', hint: 'What readers are asked to do below the text.' },
    ).exactOptional(),
    seo,
  },
});
