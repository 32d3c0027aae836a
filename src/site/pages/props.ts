import type * as z from 'zod';
import type { genericPage } from '../../collections/generic-page';
import type { landingPage } from '../../collections/landing-page';
import type { listingPage } from '../../collections/listing-page';
import type { post } from '../../collections/post';
import type { words } from '../../collections/settings/words';
import type { Embed } from '../../markdown/embeds';
import type { Collection, DataOf } from '../../model/collection';
import type { Cover } from '../pictures/cover';
import type { Offer } from '../pictures/forms';
import type { SearchFilter } from './search-record';
// What templates, blocks and components are given: plain data, made by plan.ts and its neighbors, and by src/kinds.

/** A field's value as it is shown. Which fields are what, their declarations say; see model/field.ts. */
export type Resolved<T> =
  T extends z.core.$brand<'markdown'>
    ? string
    : T extends z.core.$brand<'address'>
      ? string
      : T extends z.core.$brand<'image'>
        ? Picture
        : T extends z.core.$brand<'date'> | z.core.$brand<'dayOrMoment'>
          ? Moment
          : T extends readonly (infer Item)[]
            ? Resolved<Item>[]
            : T extends object
              ? { [Key in keyof T]: Resolved<T[Key]> }
              : T;

export interface Link {
  label: string;
  href: string;
}

/** The words of the site itself. */
export type Words = DataOf<typeof words>;

/**
 * What every template and every block is given, and every component that says something of its own: the words, those of
 * the kinds of content among them. A view of a kind names those that the kind declares.
 */
export interface WithWords<Word extends string = never> {
  words: Words & Record<Word, string>;
}

/** The main part of a page before it is given the words. */
export type Wordless<Main> = Omit<Main, 'words'>;

/** A day or a moment, for machines and for people. */
export interface Moment {
  iso: string;
  text: string;
}

/** A picture, with its size in pixels where that is known. What it shows, a field beside it says. */
export interface Picture {
  src: string;
  width?: number;
  height?: number;
  /** Its lighter forms, best type first, each in several widths. */
  offers?: Offer[];
}

/** A post among a few: its title, its picture, when and by whom. */
export interface PostTile extends Link {
  date: Moment;
  authors: string[];
  image?: Picture;
  imageAlt?: string;
  /** What stands in the place of a picture. */
  cover?: Cover;
  lang?: string | undefined;
}

/** A post in a list. */
export interface PostCard extends PostTile {
  description: string;
  categories: Link[];
  /** How long reading takes, where that is known. */
  minutes?: number;
  /** For editors: the post is not published yet. */
  state?: 'draft' | 'scheduled';
}

/** All that a template needs to make a page. Plain data, so that it can be stored and compared. */
export interface PageProps<Main = unknown> {
  head: Head;
  frame: Frame;
  main: Main;
}

/** A link of the navigation; `current` where it leads to the page itself, or to the section the page is in. */
export interface NavigationLink extends Link {
  current?: 'page' | 'true';
}

/** A link, or with `links` a group of them, which is a link to its first by itself. */
export interface NavigationItem extends NavigationLink {
  links?: NavigationLink[];
}

/** The logo of the site, for each color scheme; the one for light pages is for both where it stands alone. */
export interface Logo {
  light: Picture;
  dark?: Picture;
  /** The name of the site is part of it. */
  hasName: boolean;
}

/** What surrounds the main part of every page. */
export interface Frame extends WithWords {
  /** The language of the frame's own words. */
  lang: string;
  home: Link;
  /** The page that searches. */
  search: string;
  logo?: Logo;
  navigation: NavigationItem[];
  announcement?: { text: string; link?: Link };
  /** A script that counts visits; `consent`: readers are asked first. */
  analytics?: { script: string; siteId?: string; consent: boolean; question: string; yes: string; no: string };
  footer: { text: string; groups: { title: string; links: Link[] }[]; links: Link[] };
}

/** The fields of a collection's entries as templates show them: addresses ready for links, pictures with their sizes. */
export type FieldsOf<C extends Collection> = Resolved<DataOf<C>>;

/** What a template is given for an entry: all that its author wrote, and its body as HTML. */
export interface EntryMain<Fields = Record<string, unknown>> extends WithWords {
  data: Fields;
  html: string;
}

/** Who wrote a post: with a portrait, or the letters that stand in its place, and a few words. */
export interface Author extends Link {
  initials: string;
  image?: Picture;
  organization?: string;
  /** The first sentences of the biography, as plain text. */
  text?: string;
}

export interface BlogPostMain extends EntryMain<FieldsOf<typeof post>> {
  lang: string;
  dir: 'ltr' | 'rtl';
  authors: Author[];
  categories: Link[];
  minutes: number;
  /** The sections of the text, where there are three or more. */
  contents: Link[];
  cover?: Cover;
  /** Posts that have most in common with it. */
  related: PostTile[];
  /** The next older and the next newer of the listed posts. */
  older?: Link;
  newer?: Link;
  state?: 'draft' | 'scheduled';
}

export interface PostListMain extends WithWords {
  title: string;
  description: string;
  /** More about an author, as HTML. */
  html?: string;
  organization?: string;
  /** For an author: the portrait, and pages elsewhere. */
  author?: Pick<Author, 'initials' | 'image'> & { links: Link[] };
  /** For the blog: the categories, each with its page. */
  categories?: Link[];
  posts: PostCard[];
  number: number;
  total: number;
  newer?: Link;
  older?: Link;
  feed?: Link;
  archive?: Link;
}

export interface ArchiveMain extends WithWords {
  title: string;
  years: (Link & { count: number; current: boolean })[];
  /** The posts of the year shown, newest first. */
  posts: PostCard[];
}

export interface NotFoundMain extends WithWords {
  links: Link[];
  /** The page that searches. */
  search: string;
  /** All that the navigation leads to. */
  sections: Link[];
  /** The newest. */
  posts: PostTile[];
}

export interface SearchMain extends WithWords {
  /** Where the page itself is. */
  action: string;
  /** The script that asks the index, which lies beside it. */
  script: string;
  filters: SearchFilter[];
  /** Where all that can be found is listed. */
  lists: Link[];
}

export interface ListingMain extends EntryMain<Omit<FieldsOf<typeof listingPage>, 'blocks'>> {
  /** What stands below the list. */
  blocks: AnyBlock[];
  /** What the view of the list is given; `data.list` names the list. */
  listing: object;
  /** How many entries there are; `data.empty` is said when there are none. */
  count: number;
  /** Where the same can be had in another form. */
  link?: Link;
}

/** What is known of something, as a row of its page. */
export interface Fact {
  label: string;
  text: string;
  href?: string;
  /** For a day or a moment: ISO 8601. */
  iso?: string;
  /** What it means. */
  note?: string;
}

/** Something on the page of something else that it has to do with. */
export interface Mention extends Link {
  date?: Moment;
  /** What it is or does, in a few words. */
  text?: string | undefined;
  /** A logo or portrait, or the letters that stand in its place. */
  mark?: { image?: Picture; initials?: string };
}

/** Things of one kind that have to do with something. */
export interface Mentions {
  anchor: string;
  title: string;
  posts?: PostTile[];
  mentions?: Mention[];
}

/** What is known of an entry, in the order in which its page tells it. */
export interface Detail {
  /** What matters now: that it is over, and what comes next. */
  note?: { text: string; link?: Link };
  lead?: string;
  /** A logo or portrait, or the letters that stand in its place. */
  mark?: { image?: Picture; initials?: string };
  facts?: Fact[];
  links?: Link[];
  buttons?: Link[];
  embed?: EmbedProps;
  /** What else it has to do with, beside what the site finds itself. */
  related?: Mentions[];
}

/** The page of an entry of which facts are known: a member, an event, a job. */
export interface DetailMain extends Detail, WithWords {
  facts: Fact[];
  links: Link[];
  buttons: Link[];
  related: Mentions[];
  title: string;
  /** The listing the page belongs to. */
  list?: Link;
  html: string;
}

/** Something from elsewhere; see markdown/embeds.ts. */
export type EmbedProps = Embed;

type BlockData = FieldsOf<typeof landingPage>['blocks'][number];
export type BlockType = BlockData['type'];

/** What blocks are given beside what their author wrote. */
interface BlockExtras {
  posts: { posts: PostCard[]; all: Link };
  embed: { embed: EmbedProps };
}

/** What the author of a block wrote, ready to be shown. */
export type BlockFields<Type extends BlockType> = Extract<BlockData, { type: Type }>;

/** What the component of a block of the site itself is given. */
export type BlockProps<Type extends BlockType> = BlockFields<Type> &
  (Type extends keyof BlockExtras ? BlockExtras[Type] : unknown) &
  WithWords;

/** What the component of a kind’s block is given: what its author wrote, and what `fill` adds. */
export type KindBlockProps<Schema extends z.ZodObject, Extra = unknown> = Resolved<z.output<Schema>> &
  Extra &
  WithWords;

/** A block of any type, ready to be shown: its component knows what else there is. */
export interface AnyBlock {
  type: string;
  anchor?: string;
  title?: string;
}

export interface LandingPageMain extends EntryMain<Omit<FieldsOf<typeof landingPage>, 'blocks'>> {
  blocks: AnyBlock[];
}

export type GenericPageMain = EntryMain<FieldsOf<typeof genericPage>> & { lang: string; dir: 'ltr' | 'rtl' };

/** What stands in a page's `head` and on its `html` element; every tag as its attributes. */
export interface Head {
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  meta: Record<string, string>[];
  link: Record<string, string>[];
  /** Structured data for search engines (schema.org). */
  jsonLd: Record<string, unknown>[];
}
