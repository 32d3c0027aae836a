/** The sections of a page, or its neighbors. */
export const SectionNavigation = ({ links }: { links: { label: string; url: string }[] }) => (
  <nav className="section-navigation plain" aria-label="Sections">
    <ul className="cluster">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  </nav>
);
