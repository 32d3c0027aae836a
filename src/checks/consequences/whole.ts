import { collectionsOf } from '../../collections/collections';
import { type AnyEntry, checkEntry } from '../../content/entry';
import type { Problem } from '../../content/problem';
import type { Collection } from '../../model/collection';
import { parseLedger } from '../../site/addresses/ledger';
import type { Assets } from '../../site/assets';
import { resolveSite } from '../../site/resolve';
import type { Kinds, Site } from '../../site/site';
import { checkWithin } from '../checks';
import { judge } from '../judge';
import { checkLostAddresses } from '../site/lost-addresses';
import { checkRedirects } from '../site/redirects';

/** All files of the content by their paths from the project's root, with their texts. */
export type Texts = ReadonlyMap<string, string>;

/** What stands beside the content. */
export interface Surroundings {
  kinds: Kinds;
  now: string;
  assets: Assets;
  /** The text of the ledger; empty where there is none. */
  ledger: string;
}

/** A site that was made of texts alone, without a file read. */
export interface Whole {
  site?: Site;
  entries: readonly AnyEntry[];
  problems: Problem[];
}

// One change asks for the site before it several times.
const known = new WeakMap<Texts, { surroundings: Surroundings; whole: Whole }>();

/** The entries of a site, its addresses, and what is wrong with files and between them. */
export function wholeOf(texts: Texts, surroundings: Surroundings): Whole {
  const kept = known.get(texts);
  if (kept?.surroundings === surroundings) return kept.whole;
  const whole = madeOf(texts, surroundings);
  known.set(texts, { surroundings, whole });
  return whole;
}

function madeOf(texts: Texts, { kinds, now, assets, ledger }: Surroundings): Whole {
  const collections = collectionsOf(Object.values(kinds));
  const checked = [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([file, text]) => {
      const candidates = collectionsAt(collections, file);
      const [first] = candidates;
      return first ? [{ file, text, candidates, ...checkEntry(file, slugIn(first, file), candidates, text) }] : [];
    });
  const broken = checked.filter(({ entry }) => !entry);
  const entries = checked.flatMap(({ entry }) => entry ?? []);
  const { site, problems } = resolveSite(
    {
      collections,
      entries,
      unread: new Set(broken.flatMap(({ candidates }) => candidates.map(({ name }) => name))),
      broken: new Map(broken.map(({ file, text }) => [file, text])),
    },
    { kinds, now, preview: false, assets, ledger: parseLedger(ledger) },
  );
  return { ...(site ? { site } : {}), entries, problems: [...checked.flatMap((item) => item.problems), ...problems] };
}

/** The collections that a file may belong to: several where its `templateKey` tells. */
export const collectionsAt = (collections: readonly Collection[], file: string): Collection[] =>
  collections.filter(({ single, folder, format }) =>
    single
      ? file === `content/${folder}.${format}`
      : file.startsWith(`content/${folder}/`) && file.endsWith(`.${format}`),
  );

const slugIn = ({ single, folder, format }: Collection, file: string) =>
  single ? folder : file.slice(`content/${folder}/`.length, -format.length - 1);

/**
 * What stops the site: the errors of `npm run check`, but for those of pictures and of the names of files. Where it is said
 * `where` something may be wrong, the fields and texts of other files are not looked through.
 */
export function stoppersOf(texts: Texts, surroundings: Surroundings, where?: ReadonlySet<string>): Problem[] {
  const { site, entries, problems } = wholeOf(texts, surroundings);
  const looked = where ? entries.filter(({ file }) => where.has(file)) : entries;
  const found = site
    ? [...checkRedirects(site), ...checkLostAddresses(site), ...looked.flatMap((entry) => checkWithin(site, entry))]
    : [];
  return judge([...problems, ...found], entries, () => false).filter(({ severity }) => severity === 'error');
}
