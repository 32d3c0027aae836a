import { type Problem, problemAt } from '../../content/problem';
import type { Draft, Outlook } from '../file/draft';
import { slugOf } from '../file/slug';
import type { SiteData } from '../serve/site-data';

/**
 * What is wrong with the address of an entry that has no file yet: it comes from the title, which may have no letter that
 * an address can be made of, or be that of an entry there is.
 */
export function newAddressProblems(
  { collection, file }: Draft,
  { entry }: Outlook,
  fields: Record<string, unknown>,
  { entries }: Pick<SiteData, 'entries'>,
): Problem[] {
  const title = collection.title && fields[collection.title];
  if (!entry || typeof title !== 'string' || !title.trim()) return [];
  const canAsk = 'seo' in collection.schema.shape;
  const advice = canAsk ? 'write one in “Address”, below “SEO”' : 'add a word in Latin letters';
  const path = canAsk ? ['seo', 'url'] : [collection.title as string];
  if (slugOf(collection, fields, '') === '') {
    const message = `“${title}” has no letters that an address can be made of`;
    return [problemAt(entry, 'wrong-page-address', path, message, advice)];
  }
  const twin = entries.find((other) => other.file === file);
  if (!twin) return [];
  const message = `“${String(twin.data[collection.title as string as keyof typeof twin.data])}” has this address already`;
  return [
    problemAt(
      entry,
      'shared-address',
      path,
      message,
      canAsk ? `write another title, or ${advice}` : 'write another title',
    ),
  ];
}
