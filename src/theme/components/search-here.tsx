interface SearchHereProps {
  /** The page that searches. */
  search: string;
  title: string;
}

/** What is found for the words of the address that a reader came by; a script looks for it. */
export const SearchHere = ({ search, title }: SearchHereProps) => (
  <div className="search-here" data-search-here={search} data-title={title} />
);
