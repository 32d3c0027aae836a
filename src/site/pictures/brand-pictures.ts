import type { Site } from '../site';

/** A picture that is made of the site's icon, unless `static/` has one of its own at that path. */
export interface DrawnPicture {
  path: string;
  width: number;
  height: number;
  /** How the icon stands in it: alone; on paper with room around it, for systems that cut it round; on a card. */
  form: 'alone' | 'padded' | 'card' | 'vector';
}

const drawnIcon = '/icon.svg';
export const smallIcon = '/icon-192.png';
export const largeIcon = '/icon-512.png';
export const socialCard = '/social-card.png';

/** The icon itself: the brand's, or one that is drawn in its color. */
export const iconOf = ({ icon }: Site['brand']): string => icon ?? drawnIcon;

const square = (path: string, form: DrawnPicture['form'], size: number) => ({ path, form, width: size, height: size });

const all: readonly DrawnPicture[] = [
  square(drawnIcon, 'vector', 32),
  square('/favicon.ico', 'alone', 32),
  square('/apple-touch-icon.png', 'padded', 180),
  square(smallIcon, 'alone', 192),
  square(largeIcon, 'padded', 512),
  { path: socialCard, form: 'card', width: 1200, height: 630 },
];

/** The pictures that a site needs and does not have in `static/`. */
export const drawnPictures = ({ assets, brand }: Pick<Site, 'assets' | 'brand'>): DrawnPicture[] =>
  all.filter(({ path, form }) => !assets.has(path) && (form !== 'vector' || brand.icon === undefined));
