import { graphql } from 'gatsby';
import { page } from '../components/page';
import type { ArchiveMain } from '../site/plan';

/** All posts by year: the years, and the titles of one of them. */
export const Archive = ({ title, years, posts }: ArchiveMain) => (
  <main id="Main" tabIndex={-1} className="stack-large">
    <h1>{title}</h1>
    <nav aria-label="Years">
      <ul className="cluster">
        {years.map(({ label, href, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>{' '}
            <span className="quiet">{count}</span>
          </li>
        ))}
      </ul>
    </nav>
    {posts.length > 0 && (
      <ol className="archive">
        {posts.map(({ label, href, date, lang }) => (
          <li key={href}>
            <time dateTime={date.iso}>{date.text}</time>
            <a href={href} lang={lang}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    )}
  </main>
);

export default page(Archive);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
