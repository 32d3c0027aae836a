import type { Author as AuthorData } from '../../site/pages/props';
import { Mark } from './mark';

/** An author beside a post: the face and the name. */
export const Byline = ({ label, href, image, initials }: AuthorData) => (
  <p className="byline">
    <Mark image={image} initials={initials} />
    <a href={href}>{label}</a>
  </p>
);

/** Who wrote a post, below it. */
export const Author = ({ label, href, image, initials, organization, text }: AuthorData) => (
  <section className="author frame">
    <Mark image={image} initials={initials} />
    <div className="stack">
      <h2>
        <a href={href}>{label}</a>
      </h2>
      {organization && <p className="quiet small">{organization}</p>}
      {text && <p>{text}</p>}
    </div>
  </section>
);
