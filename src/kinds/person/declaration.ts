import { anchor, intro, title } from '../../collections/blocks';
import { link } from '../../collections/link';
import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { block, image, list, longText, number, reference, text } from '../../model/field';

export const words = {
  people: word('People', 'People', 'Above the people that something has to do with.'),
};

export const person = collection({
  name: 'person',
  label: 'Person',
  plural: 'People',
  description: 'The board, the staff, ambassadors and so on. The text is the biography.',
  folder: 'people',
  format: 'md',
  address: '/people/',
  template: 'detail',
  title: 'name',
  fields: {
    name: text({ label: 'Name' }),
    groups: list(reference({ label: 'Group', collection: 'group', by: 'value' }), {
      label: 'Groups',
      hint: 'The lists the person appears in.',
      min: 1,
    }),
    role: text({ label: 'Role', hint: 'What the person does: Chair, General Manager.' }).exactOptional(),
    organization: text({ label: 'Organization', hint: 'Whom the person works for.' }).exactOptional(),
    image: image({
      label: 'Portrait',
      hint: 'A square picture. Without one, initials stand in its place.',
    }).exactOptional(),
    order: number({
      label: 'Order',
      hint: 'People are listed from the lowest number to the highest, then by name.',
      min: 1,
      max: 999,
    }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'The person’s own pages.' }).exactOptional(),
  },
});

export const group = collection({
  name: 'group',
  label: 'Group of people',
  plural: 'Groups of people',
  description: 'The groups that people are in: the board, the staff.',
  folder: 'groups',
  format: 'yml',
  title: 'title',
  fields: {
    value: text({ label: 'Value', hint: 'The lasting name that people refer to. Never change it; change the title.' }),
    title: text({ label: 'Title', hint: 'The name that readers see: Governing board.' }),
    text: longText({ label: 'Text', hint: 'What the people of this group do.' }).exactOptional(),
    order: number({
      label: 'Order',
      hint: 'Groups are listed from the lowest number to the highest.',
      min: 1,
      max: 99,
    }),
  },
});

export const peopleBlock = block(
  'people',
  {
    anchor,
    title,
    text: intro,
    group: reference({ label: 'Group', hint: 'Whose people are shown.', collection: group.name, by: 'value' }),
    link: link('Link').exactOptional(),
  },
  { label: 'People' },
);
