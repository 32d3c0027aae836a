import type { ReactNode } from 'react';

interface BlockProps {
  anchor?: string | undefined;
  title?: string | undefined;
  text?: string | undefined;
  link?: { label: string; url: string } | undefined;
  children: ReactNode;
}

/** A section of a page: its title in the margin, what it is about beside it. */
export const Block = ({ anchor, title, text, link, children }: BlockProps) => (
  <section
    className={title || text || link ? 'block sidebar' : 'block'}
    id={anchor}
    aria-labelledby={title && `${anchor}-title`}
  >
    {(title || text || link) && (
      <div className="stack">
        {title && <h2 id={`${anchor}-title`}>{title}</h2>}
        {text && <p className="quiet">{text}</p>}
        {link && (
          <p>
            <a href={link.url}>{link.label}</a>
          </p>
        )}
      </div>
    )}
    <div>{children}</div>
  </section>
);
