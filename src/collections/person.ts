import { collection } from '../model/collection';
import { choice, image, list, number, text } from '../model/field';
import { link } from './link';

export const person = collection({
  name: 'person',
  label: 'Person',
  plural: 'People',
  description: 'The governing board and the staff. The text is the biography.',
  folder: 'people',
  format: 'md',
  address: '/people/',
  template: 'detail',
  fields: {
    name: text({ label: 'Name' }),
    groups: list(choice({ label: 'Group', values: ['board', 'staff'] }), {
      label: 'Groups',
      hint: 'The lists the person appears in.',
      min: 1,
    }),
    role: text({ label: 'Role', hint: 'What the person does: Chair, General Manager.' }),
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
