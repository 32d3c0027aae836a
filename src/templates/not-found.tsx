import { graphql } from 'gatsby';
import { LinkList } from '../components/link-list';
import { page } from '../components/page';
import { PageHeader } from '../components/page-header';
import type { NotFoundMain } from '../site/props';

export const NotFound = ({ links, words }: NotFoundMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={words.pageNotFound} lead={words.pageNotFoundText}>
      <p>
        {words.pageNotFoundTry} <LinkList links={links} />.
      </p>
    </PageHeader>
  </main>
);

export default page(NotFound);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
