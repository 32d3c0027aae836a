import { checkWithin } from '../../checks/checks';
import { judge } from '../../checks/judge';
import { checkRedirects } from '../../checks/site/redirects';
import { collectionsOf } from '../../collections/collections';
import { listingPage } from '../../collections/listing-page';
import { checks } from '../../collections/settings/checks';
import { redirects } from '../../collections/settings/redirects';
import { type AnyEntry, checkEntry, entriesOf, isOf } from '../../content/entry';
import type { Problem } from '../../content/problem';
import type { Collection } from '../../model/collection';
import type { Address } from '../../site/addresses/address';
import type { Page } from '../../site/pages/page';
import { planPages } from '../../site/pages/plan';
import type { Kinds, Site } from '../../site/site';
import { rivalsOf } from '../form/fields';
import { type SiteData, siteWith } from '../serve/site-data';
import { completed } from './complete';

/** An entry as the editor has it now: the text its file would have if it were saved. */
export interface Draft {
  collection: Collection;
  /** Path from the project's root. */
  file: string;
  text: string;
  /** Pictures that were added to it and are not published yet, by their path on the site. */
  pictures: readonly string[];
}

/** What is known of a draft. */
export interface Outlook {
  /** In the words of `npm run check`. */
  problems: Problem[];
  /** The site with the draft in it, and the page that shows it; where something is missing, with a word in its place. */
  site?: Site;
  entry?: AnyEntry;
  address?: Address;
  page?: Page;
}

/**
 * Looks at a draft as `npm run check` and the build would. Keeps the site between calls that differ in the text below the
 * fields alone, for that is what an editor types most of.
 */
export function draftReader(kinds: Kinds, data: SiteData): (draft: Draft, now: string) => Outlook {
  let kept: { key: string; site: Site; found: Problem[]; entry: AnyEntry; page: Page | undefined } | undefined;
  const collections = collectionsOf(Object.values(kinds));
  return ({ collection: declared, file, text, pictures }, now) => {
    const rivals = rivalsOf(collections, declared);
    const slug = declared.single
      ? declared.folder
      : file.slice(`content/${declared.folder}/`.length, -declared.format.length - 1);
    const { entry: whole, problems } = checkEntry(file, slug, rivals, text);
    const entry = whole ?? checkEntry(file, slug, rivals, completed(declared, text, now)).entry;
    if (!entry) return { problems };
    const key = JSON.stringify([entry.file, entry.data, pictures, now]);
    if (kept?.key === key) Object.assign(kept.entry, { body: entry.body, source: entry.source });
    else {
      const { site, problems: found } = siteWith(
        kinds,
        { ...data, assets: [...data.assets, ...pictures.map((path): [string] => [path])] },
        entry,
        now,
      );
      if (!site) return { problems };
      kept = { key, site, found, entry, page: pageOf(site, entry) };
    }
    const { site, page } = kept;
    const address = site.addressByFile.get(file);
    const found = whole
      ? [
          ...kept.found.filter((problem) => problem.file === file),
          ...checkWithin(site, kept.entry),
          ...(isOf(kept.entry, redirects) ? checkRedirects(site) : []),
        ]
      : [];
    return {
      problems: judge(
        [...problems, ...found.filter(isKnown).map(eased)],
        [kept.entry, ...entriesOf(site.entries, checks)],
        // What is between entries is not looked for here, and a comment that allows it is not needless.
        (rule) => rule === 'malformed-allowance',
      ),
      site,
      entry: kept.entry,
      ...(address === undefined ? {} : { address }),
      ...(page ? { page } : {}),
    };
  };
}

/**
 * Whether a problem may be none, because of what others have added since the site was built. In the form it stops nobody;
 * when the entry is saved, it is looked for in all that is there by then.
 */
export const isDoubtful = ({ rule }: Pick<Problem, 'rule'>): boolean => dependent.has(rule);

const eased = (problem: Problem): Problem => (isDoubtful(problem) ? { ...problem, severity: 'warning' } : problem);

const dependent = new Set<Problem['rule']>(['unknown-reference', 'dead-link', 'dead-own-link', 'missing-picture']);

/** Of the texts of other entries nothing is known, and so nothing of their headings. */
const isKnown = ({ rule, message }: Problem) => rule !== 'dead-anchor' || message.includes('“#');

/** The page that shows an entry: its own, else the list it stands in, else the home page. */
function pageOf(site: Site, entry: AnyEntry): Page | undefined {
  const pages = planPages(site);
  const own = pages.find(({ file }) => file === entry.file);
  if (own) return own;
  const { name } = entry.collection;
  const kind = site.kinds.find(({ collection, parts = [] }) =>
    [collection, ...parts].some((part) => part.name === name),
  );
  const listing = entriesOf(site.entries, listingPage).find(
    ({ data }) => kind?.lists && data.list !== undefined && data.list in kind.lists,
  );
  return pages.find(({ file, address }) => (listing ? file === listing.file : address === '/'));
}
