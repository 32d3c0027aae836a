import { createHash } from 'node:crypto';

/** From where the pages of a site load what does not stand in them, beside the site itself: origins. */
export interface PageSources {
  /** What is framed once a reader asks for it. */
  frames: readonly string[];
  /** Scripts that count visits, and where they send what they count. */
  visits: readonly string[];
  /** Pictures; a scheme stands for all hosts. */
  pictures: readonly string[];
}

/** The texts of the elements that stand in pages. */
export interface Elements {
  styles: readonly string[];
  scripts: readonly string[];
}

/** Directives and what each allows; one that allows nothing is left out. */
export type Policy = Readonly<Record<string, readonly string[]>>;

const self = "'self'";
const none = "'none'";

/** By this a policy names the text of an element (CSP 3, section 2.3.1). */
export const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a page may do: nothing but show what it has, and what its site names. The search it may show in a frame. */
export const pagePolicy = ({ frames, visits, pictures }: PageSources, { styles, scripts }: Elements): Policy => ({
  'default-src': [none],
  'script-src': [...scripts.map(hashOf), ...visits],
  'style-src': styles.map(hashOf),
  'img-src': [self, 'data:', ...pictures, ...visits],
  'font-src': [self],
  'connect-src': visits,
  'frame-src': [self, ...frames],
  'manifest-src': [self],
  'base-uri': [none],
  'form-action': [none],
});

/** What the page that searches may do beside: run the site’s own search, which is WebAssembly, and fetch its index. */
export const searchPolicy = (page: Policy): Policy => ({
  ...page,
  'script-src': [...(page['script-src'] ?? []), self, "'wasm-unsafe-eval'"],
  'connect-src': [...(page['connect-src'] ?? []), self],
});

/** As it stands in a header, or in a `meta` element, which can’t say who may frame the page. */
export const formatPolicy = (policy: Policy): string =>
  Object.entries(policy)
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => `${directive} ${[...new Set(sources)].join(' ')}`.trim())
    .join('; ');

/** The policy of one page, for the page itself to say. */
export const policyOf = (sources: PageSources, elements: Elements, searches: boolean): string => {
  const policy = pagePolicy(sources, elements);
  return formatPolicy(searches ? searchPolicy(policy) : policy);
};
