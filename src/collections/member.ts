import { collection } from '../model/collection';
import { absoluteAddress, dayOrMoment, flag, image, list, longText, reference, text } from '../model/field';

export const member = collection({
  name: 'member',
  label: 'Member',
  plural: 'Members',
  description: 'The organizations that are members.',
  folder: 'members',
  format: 'yml',
  address: '/members/',
  template: 'detail',
  fields: {
    name: text({ label: 'Name', hint: 'The name of the organization, as it writes it.' }),
    level: reference({ label: 'Level', hint: 'The level of membership.', collection: 'level', by: 'value' }),
    url: absoluteAddress({ label: 'Web address', hint: 'The organization’s own site.' }).exactOptional(),
    logo: image({
      label: 'Logo',
      hint: 'An SVG, or a picture at least 400 pixels wide. Without one, the name stands in its place.',
    }).exactOptional(),
    country: text({ label: 'Country', hint: 'Where the organization has its seat.' }).exactOptional(),
    joined: dayOrMoment({ label: 'Joined', hint: 'The day it became a member.' }).exactOptional(),
    description: longText({
      label: 'Description',
      hint: 'Two or three sentences on what it does with open infrastructure.',
    }).exactOptional(),
    projects: list(reference({ label: 'Project', collection: 'project', by: 'name' }), {
      label: 'Projects',
      hint: 'The projects it contributes to or runs.',
    }).exactOptional(),
    hidden: flag({ label: 'Hide member', hint: 'The member is in no list and has no page.' }),
  },
});
