import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { absoluteAddress, dayOrMoment, flag, image, text } from '../../model/field';

export const words = {
  press: word('Press', 'Elsewhere in the press', 'Above the articles that name something.'),
};

export const press = collection({
  name: 'press',
  label: 'Press article',
  plural: 'Press articles',
  description: 'Articles elsewhere about what is built here.',
  folder: 'press',
  format: 'yml',
  title: 'title',
  fields: {
    title: text({ label: 'Title', hint: 'The headline of the article.' }),
    site: text({ label: 'Publication' }),
    date: dayOrMoment({ label: 'Date' }),
    url: absoluteAddress({ label: 'Address', hint: 'Where the article is.' }),
    image: image({ label: 'Picture', hint: 'Shown above the headline.' }).exactOptional(),
    featured: flag({ label: 'Featured', hint: 'The article comes before the others.' }),
    hidden: flag({ label: 'Hide article', hint: 'The article is in no list.' }),
  },
});
