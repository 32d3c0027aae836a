import { author } from '../../collections/author';
import { collectionsOf } from '../../collections/collections';
import { editing } from '../../collections/settings/editing';
import { type AnyEntry, isOf } from '../../content/entry';
import { parseSource } from '../../content/source';
import { type Address, addressKey, decode } from '../../site/addresses/address';
import type { Assets } from '../../site/assets';
import { relationsOf } from '../../site/relations/relations';
import { resolveSite } from '../../site/resolve';
import type { Kinds, Site } from '../../site/site';
import type { Backend } from '../form/config';

/**
 * What the admin page knows of the site: everything that is published, without the texts but for those of authors, which
 * stand below their posts. It can be fetched by everybody, so what is hidden, a draft or not yet due is not in it.
 */
export interface SiteData {
  /** Of each, the name of its collection. */
  entries: (Pick<AnyEntry, 'file' | 'slug' | 'data'> & { collection: string; body?: string })[];
  /** What their texts name, by files; see site/relations/relations.ts. */
  named: [file: string, named: string[]][];
  /** Files of `static/`, and the size in pixels of those that are pictures. */
  assets: [path: string, width?: number, height?: number][];
  /** Marks of the addresses that are taken by something that is not in `entries`; see `markOf`. */
  taken: number[];
  backend: Backend;
}

/** Gathers it from the site as it is built. */
export function siteDataOf(site: Site, backend: Backend): SiteData {
  const listed = new Set([
    ...site.listed.map(({ entry }) => entry.file),
    ...site.others.filter(({ entry }) => entry.data['hidePost'] !== true).map(({ entry }) => entry.file),
  ]);
  const isOpen = (entry: AnyEntry) =>
    listed.has(entry.file) || (isPartOfAll(entry) && (!isOf(entry, author) || site.addressByFile.has(entry.file)));
  const secret = onlyNamedInSecret(site, isOpen);
  const entries = site.entries.filter(isOpen);
  const open = new Set(entries.map(({ file }) => file));
  const known = new Set(entries.flatMap(({ file }) => site.addressByFile.get(file) ?? []).map(addressKey));
  return {
    entries: entries.map((entry) => {
      const { collection, file, slug, data, body } = entry;
      return { collection: collection.name, file, slug, data, ...(isOf(entry, author) && body ? { body } : {}) };
    }),
    named: [...relationsOf(site)].flatMap(([file, files]): SiteData['named'] => {
      return open.has(file) ? [[file, [...files].filter((other) => open.has(other))]] : [];
    }),
    assets: [...site.assets].flatMap(([path, asset]): SiteData['assets'] => {
      if (secret.has(path)) return [];
      const size = asset.size();
      return [size ? [path, size.width, size.height] : [path]];
    }),
    taken: site.claimed
      .map(addressKey)
      .filter((key) => !known.has(key))
      .map(markOf),
    backend,
  };
}

/** Files of `static/` that only what is not published names. What nothing names is no secret, for it is published. */
function onlyNamedInSecret({ entries, assets }: Site, isOpen: (entry: AnyEntry) => boolean): ReadonlySet<string> {
  const textOf = (some: readonly AnyEntry[]) =>
    some
      .map(({ source }) => source.text.replace(/(?:%[\da-f]{2})+/gi, decode))
      .join('\n')
      .normalize('NFC');
  const nameOf = (path: string) => path.split('/').pop() ?? path;
  const secret = textOf(entries.filter((entry) => !isOpen(entry)));
  const inSecret = [...assets.keys()].filter((path) => secret.includes(nameOf(path)));
  // All texts of a large site are read for them alone.
  const open = inSecret.length > 0 ? textOf(entries.filter(isOpen)) : '';
  return new Set(inSecret.filter((path) => !open.includes(nameOf(path))));
}

/** Entries that other pages show, and that can't be hidden. Where the CMS keeps what is written is nobody else's business. */
const isPartOfAll = (entry: AnyEntry) => entry.collection.template === undefined && !isOf(entry, editing);

/**
 * A number that stands for an address without telling it (FNV-1a, 32 bits). Who guesses a hidden address can ask the
 * site as well.
 */
export function markOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The site with a draft in it, as a build of this moment would make it if the draft were published. */
export function siteWith(
  kinds: Kinds,
  data: SiteData,
  draft: AnyEntry | undefined,
  now: string,
): ReturnType<typeof resolveSite> {
  const collections = collectionsOf(Object.values(kinds));
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  const others = data.entries
    .filter(({ file }) => file !== draft?.file)
    .flatMap((entry): AnyEntry[] => {
      const collection = byName.get(entry.collection);
      return collection ? [{ body: '', ...entry, collection, source: none }] : [];
    });
  const { site, problems } = resolveSite(
    {
      collections,
      entries: [...others, ...(draft ? [draft] : [])].sort((a, b) => (a.file < b.file ? -1 : 1)),
      unread: new Set(),
      broken: new Map(),
    },
    { kinds, now, preview: true, assets: assetsOf(data) },
  );
  // What a draft names, it says itself.
  if (site) site.named = new Map(data.named.filter(([file]) => file !== draft?.file));
  if (site) site.addresses = new KnownAddresses(site.addresses, new Set(data.taken));
  return { ...(site ? { site } : {}), problems };
}

const none = parseSource('', 'yml');

/** Files of `static/`, as far as they are known. */
export const assetsOf = ({ assets }: SiteData): Assets =>
  new Map(
    assets.map(([path, width, height]) => [
      path,
      {
        file: `static${path}`,
        size: () => (width !== undefined && height !== undefined ? { width, height } : undefined),
        weight: () => 0,
      },
    ]),
  );

/** Addresses, those among them of which only the mark is known. */
class KnownAddresses extends Map<string, Address> {
  readonly #taken: ReadonlySet<number>;

  constructor(addresses: ReadonlyMap<string, Address>, taken: ReadonlySet<number>) {
    super(addresses);
    this.#taken = taken;
  }

  override get(key: string): Address | undefined {
    return super.get(key) ?? (this.#taken.has(markOf(key)) ? `${key}/` : undefined);
  }
}
