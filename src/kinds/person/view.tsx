import type { KindBlockProps, Link, Picture } from '../../site/pages/props';
import { Block } from '../../theme/components/block';
import type { Level } from '../../theme/components/entry';
import { Mark } from '../../theme/components/mark';
import type { peopleBlock } from './declaration';

export interface PersonCard extends Link {
  role?: string;
  organization?: string;
  image?: Picture;
  initials: string;
}

const Person = ({ label, href, role, organization, image, initials, level }: PersonCard & { level: Level }) => {
  const Heading = `h${level}` as const;
  return (
    <article className="person-card plain">
      <Mark image={image} initials={initials} />
      <Heading>
        <a href={href}>{label}</a>
      </Heading>
      {role && <p>{role}</p>}
      {organization && <p className="quiet">{organization}</p>}
    </article>
  );
};

const People = ({ people, level = 2 }: { people: PersonCard[]; level?: Level }) => (
  <div className="grid">
    {people.map((person) => (
      <Person key={person.href} {...person} level={level} />
    ))}
  </div>
);

interface Group {
  anchor: string;
  title: string;
  text?: string;
  people: PersonCard[];
}

export const PeopleByGroup = ({ groups }: { groups: Group[] }) => (
  <>
    {groups.map(({ people, ...group }) => (
      <Block key={group.anchor} {...group}>
        <People people={people} level={3} />
      </Block>
    ))}
  </>
);

export const PeopleBlock = ({ people, ...block }: KindBlockProps<typeof peopleBlock, { people: PersonCard[] }>) => (
  <Block {...block}>
    <People people={people} level={block.title ? 3 : 2} />
  </Block>
);
