import kebabCase from 'lodash/kebabCase.js';
import type { Record, Value } from '../read/record';

/** Which generator made the former site. Each has a rule of its own for the addresses of files. */
export type Family = 'gatsby' | 'hugo' | 'jekyll';

export interface AddressRules {
  family: Family;
  /** Folders whose files are pages at their paths. */
  pages: readonly string[];
  /** Jekyll’s and Hugo’s patterns, by the name of a section; that of posts for Jekyll. */
  permalinks: { readonly [section: string]: string };
}

export function familyOf(files: readonly string[]): Family {
  const has = (pattern: RegExp) => files.some((file) => pattern.test(file));
  if (has(/^gatsby-(?:config|node)\./) || has(/^src\/pages\//)) return 'gatsby';
  if (has(/^_config\.ya?ml$|(?:^|\/)_posts\//)) return 'jekyll';
  return has(/^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\//) ? 'hugo' : 'gatsby';
}

/** The name of an author or category as it stood in addresses: lodash’s rule, which these generators share. */
export const addressName = (name: string): string => kebabCase(name);

const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/** The day in the name of a file, as Jekyll has it, and the rest of the name. */
export function nameOf(file: string): { name: string; day?: string } {
  const base = (file.split('/').pop() ?? '').replace(/\.[^.]+$/, '');
  const [, year, month, day, name] = dated.exec(base) ?? [];
  return name && month && day
    ? { name, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
    : { name: base };
}

/** Where the former site had a file’s page, by its path: `/` at both ends, unless it is a file such as `/a.html`. */
export function addressOfFile(record: Record, rules: AddressRules, date: string | undefined, isPost: boolean): string {
  const { file, data } = record;
  const folder = rules.pages.filter((one) => file.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0];
  const path = (folder === undefined ? file : file.slice(folder.length + 1)).replace(/\.[^./]+$/, '');
  const parts = path.split('/').filter((part) => !/^_(?:posts|drafts|pages)$/.test(part));
  const { name, day } = nameOf(file);
  const slug = textIn(data['slug']) ?? name;
  const inner = parts.slice(0, -1);
  if (isPost && rules.family === 'jekyll') {
    const pattern = rules.permalinks['post'] ?? 'date';
    const categories = [listIn(data['category']), listIn(data['categories'])].flat();
    return patternAddress(jekyllStyles[pattern] ?? pattern, {
      date: day ?? date?.slice(0, 10),
      slug,
      categories: [...inner, ...categories].map((one) => one.toLowerCase()),
    });
  }
  const section = inner[0];
  const pattern = section === undefined ? undefined : rules.permalinks[section];
  const isIndex = /^_?index$/.test(name);
  if (rules.family === 'hugo' && pattern && !(isIndex && inner.length === 1)) {
    const own = isIndex ? (inner.at(-1) ?? '') : slug;
    return patternAddress(pattern, {
      date: date?.slice(0, 10),
      slug: own,
      categories: [],
      title: textIn(data['title']),
      section,
    });
  }
  const last = isIndex
    ? []
    : [rules.family === 'gatsby' ? (textIn(data['slug'])?.replace(/^\/|\/$/g, '') ?? name) : slug];
  const all = [...inner, ...last].map((part) =>
    rules.family === 'hugo' ? part.toLowerCase().replace(/\s+/g, '-') : part,
  );
  if (rules.family === 'jekyll' && !isIndex && textIn(data['layout']) !== undefined && /\.html?$|\.md$/.test(file)) {
    return withSlashes(/\/$|^pretty$/.test(rules.permalinks['post'] ?? '') ? all.join('/') : `${all.join('/')}.html`);
  }
  return withSlashes(all.join('/'));
}

const jekyllStyles: { readonly [name: string]: string } = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

interface Parts {
  date?: string | undefined;
  slug: string;
  categories: readonly string[];
  title?: string | undefined;
  section?: string | undefined;
}

function patternAddress(pattern: string, { date = '', slug, categories, title, section = '' }: Parts): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const words: { [name: string]: string } = {
    year,
    month,
    day,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    title: title ? addressName(title) : slug,
    slug,
    filename: slug,
    contentbasename: slug,
    slugorfilename: slug,
    slugorcontentbasename: slug,
    categories: categories.join('/'),
    section,
    sections: section,
  };
  return withSlashes(pattern.replace(/:(\w+)/g, (_, name: string) => words[name] ?? ''));
}

/** An address as pages have it here, unless it is that of a file. */
export function withSlashes(path: string): string {
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0) return '/';
  return /\.[a-z\d]{2,5}$/i.test(parts.at(-1) ?? '') ? `/${parts.join('/')}` : `/${parts.join('/')}/`;
}

/** The path of an address, decoded; undefined for one that is none. `host` is that it names. */
export function pathIn(written: string): { path: string; host?: string } | undefined {
  const url = /^\/\//.test(written) ? `https:${written}` : written;
  if (/^https?:\/\//i.test(url)) {
    if (!URL.canParse(url)) return undefined;
    const { hostname } = new URL(url);
    const [, path = ''] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
    return { path: withSlashes(decoded(path)), host: hostname };
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return undefined;
  return { path: withSlashes(decoded(url.replace(/[?#].*$/s, ''))) };
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const textIn = (value: Value | undefined) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const listIn = (value: Value | undefined): string[] =>
  typeof value === 'string'
    ? value.trim().split(/\s+/).filter(Boolean)
    : Array.isArray(value)
      ? value.filter((item): item is string => typeof item === 'string')
      : [];
