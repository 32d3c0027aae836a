import type { WithWords } from '../../site/pages/props';

interface SectionNavigationProps extends WithWords {
  links: { label: string; url: string }[];
}

/** The sections of a page, or its neighbors. */
export const SectionNavigation = ({ links, words }: SectionNavigationProps) => (
  <nav className="section-navigation plain" aria-label={words.sections}>
    <ul className="cluster">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  </nav>
);
