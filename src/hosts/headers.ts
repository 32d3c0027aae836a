import { backendOf } from '../cms/serve/backend';
import { handbookStyles } from '../cms/serve/files';
import { editing } from '../collections/settings/editing';
import { hosting } from '../collections/settings/hosting';
import { entriesOf } from '../content/entry';
import { elementsOf, type Inline } from '../render/inline-for';
import { formatPolicy, hashOf, type Policy, pagePolicy, searchPolicy } from '../render/policy';
import { searchFolder } from '../site/lists';
import type { Site } from '../site/site';
import { editorPolicy } from './editor-policy';
import { sourcesOf } from './sources';

/** The headers of all that lies below a path. Those of a deeper path come before those of a higher one. */
export interface HeaderRule {
  /** Encoded, with `/` at both ends. */
  below: string;
  headers: Readonly<Record<string, string>>;
}

const policyName = 'Content-Security-Policy';

/** Nobody frames the site, which a page can’t say itself. */
const sent = (policy: Policy) => formatPolicy({ ...policy, 'frame-ancestors': ["'none'"] });

const day = 86_400;
const forever = `public, max-age=${365 * day}, immutable`;
const long = `public, max-age=${7 * day}, stale-while-revalidate=${30 * day}`;

/** What none of the pages uses, and so no script on them may. */
const unused =
  'accelerometer bluetooth camera display-capture geolocation gyroscope hid magnetometer microphone midi payment serial usb'
    .split(' ')
    .map((feature) => `${feature}=()`)
    .join(', ');

/** What is sent with the files of a site, the highest path first. `inline` is what stands within pages, in the site’s brand. */
export function headerRules(site: Site, inline: Inline): HeaderRule[] {
  const { secureSubdomains = false, policyInPages = false } = entriesOf(site.entries, hosting)[0]?.data ?? {};
  const backend = backendOf(entriesOf(site.entries, editing)[0]?.data);
  const { search } = site.settings;
  const policyFor = (isIn: (name: string) => boolean): Policy =>
    policyInPages ? {} : pagePolicy(sourcesOf(site), elementsOf(only(withoutAbsent(site, inline), isIn)));
  const rules: Record<string, HeaderRule['headers']> = {
    '/': {
      [policyName]: sent(policyFor((name) => !ofSearch.has(name))),
      'Strict-Transport-Security': `max-age=${730 * day}${secureSubdomains ? '; includeSubDomains' : ''}`,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': unused,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    },
    // Every page shows it in a dialog of its own.
    [search]: {
      [policyName]: formatPolicy({
        ...(policyInPages ? {} : searchPolicy(policyFor((name) => ofSearch.has(name) || aroundPages.has(name)))),
        'frame-ancestors': ["'self'"],
      }),
      'X-Frame-Options': 'SAMEORIGIN',
    },
    // Their names change with what they hold.
    [`${searchFolder(site.settings)}fragment/`]: { 'Cache-Control': long },
    [`${searchFolder(site.settings)}index/`]: { 'Cache-Control': long },
    '/admin/': {
      [policyName]: sent(editorPolicy(backend)),
      // Signing in happens in a window that the editor opens and hears from.
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    },
    '/admin/handbook/': { [policyName]: sent(handbookPolicy(handbookStyles(site))) },
    // Pictures are shown by others: feed readers, search engines, whoever shares a page. One that is opened alone may be
    // an SVG, which is a document.
    '/img/': {
      [policyName]: sent({ 'default-src': ["'none'"], 'style-src': ["'unsafe-inline'"], sandbox: [''] }),
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': long,
    },
    // Other bytes have another address.
    ...Object.fromEntries(
      ['/cards/', '/pictures/'].map((below) => [
        below,
        { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': forever },
      ]),
    ),
    '/fonts/': { 'Cache-Control': long },
  };
  return Object.entries(rules).map(([below, headers]) => ({ below: site.base.href(below), headers }));
}

/** Without what only a site with these settings has: hosts take no header of any length. */
function withoutAbsent({ settings }: Site, inline: Inline): Inline {
  const absent = new Set<string>((['analytics', 'announcement'] as const).filter((name) => !settings[name]));
  return only(inline, (name) => !absent.has(name));
}

/** What only the page that searches has of styles and scripts, by the roots of the ones and the names of the others. */
const ofSearch = new Set(['search', 'search-results']);
/** What stands around every page. */
const aroundPages = new Set(['announcement', 'analytics', 'menu', 'theme', 'theme-switch', 'search-dialog']);

const only = ({ base, components, scripts }: Inline, isIn: (name: string) => boolean): Inline => ({
  base,
  components: components.filter(([root]) => isIn(root)),
  scripts: Object.fromEntries(Object.entries(scripts).filter(([name]) => isIn(name.replace(/^.*\//, '')))),
});

export const handbookPolicy = (styles: string): Policy => ({
  'default-src': ["'none'"],
  'style-src': [hashOf(styles)],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
});
