import type { AnyEntry, Entry } from '../content/entry';
import { embedOf } from '../markdown/embeds';
import { eventFile } from './calendar';
import { initialsOf } from './cards';
import { daysOf, momentOf, pictureOf } from './fields';
import { resolveLink } from './links';
import { projectCategories } from './listings';
import type { DetailMain, Fact, Link } from './props';
import type { Site } from './resolve';

/** The collections whose entries have a page of facts. */
export type DetailName = 'member' | 'person' | 'project' | 'event' | 'episode' | 'job';

/** What the page of an entry says, its body aside. */
export type Detail = Omit<DetailMain, 'html' | 'list'>;

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
        { label: 'Membership', text: levelTitle },
        ...fact('Country', data.country),
        ...moment(site, 'Joined', data.joined),
        ...(data.projects ?? []).map((name) => linkedFact(site, 'Project', 'project', name)),
        ...(data.url ? [{ label: 'Website', text: new URL(data.url).host.replace(/^www\./, ''), href: data.url }] : []),
      ],
    };
  },
  person: (site, { file, data }) => ({
    ...plain,
    title: data.name,
    lead: data.role,
    mark: data.image ? { image: pictureOf(site, data.image) } : { initials: initialsOf(data.name) },
    facts: fact('Organization', data.organization),
    links: linksOf(site, file, data.links),
  }),
  project: (site, { file, data }) => ({
    ...plain,
    title: data.name,
    lead: data.tagline,
    ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
    facts: fact('Kind', projectCategories[data.category]),
    links: linksOf(site, file, data.links),
  }),
  event: (site, { file, data }) => ({
    ...plain,
    title: data.title,
    lead: data.description,
    facts: [
      { label: 'When', text: daysOf(site, data.start, data.end), iso: data.start },
      { label: 'Where', text: data.place },
    ],
    links: [{ label: 'Add to your calendar', href: site.base.href(eventFile(site.addressByFile.get(file) ?? '/')) }],
    buttons: data.url ? [{ label: 'To the event’s own page', href: resolveLink(site, file, data.url).href }] : [],
  }),
  episode: (site, { file, data }) => {
    const embed = data.video && embedOf('video', data.title, data.video);
    return {
      ...plain,
      title: data.title,
      lead: data.description,
      facts: [...moment(site, 'Broadcast', data.date), ...fact('With', data.speakers?.join('; '))],
      links: [
        ...(data.video && !embed ? [{ label: 'Video', href: data.video }] : []),
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
      { label: 'Organization', text: data.organization },
      { label: 'Place', text: data.place },
      ...moment(site, 'Open until', data.until),
    ],
    buttons: data.url ? [{ label: 'Apply', href: resolveLink(site, file, data.url).href }] : [],
  }),
};

export const isDetail = (entry: AnyEntry): entry is { [Name in DetailName]: Entry<Name> }[DetailName] =>
  Object.hasOwn(details, entry.collection);

export const detailOf = <Name extends DetailName>(site: Site, entry: Entry<Name>): Detail =>
  details[entry.collection](site, entry);

const fact = (label: string, text: string | undefined): Fact[] => (text ? [{ label, text }] : []);

const moment = (site: Site, label: string, iso: string | undefined): Fact[] =>
  iso ? [{ label, ...momentOf(site, iso) }] : [];

function linkedFact(site: Site, label: string, collection: string, name: string): Fact {
  const entry = site.find(collection, 'name', name);
  const address = entry && site.addressByFile.get(entry.file);
  return { label, text: name, ...(address ? { href: site.base.href(address) } : {}) };
}

const linksOf = (site: Site, file: string, links: readonly { label: string; url: string }[] | undefined): Link[] =>
  (links ?? []).map(({ label, url }) => ({ label, href: resolveLink(site, file, url).href }));
