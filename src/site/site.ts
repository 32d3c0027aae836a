import type * as z from 'zod';
import type { author } from '../collections/author';
import type { category } from '../collections/category';
import type { Declared } from '../collections/collections';
import type { post } from '../collections/post';
import type { site } from '../collections/settings/site';
import type { WordFields } from '../collections/settings/words';
import type { AnyEntry, Entry } from '../content/entry';
import type { Problem } from '../content/problem';
import type { Collection } from '../model/collection';
import type { Address, Base } from './addresses/address';
import type { Assets } from './assets';
import type { Brand } from './brand';
import type { SiteFile } from './files/site-file';
import type { Detail, Link, Mention, Resolved, WithWords, Words } from './pages/props';
import type { References } from './references';

/** Everything known about a site, before anything is rendered. */
export interface Site {
  /** What may be written. */
  collections: readonly Collection[];
  /** The kinds of content that are listed. */
  kinds: readonly AnyKind[];
  /** All entries, those that are not built among them. */
  entries: readonly AnyEntry[];
  /** The texts of the files that gave no entry, by file. */
  broken: ReadonlyMap<string, string>;
  /** The moment the site is built for. */
  now: string;
  find: References['find'];
  settings: Entry<typeof site>['data'];
  /** The file the settings stand in. */
  settingsFile: string;
  /** How it is known at sight; the usual look, where nothing is said. */
  brand: Brand;
  /** The words of the site itself: its editors’, and the usual ones where they wrote none. */
  words: Words;
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
  /** All addresses that are taken, by what is built and by what waits. */
  claimed: Address[];
  /** Addresses of the entries that are built, by file. */
  addressByFile: Map<string, Address>;
  assets: Assets;
  /** What was ever published. */
  ledger: readonly LedgerLine[];
  /** What entries name whose texts are not at hand, by files; see relations/relations.ts. */
  named?: ReadonlyMap<string, readonly string[]> | undefined;
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
  entry: Entry<typeof post>;
  address: Address;
  authors: Term[];
  categories: Term[];
  state: PostState;
}

/** Whether readers find a post. `hidden` ones must be known by address; `draft` and `scheduled` are not published. */
export type PostState = 'listed' | 'hidden' | 'draft' | 'scheduled';

/** An author or a category: something posts are listed by. */
export interface Term {
  entry: Entry<typeof author> | Entry<typeof category>;
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

/** The site as a kind of content sees it: with the words that the kind declares. */
export type SiteWith<Word extends string> = Site & WithWords<Word>;

/**
 * A kind of content that is listed, such as jobs: all that the site knows of it. The rest of the site asks these, and names
 * none. What a kind is asked is asked of entries of its own collection alone.
 */
export interface Kind<C extends Collection, Word extends string> extends Declared {
  collection: C;
  words?: WordFields & Record<Word, unknown>;
  /** What its page says beside title and text; none for entries without a page, or with a template of their own. */
  detail?(site: SiteWith<Word>, entry: Entry<C>): Detail;
  /** How its entries stand on the pages of others that have to do with them, and what stands above them. */
  mention?: { title(site: SiteWith<Word>): string; of(site: SiteWith<Word>, entry: Entry<C>): Mention };
  /** What search engines show of an entry, where the field that sums it up does not say it. */
  describe?(entry: Entry<C>): string;
  /** Whether an entry is in no list and has no page now, as when its time is over. */
  isOff?(data: Entry<C>['data'], now: string): boolean;
  /** What search engines are told of an entry beside its breadcrumbs (schema.org). */
  structuredData?(site: SiteWith<Word>, entry: Entry<C>, address: Address): Record<string, unknown>[];
  /** What is wrong with an entry though each of its fields is right by itself. */
  check?(entry: Entry<C>): Problem[];
  /** What is published beside its pages. `addresses` are those others may keep, of entries that have a page. */
  files?: {
    addresses(site: Pick<Site, 'entries' | 'addressByFile'>): Address[];
    plan(site: SiteWith<Word>): SiteFile[];
  };
  lists?: Readonly<Record<string, List<object, NoInfer<Word>>>>;
  blocks?: readonly KindBlock[];
  /** The template of its pages, where it has one of its own: a component that is given an `EntryMain`. */
  template?(props: never): unknown;
  /** Pages with this attribute in them need its script for readers, `client.ts` in its folder. */
  script?: string;
}

/** Entries that listing pages can list under one name. */
export interface List<Props extends object, Word extends string> {
  /**
   * The entries in the order in which they are listed, as `view` shows them: plain data. Links find what has an `anchor`, and
   * its title.
   */
  of(site: SiteWith<Word>): Props;
  /** How many there are. */
  count(props: NoInfer<Props>): number;
  /** Where the same can be had in another form. */
  link?(site: SiteWith<Word>): Link | undefined;
  /** What search engines are told of the whole list (schema.org). */
  structuredData?(site: SiteWith<Word>, title: string, props: NoInfer<Props>): Record<string, unknown>[];
  /** A component. */
  view(props: NoInfer<Props> & WithWords<Word>): unknown;
}

/** A kind of section that shows entries. */
export interface KindBlock<Schema extends z.ZodObject = z.ZodObject> {
  schema: Schema;
  /** What is shown that its author did not write. A list that is empty keeps the section out of the page. */
  fill(site: Site, block: Resolved<z.output<Schema>>): object;
  /** A component. */
  view(props: never): unknown;
}

/** A kind of which nothing is known but that it is one. */
export type AnyKind = Kind<Collection, string>;

/** The kinds of a site by their names; `src/kinds/kinds.ts` is one. */
export type Kinds = Readonly<Record<string, AnyKind>>;
