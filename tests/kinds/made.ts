import type { Part } from '../../src/site/kind/parts';
import type { DetailMain, LandingPageMain, Link, ListingMain } from '../../src/site/pages/props';
import type { Site } from '../../src/site/site';
import { landing, pageAt, siteOf } from '../project';

/** What the page of an entry says, without the words of the site. */
export function detailAt(site: Site, address: string): Omit<DetailMain, 'words'> {
  const { words: _, ...own } = pageAt<DetailMain>(site, address).made.main;
  return own;
}

/** The labels of the facts on the page of an entry, and whatever else is there. */
export function outlineAt(site: Site, address: string) {
  const { facts, links, buttons, list, embed } = detailAt(site, address);
  return [facts.map(({ label }) => label), links.length, buttons.length, list, embed];
}

/** What a listing page shows, and how many that is. */
export const listingAt = (site: Site, address = '/list/'): ListingMain => pageAt<ListingMain>(site, address).made.main;

/** What the view of a list is given. The test says what that is: its kind alone knows. */
export const listed = <Props>(site: Site, address?: string): Props => listingAt(site, address).listing as Props;

/** What is listed as to come, and as over. */
export function timelineAt<Card extends Link>(site: Site, address?: string): Record<'upcoming' | 'past', Card[]> {
  const { parts } = listed<{ parts: Part<Card>[] }>(site, address);
  const cardsOf = (name: string) => parts.find(({ anchor }) => anchor === name)?.cards ?? [];
  return { upcoming: cardsOf('upcoming'), past: cardsOf('past') };
}

export const labels = (items: readonly { label: string }[]) => items.map(({ label }) => label);

/** What the view of a section is given; undefined where it is left out. */
export const sectionOf = <Props>(block: object, files: Record<string, string>): Props | undefined =>
  pageAt<LandingPageMain>(siteOf({ ...files, 'content/pages/page.md': landing([block]) }), '/page/').made.main
    .blocks[0] as Props | undefined;
