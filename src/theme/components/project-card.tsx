import type { ProjectCard as Card } from '../../site/pages/props';
import type { Level } from './entry';
import { Mark } from './mark';

export const ProjectCard = ({ label, href, tagline, logo, links, level = 3 }: Card & { level?: Level }) => {
  const Heading = `h${level}` as const;
  return (
    <article className="project-card frame stack">
      {logo && <Mark image={logo} />}
      <Heading className="plain">
        <a href={href}>{label}</a>
      </Heading>
      <p>{tagline}</p>
      {links.length > 0 && (
        <ul className="cluster">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
};
