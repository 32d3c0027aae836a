import type { KindBlockProps } from '../../site/pages/props';
import { Block } from '../../theme/components/block';
import type { membersBlock } from './declaration';
import { Member, type MemberGroup } from './member-card';

export const MembersBlock = ({ groups, ...block }: KindBlockProps<typeof membersBlock, { groups: MemberGroup[] }>) => {
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
                  <Member {...member} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Block>
  );
};
