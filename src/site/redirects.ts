import { entriesOf, problemAt } from '../content/entry';
import type { Problem } from '../content/problem';
import { addressKey } from './address';
import type { SiteFile } from './feeds';
import { resolveLink } from './links';
import type { Site } from './resolve';

/** An old address, and where it leads now, as stands in a link. */
export interface Redirect {
  /** A path from the site’s root; `*` at its end stands for everything below. */
  from: string;
  to: string;
  status: string;
}

const redirectsOf = ({ entries }: Pick<Site, 'entries'>) =>
  entriesOf(entries, 'redirects').flatMap(({ data }) => data.redirects);

/** Where a path leads that has moved: `to` as it is written, with what `*` stood for. */
export function movedTo(site: Pick<Site, 'entries'>, path: string): string | undefined {
  for (const { from, to } of redirectsOf(site)) {
    if (!from.endsWith('*')) {
      if (addressKey(from) === addressKey(path)) return to;
    } else if (addressKey(path).startsWith(from.slice(0, -1).toLowerCase())) {
      return to.replace(':splat', path.slice(from.length - 1).replace(/\/$/, ''));
    }
  }
  return undefined;
}

/** Redirects that lead nowhere, or that no reader would ever meet. */
export function checkRedirects(site: Site): Problem[] {
  return entriesOf(site.entries, 'redirects').flatMap(({ data, source, file }) =>
    data.redirects.flatMap(({ from, to }, index): Problem[] => {
      const complain = (field: 'from' | 'to', message: string, advice: string) => [
        problemAt(source, file, ['redirects', index, field], 'value', 'error', message, advice),
      ];
      if (!from.startsWith('/')) return complain('from', `“From” must begin with “/”: “${from}”`, `write /${from}`);
      if (!from.endsWith('*') && site.addresses.has(addressKey(from))) {
        return complain('from', `There is a page at “${from}”, and so nobody is redirected`, 'remove the redirect');
      }
      if (to.includes(':splat')) {
        return from.endsWith('*') ? [] : complain('to', '“:splat” stands for nothing', 'end “From” with *');
      }
      const { complaint } = resolveLink(site, file, to);
      return complaint ? complain('to', complaint.message, complaint.advice) : [];
    }),
  );
}

/**
 * The redirects for hosts that read `_redirects` (Netlify, Cloudflare Pages and others), and for all others a page that
 * leads on by itself. What stands for many addresses can only be in the former.
 */
export function planRedirects(site: Site): SiteFile[] {
  const { base, settingsFile } = site;
  const redirects = redirectsOf(site).map(({ from, to, status }): Redirect => {
    const href = to.includes(':splat')
      ? to.startsWith('/')
        ? base.href(to)
        : to
      : resolveLink(site, settingsFile, to).href;
    return { from, to: href.replace('%3Asplat', ':splat'), status };
  });
  if (redirects.length === 0) return [];
  const lines = redirects.map(({ from, to, status }) => `${base.path.slice(0, -1)}${from} ${to} ${status}\n`);
  return [
    { path: '/_redirects', text: lines.join('') },
    ...redirects
      .filter(({ from }) => !from.endsWith('*'))
      .map(({ from, to }) => ({ path: `${from.replace(/\/*$/, '/')}index.html`, text: refreshPage(site, to) })),
  ];
}

function refreshPage({ settings }: Site, to: string): string {
  const target = escapeHtml(to);
  const canonical = escapeHtml(new URL(to, settings.url).href);
  return `<!DOCTYPE html><html lang="${settings.language}"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}"><meta http-equiv="refresh" content="0; url=${target}"></head><body><p>This page has moved: <a href="${target}">${target}</a></p></body></html>\n`;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
