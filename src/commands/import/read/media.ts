import { posix } from 'node:path';

const file =
  /\.(?:avif|gif|ico|jpe?g|png|svg|webp|mp3|mp4|webm|pdf|zip|docx?|pptx?|xlsx?|csv|ics|txt|odt|ods|odp|eps|ai)$/i;

export const isMedia = (path: string) => file.test(path);

/** The pictures and documents of a former site, and what is asked for of them. */
export interface Media {
  /** The path below `static/` for what a file calls so; `from` is that file. Addresses elsewhere stay as they are. */
  place(written: string, from: string): string;
  /** A text with every picture and document called by its new path. */
  rewrite(text: string, from: string): string;
  /** The files to copy: from the checkout, to below `static/`. */
  used(): ReadonlyMap<string, string>;
  /** What is named and is not there: the path, and the files that name it. */
  missing(): ReadonlyMap<string, readonly string[]>;
  /** How many files nobody names. */
  unused(): number;
}

/**
 * `folders` are those whose files are served from the root. `pairs` say where else a folder is served, as the former CMS did:
 * `static/img` at `/img`.
 */
export function mediaOf(
  files: readonly string[],
  folders: readonly string[],
  pairs: readonly { folder: string; address: string }[],
): Media {
  const byAddress = new Map<string, string>();
  const all = files.filter((path) => isMedia(path));
  for (const path of all) {
    const address = addressOf(path, folders, pairs);
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, path);
  }
  const present = new Set(all);
  const taken = new Map<string, string>();
  const used = new Map<string, string>();
  const missing = new Map<string, string[]>();

  const use = (source: string, wanted: string): string => {
    const known = used.get(source);
    if (known !== undefined) return known;
    let safe = safePath(wanted);
    for (let number = 2; (taken.get(safe.toLowerCase()) ?? source) !== source; number++) {
      safe = safePath(wanted).replace(/(?=\.[^./]*$)/, `-${number}`);
    }
    taken.set(safe.toLowerCase(), source);
    used.set(source, safe);
    return safe;
  };

  /** The file that is meant, and the address it is to have. */
  const find = (written: string, from: string): { source?: string; address: string } | undefined => {
    const trimmed = written.trim();
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/[^/]*\.[^/]*\/)/i.test(trimmed)) return undefined;
    const path = decoded(trimmed.replace(/[?#].*$/s, ''));
    const rooted = path.startsWith('/') || /^static\//.test(path);
    if (rooted) {
      const plain = `/${path.replace(/^\/+/, '')}`;
      const address = plain.replace(/^\/static(?=\/)/, '');
      const source = byAddress.get(plain) ?? byAddress.get(address) ?? taken.get(address.toLowerCase());
      return source === undefined ? { address } : { source, address };
    }
    const beside = posix.join(posix.dirname(from), path);
    if (present.has(beside)) {
      return { source: beside, address: addressOf(beside, folders, pairs) ?? besideAddress(beside) };
    }
    const byName = byAddress.get(`/${path}`) ?? byAddress.get(`/img/${path}`) ?? byAddress.get(`/images/${path}`);
    return byName === undefined ? { address: `/img/${posix.basename(path)}` } : { source: byName, address: `/${path}` };
  };

  const place = (written: string, from: string): string => {
    const found = find(written, from);
    if (!found) return written.trim();
    if (found.source !== undefined) return use(found.source, addressOf(found.source, folders, pairs) ?? found.address);
    const safe = safePath(found.address);
    missing.set(safe, [...(missing.get(safe) ?? []), from]);
    return safe;
  };

  const odd = [...byAddress.keys()].filter((address) => safePath(address) !== address);
  return {
    place,
    used: () => used,
    missing: () => missing,
    unused: () => all.filter((path) => !used.has(path) && addressOf(path, folders, pairs) !== undefined).length,
    rewrite(text, from) {
      let result = text;
      // What has a space in its name is no address for Markdown: it is looked for by itself.
      for (const address of odd) {
        for (const spelling of new Set([address, encodeURI(address), address.replaceAll(' ', '%20')])) {
          if (!result.includes(spelling)) continue;
          const safe = place(address, from);
          result = result.replaceAll(`(${spelling}`, `(${safe}`).replaceAll(`<${spelling}>`, `<${safe}>`);
          result = result.replaceAll(`"${spelling}`, `"${safe}`).replaceAll(`'${spelling}`, `'${safe}`);
        }
      }
      const named = /(\]\(\s*<?|\]:\s*<?|\b(?:src|href|poster)\s*=\s*["']?)([^\s"'()<>]+)/gi;
      return result.replace(named, (whole, before: string, address: string) => {
        if (address.startsWith('data:') || !isMedia(address.replace(/[?#].*$/s, ''))) return whole;
        const isLink = !/src|poster/i.test(before) && !address.startsWith('/') && !address.startsWith('.');
        if (isLink && /^[\w-]+(?:\.[\w-]+)+\//.test(address)) return whole;
        return before + place(address, from);
      });
    },
  };
}

function addressOf(
  path: string,
  folders: readonly string[],
  pairs: readonly { folder: string; address: string }[],
): string | undefined {
  for (const { folder, address } of pairs) {
    if (path.startsWith(`${folder}/`)) return posix.join('/', address, path.slice(folder.length));
  }
  const folder = folders.find((one) => path.startsWith(`${one}/`));
  if (folder !== undefined) return path.slice(folder.length);
  // Some generators serve a folder of pictures as it stands.
  return /^(?:assets|images|img|uploads|files)\//.test(path) ? `/${path}` : undefined;
}

/** A picture beside a text has no address of its own. */
const besideAddress = (path: string) => `/img/${path.split('/').slice(-2).join('/')}`;

const decoded = (text: string) => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};

/** A path whose name survives in an address. */
export const safePath = (path: string) =>
  path
    .normalize('NFC')
    .split('/')
    .map((part) => {
      const safe = part.replace(/-*[^\p{L}\p{M}\p{N}._~-]+-*/gu, '-');
      return safe === part ? part : safe.replace(/-+(?=\.[^.]*$)|^-+(?=.)/g, '');
    })
    .join('/')
    .replace(/\.[^./]*$/, (ending) => ending.toLowerCase());
