import { anchor, intro, title } from '../../collections/blocks';
import { link } from '../../collections/link';
import { collection } from '../../model/collection';
import { block, choice, image, list, number, text } from '../../model/field';

/** The groups of people. Each is a list of its own. */
export const groups = ['board', 'staff'] as const;

export const person = collection({
  name: 'person',
  label: 'Person',
  plural: 'People',
  description: 'The governing board and the staff. The text is the biography.',
  folder: 'people',
  format: 'md',
  address: '/people/',
  template: 'detail',
  title: 'name',
  fields: {
    name: text({ label: 'Name' }),
    groups: list(choice({ label: 'Group', values: groups }), {
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

export const peopleBlock = block(
  'people',
  {
    anchor,
    title,
    text: intro,
    group: choice({ label: 'Group', hint: 'Whose people are shown.', values: groups }),
    link: link('Link').exactOptional(),
  },
  { label: 'People' },
);
