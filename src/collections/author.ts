import { collection } from '../model/collection';
import { flag, text } from '../model/field';

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
    team: flag({ label: 'Team', hint: 'The author is a team and not a person.' }),
  },
});
