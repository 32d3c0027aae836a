import { graphql } from 'gatsby';
import { LinkList } from '../components/link-list';
import { page } from '../components/page';
import { PageHeader } from '../components/page-header';
import type { NotFoundMain } from '../site/props';

export const NotFound = ({ links }: NotFoundMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader
      title="Page not found"
      lead="There is no page at this address. It may have moved, or the link may be wrong."
    >
      <p>
        Try one of these: <LinkList links={links} />.
      </p>
    </PageHeader>
  </main>
);

export default page(NotFound);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
