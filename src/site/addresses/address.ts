import { seoOf } from '../../collections/seo';
import type { AnyEntry } from '../../content/entry';
import { folderAddress } from '../../model/collection';
import type { RuleName } from '../../rules';

/**
 * Where a page lives: a path from the site's root, decoded, with `/` at both ends (`/blog/my-post/`).
 * Every page is a folder with an `index.html`, so the form with the slash is the one static hosts answer
 * without a redirect. `href` and `url` make of an address what stands in a link.
 */
export type Address = string;

/** The form of an address by which two are compared: some file systems don't tell `A` from `a`. */
export const addressKey = (address: string) => address.normalize('NFC').toLowerCase().replace(/\/+$/, '');

/** A path without its %-codes; as it is where they can’t be read. */
export function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The only place where the site's base path and its own address are put before an address or a file's path. */
export interface Base {
  /** For a link within the site: `/site/blog/my-post/`. */
  href(path: string): string;
  /** For a link from elsewhere: `https://example.org/site/blog/my-post/`. */
  url(path: string): string;
  /** The path of the base itself, with `/` at both ends. */
  path: string;
  /** A path of the host, without the base path where that stands before it. */
  within(path: string): string;
}

export function baseOf({ url }: { url: string }): Base {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, '');
  // Every page asks again for those of its navigation and its lists.
  const known = new Map<string, string>();
  const href = (path: string) => {
    const written = known.get(path) ?? prefix + path.split('/').map(encodeSegment).join('/');
    known.set(path, written);
    return written;
  };
  return {
    href,
    url: (path) => origin + href(path),
    path: `${prefix}/`,
    within: (path) => (`${path}/`.startsWith(`${prefix}/`) ? path.slice(prefix.length) || '/' : path),
  };
}

const encodeSegment = (segment: string) =>
  encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, (code) => decodeURIComponent(code));

/** An address, or what is wrong with the one that was asked for. `complaint` may come beside an address, as a warning. */
export interface Addressed {
  address?: Address;
  complaint?: { rule: RuleName; message: string; advice: string };
}

type AddressedEntry = Pick<AnyEntry, 'collection' | 'slug' | 'data'>;

/** The address of an entry; none for collections that have no pages. */
export function addressOf(
  { collection, slug, data }: AddressedEntry,
  { hosts, url: siteUrl, blog }: { hosts: string[]; url: string; blog: { address: string } },
): Addressed {
  const folder = folderAddress(collection, blog.address);
  if (folder === undefined) return {};
  // The file “index” is the page of its folder.
  const byName = toAddress(folder + slug.replace(/(^|\/)index$/, '$1'), 'The file’s name');
  const written = seoOf(collection, data)?.url;
  if (written === undefined) return byName;
  const asked = /^\/\/[^/]/.test(written) && URL.canParse(`https:${written}`) ? `https:${written}` : written;

  const absolute = /^https?:\/\//i.test(asked);
  if (absolute && !hosts.includes(new URL(asked).hostname)) {
    if (byName.address === undefined) return byName;
    return {
      ...byName,
      complaint: {
        rule: 'foreign-page-address',
        message: `“Address” is on a host that is not this site’s: “${asked}”`,
        advice: `write an address on ${hosts[0]}, or leave it out; the page is at ${byName.address}`,
      },
    };
  }
  const base = baseOf({ url: siteUrl });
  const path = absolute ? base.within(pathOf(asked)) : (asked.split(/[?#]/)[0] as string);
  const inner = behindHost(path, hosts);
  if (inner !== undefined) {
    return {
      complaint: {
        rule: 'wrong-page-address',
        message: `“Address” has a host of this site within its path: “${asked}”`,
        advice: `write ${base.url(inner).replace(/(?<=.)\/$/, '')}`,
      },
    };
  }
  if (path.startsWith('/')) return toAddress(path);
  const relative = toAddress(`${folder}${path}`);
  return relative.complaint
    ? relative
    : {
        ...relative,
        complaint: {
          rule: 'partial-page-address',
          message: `“Address” is not a whole address: “${asked}”`,
          advice: `write ${base.url(relative.address as string).replace(/\/$/, '')}`,
        },
      };
}

/** What follows a host of the site within a path, where it was pasted into an address: nobody means it as a folder. */
export function behindHost(path: string, hosts: readonly string[]): string | undefined {
  const segments = path.split('/');
  const at = segments.findLastIndex((segment) => hosts.includes(segment.toLowerCase()));
  return at < 0 ? undefined : `/${segments.slice(at + 1).join('/')}`;
}

/** The path of an absolute address as it was written: the URL parser would resolve `..` before anyone sees it. */
const pathOf = (url: string) => /^https?:\/\/[^/?#\\]*([^?#]*)/i.exec(url)?.[1] || '/';

/** `what` it was made of, as the message calls it. A file's name is taken as it is; an address may hold %-codes. */
function toAddress(path: string, what: '“Address”' | 'The file’s name' = '“Address”'): Addressed {
  const refuse = (why: string): Addressed => ({
    complaint: {
      rule: 'wrong-page-address',
      message: `${what} ${why}: “${path}”`,
      advice:
        what === '“Address”'
          ? 'write a path of words, such as /blog/my-post'
          : 'rename the file, in words with - between them',
    },
  });
  const isName = what !== '“Address”';
  let decoded: string;
  try {
    decoded = (isName ? path : decodeURIComponent(path)).normalize('NFC');
  } catch {
    return refuse('has a “%” that is no code');
  }
  // What a code stands for must not make another path of it.
  const fault = decoded.split('/').length === path.split('/').length ? pathFault(decoded) : 'leaves its folder';
  if (fault) return refuse(fault);
  const segments = decoded.split('/').filter(Boolean);
  return { address: segments.length === 0 ? '/' : `/${segments.join('/')}/` };
}

/** What keeps a decoded path from being an address, as the end of a sentence; undefined where nothing does. */
export function pathFault(path: string): string | undefined {
  const segments = path.split('/').filter(Boolean);
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'leaves its folder';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\\?#%<>"|*\u0000-\u001F\u007F]|\p{Cs}/u.test(path)) return 'has a character that addresses can’t have';
  // File systems take names of 255 bytes, and paths of about 4,000.
  const bytesOf = (text: string) => new TextEncoder().encode(text).length;
  if (bytesOf(path) > 1000 || segments.some((segment) => bytesOf(segment) > 200)) return 'is too long';
  // Hosts keep such files to themselves, or take them for instructions.
  if (segments.some((segment) => /^\.(?!well-known$)/.test(segment))) return 'has a part that begins with a dot';
  if (/^_(?:headers|redirects|worker\.js|routes\.json)$/i.test(segments[0] ?? ''))
    return 'is the name of a file for the host';
  return undefined;
}
