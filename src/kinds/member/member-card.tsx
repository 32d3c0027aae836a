import type { Link, Picture } from '../../site/pages/props';
import { Mark } from '../../theme/components/mark';

/** A member, wherever members are listed. */
export interface MemberCard extends Link {
  level: string;
  country?: string;
  logo?: Picture;
}

/** The members of one level. */
export interface MemberGroup {
  value: string;
  title: string;
  text?: string;
  members: MemberCard[];
}

export const Member = ({ label, href, logo }: MemberCard) => (
  <a className="member-card plain frame" href={href}>
    <Mark image={logo} name={label} />
  </a>
);
