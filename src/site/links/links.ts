import posix from 'path-browserify';
import type { Advice } from '../../model/advice';
import { nearest } from '../../model/nearest';
import { isHarmless, schemeOf } from '../../model/web-address';
import type { RuleName } from '../../rules/index';
import { addressKey, behindHost, decode } from '../addresses/address';
import { movedTo } from '../addresses/redirects';
import { drawnPictures } from '../pictures/brand-pictures';
import { formsOf, type Offer, offersOf } from '../pictures/forms';
import type { Site } from '../site';
import { movedLink } from './moved-links';

/** What is wrong with a link or picture, and the address that is certainly meant, if one is. */
export interface LinkComplaint {
  rule: RuleName;
  message: string;
  advice: Advice;
  write?: string;
}

/** Where a link leads, and what is wrong with it. */
export interface ResolvedLink {
  href: string;
  /** It leaves the site. */
  external: boolean;
  /** The page or file of the site it leads to. */
  address?: string;
  complaint?: LinkComplaint;
}

const fileEnding = /\.(?:avif|css|csv|gif|html?|ico|jpe?g|js|json|md|mp4|pdf|png|svg|txt|webp|xml|ya?ml|zip)$/i;
const domain = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?=[/?#]|$)/i;
const email = /^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i;

/**
 * Finds where a link written in `file` leads. What the author most likely meant is what the reader gets:
 * `example.org/members` without a scheme is a web address, `name@example.org` an e-mail address, and a whole address
 * on one of the site's hosts is a page of the site, if there is one. The complaint tells the author.
 */
export function resolveLink(site: Site, file: string, target: string): ResolvedLink {
  const raw = target.trim();
  const found = resolve(site, file, raw);
  const link = { ...found, href: safeHref(found.href) };
  // That a whole address is on a host of the site can be reported when it leads to where the page is.
  const isRight = link.complaint === undefined || link.complaint.rule === 'link-to-own-host';
  const write = isRight ? movedLink(site, file, raw, link) : undefined;
  const answer =
    write === undefined
      ? link
      : { ...link, complaint: meant('link-to-moved', `The link “${raw}” leads to a page that has moved`, write) };
  site.asked?.({ about: 'link', file, target }, answer);
  return answer;
}

/** An address as it may stand in an `href`: nothing where following it could run a program, whoever let it through. */
export const safeHref = (address: string): string => (isHarmless(address) ? address : '');

function resolve(site: Site, file: string, raw: string): ResolvedLink {
  if (/^[#?]/.test(raw)) {
    const own = site.addressByFile.get(file);
    return { href: raw, external: false, ...(own === undefined ? {} : { address: own }) };
  }
  if (raw === '') {
    return {
      href: '',
      external: false,
      complaint: complaint('empty-link', 'A link has no address', 'write one, or remove the link'),
    };
  }
  const slip = slipIn(raw);
  if (slip) {
    const { what, write } = slip;
    return { ...resolve(site, file, write), complaint: meant('malformed-link', `The link “${raw}” ${what}`, write) };
  }
  if (/^(?:mailto|tel):/i.test(raw)) return { href: raw, external: true };
  if (/^https?:\/\//i.test(raw)) return resolveAbsolute(site, raw);
  if (raw.startsWith('//')) return resolveAbsolute(site, `https:${raw}`, raw);
  if (email.test(raw)) {
    return {
      href: `mailto:${raw}`,
      external: true,
      complaint: meant(
        'mail-link-without-scheme',
        `The link “${raw}” is an e-mail address without “mailto:”`,
        `mailto:${raw}`,
      ),
    };
  }
  if (schemeOf(raw) !== undefined && !domain.test(raw)) {
    return {
      href: raw,
      external: true,
      complaint: complaint(
        'unknown-scheme',
        `The link “${raw}” is left out of the page: it is no web address`,
        'begin it with https://, mailto: or tel:',
      ),
    };
  }
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(raw) ?? [];
  if (!raw.startsWith('/') && domain.test(raw) && !(fileEnding.test(path) && !path.includes('/'))) {
    const { complaint: own, ...link } = resolveAbsolute(site, `https://${raw}`);
    const write = own?.rule === 'link-to-own-host' ? own.write : undefined;
    return {
      ...link,
      complaint: meant('link-without-scheme', `The link “${raw}” has no “https://”`, write ?? `https://${raw}`),
    };
  }
  if (raw.startsWith('/') && isElsewhere(site, path)) return { href: raw, external: true };
  const found = find(site, file, path);
  if (found !== undefined) return { href: site.base.href(found) + rest, external: false, address: found };
  const moved = raw.startsWith('/') ? movedTo(site, decode(path)) : undefined;
  if (moved && /^https?:/i.test(moved)) return { href: moved, external: true };
  const waiting =
    site.unpublished.get(addressKey(decode(path))) ??
    site.unpublished.get(posix.join(posix.dirname(file), decode(path)));
  if (waiting) {
    return {
      href: raw.startsWith('/') ? site.base.href(decode(path)) + rest : raw,
      external: false,
      complaint: complaint(
        'link-to-unpublished-page',
        waiting.state === 'draft'
          ? `The link “${raw}” leads to a draft, which has no page`
          : `The link “${raw}” leads to a post that is not published before ${waiting.date.slice(0, 10)}`,
        'publish it first, or remove the link',
      ),
    };
  }
  if (site.over.has(addressKey(decode(path)))) {
    return {
      href: site.base.href(decode(path)) + rest,
      external: false,
      complaint: complaint(
        'link-to-past-page',
        `The link “${raw}” leads to a page that is over or hidden`,
        'remove the link',
      ),
    };
  }
  const inner = behindHost(path, site.settings.hosts);
  return {
    href: raw.startsWith('/') ? site.base.href(decode(path)) + rest : raw,
    external: false,
    complaint: complaint(
      'dead-link',
      `The link “${raw}” leads to no page or file of this site`,
      inner !== undefined && lookUp(site, inner) !== undefined
        ? `write ${inner}`
        : 'correct the address, or remove the link',
    ),
  };
}

/** Whether another program on the same host answers a path. */
const isElsewhere = ({ settings }: Pick<Site, 'settings'>, path: string) =>
  (settings.elsewhere ?? []).some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : addressKey(path) === addressKey(pattern),
  );

/** What a hand that copies an address does twice, or takes along, and the address without it. */
function slipIn(raw: string): { what: string; write: string } | undefined {
  const [, scheme, rest] = /^(?:https?:\/\/)+(https?):?\/\/(.*)$/is.exec(raw) ?? [];
  if (scheme !== undefined) return { what: 'begins with “https://” twice', write: `${scheme}://${rest}` };
  const write = withoutBrackets(raw);
  const isAddress = /^(?:https?:\/\/|mailto:|tel:|\/)/i.test(write) || domain.test(write) || email.test(write);
  return write !== raw && isAddress ? { what: 'has a bracket too many', write } : undefined;
}

/** An address never begins with a bracket, and ends with one only where it holds the other: `/wiki/Python_(language)`. */
function withoutBrackets(raw: string): string {
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' };
  const count = (text: string, sign: string) => text.split(sign).length;
  let text = raw.replace(/^[([{<]+/, '');
  for (let open = pairs[text.at(-1) ?? '']; open; open = pairs[text.at(-1) ?? '']) {
    if (count(text, text.at(-1) as string) <= count(text, open)) break;
    text = text.slice(0, -1);
  }
  return text;
}

/** `written` is the link as its author wrote it. */
function resolveAbsolute(site: Site, raw: string, written = raw): ResolvedLink {
  if (!URL.canParse(raw)) {
    return {
      href: raw,
      external: true,
      complaint: complaint('malformed-link', `The link “${raw}” is not a web address`, 'correct it'),
    };
  }
  const { hostname, pathname, search, hash, protocol } = new URL(raw);
  if (![...site.settings.hosts, new URL(site.settings.url).hostname].includes(hostname))
    return { href: raw, external: true };
  if (isElsewhere(site, pathname)) return { href: raw, external: true };
  const found = lookUp(site, site.base.within(pathname));
  if (found !== undefined) {
    const [, path, rest = ''] = /^[^/]*\/\/[^/?#]*([^?#]*)(.*)$/s.exec(raw) ?? [];
    return {
      href: site.base.href(found) + search + hash,
      external: false,
      address: found,
      complaint: meant(
        'link-to-own-host',
        `The link “${written}” names a host of this site, which may change`,
        site.base.within(path || '/') + rest,
      ),
    };
  }
  if (protocol === 'http:' && new URL(site.settings.url).protocol === 'https:') {
    return {
      href: raw,
      external: true,
      complaint: meant(
        'insecure-own-link',
        `The link “${written}” is not encrypted, and this site is`,
        written.replace(/^http:/i, 'https:'),
      ),
    };
  }
  return {
    href: raw,
    external: true,
    complaint: complaint(
      'dead-own-link',
      `The link “${written}” is on this site’s host, and the site has no such page`,
      'correct the address, or remove the link',
    ),
  };
}

/** The address or file that a path stands for: from the root, or beside the file that links. */
function find(site: Site, file: string, path: string): string | undefined {
  if (path.startsWith('/')) return lookUp(site, path);
  const beside = posix.normalize(posix.join(posix.dirname(file), decode(path)));
  const own = site.addressByFile.get(file);
  return (
    site.addressByFile.get(beside) ??
    (own === undefined ? undefined : lookUp(site, posix.join(posix.dirname(own), path)))
  );
}

/** The page or file at a path; of one that has moved, the one it leads to. */
function lookUp(site: Site, path: string): string | undefined {
  const found = site.addresses.get(addressKey(decode(path)));
  if (found !== undefined) return found;
  const moved = movedTo(site, decode(path));
  return moved?.startsWith('/') ? site.addresses.get(addressKey(moved.replace(/[?#].*$/s, ''))) : undefined;
}

const complaint = (rule: RuleName, message: string, advice: Advice): LinkComplaint => ({ rule, message, advice });

const meant = (rule: RuleName, message: string, write: string): LinkComplaint => ({
  ...complaint(rule, message, `write ${write}`),
  write,
});

/** The host that a browser asks for an address, where it is none of the site’s. */
export function hostElsewhere({ settings }: Pick<Site, 'settings'>, address: string): string | undefined {
  if (!URL.canParse(address, settings.url)) return undefined;
  const { protocol, hostname, host } = new URL(address, settings.url);
  const isOwn = [...settings.hosts, new URL(settings.url).hostname].includes(hostname);
  return /^https?:$/.test(protocol) && !isOwn ? host : undefined;
}

/** Where a picture is; its size in pixels, where that is known. */
interface ResolvedPicture {
  src: string;
  width?: number;
  height?: number;
  /** Its lighter forms; none where it is light already. */
  offers?: Offer[];
  complaint?: LinkComplaint;
}

/** Where a picture named in a body or a field is: its address, its size, and what is wrong. */
export function resolvePicture(site: Site, source: string): ResolvedPicture {
  const answer = findPicture(site, source);
  site.asked?.({ about: 'picture', source }, answer);
  return answer;
}

function findPicture(site: Site, source: string): ResolvedPicture {
  if (source.trim() === '') {
    return {
      src: '',
      complaint: complaint('empty-picture', 'A picture has no address', 'write one, or remove the picture'),
    };
  }
  const slip = /^https?:/i.test(source) ? slipIn(source) : undefined;
  if (slip) {
    const message = `The address of the picture “${source}” ${slip.what}`;
    return { src: slip.write, complaint: meant('malformed-link', message, slip.write) };
  }
  if (/^(?:https?:|data:|\/\/)/i.test(source)) return { src: source };
  const named = decode(source.split(/[?#]/)[0] ?? '').replace(/^(?:\.{0,2}\/)*(?:static\/)?/, '');
  const path = `/${named}`.normalize('NFC');
  const asset = site.assets.get(path);
  const drawn = asset ? undefined : drawnPictures(site).find((picture) => picture.path === path);
  const src = site.base.href(path);
  if (asset) {
    const offers = offersOf(formsOf(path, asset), site.base.href);
    return { src, ...asset.size(), ...(offers.length > 0 ? { offers } : {}) };
  }
  if (drawn) return { src, width: drawn.width, height: drawn.height };
  const scheme = schemeOf(source);
  if (scheme) {
    const message = `The picture “${source}” begins with “${scheme}:”, which is the address of no picture`;
    return {
      src,
      complaint: complaint('missing-picture', message, {
        file: 'write a path such as /img/photo.png, or remove it',
        form: 'upload the picture, or remove it',
      }),
    };
  }
  const similar = nearest(path, [...site.assets.keys()]);
  return {
    src,
    complaint: {
      rule: 'missing-picture',
      message: `The picture “${source}” is not in the folder “static”`,
      advice: {
        file: similar ? `write ${similar}, or add static${path}` : `add static${path}, or remove the picture`,
        form: similar ? `choose ${similar}, or upload the picture` : 'upload the picture, or remove it',
      },
    },
  };
}
