import type { Field } from '../read/field';
import type { ListTarget } from '../read/mapping';
import { type Context, isHidden, isLinkOnly, linkIn, plainOf, roleOf } from './context';
import { foreignText } from './foreign';
import { entriesOf, listTarget, type Made } from './items';
import { type Block, sectionsOf } from './sections';
import { firstWords, seoOf } from './seo';
import { asPlain } from './text';

/** A page, and the entries that were lists within it. */
export interface PageDraft {
  title: string;
  fields: { [key: string]: unknown };
  body: string;
  entries: Made[];
  /** The groups of the people among them, by value. */
  groups: Map<string, string>;
}

const listNames: Record<Exclude<ListTarget, 'person'>, string> = {
  episode: 'episodes',
  press: 'press',
  project: 'projects',
  event: 'events',
};

/** Makes of a page what its fields say it is: one text, a list of entries, or sections. `name` is the last word of its address. */
export function makePage(context: Context, page: Field, body: string, name: string): PageDraft {
  const hidePost = roleOf(context, page, 'hidden').flag();
  const draft = roleOf(context, page, 'draft').flag();
  const lang = roleOf(context, page, 'lang').take();
  const { entries, groups, found } = entriesWithin(context, page, name);
  const text = foreignText(context, page, body).trim();
  const heading = headingOf(context, page);
  // A year that the title says as well is no news.
  const year = page.get('year');
  if (year.isText && heading?.text.includes(String(year.value).trim())) year.take();
  const seoTitle = page.get('seo').get('title');
  const seo = seoOf(context, page, heading?.text ?? '');
  const title = heading?.text ?? seo.title ?? (seoTitle.isText ? asPlain(String(seoTitle.value)).text : asTitle(name));
  for (const [group, own] of groups) groups.set(group, own || title);
  const state = {
    ...(hidePost ? { hidePost } : {}),
    ...(draft ? { draft } : {}),
  };
  const described = (words: string) => ({
    ...(seo.title && seo.title !== title ? { title: seo.title } : {}),
    description: seo.description ?? firstWords(words, title),
    ...(seo.image ? { image: seo.image } : {}),
    ...(seo.twitterUsername ? { twitterUsername: seo.twitterUsername } : {}),
  });
  if (found.length === 0 && isText(context, page)) {
    heading?.field.take();
    const subtitle = plainOf(context, roleOf(context, page, 'subtitle'));
    const callToAction = callOf(context, page);
    const words = [eyebrowOf(context, page), text].filter(Boolean).join('\n\n');
    return {
      title,
      body: words,
      entries,
      groups,
      fields: {
        templateKey: 'generic-page',
        title,
        ...(subtitle ? { subtitle } : {}),
        ...state,
        ...(lang ? { lang } : {}),
        ...(callToAction ? { callToAction } : {}),
        seo: described(text),
      },
    };
  }
  page.get('seo').tickAll();
  const [target] = found;
  if (target) {
    heading?.field.take();
    const header = heading?.parent ?? page;
    const subtitle =
      plainOf(context, roleOf(context, header, 'subtitle')) ?? plainOf(context, roleOf(context, header, 'text'), true);
    const eyebrow = plainOf(context, roleOf(context, header, 'eyebrow'));
    const blocks = [...peopleBlocks(groups), ...sectionsOf(context, page, false), ...blocksFor(found)];
    return {
      title,
      body: [eyebrow ?? '', text].filter(Boolean).join('\n\n'),
      entries,
      groups,
      fields: {
        templateKey: 'listing-page',
        title,
        ...(subtitle ? { subtitle } : {}),
        ...(target === 'person' ? {} : { list: listNames[target], empty: 'There is nothing here yet.' }),
        ...state,
        ...(blocks.length > 0 ? { blocks } : {}),
        seo: described(subtitle ?? text),
      },
    };
  }
  const blocks: Block[] = [...sectionsOf(context, page, true), ...(text ? [{ type: 'rich-text', text }] : [])];
  return {
    title,
    body: '',
    entries,
    groups,
    fields: { templateKey: 'landing-page', title, ...state, blocks, seo: described(text) },
  };
}

/** The entries that stand in lists of some fields, the groups of the people among them, and what kinds these are. */
export function entriesWithin(
  context: Context,
  fields: Field,
  name: string,
): { entries: Made[]; groups: Map<string, string>; found: ListTarget[] } {
  const isRich = fields.fields().filter(({ isMap, isList }) => isMap || isList).length > 4;
  // A few things among many sections are one of these, and not what the page lists.
  const lists = listsIn(context, fields).filter(({ list }) => !isRich || list.items().length > 3);
  const isOnly = lists.filter(({ target }) => target === 'person').length === 1;
  const groups = new Map<string, string>();
  const found: ListTarget[] = [];
  const entries = lists.flatMap(({ list, target }) => {
    const group = isOnly ? name : list.name;
    const made = entriesOf(context, list, target, group);
    if (made.length > 0) {
      found.push(target);
      leaveHeading(context, fields, list);
    }
    // One list is called as its page is.
    if (made.length > 0 && target === 'person') groups.set(group, isOnly ? '' : asTitle(group));
    return made;
  });
  return { entries, groups, found };
}

/** A part of a page that held nothing but a list, and its heading, is no part any more. */
function leaveHeading(context: Context, page: Field, list: Field): void {
  const path = list.path.slice(0, -1);
  const part = path.reduce<Field>((field, step) => field.fields().find(({ name }) => name === step) ?? field, page);
  if (path.length === 0 || part === page) return;
  const { title = [], image = [], imageAlt = [], shown = [] } = context.mapping.fields;
  const names = new Set([...title, ...image, ...imageAlt, ...shown].map(plain));
  const isHead = (field: Field) => field.isEmpty || field.isTaken || names.has(plain(field.name));
  if (part.fields().every(isHead)) part.leave('it was the heading of a list that has a page of its own now');
}

/** Lists of what has files of its own here, wherever they stand in a page. */
function listsIn(context: Context, field: Field, depth = 0): { list: Field; target: ListTarget }[] {
  if (depth > 6) return [];
  if (field.isList) {
    const target = listTarget(context, field);
    return target ? [{ list: field, target }] : [];
  }
  if (depth > 0 && isHidden(context, field)) return [];
  return field.fields().flatMap((inner) => listsIn(context, inner, depth + 1));
}

interface Heading {
  text: string;
  field: Field;
  /** The part of the page it stands in. */
  parent: Field;
}

/** The headline of a page: its own, or that of its first part. Nothing is ticked off: the part may show it. */
function headingOf(context: Context, page: Field): Heading | undefined {
  const inParts = page.fields().filter((field) => field.isMap && /header|hero|banner|intro|main/i.test(field.name));
  for (const parent of [page, ...inParts]) {
    const field = roleOf(context, parent, 'title');
    const text = field.isText ? asPlain(String(field.value)).text : '';
    if (text) return { text, field, parent };
  }
  return undefined;
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a page is one text: beside its title there is at most what stands above and below texts. */
function isText(context: Context, page: Field): boolean {
  const { fields, technical } = context.mapping;
  const roles = [
    'title',
    'subtitle',
    'eyebrow',
    'description',
    'date',
    'address',
    'formerAddresses',
    'image',
    'imageAlt',
    'author',
  ];
  const known = new Set(
    [...roles.flatMap((role) => fields[role] ?? []), ...technical, 'seo', 'footer', 'button', 'year'].map(plain),
  );
  return page
    .fields()
    .every(
      (field) =>
        field.isEmpty ||
        field.isTaken ||
        (known.has(plain(field.name)) && !field.isList && isFlat(context, field)) ||
        isLinkOnly(context, field),
    );
}

/** A text; or `seo`, or what readers are asked to do below a text. */
const isFlat = (context: Context, field: Field) =>
  field.isText || /^(?:seo|footer)$/i.test(field.name) || isLinkOnly(context, field);

/** What readers are asked to do below a text: `footer` with a title or a text and a button. */
function callOf(context: Context, page: Field): object | undefined {
  const footer = page.get('footer', 'callToAction', 'cta', 'button');
  if (!footer.isMap || isHidden(context, footer)) return undefined;
  const button = linkIn(context, footer);
  const title = plainOf(context, footer.get('title'));
  const text =
    plainOf(context, roleOf(context, footer, 'subtitle')) ?? plainOf(context, roleOf(context, footer, 'text'));
  const heading = title ?? text ?? button?.label;
  if (!heading) return undefined;
  // Without a button nobody is asked for anything.
  if (!button) {
    context.note(footer, `its button has no address: “${heading}” is left out`);
    return undefined;
  }
  return { title: heading, ...(title && text ? { text } : {}), buttons: [button] };
}

const eyebrowOf = (context: Context, page: Field) => plainOf(context, roleOf(context, page, 'eyebrow'));

/** The sections of the people of a page, each with its title where there are several. */
const peopleBlocks = (groups: ReadonlyMap<string, string>): Block[] =>
  [...groups].map(([group, title]) => ({ type: 'people', ...(groups.size > 1 ? { title } : {}), group }));

/** The section of what a page lists beside its first list. */
const blocksFor = ([first, ...others]: readonly ListTarget[]): Block[] =>
  first !== 'event' && others.includes('event') ? [{ type: 'events', count: 12 }] : [];

/** A name of a file or field as a title: `code-of-conduct` is “Code of conduct”. */
export function asTitle(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || 'Home';
}
