import type { Field } from '../read/field';
import type { ListTarget } from '../read/mapping';
import { isPrivate } from '../read/mask';
import {
  addressIn,
  type Context,
  isHidden,
  isLinkOnly,
  type Link,
  linkIn,
  linksOf,
  pictureOf,
  plainOf,
} from './context';
import { daysIn } from './dates';
import { asMarkdown, asPlain, linksIn } from './text';

/** An entry of the new site, before it has a file. */
export interface Made {
  target: string;
  fields: { [key: string]: unknown };
  /** Its text, in Markdown. */
  body: string;
  /** What its file is named after. */
  name: string;
}

/** In the order in which they are tried: what needs more comes first. */
const targets: readonly ListTarget[] = ['episode', 'press', 'person', 'project', 'event'];

/** What the items of a list are; undefined for those that are only part of their page. */
export function listTarget(context: Context, list: Field): ListTarget | undefined {
  const items = list.items().filter((item) => !item.isEmpty);
  if (items.length === 0 || items.some((item) => !item.isMap)) return undefined;
  return targets.find((target) => {
    const wanted = context.mapping.lists[target];
    const fits = (item: Field) =>
      wanted?.every((roles) => roles.split('|').some((role) => hasRole(context, target, item, role)));
    // A list is of one kind, though an item or two may lack something.
    return wanted && items.filter(fits).length >= items.length * 0.8;
  });
}

function hasRole(context: Context, target: ListTarget, item: Field, role: string): boolean {
  if (role === 'links') return item.get('links').isList;
  if (role === 'accounts') return Object.keys(context.mapping.accounts).some((name) => item.has(name));
  const found = partOf(context, target, item, role);
  return role === 'date' && target === 'event'
    ? daysIn(asPlain(String(found.value)).text) !== undefined
    : !found.isEmpty;
}

const namesOf = ({ mapping }: Context, target: ListTarget, role: string): readonly string[] =>
  mapping.items[target]?.[role] ?? mapping.fields[role] ?? [role];

const partOf = (context: Context, target: ListTarget, item: Field, role: string) =>
  item.get(...namesOf(context, target, role));

/**
 * Makes entries of the items of a list. An item that lacks what its kind needs is no entry: it stays where it is, part of its
 * page. `group` is the group of the people in it.
 */
export function entriesOf(context: Context, list: Field, target: ListTarget, group: string): Made[] {
  return list
    .items()
    .filter((item) => !item.isEmpty && fitsWhole(context, target, item))
    .map((item) => makers[target](context, item, group));
}

/** What an entry can’t be without. */
const needed: Record<ListTarget, readonly string[]> = {
  episode: ['title', 'date'],
  press: ['title', 'site', 'url', 'date'],
  project: ['title'],
  person: ['name'],
  event: ['title', 'date'],
};

const fitsWhole = (context: Context, target: ListTarget, item: Field) =>
  needed[target].every((role) => hasRole(context, target, item, role));

const makers: Record<ListTarget, (context: Context, item: Field, group: string) => Made> = {
  episode(context, item) {
    const hidden = isHidden(context, item);
    const title = said(context, item, 'episode', 'title');
    const date = said(context, item, 'episode', 'date');
    const { text: description, body } = shortAndLong(partOf(context, 'episode', item, 'description').take());
    const speakers = linesOf(partOf(context, 'episode', item, 'speakers'));
    // Two addresses of one video: the one that people follow, and the one of its player.
    const videos = namesOf(context, 'episode', 'video').flatMap((name) => addressIn(context, item.get(name)) ?? []);
    const links = accountLinks(context, item);
    return {
      target: 'episode',
      name: title,
      body: joined(body, leftIn(context, item)),
      fields: {
        title,
        date,
        description: description || title,
        ...(speakers.length > 0 ? { speakers } : {}),
        ...(videos[0] ? { video: videos[0] } : {}),
        ...(links.length > 0 ? { links } : {}),
        ...(hidden ? { hidden } : {}),
      },
    };
  },
  press(context, item) {
    const hidden = isHidden(context, item);
    const featured = partOf(context, 'press', item, 'featured').flag();
    const title = said(context, item, 'press', 'title');
    const site = said(context, item, 'press', 'site');
    const url = addressIn(context, partOf(context, 'press', item, 'url'));
    const { image } = pictureOf(context, item);
    return {
      target: 'press',
      name: title,
      body: '',
      fields: {
        title,
        site,
        date: said(context, item, 'press', 'date'),
        url,
        ...(image ? { image } : {}),
        ...(featured ? { featured } : {}),
        ...(hidden ? { hidden } : {}),
      },
    };
  },
  project(context, item) {
    const name = said(context, item, 'project', 'title');
    const tagline = plainOf(context, partOf(context, 'project', item, 'tagline'));
    const description = partOf(context, 'project', item, 'description').take() ?? '';
    const { image } = pictureOf(context, item);
    const category = partOf(context, 'project', item, 'category').take();
    const links = [...linksOf(context, item), ...listedLinks(context, item), ...accountLinks(context, item)];
    return {
      target: 'project',
      name,
      body: joined(asMarkdown(description), leftIn(context, item)),
      fields: {
        name,
        tagline: tagline ?? (asPlain(description).text || name),
        category: kindOfProject(category),
        ...(image ? { logo: image } : {}),
        ...(links.length > 0 ? { links: unique(links) } : {}),
      },
    };
  },
  person(context, item, group) {
    const name = said(context, item, 'person', 'name');
    const role = plainOf(context, partOf(context, 'person', item, 'role'));
    const organization = plainOf(context, partOf(context, 'person', item, 'organization'));
    const { image } = pictureOf(context, item);
    const links = accountLinks(context, item);
    const words = partOf(context, 'person', item, 'description').isEmpty
      ? item.get('bio', 'biography', 'text', 'about')
      : partOf(context, 'person', item, 'description');
    return {
      target: 'person',
      name,
      body: joined(asMarkdown(words.take() ?? ''), leftIn(context, item)),
      fields: {
        name,
        groups: [group],
        ...(role ? { role } : {}),
        ...(organization ? { organization } : {}),
        ...(image ? { image } : {}),
        ...(links.length > 0 ? { links: unique(links) } : {}),
      },
    };
  },
  event(context, item) {
    const days = daysIn(asPlain(partOf(context, 'event', item, 'date').take() ?? '').text);
    const titleField = partOf(context, 'event', item, 'title');
    const [titled] = linksIn(String(titleField.value ?? ''));
    const title = plainOf(context, titleField, true) ?? '';
    const place = plainOf(context, partOf(context, 'event', item, 'place'));
    const url = addressIn(context, partOf(context, 'event', item, 'url')) ?? titled?.url;
    const links = [
      ...linksOf(context, item),
      ...item.fields().flatMap((field) => {
        if (!field.isText || field.isTaken) return [];
        const found = linksIn(String(field.value));
        // A field that is links and the signs between them.
        const others = asPlain(String(field.value)).text.split(/\s*[|·,]\s*/);
        if (found.length === 0 || found.length !== others.length) return [];
        field.take();
        return found;
      }),
    ];
    const { image } = pictureOf(context, item);
    return {
      target: 'event',
      name: title,
      body: leftIn(context, item),
      fields: {
        title,
        kind: kindOfEvent(title),
        ...(days ?? {}),
        ...(place && place !== title ? { place } : {}),
        ...(url ? { url } : {}),
        ...(links.length > 0 ? { links: unique(links) } : {}),
        ...(image ? { image } : {}),
      },
    };
  },
};

const said = (context: Context, item: Field, target: ListTarget, role: string) =>
  plainOf(context, partOf(context, target, item, role)) ?? '';

/** Several lines are several names. */
const linesOf = (field: Field): string[] =>
  field.isList
    ? field.items().flatMap((item) => (item.isText ? asPlain(item.take() ?? '').text : []))
    : (field.take() ?? '')
        .split(/\n|<br\s*\/?>/i)
        .map((line) => asPlain(line).text)
        .filter(Boolean);

/** A description of one paragraph without HTML is one; else its first is, and all of it is the text. */
function shortAndLong(written = ''): { text: string; body: string } {
  const { text, lost } = asPlain(written);
  const paragraphs = asMarkdown(written).split(/\n{2,}/);
  if (text.length <= 400 && lost.length === 0 && paragraphs.length === 1) return { text, body: '' };
  const first = asPlain(paragraphs[0] ?? '')
    .text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '');
  return {
    text: first.length <= 400 ? first : `${first.slice(0, 300).replace(/\s\S*$/, '')} …`,
    body: asMarkdown(written),
  };
}

/** Links under the names of services: `linkedin`, `spotifyLink`. */
const accountLinks = (context: Context, item: Field): Link[] =>
  Object.entries(context.mapping.accounts).flatMap(([name, label]) => {
    const url = addressIn(context, item.get(name));
    return url === undefined ? [] : [{ label, url }];
  });

const listedLinks = (context: Context, item: Field): Link[] =>
  item
    .get('links')
    .items()
    .flatMap((one) => (isLinkOnly(context, one) ? (linkIn(context, one) ?? []) : []));

const unique = (links: readonly Link[]) => [
  ...new Map(links.map((link) => [`${link.label}\n${link.url}`, link])).values(),
];

const joined = (...parts: readonly string[]) => parts.filter(Boolean).join('\n\n');

/** The words of an item that its fields have no place for, as a text below it. */
function leftIn({ mapping }: Context, item: Field): string {
  const isTechnical = (name: string) =>
    mapping.technical.includes(name) || /(?:image|icon|color|class|width|height|id)$/i.test(name);
  const lines = (field: Field, depth: number): string[] => {
    if (depth > 6 || field.isTaken) return [];
    if (!field.isText) return [...field.fields(), ...field.items()].flatMap((inner) => lines(inner, depth + 1));
    const value = String(field.value);
    const isWords =
      /\p{L}/u.test(value) &&
      !/^(?:true|false|https?:\/\/\S*|\/\S*|#\S*)$/i.test(value.trim()) &&
      !isTechnical(field.name) &&
      !isPrivate(field.name, value);
    return isWords ? [asMarkdown(field.take() ?? '')] : [];
  };
  const texts = item.fields().map((field) => ({ isList: field.isList, texts: lines(field, 0) }));
  return texts
    .filter(({ texts: { length } }) => length > 0)
    .map(({ isList, texts: words }) => (isList ? words.map((one) => `- ${one}`).join('\n') : words.join('\n\n')))
    .join('\n\n');
}

const kindOfProject = (category = ''): string =>
  /pilot|incubat/i.test(category) ? 'pilot' : /group/i.test(category) ? 'working-group' : 'confirmed';

const kindOfEvent = (title: string): string => {
  const kinds: [RegExp, string][] = [
    [/summit/i, 'summit'],
    [/gathering|sprint|hackathon/i, 'gathering'],
    [/meet-?up|user group/i, 'meetup'],
    [/\bdays?\b/i, 'community-day'],
    [/online|virtual|webinar/i, 'online'],
  ];
  return kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'conference';
};
