import type { AnyEntry } from '../../content/entry';

/** What readers may narrow a search by. */
export const filterNames = ['kind', 'category', 'author', 'year', 'language'] as const;
export type FilterName = (typeof filterNames)[number];

/** What the search knows of a page beside its text. */
export interface SearchRecord {
  title: string;
  description: string;
  lang: string;
  filters: Partial<Record<FilterName, string[]>>;
  /** When it is from, in words. */
  date?: string | undefined;
  /** The entry whose text it is; what has none, or shows more than it, is searched as it is rendered. */
  text?: AnyEntry | undefined;
}

/** A choice that readers have. */
export interface SearchFilter {
  name: FilterName;
  options: { value: string; label: string }[];
}
