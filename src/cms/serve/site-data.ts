import type { AnyEntry } from '../../content/entry';
import { parseSource } from '../../content/source';
import { type Address, addressKey, decode } from '../../site/address';
import type { Assets } from '../../site/assets';
import { resolveSite } from '../../site/resolve';
import type { Site } from '../../site/site';
import type { Backend } from '../form/config';

/**
 * What the admin page knows of the site: everything that is published, without the texts. It can be fetched by
 * everybody, so what is hidden, a draft or not yet due is not in it.
 */
export interface SiteData {
  entries: Pick<AnyEntry, 'collection' | 'file' | 'slug' | 'data'>[];
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
    ...site.others
      .filter(({ entry }) => !('hidePost' in entry.data && entry.data.hidePost))
      .map(({ entry }) => entry.file),
  ]);
  const isOpen = ({ file, collection }: AnyEntry) =>
    listed.has(file) || (isPartOfAll(collection) && (collection !== 'author' || site.addressByFile.has(file)));
  const secret = onlyNamedInSecret(site, isOpen);
  const entries = site.entries.filter(isOpen);
  const known = new Set(entries.flatMap(({ file }) => site.addressByFile.get(file) ?? []).map(addressKey));
  return {
    entries: entries.map(({ collection, file, slug, data }) => ({
      collection,
      file,
      slug,
      data,
    })) as SiteData['entries'],
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
  const open = textOf(entries.filter(isOpen));
  const secret = textOf(entries.filter((entry) => !isOpen(entry)));
  return new Set(
    [...assets.keys()].filter((path) => {
      const name = path.split('/').pop() ?? path;
      return secret.includes(name) && !open.includes(name);
    }),
  );
}

/** Entries that other pages show, and that can't be hidden. */
const isPartOfAll = (name: AnyEntry['collection']) =>
  ['author', 'category', 'level', 'press', 'site', 'brand', 'words', 'redirects', 'checks'].includes(name);

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
export function siteWith(data: SiteData, draft: AnyEntry | undefined, now: string): ReturnType<typeof resolveSite> {
  const others = data.entries
    .filter(({ file }) => file !== draft?.file)
    .map((entry) => ({ ...entry, body: '', source: none })) as unknown as AnyEntry[];
  const { site, problems } = resolveSite(
    {
      entries: [...others, ...(draft ? [draft] : [])].sort((a, b) => (a.file < b.file ? -1 : 1)),
      unread: new Set(),
      broken: new Map(),
    },
    { now, preview: true, assets: assetsOf(data) },
  );
  if (site) site.addresses = new KnownAddresses(site.addresses, new Set(data.taken));
  return { ...(site ? { site } : {}), problems };
}

const none = parseSource('', 'yml');

const assetsOf = ({ assets }: SiteData): Assets =>
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
