import { collection } from '../model/collection';
import { choice, image, list, longText, number, text } from '../model/field';
import { link } from './link';

export const project = collection({
  name: 'project',
  label: 'Project',
  plural: 'Projects',
  description: 'The software that is built here. The text presents it.',
  folder: 'projects',
  format: 'md',
  address: '/projects/',
  template: 'detail',
  fields: {
    name: text({ label: 'Name' }),
    tagline: longText({ label: 'Tagline', hint: 'What it is, in one sentence.' }),
    category: choice({ label: 'Category', values: ['confirmed', 'pilot', 'working-group'] }),
    logo: image({ label: 'Logo', hint: 'An SVG, or a picture at least 400 pixels wide.' }).exactOptional(),
    order: number({
      label: 'Order',
      hint: 'Projects are listed from the lowest number to the highest, then by name.',
      min: 1,
      max: 99,
    }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'The site, the documentation, the code.' }).exactOptional(),
  },
});
