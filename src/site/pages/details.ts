import type { AnyEntry, Entry } from '../../content/entry';
import { embedOf } from '../../markdown/embeds';
import { eventFile } from '../files/calendar';
import { resolveLink, safeHref } from '../links/links';
import type { Site } from '../site';
import { initialsOf } from './cards';
import { pictureOf, spanText, whenOf } from './fields';
import { projectCategories } from './listings';
import type { DetailMain, Fact, Link } from './props';

/** The collections whose entries have a page of facts. */
export type DetailName = 'member' | 'person' | 'project' | 'event' | 'episode' | 'job';

/** What the page of an entry says, its body aside. */
export type Detail = Omit<DetailMain, 'html' | 'list' | 'words'>;

const plain: Pick<Detail, 'facts' | 'links' | 'buttons'> = { facts: [], links: [], buttons: [] };

/** What is known of an entry, in the order in which its page tells it. */
export const details: { [Name in DetailName]: (site: Site, entry: Entry<Name>) => Detail } = {
  member: (site, { data }) => {
    const level = site.find('level', 'value', data.level);
    const levelTitle = level?.collection === 'level' ? level.data.title : data.level;
    return {
      ...plain,
      title: data.name,
      ...(data.description ? { lead: data.description } : {}),
      // Without a logo the name itself, large above, is the mark.
      ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
      facts: [
        { label: site.words.membership, text: levelTitle },
        ...fact(site.words.country, data.country),
        ...when(site, site.words.joined, data.joined),
        ...(data.projects ?? []).map((name) => linkedFact(site, site.words.project, 'project', name)),
        ...(data.url
          ? [
              {
                label: site.words.website,
                text: new URL(data.url).host.replace(/^www\./, ''),
                href: safeHref(data.url),
              },
            ]
          : []),
      ],
    };
  },
  person: (site, { file, data }) => ({
    ...plain,
    title: data.name,
    lead: data.role,
    mark: data.image ? { image: pictureOf(site, data.image) } : { initials: initialsOf(data.name) },
    facts: fact(site.words.organization, data.organization),
    links: linksOf(site, file, data.links),
  }),
  project: (site, { file, data }) => ({
    ...plain,
    title: data.name,
    lead: data.tagline,
    ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
    facts: fact(site.words.kind, site.words[projectCategories[data.category].word]),
    links: linksOf(site, file, data.links),
  }),
  event: (site, { file, data }) => ({
    ...plain,
    title: data.title,
    lead: data.description,
    facts: [
      { label: site.words.when, text: spanText(site, data.start, data.end), iso: data.start },
      { label: site.words.where, text: data.place },
    ],
    links: [{ label: site.words.addToCalendar, href: site.base.href(eventFile(site.addressByFile.get(file) ?? '/')) }],
    buttons: data.url ? [{ label: site.words.eventPage, href: resolveLink(site, file, data.url).href }] : [],
  }),
  episode: (site, { file, data }) => {
    const embed = data.video && embedOf('video', data.title, data.video);
    return {
      ...plain,
      title: data.title,
      lead: data.description,
      facts: [...when(site, site.words.broadcast, data.date), ...fact(site.words.with, data.speakers?.join('; '))],
      links: [
        ...(data.video && !embed ? [{ label: site.words.video, href: safeHref(data.video) }] : []),
        ...linksOf(site, file, data.links),
      ],
      ...(embed ? { embed } : {}),
    };
  },
  job: (site, { file, data }) => ({
    ...plain,
    title: data.title,
    lead: data.description,
    facts: [
      { label: site.words.organization, text: data.organization },
      { label: site.words.place, text: data.place },
      ...when(site, site.words.openUntil, data.until),
    ],
    buttons: data.url ? [{ label: site.words.apply, href: resolveLink(site, file, data.url).href }] : [],
  }),
};

export const isDetail = (entry: AnyEntry): entry is { [Name in DetailName]: Entry<Name> }[DetailName] =>
  Object.hasOwn(details, entry.collection);

export const detailOf = <Name extends DetailName>(site: Site, entry: Entry<Name>): Detail =>
  details[entry.collection](site, entry);

const fact = (label: string, text: string | undefined): Fact[] => (text ? [{ label, text }] : []);

const when = (site: Site, label: string, date: string | undefined): Fact[] =>
  date ? [{ label, ...whenOf(site, date) }] : [];

function linkedFact(site: Site, label: string, collection: string, name: string): Fact {
  const entry = site.find(collection, 'name', name);
  const address = entry && site.addressByFile.get(entry.file);
  return { label, text: name, ...(address ? { href: site.base.href(address) } : {}) };
}

const linksOf = (site: Site, file: string, links: readonly { label: string; url: string }[] | undefined): Link[] =>
  (links ?? []).map(({ label, url }) => ({ label, href: resolveLink(site, file, url).href }));
