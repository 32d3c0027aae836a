import type { z } from 'zod';
import type { CollectionName, Data } from '../../collections/index';
import type { Embed } from '../../markdown/embeds';
// What templates, blocks and components are given: plain data, made by plan.ts and its neighbors.

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
export type Words = Data<'words'>;

/** What every template and every block is given, and every component that says something of its own. */
export interface WithWords {
  words: Words;
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
}

/** A post in a list. */
export interface PostCard extends Link {
  date: Moment;
  description: string;
  categories: Link[];
  lang?: string | undefined;
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
  logo?: Logo;
  navigation: NavigationItem[];
  announcement?: { text: string; link?: Link };
  /** A script that counts visits; `consent`: readers are asked first. */
  analytics?: { script: string; siteId?: string; consent: boolean; question: string; yes: string; no: string };
  footer: { text: string; groups: { title: string; links: Link[] }[]; links: Link[] };
}

/** The fields of a collection's entries as templates show them: addresses ready for links, pictures with their sizes. */
export type FieldsOf<Name extends CollectionName> = Resolved<Data<Name>>;

/** What a template is given for an entry: all that its author wrote, and its body as HTML. */
export interface EntryMain<Fields = Record<string, unknown>> extends WithWords {
  data: Fields;
  html: string;
}

export interface BlogPostMain extends EntryMain<FieldsOf<'post'>> {
  lang: string;
  dir: 'ltr' | 'rtl';
  authors: Link[];
  categories: Link[];
  minutes: number;
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
}

/** A member, wherever members are listed. */
export interface MemberCard extends Link {
  level: string;
  country?: string;
  logo?: Picture;
}

/** The members of one level. */
export interface MemberGroup {
  value: string;
  title: string;
  text?: string;
  members: MemberCard[];
}

export interface PersonCard extends Link {
  role: string;
  organization?: string;
  image?: Picture;
  initials: string;
}

export interface ProjectCard extends Link {
  tagline: string;
  logo?: Picture;
  links: Link[];
}

export interface EventCard extends Link {
  kind: string;
  start: Moment;
  end?: Moment;
  /** The days or hours in words: June 13–15, 2026. */
  when: string;
  place: string;
  description: string;
}

export interface EpisodeCard extends Link {
  date: Moment;
  description: string;
}

export interface JobCard extends Link {
  organization: string;
  place: string;
  until: Moment;
  description: string;
}

export interface PressCard extends Link {
  site: string;
  date: Moment;
}

/** Entries of one kind, as their listing shows them. */
export type Listing =
  | { kind: 'members'; groups: MemberGroup[]; countries: string[]; total: number }
  | { kind: 'people'; people: PersonCard[] }
  | { kind: 'projects'; groups: { title: string; anchor: string; projects: ProjectCard[] }[] }
  | { kind: 'events'; upcoming: EventCard[]; past: EventCard[]; calendar: Link }
  | { kind: 'episodes'; upcoming: EpisodeCard[]; past: EpisodeCard[] }
  | { kind: 'jobs'; jobs: JobCard[] }
  | { kind: 'press'; articles: PressCard[] };

export interface ListingMain extends EntryMain<FieldsOf<'listing-page'>> {
  listing: Listing;
  /** How many entries there are; `data.empty` is said when there are none. */
  count: number;
}

/** What is known of something, as a row of its page. */
export interface Fact {
  label: string;
  text: string;
  href?: string;
  /** For a day or a moment: ISO 8601. */
  iso?: string;
}

/** The page of a member, a person, a project, an event, an episode or a job. */
export interface DetailMain extends WithWords {
  title: string;
  lead?: string;
  /** The listing the page belongs to. */
  list?: Link;
  /** A logo or portrait, or the letters that stand in its place. */
  mark?: { image?: Picture; initials?: string };
  facts: Fact[];
  links: Link[];
  buttons: Link[];
  embed?: EmbedProps;
  html: string;
}

/** Something from elsewhere; see markdown/embeds.ts. */
export type EmbedProps = Embed;

type BlockData = FieldsOf<'landing-page'>['blocks'][number];
export type BlockType = BlockData['type'];

/** What blocks are given beside what their author wrote. */
interface BlockExtras {
  members: { groups: MemberGroup[] };
  people: { people: PersonCard[] };
  posts: { posts: PostCard[]; all: Link };
  events: { events: EventCard[] };
  embed: { embed: EmbedProps };
}

/** A block of one type, ready to be shown. */
type BlockOf<Type extends BlockType> = Extract<BlockData, { type: Type }> &
  (Type extends keyof BlockExtras ? BlockExtras[Type] : unknown);

/** What the component of a block is given. */
export type BlockProps<Type extends BlockType> = BlockOf<Type> & WithWords;

/** A block of any type, ready to be shown. */
export type AnyBlock = { [Type in BlockType]: BlockOf<Type> }[BlockType];

export interface LandingPageMain extends EntryMain<Omit<FieldsOf<'landing-page'>, 'blocks'>> {
  blocks: AnyBlock[];
}

export type GenericPageMain = EntryMain<FieldsOf<'generic-page'>> & { lang: string; dir: 'ltr' | 'rtl' };

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
