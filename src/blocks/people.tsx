import { Block } from '../components/block';
import { PersonCard } from '../components/person-card';
import type { BlockProps } from '../site/props';

export const People = ({ people, ...block }: BlockProps<'people'>) => (
  <Block {...block}>
    <div className="grid">
      {people.map((person) => (
        <PersonCard key={person.href} {...person} level={block.title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
