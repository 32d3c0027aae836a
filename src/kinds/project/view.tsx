import type { Link, Picture } from '../../site/pages/props';
import { Mark } from '../../theme/components/mark';
import { Part } from '../../theme/components/part';

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

interface ProjectsProps {
  groups: { title: string; anchor: string; projects: ProjectCard[] }[];
}

export const Projects = ({ groups }: ProjectsProps) =>
  groups.map(({ title, anchor, projects }) => (
    <Part key={anchor} title={title} anchor={anchor} layout="grid">
      {projects.map((project) => (
        <Project key={project.href} {...project} />
      ))}
    </Part>
  ));
