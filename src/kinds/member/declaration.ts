import { anchor, intro, title } from '../../collections/blocks';
import { link } from '../../collections/link';
import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import {
  absoluteAddress,
  block,
  dayOrMoment,
  flag,
  image,
  list,
  longText,
  number,
  reference,
  text,
} from '../../model/field';

export const member = collection({
  name: 'member',
  label: 'Member',
  plural: 'Members',
  description: 'The organizations that are members.',
  folder: 'members',
  format: 'yml',
  address: '/members/',
  template: 'detail',
  title: 'name',
  summary: 'description',
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
      hint: 'Two or three sentences on what it does, and with which projects.',
    }).exactOptional(),
    projects: list(reference({ label: 'Project', collection: 'project', by: 'name' }), {
      label: 'Projects',
      hint: 'The projects it contributes to or runs.',
    }).exactOptional(),
    hidden: flag({ label: 'Hide member', hint: 'The member is in no list and has no page.' }),
  },
});

export const level = collection({
  name: 'level',
  label: 'Membership level',
  plural: 'Membership levels',
  description: 'The levels of membership, in the order in which members are listed.',
  folder: 'levels',
  format: 'yml',
  title: 'title',
  fields: {
    value: text({
      label: 'Value',
      hint: 'The lasting name that members refer to. Never change it; change the title.',
      initial: 'slug',
      technical: true,
    }),
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

export const membersBlock = block(
  'members',
  {
    anchor,
    title,
    text: intro,
    levels: list(reference({ label: 'Level', collection: level.name, by: 'value' }), {
      label: 'Levels',
      hint: 'Which levels of membership are shown; all, if none is named.',
    }).exactOptional(),
    link: link('Link').exactOptional(),
  },
  { label: 'Members' },
);

export const words = {
  membersFilter: word('Member filter', 'Members', 'The name of the form that filters members, for screen readers.'),
  membersFilterName: word('Member filter: name', 'Name'),
  membersFilterLevel: word('Member filter: level', 'Level'),
  membersFilterCountry: word('Member filter: country', 'Country'),
  membersFilterAll: word('Member filter: all', 'All', 'Every level, or every country.'),
  membersNone: word('Member filter: nothing found', 'No member is like that.', 'Where a filter has no hits.'),
  membersFilterClear: word('Member filter: clear', 'Show all members', 'The button there.'),
  membersCount: word('Number of members', '%n members', '%n stands for how many are shown.'),
  membership: word('Membership', 'Membership', 'Before the level of a member.'),
  country: word('Country', 'Country'),
  joined: word('Joined', 'Joined', 'Before the day on which a member joined.'),
  project: word('Project', 'Project', 'Before a project of a member.'),
  members: word('Members', 'Members', 'Above the members that something has to do with.'),
  othersOfLevel: word('Others of a level', 'More of this level', 'Above other members of the level of one.'),
  website: word('Website', 'Website', 'Before the web address of a member.'),
};

export type Word = keyof typeof words;
