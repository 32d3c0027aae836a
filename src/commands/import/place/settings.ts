import { addressIn, type Context, isHidden, type Link, linkIn, plainOf } from '../make/context';
import { type Field, Reading } from '../read/field';
import type { Record } from '../read/record';

/** What a former site says of itself, from whatever files say it. */
export interface Found {
  title?: string;
  titleTemplate?: string;
  description?: string;
  url?: string;
  language?: string;
  image?: string;
  twitterUsername?: string;
  themeColor?: string;
  blog?: { title?: string; description?: string };
  navigation?: object[];
  announcement?: { text: string; link?: Link };
  footer?: { title: string; links: Link[] }[];
  /** How posts are filed, by the values that posts refer to. */
  categories: { value: string; label: string }[];
  /** Authors that stand in a file of data, by their keys. */
  authors: { key: string; name: string; organization?: string }[];
}

/** Reads the files of data for what belongs to the settings, and ticks it off. */
export function findSettings(context: (record: Record) => Context, readings: readonly Reading[]): Found {
  const found: Found = { categories: [], authors: [] };
  for (const reading of readings) {
    const { root, record } = reading;
    const own = context(record);
    const name = (record.file.split('/').pop() ?? '').toLowerCase();
    metadata(own, root, name, found);
    menus(own, root, name, found);
    terms(own, root, name, found);
  }
  return found;
}

/** `{title, description, url}`, within `siteMetadata` or alone, in a file of settings. */
function metadata(context: Context, root: Field, name: string, found: Found): void {
  const isSettings = /^_?config|^hugo|^gatsby-config|meta|^site|settings/.test(name);
  const inner = root.get('siteMetadata', 'site', 'metadata');
  if (!isSettings && !inner.isMap) return;
  if (/blog|nav|menu|footer/.test(name)) return;
  const place = inner.isMap ? inner : root;
  const params = root.get('params');
  const text = (...names: string[]) =>
    plainOf(context, place.get(...names)) ?? (params.isMap ? plainOf(context, params.get(...names)) : undefined);
  const set = <Key extends keyof Found>(key: Key, value: Found[Key] | undefined) => {
    if (value !== undefined) found[key] ??= value;
  };
  set('title', text('title', 'siteTitle', 'name'));
  set('titleTemplate', text('titleTemplate'));
  set('description', text('description', 'tagline', 'siteDescription'));
  set('url', text('siteUrl', 'url', 'baseURL', 'siteURL'));
  set('language', text('languageCode', 'language', 'lang', 'locale'));
  set('twitterUsername', text('twitterUsername', 'twitter'));
  set('themeColor', text('themeColor'));
  const image = place.get('image', 'ogImage', 'defaultImage');
  if (image.isText) set('image', context.media(image.take() ?? ''));
  if (found.url && root.get('baseurl').isText && !/^https?:/.test(String(root.get('baseurl').value))) {
    found.url = found.url.replace(/\/$/, '') + (root.get('baseurl').take() ?? '');
  }
  const menu = root.get('menu', 'menus', 'menuLinks');
  const main = menu.isMap ? menu.get('main', 'header') : menu;
  if (main.isList) set('navigation', navigation(context, main));
}

/** Navigation, footer and the line above every page, by the names of their files. */
function menus(context: Context, root: Field, name: string, found: Found): void {
  const lists = [root, ...root.fields()]
    .flatMap((field) => (field.isMap ? field.fields() : [field]))
    .filter(({ isList }) => isList);
  if (/footer/.test(name)) {
    for (const list of lists) found.footer = [...(found.footer ?? []), ...footerGroups(context, list)];
  } else if (/nav|menu|header/.test(name)) {
    for (const list of lists) found.navigation ??= navigation(context, list);
    // A button beside the links is one of them.
    const button = linkIn(context, root.get('button', 'cta'));
    if (button) found.navigation = [...(found.navigation ?? []), button];
  } else if (/top-?bar|announce|banner|notice/.test(name)) {
    const bar = root.fields().find(({ isMap }) => isMap) ?? root;
    if (isHidden(context, bar)) return;
    const text = plainOf(context, bar.get('text', 'title', 'message'));
    const url = addressIn(context, bar.get('link', 'url', 'href'));
    const label = plainOf(context, bar.get('button', 'buttonText', 'linkText'));
    if (text) found.announcement ??= { text, ...(url ? { link: { label: label ?? text, url } } : {}) };
  }
}

function navigation(context: Context, list: Field): object[] {
  return list.items().flatMap((item): object[] => {
    if (isHidden(context, item)) return [];
    for (const name of ['weight', 'identifier', 'pageRef']) item.get(name).tickAll();
    const inner = item.get('links', 'children', 'items', 'subMenu', 'nav', 'dropdown');
    const links = inner.items().flatMap((one) => (isHidden(context, one) ? [] : (linkIn(context, one) ?? [])));
    const label = plainOf(context, item.get('title', 'text', 'label', 'name'));
    const url = addressIn(context, item.get('url', 'link', 'href', 'path', 'to'));
    if (!label) return [];
    // An item that leads nowhere and opens nothing is no link.
    if (!url && links.length === 0) {
      item.leave('it leads nowhere, and holds no links');
      return [];
    }
    return [{ label, ...(url ? { url } : {}), ...(links.length > 0 ? { links } : {}) }];
  });
}

function footerGroups(context: Context, list: Field): { title: string; links: Link[] }[] {
  return list.items().flatMap((section) => {
    if (isHidden(context, section)) return [];
    const inner = section.get('nav', 'links', 'items', 'children');
    const links = inner.items().flatMap((one) => (isHidden(context, one) ? [] : (linkIn(context, one) ?? [])));
    const title = plainOf(context, section.get('title', 'text', 'label', 'name'));
    return title && links.length > 0 ? [{ title, links }] : [];
  });
}

/** Categories and authors that stand in a file of data, and what it says of the blog. */
function terms(context: Context, root: Field, name: string, found: Found): void {
  const categories = root.get('categories', 'category', 'tags');
  if (/blog|categor|tag/.test(name) && (categories.isList || root.get('items').isList)) {
    for (const item of (categories.isList ? categories : root.get('items')).items()) {
      const value = item.get('value', 'id', 'slug').take();
      const label =
        plainOf(context, item.get('label', 'text', 'title', 'name')) ?? (item.isText ? item.take() : undefined);
      if (label) found.categories.push({ value: value ?? label, label });
    }
  }
  if (/blog/.test(name)) {
    const title = plainOf(context, root.get('title'));
    const description = plainOf(context, root.get('subTitle', 'description', 'intro'));
    found.blog = { ...(title ? { title } : {}), ...(description ? { description } : {}) };
    const seo = root.get('seo');
    for (const field of seo.fields()) field.tickAll();
  }
  if (/^authors?\./.test(name)) {
    const items = root.get('items').isList ? root.get('items').items() : root.fields();
    for (const item of items) {
      const author = plainOf(context, item.get('name', 'authorName', 'display_name'));
      const organization = plainOf(context, item.get('company', 'organization'));
      const key = item.get('key', 'id', 'slug').take() ?? item.name;
      if (author) found.authors.push({ key, name: author, ...(organization ? { organization } : {}) });
    }
  }
}

/** The settings of a program that are data, such as `siteMetadata` in `gatsby-config.js`, as a record. */
export const settingsRecord = (file: string, data: Record['data']): Reading =>
  new Reading({ file, data, body: '', bodyLine: 1, lineOf: () => 1 });
