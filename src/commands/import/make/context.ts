import type { Field } from '../read/field';
import type { Mapping } from '../read/mapping';
import { asPlain, linksIn } from './text';

/** What every step of an import may ask. */
export interface Context {
  mapping: Mapping;
  /** The path below `static/` that a picture or document gets, `/img/a.jpg`; addresses elsewhere stay. */
  media(written: string): string;
  /** Where the post or page is now that has this file name, or a link as it is written. */
  linkTo(name: string): string;
  /** Says what a person has to look at, at a place. */
  note(field: Field, what: string): void;
}

/** The field with one of the names that a role has. */
export const roleOf = ({ mapping }: Context, field: Field, role: string): Field =>
  field.get(...(mapping.fields[role] ?? [role]));

/** A field as one line without HTML. Where its HTML held links, that is said. */
export function plainOf(context: Context, field: Field, keepLinks = false): string | undefined {
  const written = field.take();
  if (written === undefined) return undefined;
  const { text, lost } = asPlain(written);
  if (!keepLinks && lost.length > 0) {
    context.note(
      field,
      `its HTML was taken out, and with it ${lost.length === 1 ? 'a link' : 'links'}: ${lost.join(' ')}`,
    );
  }
  return text === '' ? undefined : text;
}

export interface Link {
  label: string;
  url: string;
}

const isAddress = (text: string) => /^(?:https?:\/\/|mailto:|tel:|\/|#|\.{1,2}\/|www\.)/i.test(text.trim());

/** An address as links have it: one that is none is not taken. */
export function addressIn(context: Context, field: Field): string | undefined {
  if (!field.isText || !isAddress(String(field.value))) return undefined;
  const written = (field.take() ?? '').replace(/\s+/g, '');
  if (/^www\./i.test(written)) return `https://${written}`;
  return /^\/(?:img|static|uploads|files|documents)\//i.test(written) || /^static\//.test(written)
    ? context.media(written)
    : written;
}

/**
 * A link in one of the ways it is written: as fields of its own, `{text, link}`, or among others, `buttonText` beside
 * `buttonURL`. Undefined where there is no address.
 */
export function linkIn(context: Context, field: Field): Link | undefined {
  if (field.isText) {
    const written = String(field.value);
    const [link] = linksIn(written);
    if (link && asPlain(written).text === link.label) {
      field.take();
      return link;
    }
    return undefined;
  }
  if (!field.isMap) return undefined;
  const target = (context.mapping.fields['url'] ?? [])
    .map((name) => field.get(name))
    .find((found) => found.isText && isAddress(String(found.value)));
  if (!target) return undefined;
  const url = addressIn(context, target);
  if (url === undefined) return undefined;
  const label = labelOf(context, field, target);
  return { label: label ?? url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, ''), url };
}

/** The words of a link: those named after its address, `buttonText` of `buttonURL`, else the nearest of the usual names. */
function labelOf(context: Context, field: Field, target: Field): string | undefined {
  const stem = target.name.replace(/(?:url|link|href)$/i, '');
  const named = stem === '' ? [] : [`${stem}Text`, `${stem}Label`, `${stem}Title`];
  const found = field.get(...named, ...(context.mapping.fields['label'] ?? []));
  return found.isText && !isAddress(String(found.value)) ? plainOf(context, found) : undefined;
}

/** Whether fields are no more than a link, but for what says nothing to readers. */
export function isLinkOnly({ mapping }: Context, field: Field): boolean {
  if (!field.isMap) return false;
  const all = [
    ...(mapping.fields['url'] ?? []),
    ...(mapping.fields['label'] ?? []),
    ...(mapping.fields['shown'] ?? []),
  ];
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const known = new Set([...all, ...mapping.technical].map(plain));
  const isLabel = new Set((mapping.fields['label'] ?? []).map(plain));
  const hasTarget = field
    .fields()
    .some(({ name, isText, value }) => isText && isAddress(String(value)) && !/image|logo|icon|picture/i.test(name));
  const labels = field
    .fields()
    .filter(({ name, isText, value }) => isText && !isAddress(String(value)) && isLabel.has(plain(name)));
  // Two texts are a heading and a button.
  return (
    hasTarget &&
    labels.length <= 1 &&
    field.fields().every((inner) => inner.isEmpty || (inner.isText && known.has(plain(inner.name))))
  );
}

/** A list, or one of it: the links of fields called `buttons`, `links` or `button`. */
export function linksOf(context: Context, field: Field): Link[] {
  const links: Link[] = [];
  const add = (part: Field) => {
    if (isHidden(context, part)) return;
    const link = linkIn(context, part);
    if (link) links.push(link);
  };
  for (const part of field.fields()) {
    if (part.isList && part.items().every((item) => isLinkOnly(context, item) || item.isEmpty))
      part.items().forEach(add);
    else if (isLinkOnly(context, part)) add(part);
  }
  const own = linkIn(context, field);
  return own ? [own, ...links] : links;
}

/** Whether readers of the old site did not see it; it is left behind, and said. */
export function isHidden(context: Context, field: Field): boolean {
  if (field.isLeft) return true;
  if (!field.isMap) return false;
  const { shown = [], hidden = [] } = context.mapping.fields;
  const says = (names: readonly string[], pattern: RegExp) => {
    const flag = field.get(...names);
    if (!flag.isText || !/^(?:true|false|yes|no)$/i.test(String(flag.value))) return false;
    flag.take();
    return pattern.test(String(flag.value));
  };
  const off = says(shown, /^(?:false|no)$/i) || says(hidden, /^(?:true|yes)$/i);
  if (off) field.leave('the old site did not show it');
  return off;
}

/** The first picture of fields, and what it shows. */
export function pictureOf(context: Context, field: Field): { image?: string; imageAlt?: string } {
  const isFile = (text: string) => /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(text.trim());
  for (const name of [...(context.mapping.fields['image'] ?? []), 'images']) {
    const found = field.get(name);
    const place = found.isList ? found.items().find((item) => !item.isTaken) : found;
    if (!place) continue;
    const source = place.isMap ? roleOf(context, place, 'image') : place;
    if (!source.isText || !isFile(String(source.value))) continue;
    const image = context.media(source.take() ?? '');
    const alt = plainOf(context, roleOf(context, place.isMap ? place : field, 'imageAlt'));
    return alt ? { image, imageAlt: alt } : { image };
  }
  return {};
}
