import { collections } from '../../collections/index';
import type { AnyEntry } from '../../content/entry';
import { withFreeIds } from '../../markdown/ids';
import type { Collection } from '../../model/collection';
import type { Address } from '../address';
import { changedOf } from '../lists';
import type { Site } from '../site';
import { blocksOf } from './blocks';
import { detailOf, isDetail } from './details';
import { resolveFields } from './fields';
import { type About, directionOf, headOf } from './head';
import { idsIn } from './ids';
import { countOf, listingOf } from './listings';
import type { PlannedPage, RenderBody } from './page';
import type { DetailMain, LandingPageMain, Link, ListingMain, Wordless } from './props';
import { structuredDataOf } from './structured-data';

/** The pages that are one entry each, posts aside. A kind of content that needs nothing special needs no line here. */
export const planEntries = (site: Site, render: RenderBody): PlannedPage[] =>
  site.others.map(({ entry, address }) => {
    const parent = parentOf(site, address);
    const about = aboutOf(site, entry, address, parent);
    return {
      address,
      template: (collections[entry.collection] as Collection).template ?? '',
      listed: !about.hidden,
      ...(entry.collection === 'landing-page' && entry.data.blocks.some(({ type }) => type === 'posts')
        ? { changed: changedOf(site.listed) }
        : {}),
      file: entry.file,
      head: () => {
        const head = headOf(site, about);
        return about.hidden ? head : { ...head, jsonLd: [...head.jsonLd, ...structuredDataOf(site, entry, address)] };
      },
      main: () => mainOf(site, render, entry, parent),
    };
  });

function aboutOf(site: Site, entry: AnyEntry, address: Address, parent: Parent | undefined): About {
  const data = entry.data as {
    title?: string;
    name?: string;
    description?: string;
    tagline?: string;
    role?: string;
    lang?: string;
    hidePost?: boolean;
    seo?: { title?: string; description: string; image?: string };
  };
  const title = data.title ?? data.name ?? entry.slug;
  return {
    address,
    title: data.seo?.title ?? (address === '/' ? site.settings.title : title),
    description:
      data.seo?.description ?? data.description ?? data.tagline ?? `${title}: ${data.role ?? site.settings.title}`,
    lang: data.lang,
    image: data.seo?.image,
    hidden: data.hidePost ?? false,
    above: parent ? [{ label: parent.label, address: parent.address }] : [],
  };
}

function mainOf(site: Site, render: RenderBody, entry: AnyEntry, parent: Parent | undefined): object {
  const { html } = render(site, entry);
  if (entry.collection === 'landing-page') {
    const { blocks: _, ...data } = resolveFields(site, entry);
    return { data, html, blocks: blocksOf(site, entry) } satisfies Wordless<LandingPageMain>;
  }
  if (entry.collection === 'listing-page') {
    const listing = listingOf(site, entry.data.list);
    const text = withFreeIds(html, new Set(idsIn({ listing })));
    return {
      data: resolveFields(site, entry),
      html: text,
      listing,
      count: countOf(listing),
    } satisfies Wordless<ListingMain>;
  }
  if (isDetail(entry)) {
    const list: Link | undefined = parent && { label: parent.label, href: site.base.href(parent.address) };
    return { ...detailOf(site, entry as never), html, ...(list ? { list } : {}) } satisfies Wordless<DetailMain>;
  }
  const lang = ('lang' in entry.data && entry.data.lang) || site.settings.language;
  return { data: resolveFields(site, entry as never), html, lang, dir: directionOf(lang) };
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
  const data = parent.entry.data as { title?: string; name?: string };
  return { label: data.title ?? data.name ?? parent.entry.slug, address: above };
}
