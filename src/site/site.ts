import type { Data } from '../collections';
import type { AnyEntry, Entry } from '../content/entry';
import type { Address, Base } from './address';
import type { Assets } from './assets';
import type { References } from './references';

/** Everything known about a site, before anything is rendered. */
export interface Site {
  /** All entries, those that are not built among them. */
  entries: readonly AnyEntry[];
  /** The texts of the files that gave no entry, by file. */
  broken: ReadonlyMap<string, string>;
  /** The moment the site is built for. */
  now: string;
  find: References['find'];
  settings: Data<'site'>;
  /** The file the settings stand in. */
  settingsFile: string;
  /** The words of the site itself: its editors’, and the usual ones where they wrote none. */
  words: Data<'words'>;
  base: Base;
  /** All posts that are built, newest first. */
  posts: Post[];
  /** Those of them that appear in lists, feeds and the sitemap. */
  listed: Post[];
  /** By label. */
  authors: Term[];
  categories: Term[];
  /** Whatever else has a page. */
  others: { entry: AnyEntry; address: Address }[];
  /** The posts that wait for their date, soonest first. */
  waiting: { date: string; file: string }[];
  /** Addresses of all pages and files, by `addressKey`. */
  addresses: Map<string, Address>;
  /** What is not published yet, by the keys of its addresses and by its files. */
  unpublished: Map<string, { state: 'draft' } | { state: 'scheduled'; date: string }>;
  /** Keys of the addresses of entries whose time is over, or that are hidden: links to them are no faults of yesterday. */
  over: Set<string>;
  /** All addresses that are spoken for, by what is built and by what waits. */
  claimed: Address[];
  /** Addresses of the entries that are built, by file. */
  addressByFile: Map<string, Address>;
  assets: Assets;
  /** What was ever published. */
  ledger: readonly LedgerLine[];
  /** Is told what is asked of the site, and its answer, while somebody writes it down; see remember.ts. */
  asked?: ((question: Question, answer: unknown) => void) | undefined;
}

/** What the making of one thing asks of the rest of the site. */
export type Question =
  | { about: 'link'; file: string; target: string }
  | { about: 'picture'; source: string }
  | { about: 'anchors'; address: Address };

/** A post, with what it refers to. */
export interface Post {
  entry: Entry<'post'>;
  address: Address;
  authors: Term[];
  categories: Term[];
  state: PostState;
}

/** Whether readers find a post. `hidden` ones must be known by address; `draft` and `scheduled` are not published. */
export type PostState = 'listed' | 'hidden' | 'draft' | 'scheduled';

/** An author or a category: something posts are listed by. */
export interface Term {
  entry: Entry<'author'> | Entry<'category'>;
  address: Address;
  label: string;
  /** The listed posts, newest first. */
  posts: Post[];
}

/** An address that was published, and the entry it belonged to; the site itself has no entry for its lists and feeds. */
export interface Published {
  address: Address;
  file?: string;
  title?: string;
}

/** A line of the ledger. */
export interface LedgerLine extends Published {
  /** From 1. */
  line: number;
}
