import { type AnyEntry, entriesOf } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import type { RuleName } from '../rules';
import { type Address, addressKey } from './address';
import type { SiteFile } from './feeds';
import { resolveLink } from './links';
import type { Site } from './resolve';
import { fill } from './words';

const redirectsOf = (entries: readonly AnyEntry[]) =>
  entriesOf(entries, 'redirects').flatMap(({ data }) => data.redirects);

/**
 * Where a path leads that has moved: the end of its redirects, as it is written, with what `*` stood for.
 * Undefined for a path that has not moved, and for one that is led in a circle.
 */
export function movedTo({ entries }: Pick<Site, 'entries'>, path: string): string | undefined {
  const redirects = redirectsOf(entries);
  const step = (from: string) => {
    for (const redirect of redirects) {
      const key = addressKey(redirect.from);
      if (!redirect.from.endsWith('*')) {
        if (key === addressKey(from)) return redirect.to;
      } else if (`${addressKey(from)}/`.startsWith(key.slice(0, -1))) {
        return redirect.to.replace(':splat', from.slice(key.length - 1).replace(/\/$/, ''));
      }
    }
    return undefined;
  };
  const seen = new Set<string>();
  let end = step(path);
  while (end?.startsWith('/')) {
    if (seen.has(addressKey(end))) return undefined;
    seen.add(addressKey(end));
    const next = step(end);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

/** Redirects that lead nowhere, or that no reader would ever meet. `claimed` are the addresses of all pages, waiting or not. */
export function checkRedirects(site: Site, claimed: Iterable<Address>): Problem[] {
  const pages = new Set([...claimed].map(addressKey));
  const seen = new Set<string>();
  return entriesOf(site.entries, 'redirects').flatMap((entry) =>
    entry.data.redirects.flatMap(({ from, to }, index): Problem[] => {
      const complain = (rule: RuleName, field: 'from' | 'to', message: string, advice: string) => [
        problemAt(entry, rule, ['redirects', index, field], message, advice),
      ];
      if (!from.startsWith('/'))
        return complain('malformed-redirect', 'from', `“From” must begin with “/”: “${from}”`, `write /${from}`);
      if (/\/\.{1,2}(?:\/|$)|[\\?#\s]|\*./.test(from)) {
        return complain(
          'malformed-redirect',
          'from',
          `“From” is no path of a page: “${from}”`,
          'write a path such as /old-page/ or /old/*',
        );
      }
      if (pages.has(addressKey(from))) {
        return complain(
          'needless-redirect',
          'from',
          `There is a page at “${from}”, and so nobody is redirected`,
          'remove the redirect',
        );
      }
      if (seen.has(addressKey(from))) {
        return complain(
          'repeated-redirect',
          'from',
          `There are two redirects from “${from}”, and the second is never taken`,
          'remove one',
        );
      }
      seen.add(addressKey(from));
      if (to.includes(':splat')) {
        return from.endsWith('*')
          ? []
          : complain('malformed-redirect', 'to', '“:splat” stands for nothing', 'end “From” with *');
      }
      const { complaint } = resolveLink(site, entry.file, to);
      return complaint ? complain(complaint.rule, 'to', complaint.message, complaint.advice) : [];
    }),
  );
}

/**
 * The redirects for hosts that read `_redirects` (Netlify, Cloudflare Pages and others), and for all others a page that
 * leads on by itself. What stands for many addresses can only be in the former.
 */
export function planRedirects(site: Site): SiteFile[] {
  const { base, settingsFile } = site;
  const redirects = redirectsOf(site.entries).map(({ from, to, status }) => ({
    from,
    // A splat stands within a path that is written as it is.
    to: to.includes(':splat')
      ? (to.startsWith('/') ? base.path.slice(0, -1) : '') + to
      : resolveLink(site, settingsFile, to).href,
    status,
  }));
  if (redirects.length === 0) return [];
  const lines = redirects.map(
    ({ from, to, status }) => `${base.path.slice(0, -1)}${encodeURI(from)} ${to} ${status}\n`,
  );
  return [
    { path: '/_redirects', text: lines.join('') },
    ...redirects
      .filter(({ from }) => !from.endsWith('*'))
      .map(({ from, to }) => ({ path: `${from.replace(/\/*$/, '/')}index.html`, text: refreshPage(site, to) })),
  ];
}

function refreshPage({ settings, words }: Site, to: string): string {
  const target = escapeHtml(to);
  const text = fill(escapeHtml(words.movedTo), `<a href="${target}">${target}</a>`);
  const canonical = escapeHtml(new URL(to, settings.url).href);
  return `<!DOCTYPE html><html lang="${settings.language}"><head><meta charset="utf-8"><title>${escapeHtml(words.moved)}</title><meta name="robots" content="noindex"><link rel="canonical" href="${canonical}"><meta http-equiv="refresh" content="0; url=${target}"></head><body><p>${text}</p></body></html>\n`;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
