import type { Field } from '../read/field';
import { isPrivate } from '../read/mask';
import { type Context, isHidden, isLinkOnly, type Link, linkIn, linksOf, pictureOf, plainOf, roleOf } from './context';
import { asMarkdown, asPlain, hasHtml } from './text';

/** A section of a landing page, as it is written. */
export type Block = { type: string } & { [key: string]: unknown };

/**
 * The sections of a page that is built of fields. What a part of the page is, is seen by what it holds: a title with a text, a
 * list of pictures, a table of yes and no. Words that fit nowhere become a text of their own, so that none is lost. `opens`
 * says whether its headline is one of them.
 */
export function sectionsOf(context: Context, page: Field, opens: boolean): Block[] {
  const blocks: Block[] = [];
  // What stands beside the parts of a page belongs to its opening.
  const isPart = (field: Field) => (field.isMap || field.isList) && !isLinkOnly(context, field);
  const parts = page.fields().filter((field) => isPart(field) && !field.isTaken);
  const loose = page.fields().filter((field) => field.isText && !field.isTaken && isVisible(context, field));
  const [first] = parts;
  const opening = !opens ? undefined : loose.length > 0 ? page : first?.isMap ? first : undefined;
  if (opening && !isHidden(context, opening)) blocks.push(...openingOf(context, opening));
  for (const part of parts) {
    if (part === opening && part.isTaken) continue;
    blocks.push(...(part.isList ? listBlocks(context, part, undefined) : partBlocks(context, part)));
  }
  blocks.push(...restOf(context, page));
  return joined(blocks);
}

/** Texts without a heading that follow each other are one. */
function joined(blocks: readonly Block[]): Block[] {
  const isPlain = (block: Block | undefined) =>
    block?.type === 'rich-text' && !block['title'] && !String(block['text']).startsWith('## ');
  const result: Block[] = [];
  for (const block of blocks) {
    const before = result.at(-1);
    if (before && isPlain(before) && isPlain(block)) before['text'] = `${before['text']}\n\n${block['text']}`;
    else result.push({ ...block });
  }
  return result;
}

function openingOf(context: Context, field: Field): Block[] {
  const eyebrow = plainOf(context, roleOf(context, field, 'eyebrow'));
  const title = headingOf(context, field);
  if (title === undefined) return eyebrow ? [text(eyebrow)] : [];
  const picture = pictureOf(context, field);
  const [lead, ...more] = textsOf(context, field);
  const isPlain = lead === undefined || !hasHtml(lead);
  const buttons = linksOf(context, field);
  return [
    {
      type: 'hero',
      ...(eyebrow ? { eyebrow } : {}),
      title,
      ...(lead && isPlain ? { text: asPlain(lead).text } : {}),
      ...(buttons.length > 0 ? { buttons } : {}),
      ...picture,
    },
    ...[...(lead && !isPlain ? [lead] : []), ...more].map((one) => text(asMarkdown(one))),
  ];
}

const text = (markdown: string, title?: string): Block => ({
  type: 'rich-text',
  ...(title ? { title } : {}),
  text: markdown,
});

/** A heading: a text, and no part of the page that happens to be called so. */
function headingOf(context: Context, field: Field): string | undefined {
  const named = roleOf(context, field, 'title');
  if (named.isText) return plainOf(context, named, true);
  const numbered = field.fields().find(({ name, isText, isTaken }) => isText && !isTaken && /^title\d+$/i.test(name));
  return numbered && plainOf(context, numbered, true);
}

/** The texts of a part in the order in which they are written: `subTitle`, `description`, `text1`, `text2`. */
function textsOf(context: Context, field: Field): string[] {
  const names = new Set(
    [...(context.mapping.fields['subtitle'] ?? []), ...(context.mapping.fields['text'] ?? [])].map(plain),
  );
  return field
    .fields()
    .filter(({ name, isText, isTaken }) => isText && !isTaken && names.has(plain(name.replace(/\d+$/, ''))))
    .flatMap((one) => one.take() ?? []);
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A part of a page that is made of fields. */
function partBlocks(context: Context, part: Field, depth = 0): Block[] {
  if (part.isTaken || part.isLeft || part.isEmpty || isHidden(context, part)) return [];
  const eyebrow = plainOf(context, roleOf(context, part, 'eyebrow'));
  const title = headingOf(context, part);
  const words = textsOf(context, part);
  const markdown = [eyebrow ? `**${eyebrow}**` : '', ...words.map(asMarkdown)].filter(Boolean).join('\n\n');
  const buttons = linksOf(context, part);
  const picture = pictureOf(context, part);
  const lists = part.fields().filter((field) => field.isList && !field.isTaken);
  const parts = part.fields().filter((field) => field.isMap && !field.isTaken);
  // A list without words beside it is what the heading is of.
  const [only] = lists;
  const isHeadOf = only && parts.length === 0 && buttons.length === 0 && !picture.image;
  const inner = [
    ...lists.flatMap((list, index) =>
      listBlocks(
        context,
        list,
        isHeadOf && index === 0 ? { title, text: words.length > 0 ? markdown : undefined } : undefined,
      ),
    ),
    ...(depth < 6 ? parts.flatMap((one) => partBlocks(context, one, depth + 1)) : []),
  ];
  const [next] = inner;
  const isSaid = next !== undefined && (next['title'] === title || next['text'] === `## ${title}`);
  const own = isHeadOf && isSaid ? [] : ownBlock(title, markdown, buttons, picture);
  return [...own, ...inner, ...restOf(context, part)];
}

function ownBlock(
  title: string | undefined,
  markdown: string,
  buttons: readonly Link[],
  picture: { image?: string; imageAlt?: string },
): Block[] {
  const links = buttons.map(({ label, url }) => `[${label}](${url})`).join('\n\n');
  if (title && markdown && picture.image) {
    return [
      { type: 'rows', rows: [{ title, text: markdown, ...picture, ...(buttons.length > 0 ? { buttons } : {}) }] },
    ];
  }
  const shown = picture.image ? `![${picture.imageAlt ?? ''}](<${picture.image}>)` : '';
  if (title && buttons.length > 0 && !/\n|[[*_<]/.test(markdown) && !shown) {
    return [{ type: 'call-to-action', title, ...(markdown ? { text: markdown } : {}), buttons }];
  }
  const body = [shown, markdown, links].filter(Boolean).join('\n\n');
  if (body) return [text(body, title)];
  return title ? [{ type: 'rich-text', text: `## ${title}` }] : [];
}

interface Head {
  title?: string | undefined;
  text?: string | undefined;
}

/** A list: what it shows is seen by what all its items hold. */
function listBlocks(context: Context, list: Field, head: Head | undefined): Block[] {
  const items = list.items().filter((item) => !item.isTaken && !item.isEmpty && !isHidden(context, item));
  if (items.length === 0) return [];
  const named = { ...(head?.title ? { title: head.title } : {}) };
  const introduced = { ...named, ...(head?.text && !/[[*_<#]|\n/.test(head.text) ? { text: head.text } : {}) };
  const before = head?.text && !('text' in introduced) ? [text(head.text, head.title)] : [];
  const top = before.length > 0 ? {} : introduced;
  const made =
    linkList(context, items, top) ??
    logoList(context, items, top) ??
    table(context, items, top) ??
    questions(context, items, before.length > 0 ? {} : introduced) ??
    quotes(context, items) ??
    bullets(context, items, before.length > 0 ? {} : introduced) ??
    cards(context, items, top);
  return [...before, ...made, ...items.flatMap((item) => restOf(context, item))];
}

const every = (items: readonly Field[], test: (item: Field) => boolean) => items.every(test);

function linkList(context: Context, items: readonly Field[], head: Head): Block[] | undefined {
  if (!every(items, (item) => isLinkOnly(context, item))) return undefined;
  const links = items.flatMap((item) => linkIn(context, item) ?? []);
  return links.length > 0 ? [{ type: 'links', ...head, links }] : undefined;
}

/** Pictures, and who or what they stand for. */
function logoList(context: Context, items: readonly Field[], head: Head): Block[] | undefined {
  const { image = [], imageAlt = [], url = [] } = context.mapping.fields;
  const known = new Set([...image, ...imageAlt, ...url, ...context.mapping.technical, 'name', 'company'].map(plain));
  const isLogo = (item: Field) =>
    item.isMap &&
    item.fields().every((field) => field.isEmpty || (field.isText && known.has(plain(field.name)))) &&
    image.some((name) => /^\/|^https?:|\.(?:svg|png|jpe?g|webp|gif|avif)$/i.test(String(item.get(name).value ?? '')));
  if (!every(items, isLogo)) return undefined;
  const logos = items.flatMap((item) => {
    const link = item.get(...url.filter((name) => !image.includes(name)));
    const picture = pictureOf(context, item);
    const name = plainOf(context, item.get('name', 'company', ...imageAlt)) ?? picture.imageAlt;
    const address = link.isText ? link.take() : undefined;
    return picture.image
      ? [{ image: picture.image, ...(name ? { name } : {}), ...(address ? { url: address } : {}) }]
      : [];
  });
  return logos.length > 0 ? [{ type: 'logos', ...head, logos }] : undefined;
}

/** Rows with a yes or no for each of the same columns. */
function table(context: Context, items: readonly Field[], head: Head): Block[] | undefined {
  const isAnswer = (field: Field) => field.isText && /^(?:true|false|yes|no)$/i.test(String(field.value));
  const [first] = items;
  const columns = (first?.fields() ?? []).filter(isAnswer).map(({ name }) => name);
  const label = first?.fields().find((field) => field.isText && !isAnswer(field))?.name;
  if (columns.length < 2 || !label) return undefined;
  if (!every(items, (item) => item.get(label).isText && columns.every((name) => isAnswer(item.get(name)))))
    return undefined;
  return [
    {
      type: 'comparison',
      ...head,
      columns: columns.map(asWords),
      rows: items.map((item) => ({
        label: plainOf(context, item.get(label)) ?? '–',
        values: columns.map((name) => (item.get(name).flag() ? 'yes' : 'no')),
      })),
    },
  ];
}

function questions(context: Context, items: readonly Field[], head: Head): Block[] | undefined {
  if (!every(items, (item) => item.get('question').isText && item.get('answer').isText)) return undefined;
  return [
    // Questions have no text of their own above them.
    ...(head.text ? [text(head.text)] : []),
    {
      type: 'questions',
      ...(head.title ? { title: head.title } : {}),
      questions: items.map((item) => ({
        question: plainOf(context, item.get('question')) ?? '–',
        answer: asMarkdown(item.get('answer').take() ?? ''),
      })),
    },
  ];
}

/** What people said: a text and a name, and no title. */
function quotes(context: Context, items: readonly Field[]): Block[] | undefined {
  const said = (item: Field) => item.get('quote', 'text', 'testimonial', 'review');
  const who = (item: Field) => item.get('name', 'author');
  const isQuote = (item: Field) => said(item).isText && who(item).isText && !item.get('title', 'question').isText;
  if (!every(items, (item) => isQuote(item) && String(said(item).value).length > 40)) return undefined;
  return items.map((item) => {
    const [words, name] = [plainOf(context, said(item)), plainOf(context, who(item))];
    const role = plainOf(context, item.get('role', 'position', 'company', 'organization', 'user', 'handle'));
    return { type: 'quote', text: words, name, ...(role ? { role } : {}), ...pictureOf(context, item) };
  });
}

/** Items that are one text each. */
function bullets(context: Context, items: readonly Field[], head: Head): Block[] | undefined {
  const only = (item: Field) => {
    const fields = item.fields().filter((field) => !field.isEmpty && !isTechnical(context, field));
    const found = item.isText ? item : fields.length === 1 && fields[0]?.isText ? fields[0] : undefined;
    return found && isVisible(context, found) ? found : undefined;
  };
  if (!every(items, (item) => only(item) !== undefined)) return undefined;
  const lines = items.map((item) => `- ${asMarkdown(only(item)?.take() ?? '').replace(/\n/g, '\n  ')}`);
  return [text([head.text, lines.join('\n')].filter(Boolean).join('\n\n'), head.title)];
}

function cards(context: Context, items: readonly Field[], head: Head): Block[] {
  const made = items.map((item) => {
    const heading = headingOf(context, item) ?? plainOf(context, roleOf(context, item, 'label'), true);
    const texts = textsOf(context, item);
    const picture = pictureOf(context, item);
    const links = linksOf(context, item);
    const words = [...texts, ...wordsLeft(context, item)];
    // What has no heading is known by its first words, where these are few.
    const [first = ''] = words;
    const isTitle = heading === undefined && first !== '' && first.length <= 80 && !hasHtml(first);
    return isTitle
      ? { title: first, words: words.slice(1), picture, links }
      : { title: heading, words, picture, links };
  });
  const isShort = made.every(
    ({ title, words, links }) =>
      title && links.length <= 1 && words.every((one) => !hasHtml(one)) && words.join('').length <= 600,
  );
  if (isShort) {
    return [
      {
        type: 'cards',
        ...head,
        cards: made.map(({ title, words, picture, links: [link] }) => {
          // The words of a link are words of the page, but the card itself is the link.
          const own = words.map((one) => asPlain(one).text);
          const said = [
            ...own,
            link && link.label !== title && !link.url.includes(link.label) ? link.label : '',
          ].filter(Boolean);
          return {
            ...picture,
            title,
            ...(said.length > 0 ? { text: said.join('\n') } : {}),
            ...(link ? { url: link.url } : {}),
          };
        }),
      },
    ];
  }
  const opening =
    head.title || head.text ? [text(head.text ?? `## ${head.title}`, head.text ? head.title : undefined)] : [];
  return [
    ...opening,
    ...made.flatMap(({ title, words, picture, links }) =>
      ownBlock(title, words.map(asMarkdown).join('\n\n'), links, picture).map((block) => block),
    ),
  ];
}

/** Whether a field says something that readers saw. */
function isVisible(context: Context, field: Field): boolean {
  const value = String(field.value);
  return (
    !isTechnical(context, field) &&
    !isPrivate(field.name, value) &&
    !/^(?:true|false)$/i.test(value) &&
    !/^(?:https?:\/\/|\/|#|mailto:|static\/)\S*$/i.test(value.trim()) &&
    !/\.(?:avif|gif|jpe?g|png|svg|webp|pdf)$/i.test(value.trim()) &&
    /\p{L}|\p{N}/u.test(value)
  );
}

const isTechnical = ({ mapping }: Context, { name }: Field) =>
  mapping.technical.some((one) => plain(one) === plain(name)) ||
  /(?:color|colour|icon|class|style|width|height)$/i.test(name);

/** The words of fields that fit nowhere, each as it is written. */
function wordsLeft(context: Context, field: Field, depth = 0): string[] {
  if (depth > 8 || field.isLeft || isHidden(context, field)) return [];
  return [...field.fields(), ...field.items()].flatMap((one) => {
    if (one.isTaken) return [];
    if (one.isText) return isVisible(context, one) ? (one.take() ?? []) : [];
    const link = isLinkOnly(context, one) ? linkIn(context, one) : undefined;
    return link ? [`[${link.label}](${link.url})`] : wordsLeft(context, one, depth + 1);
  });
}

/** What a part says that nothing above took, as a text. */
function restOf(context: Context, field: Field): Block[] {
  const words = wordsLeft(context, field);
  return words.length > 0 ? [text(words.map(asMarkdown).join('\n\n'))] : [];
}

/** A name of a field as words: `upcomingEvents` is “Upcoming events”. */
export function asWords(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
