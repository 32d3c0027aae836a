import { inUse } from '../collections/collections';
import { post } from '../collections/post';
import { brand } from '../collections/settings/brand';
import { site as siteSettings } from '../collections/settings/site';
import { words } from '../collections/settings/words';
import { type AnyEntry, type Entry, entriesOf, isOf } from '../content/entry';
import { type Problem, problemAt, problemOf } from '../content/problem';
import type { Content } from '../content/read';
import { type Address, addressKey, addressOf, baseOf } from './addresses/address';
import { checkClaims, ownClaims, redirectClaims } from './addresses/claims';
import type { Assets } from './assets';
import { generatedAddresses, searchFolder } from './lists';
import { resolveReferences } from './references';
import type { AnyKind, Kinds, LedgerLine, Post, PostState, Site, Term } from './site';
import { gatherTerms } from './terms';

export interface ResolveOptions {
  kinds: Kinds;
  /** What the site is built for: posts dated later wait. ISO 8601. */
  now: string;
  /** Drafts and posts dated ahead are built too, for those who write them. */
  preview: boolean;
  assets: Assets;
  /** What was ever published; nothing, if it is left out. */
  ledger?: readonly LedgerLine[];
}

/**
 * Finds addresses and references, and what is wrong between entries.
 * No site comes back when the settings are missing, for nothing has an address without them.
 */
export function resolveSite(
  { collections, entries, unread, broken }: Pick<Content, 'collections' | 'entries' | 'unread' | 'broken'>,
  { kinds: named, now, preview, assets, ledger = [] }: ResolveOptions,
): { site?: Site; problems: Problem[] } {
  const [settingsEntry] = entriesOf(entries, siteSettings);
  if (!settingsEntry) return { problems: [] };
  const settings = settingsEntry.data;
  const kinds = Object.values(named);

  const { addressByFile, problems } = addressAll(entries, settings);
  const references = resolveReferences(collections, entries, unread);
  const terms = gatherTerms(entries, addressByFile, references);
  const resolved = entriesOf(entries, post).map((entry) => ({
    entry,
    address: addressByFile.get(entry.file),
    authors: terms.authorsOf(entry),
    categories: terms.categoriesOf(entry),
    state: stateOf(entry.data, now),
  }));
  const isBuilt = (found: { address: Address | undefined; state: PostState }): found is Post =>
    found.address !== undefined && (preview || found.state === 'listed' || found.state === 'hidden');
  const posts = resolved.filter(isBuilt).sort(newestFirst);
  const listed = posts.filter(({ state, entry }) => state !== 'hidden' && !entry.data.hidePost);
  for (const post of listed) {
    for (const term of new Set([...post.authors, ...post.categories])) term.posts.push(post);
  }

  const isUnpublished = new Set([
    ...resolved.filter((post) => !isBuilt(post)).map(({ entry }) => entry.file),
    ...entries.filter((entry) => isOff(kinds, entry, now, preview)).map(({ file }) => file),
    ...unknownAuthors(resolved, isBuilt, ledger),
  ]);
  const built = new Map([...addressByFile].filter(([file]) => !isUnpublished.has(file)));
  const byLabel = (a: Term, b: Term) => a.label.localeCompare(b.label, settings.language);
  const site: Site = {
    collections,
    kinds,
    entries,
    broken,
    now,
    find: references.find,
    settings,
    settingsFile: settingsEntry.file,
    brand: entriesOf(entries, brand)[0]?.data ?? brand.schema.parse({}),
    words: entriesOf(entries, words)[0]?.data ?? inUse(collections, words).schema.parse({}),
    base: baseOf(settings),
    posts,
    listed,
    authors: terms.authors.filter(({ entry }) => built.has(entry.file)).sort(byLabel),
    categories: terms.categories.sort(byLabel),
    others: entries.flatMap((entry) => {
      const address = built.get(entry.file);
      return address !== undefined && !isOf(entry, post) && entry.collection.template !== undefined
        ? [{ entry, address }]
        : [];
    }),
    waiting: resolved
      .filter(({ state }) => state === 'scheduled')
      .map(({ entry: { data, file } }) => ({ date: data.date, file }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    addresses: new Map(),
    unpublished: unpublishedOf(entries, addressByFile, built, now),
    over: new Set(
      entries.flatMap((entry) => {
        const address = addressByFile.get(entry.file);
        return address && !('draft' in entry.data) && isOff(kinds, entry, now, preview) ? [addressKey(address)] : [];
      }),
    ),
    claimed: [],
    addressByFile: built,
    assets,
    ledger,
  };
  const made = [...generatedAddresses(site), ...assets.keys()];
  for (const address of [...made, ...built.values()]) site.addresses.set(addressKey(address), address);

  // Posts that wait claim their address already: the day they are due is no day to find out that it is taken.
  // A draft does not; it may be the next version of the post that has the address.
  const drafts = new Set(preview ? [] : entries.filter(({ data }) => data['draft'] === true).map(({ file }) => file));
  const claims = [
    ...ownClaims,
    { address: searchFolder(settings), what: 'the index of the search', isWhole: true },
    ...generatedAddresses(site).map((address) => ({ address })),
    ...[...assets.keys()].map((path) => ({ address: path.replace(/\/index\.html$/, '/'), file: `static${path}` })),
    ...entries.flatMap((entry) => {
      const address = addressByFile.get(entry.file);
      return address === undefined || drafts.has(entry.file) ? [] : [{ address, entry }];
    }),
  ];
  site.claimed = claims.map(({ address }) => address);
  return {
    site,
    problems: [
      ...problems,
      ...references.problems,
      ...checkClaims([...claims, ...redirectClaims(entries)]),
      ...homeProblem(site),
    ],
  };
}

/** Files of authors whom only what is not published names, and who never had a page: they are reported with their first post. */
function unknownAuthors<Any extends { authors: Term[] }>(
  posts: readonly Any[],
  isBuilt: (post: Any) => boolean,
  ledger: readonly LedgerLine[],
): string[] {
  const signing = new Set(posts.filter(isBuilt).flatMap(({ authors }) => authors));
  const known = new Set(ledger.map(({ address }) => addressKey(address)));
  return posts
    .flatMap(({ authors }) => authors)
    .filter((author) => !signing.has(author) && !known.has(addressKey(author.address)))
    .map(({ entry }) => entry.file);
}

function addressAll(entries: readonly AnyEntry[], settings: Entry<typeof siteSettings>['data']) {
  const addressByFile = new Map<string, Address>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const { address, complaint } = addressOf(entry, settings);
    if (address !== undefined) addressByFile.set(entry.file, address);
    if (complaint) {
      const { rule, message, advice } = complaint;
      problems.push(problemAt(entry, rule, ['seo', 'url'], message, advice));
    }
  }
  return { addressByFile, problems };
}

function unpublishedOf(
  entries: readonly AnyEntry[],
  addressByFile: ReadonlyMap<string, Address>,
  built: ReadonlyMap<string, Address>,
  now: string,
): Site['unpublished'] {
  const found: Site['unpublished'] = new Map();
  for (const entry of entries) {
    const { file, data } = entry;
    const address = addressByFile.get(file);
    if (address === undefined || built.has(file)) continue;
    const date = isOf(entry, post) && entry.data.date > now ? entry.data.date : undefined;
    const isDraft = data['draft'] === true;
    if (!isDraft && date === undefined) continue;
    const state = isDraft || date === undefined ? { state: 'draft' as const } : { state: 'scheduled' as const, date };
    found.set(file, state).set(addressKey(address), state);
  }
  return found;
}

/** Whether an entry other than a post has no page now. */
function isOff(kinds: readonly AnyKind[], entry: AnyEntry, now: string, preview: boolean): boolean {
  if (entry.data['draft'] === true && !preview) return true;
  return kinds.some((kind) => isOf(entry, kind.collection) && kind.isOff?.(entry.data, now));
}

function homeProblem({ addresses, settingsFile }: Site): Problem[] {
  if (addresses.has(addressKey('/'))) return [];
  return [problemOf(settingsFile, 'missing-home', 'The site has no home page', 'add content/pages/index.md')];
}

function stateOf({ draft, date, hidePost }: Entry<typeof post>['data'], now: string): PostState {
  if (draft) return 'draft';
  if (date > now) return 'scheduled';
  return hidePost ? 'hidden' : 'listed';
}

/** By date; posts of the same moment by address, so that their order is the same in every build. */
const newestFirst = (a: Post, b: Post) =>
  a.entry.data.date === b.entry.data.date
    ? a.address.localeCompare(b.address, 'en')
    : a.entry.data.date < b.entry.data.date
      ? 1
      : -1;
