import { collection } from '../model/collection';
import { longText, number, text } from '../model/field';

export const level = collection({
  name: 'level',
  label: 'Membership level',
  plural: 'Membership levels',
  description: 'The levels of membership, in the order in which members are listed.',
  folder: 'levels',
  format: 'yml',
  fields: {
    value: text({ label: 'Value', hint: 'The lasting name that members refer to. Never change it; change the title.' }),
    title: text({ label: 'Title', hint: 'The name that readers see: Platinum members.' }),
    text: longText({ label: 'Text', hint: 'What members of this level do.' }).exactOptional(),
    order: number({
      label: 'Order',
      hint: 'Levels are listed from the lowest number to the highest.',
      min: 1,
      max: 99,
    }),
  },
});
