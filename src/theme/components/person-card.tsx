import type { PersonCard as Card } from '../../site/pages/props';
import type { Level } from './entry';
import { Mark } from './mark';

export const PersonCard = ({
  label,
  href,
  role,
  organization,
  image,
  initials,
  level = 2,
}: Card & { level?: Level }) => {
  const Heading = `h${level}` as const;
  return (
    <article className="person-card plain">
      <Mark image={image} initials={initials} />
      <Heading>
        <a href={href}>{label}</a>
      </Heading>
      <p>{role}</p>
      {organization && <p className="quiet">{organization}</p>}
    </article>
  );
};
