import { colorsOf } from '../brand';
import type { Site } from '../site';
import { hashOf } from './cover';

/** What the card of a page says: the picture of a link to it, 1200 × 630 pixels. */
export interface Card {
  /** From the site’s root: `/cards/blog/my-post.3fa9c1d2.png`. Other words have another path, or old cards would be shown. */
  path: string;
  title: string;
  /** What the page is: the blog, a member. */
  kind?: string;
  /** Who wrote it, and when. */
  byline?: string;
  lang: string;
  site: string;
  colors: { paper: string; text: string; accent: string };
  /** What its pattern follows from; see `coverOf`. */
  seed: string;
  of: string;
}

export const cardSize = { width: 1200, height: 630 };

/** Counts the ways in which cards are drawn; what another has drawn has another path. */
const drawing = 1;

/** The card of a page; none where the brand wants none. The colors are those of the dark scheme, in which pictures glow. */
export function cardOf(
  { brand, settings }: Pick<Site, 'brand' | 'settings'>,
  page: {
    address: string;
    title: string;
    lang: string;
    kind?: string | undefined;
    byline?: string | undefined;
    of?: string | undefined;
  },
): Card | undefined {
  if (!brand.cards || !page.address.endsWith('/')) return undefined;
  const { surface, ink, accent } = colorsOf(brand, 'dark');
  const { address, title, lang, kind, byline, of = '' } = page;
  const said = {
    title,
    ...(kind ? { kind } : {}),
    ...(byline ? { byline } : {}),
    lang,
    site: settings.title,
    colors: { paper: surface, text: ink, accent },
    seed: address,
    of,
  };
  const mark = hashOf(JSON.stringify([drawing, said, brand.type]))
    .toString(16)
    .padStart(8, '0');
  return { ...said, path: `/cards${address === '/' ? '/home' : address.replace(/\/$/, '')}.${mark}.png` };
}

/** Scripts whose letters cards have: the title of a page in another is left out, and the rest of its card stays. */
export const canBeDrawn = (text: string): boolean =>
  !/[^\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Devanagari}\p{sc=Hangul}\p{sc=Arabic}\p{sc=Common}\p{sc=Inherited}]/u.test(
    text,
  );
