import { collection } from '../model/collection';
import { flag, image, list, text } from '../model/field';
import { link } from './link';

export const author = collection({
  name: 'author',
  label: 'Author',
  plural: 'Authors',
  description: 'The people and teams who sign posts. The text is a short biography.',
  folder: 'authors',
  format: 'md',
  address: 'author/',
  title: 'name',
  fields: {
    name: text({ label: 'Name', hint: 'The name as posts spell it.' }),
    organization: text({ label: 'Organization', hint: 'Whom the author works for or speaks for.' }).exactOptional(),
    image: image({
      label: 'Portrait',
      hint: 'A square picture. Without one, initials stand in its place.',
    }).exactOptional(),
    links: list(link('Link'), { label: 'Links', hint: 'The author’s own pages.' }).exactOptional(),
    team: flag({ label: 'Team', hint: 'The author is a team and not a person.' }),
  },
});
