import type { Part } from '../../site/kind/parts';
import type { Link, Picture } from '../../site/pages/props';
import { Mark } from '../../theme/components/mark';
import { Parts } from '../../theme/components/parts';

export interface ProjectCard extends Link {
  tagline: string;
  logo?: Picture;
  links: Link[];
}

const Project = ({ label, href, tagline, logo, links }: ProjectCard) => (
  <article className="project-card frame stack">
    {logo && <Mark image={logo} />}
    <h3 className="plain">
      <a href={href}>{label}</a>
    </h3>
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

export const Projects = ({ parts }: { parts: Part<ProjectCard>[] }) => (
  <Parts parts={parts} Card={Project} layout="grid" />
);
