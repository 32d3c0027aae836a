import type { SearchMain, Words } from '../../site/pages/props';
import type { FilterName } from '../../site/pages/search-record';
import { PageHeader } from '../components/page-header';

/** What a script makes of it stands in src/output/search/page.ts; without one there is a way to everything. */
export const Search = ({ action, script, filters, lists, words }: SearchMain) => (
  <main id="Main" tabIndex={-1} data-search={script}>
    <PageHeader title={words.search} />
    <search>
      <form className="search stack" action={action} hidden>
        <p>
          <label htmlFor="q">{words.searchWords}</label>
          <span className="search-line">
            <input id="q" name="q" type="search" autoComplete="off" enterKeyHint="search" />
            <button type="submit">{words.search}</button>
          </span>
        </p>
        {filters.length > 0 && (
          <details>
            <summary className="pointed">{words.searchFilters}</summary>
            <div className="cluster">
              {filters.map(({ name, options }) => (
                <label key={name}>
                  {words[labels[name]]}
                  <select name={name}>
                    <option value="">{words.searchAll}</option>
                    {options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </div>
          </details>
        )}
      </form>
    </search>
    <p
      className="search-status quiet"
      role="status"
      data-found={words.searchFound}
      data-nothing={words.searchNothing}
      data-wait={words.searchWait}
      data-failed={words.searchFailed}
    >
      {words.searchWithout}
    </p>
    <ul className="search-lists">
      {lists.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
    <ol className="search-results ruled" hidden />
    <button className="search-more" type="button" hidden>
      {words.searchMore}
    </button>
  </main>
);

const labels = {
  kind: 'searchKind',
  category: 'searchCategory',
  author: 'searchAuthor',
  year: 'searchYear',
  language: 'searchLanguage',
} as const satisfies Record<FilterName, keyof Words>;
