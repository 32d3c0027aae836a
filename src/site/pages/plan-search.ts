import { blogOf, searchFolder } from '../lists';
import type { Site } from '../site';
import { fill } from '../words';
import { headOf } from './head';
import type { PlannedPage } from './page';
import type { SearchMain } from './props';
import { filterNames, type SearchFilter, type SearchRecord } from './search-record';

/** The page that searches the others. */
export function planSearch(site: Site, pages: readonly PlannedPage[]): PlannedPage<SearchMain> {
  const { settings, words, base } = site;
  const address = settings.search;
  const about = {
    address,
    title: words.search,
    description: fill(words.searchDescription, settings.title),
  };
  return {
    address,
    template: 'search',
    listed: false,
    head: () => headOf(site, { ...about, hidden: true }),
    main: () => ({
      action: base.href(address),
      script: base.href(`${searchFolder(settings)}search.js`),
      filters: filtersOf(site, searchable(pages)),
      lists: listsOf(site),
    }),
  };
}

/** What the pages that can be found are found by, in the order of their addresses. */
export const searchable = <Page extends Pick<PlannedPage, 'address' | 'search'>>(
  pages: readonly Page[],
): { page: Page; record: SearchRecord }[] =>
  pages
    .flatMap((page) => (page.search ? [{ page, record: page.search() }] : []))
    .sort((a, b) => (a.page.address < b.page.address ? -1 : 1));

/** The choices of which there is more than one. */
function filtersOf({ settings }: Site, found: { record: SearchRecord }[]): SearchFilter[] {
  const names = new Intl.DisplayNames([settings.language], { type: 'language' });
  const { compare } = new Intl.Collator(settings.language, { numeric: true });
  return filterNames.flatMap((name): SearchFilter[] => {
    const values = [...new Set(found.flatMap(({ record }) => record.filters[name] ?? []))];
    const options = values
      .map((value) => ({ value, label: name === 'language' ? (names.of(value) ?? value) : value }))
      .sort((a, b) => (name === 'year' ? compare(b.label, a.label) : compare(a.label, b.label)));
    return options.length > 1 ? [{ name, options }] : [];
  });
}

/** Where everything is listed: the archive, and the pages that the navigation leads to. */
function listsOf({ settings, words, base, others }: Site): SearchMain['lists'] {
  const pages = others.filter(({ entry }) => entry.collection.template === 'listing-page');
  return [
    { label: words.allPostsByYear, href: base.href(blogOf(settings).archive) },
    ...pages.map(({ entry, address }) => ({ label: String(entry.data['title']), href: base.href(address) })),
  ];
}
