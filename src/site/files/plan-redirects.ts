import { addressKey, pathFault } from '../addresses/address';
import { isSplatSafe, moveOf, nearestPage, type Redirect, redirectsOf } from '../addresses/redirects';
import { resolveLink, safeHref } from '../links/links';
import type { Site } from '../site';
import { fill } from '../words';
import type { SiteFile } from './site-file';

/**
 * The redirects for hosts that read `_redirects` (Netlify, Cloudflare Pages and others), and for all others a page that
 * leads on by itself. What stands for many addresses can only be in the former.
 */
export function planRedirects(site: Site): SiteFile[] {
  const { exact, splats } = sentRedirects(site);
  if (exact.length + splats.length === 0) return [];
  // Netlify serves a file rather than follow a redirect from where it lies, unless “!” is behind the status. Cloudflare
  // takes the line with “!” for malformed and reads the next one. Neither minds what comes below a line that fits.
  // https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/#shadowing
  const lines = [
    ...exact.flatMap(({ from, to, status }) => [`${from} ${to} ${status}!\n`, `${from} ${to} ${status}\n`]),
    ...splats.map(({ from, to, status }) => `${from} ${to} ${status}\n`),
  ];
  return [
    { path: '/_redirects', text: lines.join('') },
    ...exact.map(({ path, to }) => ({ path, text: refreshPage(site, to) })),
  ];
}

/** Redirects as hosts send them: encoded, below the base path. What stands at the `path` of an exact one leads on by itself. */
export function sentRedirects(site: Site): { exact: (Redirect & { path: string })[]; splats: Redirect[] } {
  const { exact, splats } = redirectsOf(site.entries);
  return {
    exact: [...exact.values(), ...pastPages(site)]
      .filter(isFree(site))
      .flatMap((redirect) =>
        written(site, redirect).map((line) => ({ ...line, path: `${redirect.from.replace(/\/*$/, '/')}index.html` })),
      ),
    splats: splats.flatMap((redirect) => written(site, redirect)),
  };
}

/** Whether nothing else stands where a redirect leads away from: what stands there would not be reached, or not written. */
const isFree =
  ({ addresses }: Site) =>
  ({ from }: Redirect): boolean => {
    const segments = addressKey(from).split('/');
    return (
      !addresses.has(addressKey(from)) &&
      pathFault(from) === undefined &&
      segments.every((_, index) => addresses.get(segments.slice(0, index).join('/'))?.endsWith('/') ?? true)
    );
  };

/**
 * A redirect as it is written for hosts: encoded, below the base path, and leading to the end at once. None where it
 * would run a program, or lead to a host that whoever made the link could choose.
 */
function written(site: Site, { from, to, status }: Redirect): Redirect[] {
  const { base, settingsFile } = site;
  // A splat stands within a path that is written as it is.
  const isSplat = to.includes(':splat');
  const target = isSplat
    ? (to.startsWith('/') ? base.path.slice(0, -1) : '') + to
    : resolveLink(site, settingsFile, to).href;
  if (safeHref(target) === '' || (isSplat && !isSplatSafe(to))) return [];
  const onward = isSplat || !to.startsWith('/') ? undefined : moveOf(site, to);
  return [
    {
      from: base.href(from),
      to: target.replace(/[^!-~]+/g, encodeURI),
      status: onward && onward !== 'circle' && !onward.forGood ? 302 : status,
    },
  ];
}

/** Pages that were published and whose time is over: a job that is taken, a member who is hidden. */
const pastPages = (site: Site): Redirect[] =>
  site.ledger
    .filter(({ address }) => site.over.has(addressKey(address)) && !moveOf(site, address))
    .map(({ address }) => ({ from: address, to: nearestPage(site, address), status: 302 }));

function refreshPage({ settings, words }: Site, to: string): string {
  const target = escapeHtml(to);
  const text = fill(escapeHtml(words.movedTo), `<a href="${target}">${target}</a>`);
  const canonical = escapeHtml(new URL(to, settings.url).href);
  return `<!DOCTYPE html><html lang="${settings.language}"><head><meta charset="utf-8"><title>${escapeHtml(words.moved)}</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}"><meta http-equiv="refresh" content="0; url=${target}"></head><body><p>${text}</p></body></html>\n`;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
