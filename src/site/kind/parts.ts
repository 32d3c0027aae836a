import type { Link } from '../pages/props';

/** Some entries of a list, under a title of their own. */
export interface Part<Card extends Link> {
  title: string;
  /** Links lead to it whatever the title says. */
  anchor: string;
  cards: Card[];
}

/** Those parts of a list in which something stands. */
export const filled = <Card extends Link>(parts: readonly Part<Card>[]): Part<Card>[] =>
  parts.filter(({ cards }) => cards.length > 0);

/** How many entries there are in all parts. */
export const countIn = (parts: readonly Part<Link>[]): number => parts.flatMap(({ cards }) => cards).length;
