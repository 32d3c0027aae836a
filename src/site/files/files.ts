import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { colorsOf } from '../brand';
import type { Page, RenderBody } from '../pages/page';
import { largeIcon, smallIcon } from '../pictures/brand-pictures';
import type { Site } from '../site';
import { planFeeds } from './feeds';
import { planRedirects } from './plan-redirects';
import type { SiteFile } from './site-file';

/** What the sitemap needs to know of a page. */
type PageEntry = Pick<Page, 'address' | 'listed' | 'changed'>;

/** The most addresses a sitemap may hold (sitemaps.org). */
const mostInSitemap = 50_000;

/** Everything that is published beside the pages. */
export async function planFiles(
  site: Site,
  pages: readonly PageEntry[],
  renderForFeed?: RenderBody,
): Promise<SiteFile[]> {
  return [
    ...planFeeds(site, renderForFeed),
    ...site.kinds.flatMap(({ files }) => files?.plan(site) ?? []),
    ...(await planSitemap(site, pages)),
    planRobots(site),
    planManifest(site),
    ...planRedirects(site),
  ];
}

async function planSitemap({ base }: Site, pages: readonly PageEntry[]): Promise<SiteFile[]> {
  const items = pages
    .filter(({ listed }) => listed)
    .map(({ address, changed }) => ({ url: base.url(address), ...(changed ? { lastmod: changed } : {}) }));
  const write = async (stream: SitemapStream | SitemapIndexStream, rows: object[]) => {
    for (const row of rows) stream.write(row);
    stream.end();
    return (await streamToPromise(stream)).toString();
  };
  const plain = { xmlns: { news: false, video: false, xhtml: false, image: false } };
  const parts = Array.from({ length: Math.ceil(items.length / mostInSitemap) }, (_, index) =>
    items.slice(index * mostInSitemap, (index + 1) * mostInSitemap),
  );
  const [only] = parts;
  if (parts.length === 1 && only) return [{ path: '/sitemap.xml', text: await write(new SitemapStream(plain), only) }];
  const paths = parts.map((_, index) => `/sitemap-${index + 1}.xml`);
  return [
    {
      path: '/sitemap.xml',
      text: await write(
        new SitemapIndexStream(),
        paths.map((path) => ({ url: base.url(path) })),
      ),
    },
    ...(await Promise.all(
      parts.map(async (part, index) => ({
        path: paths[index] as string,
        text: await write(new SitemapStream(plain), part),
      })),
    )),
  ];
}

// Hidden posts are not named here: the file would tell everyone where they are. They say `noindex` themselves.
const planRobots = ({ base }: Site): SiteFile => ({
  path: '/robots.txt',
  text: `User-agent: *\nAllow: /\n\nSitemap: ${base.url('/sitemap.xml')}\n`,
});

const planManifest = ({ settings, brand, base }: Site): SiteFile => ({
  path: '/manifest.webmanifest',
  text: `${JSON.stringify(
    {
      name: settings.title,
      short_name: settings.title,
      description: settings.description,
      lang: settings.language,
      start_url: base.href('/'),
      scope: base.href('/'),
      display: 'minimal-ui',
      theme_color: settings.themeColor ?? brand.color,
      background_color: colorsOf(brand, 'light').paper,
      icons: [
        { src: base.href(smallIcon), sizes: '192x192', type: 'image/png' },
        { src: base.href(largeIcon), sizes: '512x512', type: 'image/png', purpose: 'any' },
        { src: base.href(largeIcon), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    null,
    2,
  )}\n`,
});
