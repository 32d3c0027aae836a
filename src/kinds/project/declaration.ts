import { link } from '../../collections/link';
import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { choice, image, keysOf, list, longText, number, text } from '../../model/field';

export const words = {
  kind: word('Kind', 'Kind', 'Before the kind of a project.'),
  projects: word('Projects', 'Projects', 'Above the projects that something has to do with.'),
  projectsConfirmed: word('Confirmed projects', 'Projects', 'The name of their group.'),
  projectsPilot: word('Pilot projects', 'Pilot projects', 'The name of their group.'),
  projectsWorkingGroups: word('Working groups', 'Working groups', 'The name of their group.'),
};

export type Word = keyof typeof words;

/** The categories of projects in the order in which they are listed: where links find them, and the word for them. */
export const categories = {
  confirmed: { anchor: 'projects', word: 'projectsConfirmed' },
  pilot: { anchor: 'pilot-projects', word: 'projectsPilot' },
  'working-group': { anchor: 'working-groups', word: 'projectsWorkingGroups' },
} as const satisfies Record<string, { anchor: string; word: keyof typeof words }>;

export const project = collection({
  name: 'project',
  label: 'Project',
  plural: 'Projects',
  description: 'The software that is built here. The text presents it.',
  folder: 'projects',
  format: 'md',
  address: '/projects/',
  template: 'detail',
  title: 'name',
  summary: 'tagline',
  fields: {
    name: text({ label: 'Name' }),
    tagline: longText({ label: 'Tagline', hint: 'What it is, in one sentence.' }),
    category: choice({ label: 'Category', values: keysOf(categories) }),
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
