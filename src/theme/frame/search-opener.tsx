import type { Frame } from '../../site/pages/props';

/** Leads to the page that searches; a script opens that page in a dialog instead, and so does the key “/”. */
export const SearchOpener = ({ search, words }: Pick<Frame, 'search' | 'words'>) => (
  <a className="search-opener" href={search} data-search-opener data-close={words.close} aria-keyshortcuts="/">
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <circle cx="8.5" cy="8.5" r="6" />
      <path d="m13 13 5.5 5.5" />
    </svg>
    <span className="sr-only">{words.search}</span>
  </a>
);
