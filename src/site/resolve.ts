import { type CollectionName, collections, type Data } from '../collections';
import { type AnyEntry, type Entry, problemAt } from '../content/entry';
import type { Problem } from '../content/problem';
import { nearest } from '../model/nearest';
import { type Address, addressKey, addressOf, type Base, baseOf } from './address';
import type { Assets } from './assets';
import { generatedAddresses } from './lists';

/** A post, with what it refers to. */
export interface Post {
  entry: Entry<'post'>;
  address: Address;
  authors: Term[];
  categories: Term[];
  /** Why a reader does not find the post in lists; `draft` and `scheduled` are built for editors only. */
  state: 'listed' | 'hidden' | 'draft' | 'scheduled';
}

/** An author or a category: something posts are listed by. */
export interface Term {
  entry: Entry<'author'> | Entry<'category'>;
  address: Address;
  label: string;
  /** The listed posts, newest first. */
  posts: Post[];
}

/** Whatever else has a page: its entry, and where it lives. */
export interface OtherPage {
  entry: AnyEntry;
  address: Address;
}

/** Everything known about a site, before anything is rendered. Plain data. */
export interface Site {
  settings: Data<'site'>;
  /** The file the settings stand in. */
  settingsFile: string;
  base: Base;
  /** The moment the site is built for. */
  now: string;
  /** All posts that are built, newest first. */
  posts: Post[];
  /** Those of them that appear in lists, feeds and the sitemap. */
  listed: Post[];
  authors: Term[];
  categories: Term[];
  others: OtherPage[];
  /** When the posts that wait for their date are due, soonest first. */
  waiting: { date: string; file: string }[];
  /** Addresses of all pages, by `addressKey`. */
  addresses: Map<string, Address>;
  /** Addresses of entries, by file. */
  addressByFile: Map<string, Address>;
  assets: Assets;
}

export interface ResolveOptions {
  /** What the site is built for: posts dated later wait. ISO 8601. */
  now: string;
  /** Drafts and posts dated ahead are built too, for those who write them. */
  preview: boolean;
  assets: Assets;
}

/**
 * Finds addresses and references, and what is wrong between entries.
 * No site comes back when the settings are missing, for nothing has an address without them.
 */
export function resolveSite(
  entries: readonly AnyEntry[],
  { now, preview, assets }: ResolveOptions,
): { site?: Site; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain = (
    { source, file }: AnyEntry,
    path: PropertyKey[],
    severity: Problem['severity'],
    message: string,
    advice: string,
  ) => problems.push(problemAt(source, file, path, 'value', severity, message, advice));

  const [settingsEntry] = entriesOf(entries, 'site');
  if (!settingsEntry) return { problems };
  const settings = settingsEntry.data;

  const addressByFile = new Map<string, Address>();
  for (const entry of entries) {
    const { address, complaint } = addressOf(entry, settings);
    if (address !== undefined) addressByFile.set(entry.file, address);
    if (complaint) complain(entry, ['seo', 'url'], complaint.severity, complaint.message, complaint.advice);
  }

  const term = <Name extends 'author' | 'category'>(
    name: Name,
    key: (data: Data<Name>) => string,
    label: (data: Data<Name>) => string,
  ) => {
    const terms = new Map<string, Term>();
    for (const entry of entriesOf(entries, name)) {
      const value = key(entry.data).normalize('NFC');
      const twin = terms.get(value);
      const fieldName = name === 'author' ? 'name' : 'value';
      if (twin)
        complain(
          entry as AnyEntry,
          [fieldName],
          'error',
          `“${value}” is also in ${twin.entry.file}`,
          'remove one of the two files',
        );
      else
        terms.set(value, {
          entry,
          address: addressByFile.get(entry.file) ?? '/',
          label: label(entry.data),
          posts: [],
        } as Term);
    }
    return terms;
  };
  const authors = term(
    'author',
    ({ name }) => name,
    ({ name }) => name,
  );
  const categories = term(
    'category',
    ({ value }) => value,
    ({ label }) => label,
  );
  const categoryByLabel = new Map([...categories.values()].map((category) => [category.label, category]));

  const authorsOf = (entry: Entry<'post'>) =>
    entry.data.author.flatMap((name, index) => {
      const found = authors.get(name.normalize('NFC'));
      if (found) return [found];
      const similar = nearest(name, [...authors.keys()]);
      complain(
        entry,
        ['author', index],
        'error',
        `“Author” is unknown: “${name}”`,
        similar ? `write ${similar}` : 'add the author to content/authors',
      );
      return [];
    });
  const categoriesOf = (entry: Entry<'post'>) =>
    entry.data.category.flatMap(({ value, label }, index) => {
      const found = (value && categories.get(value)) ?? (label ? categoryByLabel.get(label) : undefined);
      if (found) return [found];
      const similar = nearest(label ?? value ?? '', label ? [...categoryByLabel.keys()] : [...categories.keys()]);
      complain(
        entry,
        ['category', index],
        'error',
        value || label ? `“Category” is unknown: “${label ?? value}”` : '“Category” has neither a value nor a label',
        similar ? `write ${similar}` : `write one of: ${[...categoryByLabel.keys()].join(', ')}`,
      );
      return [];
    });

  const waiting: Site['waiting'] = [];
  const posts: Post[] = [];
  for (const entry of entriesOf(entries, 'post')) {
    const references = { authors: authorsOf(entry), categories: categoriesOf(entry) };
    const { date, draft, hidePost } = entry.data;
    const state = draft ? 'draft' : date > now ? 'scheduled' : hidePost ? 'hidden' : 'listed';
    const address = addressByFile.get(entry.file);
    if (state === 'scheduled') waiting.push({ date, file: entry.file });
    if (address === undefined || (!preview && (state === 'draft' || state === 'scheduled')))
      addressByFile.delete(entry.file);
    else posts.push({ entry, address, state, ...references });
  }
  posts.sort((a, b) =>
    a.entry.data.date < b.entry.data.date
      ? 1
      : a.entry.data.date > b.entry.data.date
        ? -1
        : a.address < b.address
          ? -1
          : 1,
  );
  waiting.sort((a, b) => (a.date < b.date ? -1 : 1));
  const listed = posts.filter(({ state }) => state === 'listed' || (preview && state !== 'hidden'));
  for (const post of listed) {
    for (const reference of new Set([...post.authors, ...post.categories])) reference.posts.push(post);
  }

  const site: Site = {
    settings,
    settingsFile: settingsEntry.file,
    base: baseOf(settings),
    now,
    posts,
    listed,
    authors: [...authors.values()].sort((a, b) => a.label.localeCompare(b.label, settings.language)),
    categories: [...categories.values()].sort((a, b) => a.label.localeCompare(b.label, settings.language)),
    others: entries.flatMap((entry) => {
      const address = addressByFile.get(entry.file);
      return address !== undefined &&
        entry.collection !== 'post' &&
        collections[entry.collection as CollectionName] &&
        'template' in collections[entry.collection]
        ? [{ entry, address }]
        : [];
    }),
    waiting,
    addresses: new Map(),
    addressByFile,
    assets,
  };
  problems.push(...claimAddresses(site, entries));
  return { site, problems };
}

/** Fills the table of addresses; two pages that want the same one are a problem of both. */
function claimAddresses(site: Site, entries: readonly AnyEntry[]): Problem[] {
  const owners = new Map<string, { address: Address; entry?: AnyEntry }[]>();
  const claim = (address: Address, entry?: AnyEntry) => {
    const key = addressKey(address);
    owners.set(key, [...(owners.get(key) ?? []), entry ? { address, entry } : { address }]);
  };
  for (const address of generatedAddresses(site)) claim(address);
  for (const path of site.assets.keys()) claim(path);
  for (const entry of entries) {
    const address = site.addressByFile.get(entry.file);
    if (address !== undefined) claim(address, entry);
  }
  const problems: Problem[] = [];
  for (const [key, claims] of owners) {
    site.addresses.set(key, (claims[0] as { address: Address }).address);
    if (claims.length === 1) continue;
    for (const { address, entry } of claims) {
      if (!entry) continue;
      const others = claims.flatMap((other) =>
        other.entry === entry ? [] : (other.entry?.file ?? 'a page that the site makes itself'),
      );
      const asked = 'seo' in entry.data && entry.data.seo.url !== undefined;
      problems.push(
        problemAt(
          entry.source,
          entry.file,
          asked ? ['seo', 'url'] : [],
          'value',
          'error',
          `The address ${address} is also that of ${others.join(' and ')}`,
          asked
            ? 'write another “url:” in one of them'
            : 'rename the file, or write another address in “url:” below “seo:”',
        ),
      );
    }
  }
  return problems;
}

/** The entries of one collection. */
export const entriesOf = <Name extends CollectionName>(entries: readonly AnyEntry[], name: Name): Entry<Name>[] =>
  entries.filter((entry) => entry.collection === name) as unknown as Entry<Name>[];
