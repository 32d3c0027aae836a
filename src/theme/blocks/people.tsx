import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { PersonCard } from '../components/person-card';

export const People = ({ people, ...block }: BlockProps<'people'>) => (
  <Block {...block}>
    <div className="grid">
      {people.map((person) => (
        <PersonCard key={person.href} {...person} level={block.title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
