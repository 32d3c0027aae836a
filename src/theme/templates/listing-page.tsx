import { listViews } from '../../kinds/views';
import type { ListingMain } from '../../site/pages/props';
import { PageHeader } from '../components/page-header';

export const ListingPage = ({ data, html, listing, count, link, words }: ListingMain) => {
  const List = listViews[data.list];
  return (
    <main id="Main" tabIndex={-1}>
      <PageHeader title={data.title} lead={data.subtitle}>
        {html && <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />}
        {link && (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        )}
      </PageHeader>
      {count > 0 && List ? <List {...listing} {...{ words }} /> : <p>{data.empty}</p>}
    </main>
  );
};
