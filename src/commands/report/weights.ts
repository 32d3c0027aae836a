import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Address, addressKey } from '../../site/addresses/address';
import type { MadePage } from '../../site/pages/make';
import type { Site } from '../../site/site';
import type { Uses } from './uses';

/** How much of something is listed: the heaviest. */
const most = 20;

export interface PageWeight {
  address: Address;
  /** Of its HTML, compressed as a host sends it, in bytes. Pictures are not counted. */
  bytes: number;
}

export interface PictureWeight {
  /** Below `static/`. */
  path: string;
  bytes: number;
  usedBy: readonly MadePage[];
}

/** The heaviest pages in `public/`; undefined where nothing has been built. */
export function weighPages(root: string, site: Site): PageWeight[] | undefined {
  const folder = join(root, 'public');
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  return heaviest(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('index.html'))
      .map((name) => ({
        name,
        address: `/${name
          .split(sep)
          .join('/')
          .replace(/index\.html$/, '')}`.normalize('NFC'),
      }))
      // What was built for an earlier state, and pages that only lead on, are left out.
      .filter(({ address }) => site.addresses.has(addressKey(address)))
      .map(({ name, address }) => ({ address, bytes: gzipSync(readFileSync(join(folder, name))).length })),
  );
}

/** The heaviest pictures, with the pages that show them. */
export const weighPictures = (root: string, { assets }: Site, uses: Uses): PictureWeight[] =>
  heaviest(
    [...assets.keys()]
      .filter((path) => /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path))
      .flatMap((path) => {
        const file = join(root, 'static', path);
        // A name may be written in another normal form than the one it is known by.
        const bytes = existsSync(file) ? [statSync(file).size] : [];
        return bytes.map((size) => ({ path, bytes: size, usedBy: uses.get(addressKey(path)) ?? [] }));
      }),
  );

const heaviest = <Item extends { bytes: number }>(items: Item[]): Item[] =>
  items.sort((a, b) => b.bytes - a.bytes).slice(0, most);
