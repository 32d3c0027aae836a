import type { Fact, Link, WithWords } from '../../site/pages/props';

/** What is known of something, and where more is. */
export const Facts = ({ facts, links, words }: { facts: Fact[]; links: Link[] } & WithWords) =>
  facts.length + links.length > 0 ? (
    <dl className="ruled">
      {facts.map(({ label, text, href, iso, note }) => {
        const value = iso ? <time dateTime={iso}>{text}</time> : text;
        return (
          <div key={label + text}>
            <dt className="quiet small">{label}</dt>
            <dd>{href ? <a href={href}>{value}</a> : value}</dd>
            {note && <dd className="quiet small">{note}</dd>}
          </div>
        );
      })}
      {links.length > 0 && (
        <div>
          <dt className="quiet small">{words.links}</dt>
          {links.map(({ label, href }) => (
            <dd key={href}>
              <a href={href}>{label}</a>
            </dd>
          ))}
        </div>
      )}
    </dl>
  ) : null;
