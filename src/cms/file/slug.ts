import slugify from '@sindresorhus/slugify';
import type { Collection } from '../../model/collection';

/**
 * The name of the file of a new entry: the end of the address that was asked for, else its title in ASCII. A title in a
 * script that has no spelling in ASCII gives what is said `otherwise`, the day.
 */
export function slugOf(
  { title: key }: Collection,
  data: Record<string, unknown>,
  otherwise = new Date().toISOString().slice(0, 10),
): string {
  const url = (data['seo'] as { url?: unknown } | undefined)?.url;
  const path = typeof url === 'string' ? url.replace(/^https?:\/\/[^/?#]*|[?#].*$/gi, '') : '';
  const asked = path.split('/').findLast(Boolean);
  const title = [asked, key && data[key]].find((text) => typeof text === 'string' && text !== '');
  const slug = slugify(String(title ?? ''), { decamelize: false });
  // File systems take names of 255 bytes, and a name that long is no help in an address.
  return slug.slice(0, 80).replace(/-+$/, '') || otherwise;
}

/** The path of the file of a new entry, from the project's root. */
export const fileOf = (collection: Collection, data: Record<string, unknown>): string =>
  `content/${collection.folder}/${slugOf(collection, data)}.${collection.format}`;
