import { listViews } from '../../kinds/views';
import type { ListingMain } from '../../site/pages/props';
import { Blocks } from '../blocks/blocks';
import { PageHeader } from '../components/page-header';

export const ListingPage = ({ data, html, listing, count, link, blocks, words }: ListingMain) => {
  const List = data.list && listViews[data.list];
  const isEmpty = data.list ? count === 0 : blocks.length === 0;
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
      {count > 0 && List && <List {...listing} {...{ words }} />}
      {isEmpty && data.empty && <p>{data.empty}</p>}
      <Blocks blocks={blocks} words={words} />
    </main>
  );
};
