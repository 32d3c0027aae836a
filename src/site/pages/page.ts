import type { AnyEntry } from '../../content/entry';
import type { Rendered } from '../../markdown/render';
import type { Address } from '../addresses/address';
import type { Card } from '../pictures/card';
import type { Site } from '../site';
import type { Head, PageProps, Wordless } from './props';
import type { SearchRecord } from './search-record';

/** A page of the site. */
export interface Page {
  address: Address;
  /** A file in `src/theme/templates/`, without its ending. */
  template: string;
  /** Search engines and lists may know of it. */
  listed: boolean;
  /** When what it shows last changed, as far as the content tells; ISO 8601. */
  changed?: string | undefined;
  /** The file it is the page of. */
  file?: string;
  /** The picture that is drawn for links to it; none where it has one of its own. */
  card?(): Card | undefined;
  /** By what readers find it; none where it is a list that other pages make up. */
  search?(): SearchRecord;
  /** Renders what the page shows; the costly part, done when it is asked for. */
  props(): PageProps;
}

/** A page before the frame is put around it, and before it is given the words of the site. */
export interface PlannedPage<Main = unknown> extends Omit<Page, 'props'> {
  head(): Head;
  main(): Wordless<Main>;
}

/** Renders the body of an entry. */
export type RenderBody = (site: Site, entry: AnyEntry) => Rendered;
