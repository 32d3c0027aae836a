import type { Address } from '../addresses/address';
import { resolvePicture } from '../links/links';
import { blogOf, categoryFeed, changedAt, notFound } from '../lists';
import { iconOf, largeIcon, socialCard } from '../pictures/brand-pictures';
import { type Card, cardOf, cardSize } from '../pictures/card';
import type { Post, Site, Term } from '../site';
import { momentOf } from './fields';
import type { Head } from './props';

/** What a page says about itself; the rest of its head comes from the settings. */
export interface About {
  address: Address;
  title: string;
  description: string;
  lang?: string | undefined;
  image?: string | undefined;
  imageAlt?: string | undefined;
  /** Search engines leave the page alone. */
  hidden?: boolean;
  /** The pages above this one, from the top, without home and the page itself. */
  above?: { label: string; address: Address }[];
  post?: Post;
  /** The category whose feed belongs to the page. */
  category?: Term | undefined;
}

export function headOf(site: Site, about: About): Head {
  const { settings, base } = site;
  const { address, title, description, post } = about;
  const blog = blogOf(settings);
  const icon = iconOf(site.brand);
  const lang = about.lang ?? settings.language;
  const url = base.url(address);
  const isHome = address === '/';
  const card = cardFor(site, about);
  const image = card
    ? { src: base.href(card.path), ...cardSize }
    : resolvePicture(site, about.image ?? settings.image ?? socialCard);
  const imageUrl = new URL(image.src, settings.url).href;
  const hidden = about.hidden ?? false;
  const name = (key: string, content: string | undefined) =>
    content ? [{ name: key, content: oneLine(content) }] : [];
  const property = (key: string, content: string | number | undefined) =>
    content ? [{ property: key, content: oneLine(String(content)) }] : [];
  const creator = normalizeHandle(post?.entry.data.seo.twitterUsername);

  return {
    title: isHome ? title : fullTitle(settings.titleTemplate, title),
    lang,
    dir: directionOf(lang),
    meta: [
      ...name('description', description),
      ...name('robots', hidden ? 'noindex' : undefined),
      ...name('theme-color', settings.themeColor ?? site.brand.color),
      ...property('og:type', post ? 'article' : 'website'),
      ...property('og:site_name', settings.title),
      ...property('og:title', title),
      ...property('og:description', description),
      ...property('og:url', address === notFound ? undefined : url),
      ...property('og:locale', localeOf(lang)),
      ...property('og:image', imageUrl),
      ...property('og:image:width', image.width),
      ...property('og:image:height', image.height),
      ...property(
        'og:image:alt',
        about.image ? (about.imageAlt ?? title) : card ? `${title}: ${settings.title}` : settings.title,
      ),
      ...(post
        ? [
            ...property('article:published_time', post.entry.data.date),
            ...property('article:modified_time', post.entry.data.updated && changedAt(post)),
            ...post.authors.flatMap((author) => property('article:author', base.url(author.address))),
            ...post.categories.flatMap(({ label }) => property('article:section', label)),
          ]
        : []),
      ...name('twitter:card', 'summary_large_image'),
      ...name('twitter:site', normalizeHandle(settings.twitterUsername)),
      ...name('twitter:creator', creator),
    ],
    link: [
      // What is not found has no address of its own.
      ...(address === notFound ? [] : [{ rel: 'canonical', href: url }]),
      { rel: 'icon', href: base.href('/favicon.ico'), sizes: '32x32' },
      ...(/\.svg$/i.test(icon) ? [{ rel: 'icon', href: base.href(icon), type: 'image/svg+xml' }] : []),
      { rel: 'apple-touch-icon', href: base.href('/apple-touch-icon.png') },
      { rel: 'manifest', href: base.href('/manifest.webmanifest') },
      ...(about.category
        ? [
            feed(
              `${about.category.label} - ${settings.title}`,
              'application/rss+xml',
              base.href(categoryFeed(about.category.address)),
            ),
          ]
        : []),
      feed(settings.title, 'application/rss+xml', base.href(blog.rss)),
      feed(settings.title, 'application/atom+xml', base.href(blog.atom)),
      feed(settings.title, 'application/feed+json', base.href(blog.json)),
    ],
    jsonLd: hidden ? [] : structuredData(site, about, lang, url, imageUrl),
  };
}

/** So many letters of a title search engines and tabs have room for. */
const longest = 70;

/** A title as the template has it; without what the template adds where both together are too long. */
function fullTitle(template: string, title: string): string {
  const full = template.replace('%s', () => title);
  return [...full].length > longest ? title : full;
}

/** The card that is drawn for a page without a picture. */
export function cardFor(site: Site, about: About): Card | undefined {
  if (about.image) return undefined;
  const { post, address, title } = about;
  const parts = post
    ? [post.authors.map(({ label }) => label).join(', '), momentOf(site, post.entry.data.date).text]
    : [];
  return cardOf(site, {
    address,
    title: post?.entry.data.title ?? title,
    lang: about.lang ?? site.settings.language,
    kind: post?.categories[0]?.label ?? about.above?.at(-1)?.label,
    byline: parts.filter(Boolean).join(' · '),
    of: post?.categories[0]?.label,
  });
}

const feed = (title: string, type: string, href: string) => ({ rel: 'alternate', type, title, href });

function structuredData(site: Site, about: About, lang: string, url: string, image: string): Head['jsonLd'] {
  const { settings, base } = site;
  const context = { '@context': 'https://schema.org' };
  const organization = organizationOf(site);
  if (about.address === '/') {
    return [
      {
        ...context,
        '@graph': [
          organization,
          {
            '@type': 'WebSite',
            '@id': `${base.url('/')}#website`,
            name: settings.title,
            description: settings.description,
            url: base.url('/'),
            inLanguage: lang,
            publisher: { '@id': organization['@id'] },
          },
        ],
      },
    ];
  }
  const trail = [
    { label: settings.title, address: '/' },
    ...(about.above ?? []),
    { label: about.title, address: about.address },
  ];
  const breadcrumbs = {
    ...context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: base.url(address),
    })),
  };
  if (!about.post) return [breadcrumbs];
  const { date } = about.post.entry.data;
  return [
    {
      ...context,
      '@type': 'BlogPosting',
      headline: about.post.entry.data.title,
      description: about.description,
      datePublished: date,
      dateModified: changedAt(about.post),
      inLanguage: lang,
      image,
      url,
      mainEntityOfPage: url,
      articleSection: about.post.categories.map(({ label }) => label),
      author: about.post.authors.map(({ entry, label, address }) => ({
        '@type': 'team' in entry.data && entry.data.team ? 'Organization' : 'Person',
        name: label,
        url: base.url(address),
      })),
      publisher: organization,
      isPartOf: { '@type': 'Blog', name: settings.blog.title, url: base.url(settings.blog.address) },
    },
    breadcrumbs,
  ];
}

function organizationOf({ settings, base }: Site) {
  const { name, url, logo = largeIcon, sameAs } = settings.organization;
  return {
    '@type': 'Organization',
    '@id': `${base.url('/')}#organization`,
    name,
    url,
    logo: new URL(/^https?:/.test(logo) ? logo : base.href(logo), settings.url).href,
    ...(sameAs ? { sameAs } : {}),
  };
}

/**
 * The one form of an account's name, `@example_org`, whatever was written: with space around it, without `@`,
 * or as the address of its page. Undefined for what can't be a name (15 letters, digits and underscores at most).
 */
export function normalizeHandle(written: string | undefined): string | undefined {
  const name = written
    ?.trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\//i, '')
    .replace(/^@/, '')
    .replace(/\/$/, '');
  return name && /^\w{1,15}$/.test(name) ? `@${name}` : undefined;
}

const locales = new Map<string, Intl.Locale>();

/** A language with the script and the country it is most used with, where none is named. Finding them takes a while. */
function maximal(lang: string): Intl.Locale {
  const locale = locales.get(lang) ?? new Intl.Locale(lang).maximize();
  locales.set(lang, locale);
  return locale;
}

/** In which direction a language is written, by its script. */
export const directionOf = (lang: string): 'ltr' | 'rtl' =>
  /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr)$/.test(maximal(lang).script ?? '') ? 'rtl' : 'ltr';

/** A language as Open Graph wants it, with the country it is most spoken in where none is named: `en_US`. */
function localeOf(lang: string): string {
  const { language, region } = maximal(lang);
  return region ? `${language}_${region}` : language;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
