import { pathIn } from './addresses';
import type { Found } from './settings';

/** What holds for the whole new site, decided before anything is placed. */
export interface Frame {
  url: string;
  /** All hosts of the former site, the first that of `url`. */
  hosts: string[];
  /** Where its blog is: with `/` at both ends. */
  blog: string;
}

/**
 * Finds the hosts of a site: that of its settings, and those that many of its pages name. `asked` are the addresses that pages
 * ask for.
 */
export function frameOf(found: Found, asked: readonly string[], posts: readonly string[]): Frame {
  const counts = new Map<string, number>();
  for (const one of asked) {
    const host = pathIn(one)?.host;
    if (host) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const written = found.url && URL.canParse(found.url) ? new URL(found.url) : undefined;
  const common = [...counts].sort((a, b) => b[1] - a[1]);
  const main = written?.hostname ?? common[0]?.[0] ?? 'example.org';
  // Two names of one site differ in their ending or in www: example.org and www.example.com.
  const stem = (host: string) => host.replace(/^www\./, '').split('.')[0];
  const others = common
    .filter(([host, count]) => host !== main && (stem(host) === stem(main) || count > asked.length / 10))
    .map(([host]) => host);
  const all = [main, ...others].flatMap((host) => [host, host.startsWith('www.') ? host.slice(4) : `www.${host}`]);
  return {
    url: written ? written.href.replace(/\/*$/, '/') : `https://${main}/`,
    hosts: [...new Set(all)],
    blog: blogAddress(posts),
  };
}

/** The folder that most posts are in; one of dates is none. */
function blogAddress(posts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const address of posts) {
    const folder = address.replace(/[^/]+\/?$/, '').replace(/\d{4}\/(?:\d{1,2}\/)*$/, '');
    if (/^\/(?:[^/?#%*]+\/)+$/.test(folder)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > posts.length / 3 ? most[0] : '/blog/';
}

/** The settings of the new site, and what of them nobody said. */
export function siteFields(found: Found, { url, hosts, blog }: Frame): { fields: object; unsaid: string[] } {
  const title = found.title ?? hosts[0] ?? '';
  const unsaid = [
    ...(found.title ? [] : [`title: its name, which is “${title}” now`]),
    ...(found.url ? [] : [`url: its address, which is ${url} now`]),
    ...(found.description ? [] : ['description: what it is, in a sentence']),
    ...(found.language ? [] : ['language: “en” now']),
    ...(found.navigation ? [] : ['navigation: the links at the top of every page']),
    ...(found.footer ? [] : ['footer: its groups of links']),
    ...(found.blog?.title ? [] : ['blog: its title and description']),
  ];
  const fields = {
    url,
    hosts,
    title,
    titleTemplate: found.titleTemplate?.replace(/\s+/g, ' ') ?? `%s - ${title}`,
    description: found.description ?? title,
    language: (found.language ?? 'en').replace('_', '-'),
    ...(found.image ? { image: found.image } : {}),
    ...(found.twitterUsername ? { twitterUsername: found.twitterUsername } : {}),
    ...(found.themeColor ? { themeColor: found.themeColor } : {}),
    postsPerPage: 10,
    postsInFeed: 20,
    organization: { name: title, url },
    blog: {
      ...(blog === '/blog/' ? {} : { address: blog }),
      title: found.blog?.title ?? 'Blog',
      description: found.blog?.description ?? found.description ?? title,
    },
    navigation: found.navigation ?? [{ label: found.blog?.title ?? 'Blog', url: blog }],
    ...(found.announcement ? { announcement: found.announcement } : {}),
    footer: {
      text: title,
      groups: found.footer ?? [],
      links: [],
    },
  };
  return { fields, unsaid };
}
