import type { ListingMain } from '../../site/pages/props';
import { ListingOf } from '../components/listing';
import { PageHeader } from '../components/page-header';

export const ListingPage = ({ data, html, listing, count, words }: ListingMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={data.title} lead={data.subtitle}>
      {html && <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />}
      {listing.kind === 'events' && (
        <p>
          <a href={listing.calendar.href}>{listing.calendar.label}</a>
        </p>
      )}
    </PageHeader>
    {count > 0 ? <ListingOf {...listing} words={words} /> : <p>{data.empty}</p>}
  </main>
);
