import type { Link, WithWords } from '../../site/pages/props';

/** The sections of a text, beside it. The browser marks the one that is read. */
export const Contents = ({ contents, words }: { contents: Link[] } & WithWords) =>
  contents.length > 0 ? (
    <nav className="contents plain small" aria-label={words.contents}>
      <p className="quiet">{words.contents}</p>
      <ol>
        {contents.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  ) : null;
