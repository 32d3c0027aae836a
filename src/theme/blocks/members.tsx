import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { MemberCard } from '../components/member-card';

export const Members = ({ groups, ...block }: BlockProps<'members'>) => {
  const Heading = block.title ? 'h3' : 'h2';
  const filled = groups.filter(({ members }) => members.length > 0);
  return (
    <Block {...block}>
      <div className="members">
        {filled.map(({ value, title, members }, index) => (
          <div key={value} data-rank={index + 1}>
            <Heading>{title}</Heading>
            <ul className="grid">
              {members.map((member) => (
                <li key={member.href}>
                  <MemberCard {...member} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Block>
  );
};
