import { landingPage } from '../../collections/landing-page';
import { listingPage } from '../../collections/listing-page';
import { seoOf } from '../../collections/seo';
import { type AnyEntry, type Entry, isOf, titleOf } from '../../content/entry';
import { withFreeIds } from '../../markdown/ids';
import type { Address } from '../addresses/address';
import { changedOf } from '../lists';
import { mentionsOf } from '../relations/mentions';
import type { AnyKind, List, Site } from '../site';
import { blocksOf } from './blocks';
import { resolveFields, whenOf } from './fields';
import { type About, cardFor, directionOf, headOf } from './head';
import { idsIn } from './ids';
import type { PlannedPage, RenderBody } from './page';
import type { DetailMain, LandingPageMain, ListingMain, Wordless } from './props';
import type { SearchRecord } from './search-record';

/** The pages that are one entry each, posts aside. A kind of content that needs nothing special needs no line here. */
export const planEntries = (site: Site, render: RenderBody): PlannedPage[] =>
  site.others.map(({ entry, address }) => {
    const parent = parentOf(site, address);
    const about = aboutOf(site, entry, address, parent);
    return {
      address,
      template: entry.collection.template ?? '',
      listed: !about.hidden,
      ...((isOf(entry, landingPage) || isOf(entry, listingPage)) &&
      entry.data.blocks?.some(({ type }) => type === 'posts')
        ? { changed: changedOf(site.listed) }
        : {}),
      file: entry.file,
      head: () => {
        const head = headOf(site, about);
        return about.hidden ? head : { ...head, jsonLd: [...head.jsonLd, ...structuredDataOf(site, entry, address)] };
      },
      card: () => cardFor(site, about),
      ...(about.hidden ? {} : { search: () => recordOf(site, entry, about, parent) }),
      main: () => mainOf(site, render, entry, parent),
    };
  });

function aboutOf(site: Site, entry: AnyEntry, address: Address, parent: Parent | undefined): About {
  const { collection, data } = entry;
  const seo = seoOf(collection, data);
  const title = nameOf(entry);
  const textOf = (key: string | undefined) => {
    const text = key && data[key];
    return typeof text === 'string' ? text : undefined;
  };
  return {
    address,
    title: seo?.title ?? (address === '/' ? site.settings.title : title),
    description:
      seo?.description ??
      textOf(collection.summary) ??
      kindOf(site, entry)?.describe?.(entry) ??
      `${title}: ${site.settings.title}`,
    lang: textOf('lang'),
    image: seo?.image,
    hidden: data['hidePost'] === true,
    above: parent ? [{ label: parent.label, address: parent.address }] : [],
  };
}

function recordOf(site: Site, entry: AnyEntry, about: About, parent: Parent | undefined): SearchRecord {
  const { description, lang = site.settings.language } = about;
  // What a thing is, the list says that it belongs to, in the words of its editors.
  const kind = kindOf(site, entry) ? (parent?.label ?? entry.collection.plural) : site.words.searchPages;
  const date = [entry.data['date'], entry.data['start']].find((value) => typeof value === 'string');
  return {
    title: about.address === '/' ? about.title : nameOf(entry),
    description,
    lang,
    filters: { kind: [kind], language: [lang], ...(date ? { year: [date.slice(0, 4)] } : {}) },
    ...(date ? { date: whenOf(site, date).text } : {}),
  };
}

function mainOf(site: Site, render: RenderBody, entry: AnyEntry, parent: Parent | undefined): object {
  const { html } = render(site, entry);
  if (isOf(entry, landingPage)) {
    const { blocks: _, ...data } = resolveFields(site, entry);
    return { data, html, blocks: blocksOf(site, entry) } satisfies Wordless<LandingPageMain>;
  }
  if (isOf(entry, listingPage)) {
    const { blocks: _, ...data } = resolveFields(site, entry);
    return { data, blocks: blocksOf(site, entry), ...listingOf(site, entry, html) } satisfies Wordless<ListingMain>;
  }
  const kind = kindOf(site, entry);
  if (kind?.detail) {
    const detail = kind.detail(site, entry);
    return {
      title: nameOf(entry),
      facts: [],
      links: [],
      buttons: [],
      ...detail,
      related: [...mentionsOf(site, entry, detail.facts), ...(detail.related ?? [])],
      html,
      ...(parent ? { list: { label: parent.label, href: site.base.href(parent.address) } } : {}),
    } satisfies Wordless<DetailMain>;
  }
  const lang =
    ('lang' in entry.data && typeof entry.data['lang'] === 'string' && entry.data['lang']) || site.settings.language;
  return { data: resolveFields(site, entry), html, lang, dir: directionOf(lang) };
}

/** The entries that a listing page lists. */
function listingOf(
  site: Site,
  entry: Entry<typeof listingPage>,
  html: string,
): Omit<Wordless<ListingMain>, 'data' | 'blocks'> {
  if (entry.data.list === undefined) return { html, listing: {}, count: 0 };
  const list = listNamed(site, entry.data.list);
  const listing = list.of(site);
  const link = list.link?.(site);
  return {
    html: withFreeIds(html, new Set(idsIn(listing))),
    listing,
    count: list.count(listing),
    ...(link ? { link } : {}),
  };
}

/** What search engines are told of an entry beside its breadcrumbs (schema.org). */
export function structuredDataOf(site: Site, entry: AnyEntry, address: Address): Record<string, unknown>[] {
  const things = () => {
    if (!isOf(entry, listingPage)) return kindOf(site, entry)?.structuredData?.(site, entry, address);
    if (entry.data.list === undefined) return [];
    const list = listNamed(site, entry.data.list);
    return list.structuredData?.(site, entry.data.title, list.of(site));
  };
  return (things() ?? []).map((thing) => ({ '@context': 'https://schema.org', ...thing }));
}

/** What an entry is called on the site. */
const nameOf = (entry: AnyEntry) => (entry.collection.title ? titleOf(entry) : entry.slug);

/** The kind of content that an entry is of; none for posts, pages and settings. */
const kindOf = ({ kinds }: Site, entry: AnyEntry): AnyKind | undefined =>
  kinds.find(({ collection }) => isOf(entry, collection));

/** The list of a name; the declaration of listing pages lets no other name pass. */
function listNamed({ kinds }: Site, name: string): List<object, string> {
  const list = kinds.map(({ lists }) => lists?.[name]).find(Boolean);
  if (!list) throw new Error(`There is no list “${name}”`);
  return list;
}

interface Parent {
  label: string;
  address: Address;
}

/** The page above an address: `/members/` of `/members/ericsson/`. */
function parentOf(site: Site, address: Address): Parent | undefined {
  const above = address.replace(/[^/]+\/$/, '');
  if (above === '/' || above === address) return undefined;
  const parent = site.others.find((other) => other.address === above);
  if (!parent) return undefined;
  return { label: nameOf(parent.entry), address: above };
}
