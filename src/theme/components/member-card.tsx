import type { MemberCard as Card } from '../../site/pages/props';
import { Mark } from './mark';

export const MemberCard = ({ label, href, logo }: Card) => (
  <a className="member-card plain frame" href={href}>
    <Mark image={logo} name={label} />
  </a>
);
