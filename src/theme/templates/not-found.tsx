import type { NotFoundMain } from '../../site/pages/props';
import { LinkList } from '../components/link-list';
import { PageHeader } from '../components/page-header';
import { SearchHere } from '../components/search-here';

export const NotFound = ({ links, search, words }: NotFoundMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={words.pageNotFound} lead={words.pageNotFoundText}>
      <p>
        {words.pageNotFoundTry} <LinkList links={links} />.
      </p>
    </PageHeader>
    <SearchHere search={search} title={words.search} />
  </main>
);
