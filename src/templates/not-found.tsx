import { graphql } from 'gatsby';
import { LinkList } from '../components/link-list';
import { page } from '../components/page';
import type { NotFoundMain } from '../site/plan';

export const NotFound = ({ links }: NotFoundMain) => (
  <main id="Main" tabIndex={-1} className="stack">
    <h1>Page not found</h1>
    <p className="lead">There is no page at this address. It may have moved, or the link may be wrong.</p>
    <p>
      Try one of these: <LinkList links={links} />.
    </p>
  </main>
);

export default page(NotFound);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
