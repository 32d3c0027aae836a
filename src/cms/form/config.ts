import { type Collection, folderAddress } from '../../model/collection';
import { infoOf } from '../../model/field';
import { namesKey, stateKey } from '../file/format';
import { type CmsField, fieldsOf, rivalsOf } from './fields';

/** Where the CMS keeps what is written; see backend.ts. */
export interface Backend {
  backend: { name: string; [option: string]: unknown };
  publish_mode: 'simple' | 'editorial_workflow';
}

/** The place of all files that are the only ones of their collection. */
const settings = {
  name: 'settings',
  label: 'Settings',
  description: 'What holds for the whole site: navigation, redirects, words.',
  format: 'settings',
  editor: { preview: true },
};

/**
 * What the CMS shows of the site: its address, the address of its blog on it, the path of its logo, and the names by which
 * entries of a collection refer to others.
 */
interface Shown {
  url: string;
  blog: string;
  logo?: string | undefined;
  names?(collection: Collection): readonly string[];
}

/** The configuration of the CMS, whole; nothing of it is written by hand. */
export function cmsConfig(collections: readonly Collection[], backend: Backend, { url, blog, logo, names }: Shown) {
  return {
    ...backend,
    load_config_file: false,
    locale: 'en',
    site_url: url,
    display_url: url,
    ...(logo ? { logo: { src: logo, show_in_header: true } } : {}),
    show_preview_links: true,
    media_folder: 'static/img',
    public_folder: '/img',
    slug: { encoding: 'ascii', clean_accents: true },
    collections: [
      ...collections
        .filter(({ single, technical }) => !single && !technical)
        .map((collection) => folderOf(collections, collection, blog, names?.(collection) ?? [])),
      {
        ...settings,
        files: collections
          .filter(({ single, technical }) => single && !technical)
          .map((collection) => fileOf(collections, collection)),
      },
    ],
  };
}

function folderOf(collections: readonly Collection[], collection: Collection, blog: string, names: readonly string[]) {
  const { name, label, plural, description, folder, format, template, schema } = collection;
  const address = folderAddress(collection, blog);
  const fields = fieldsOf(collections, collection);
  const has = (key: string) => fields.some((field) => field.name === key);
  const identifier = identifierOf(collection, fields);
  const date = fields.find(({ name: key, required }) => required && isDate(schema.shape[key]))?.name;
  const rivals = rivalsOf(collections, collection);
  const hasState = ['draft', 'hidePost', 'hidden'].some(has);
  return {
    name,
    label: plural,
    label_singular: label,
    description,
    folder: `content/${folder}`,
    // Pages stand in folders, as their addresses do.
    ...(rivals.length > 1 ? { nested: { depth: 10, subfolders: false } } : {}),
    ...(rivals.length > 1 && template ? { filter: { field: 'templateKey', value: template } } : {}),
    create: true,
    delete: true,
    identifier_field: identifier,
    extension: format,
    format: name,
    slug: '{{fields._slug}}',
    summary: [`{{${identifier}}}`, ...(date ? [`{{${date} | date('YYYY-MM-DD')}}`] : [])]
      .join(' · ')
      .concat(...[...(hasState ? [stateKey] : []), namesKey].map((key) => `{{${key} | ternary(' · ', '')}}{{${key}}}`)),
    sortable_fields: [
      ...(date ? [{ field: date, default_sort: 'desc' }] : []),
      identifier,
      ...fields.filter(isSortable).map((field) => field.name),
    ],
    ...viewFilters(names, hasState),
    ...viewGroups(fields, date, hasState),
    ...(address ? { preview_path: `${address.slice(1)}{{slug}}` } : {}),
    editor: { preview: true },
    fields,
  };
}

/** A pattern of a text as it stands. */
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const states = ['Draft', 'Hidden', 'Scheduled'];

function viewFilters(names: readonly string[], hasState: boolean) {
  const filters = [
    ...(hasState ? states.map((label) => ({ label, field: stateKey, pattern: `^${label}` })) : []),
    ...names.map((label) => ({ label, field: namesKey, pattern: `(?:^|, )${literal(label)}(?:$|, )` })),
  ];
  return filters.length > 0 ? { view_filters: filters } : {};
}

function viewGroups(fields: readonly CmsField[], date: string | undefined, hasState: boolean) {
  const groups = [
    ...(date ? [{ label: 'Year', field: date, pattern: '\\d{4}' }] : []),
    ...(hasState ? [{ label: 'State', field: stateKey }] : []),
    ...fields.filter(isOneOfFew).map(({ name, label }) => ({ label, field: name })),
  ];
  return groups.length > 0 ? { view_groups: groups } : {};
}

function fileOf(collections: readonly Collection[], collection: Collection) {
  const { name, label, description, folder, format } = collection;
  return { name, label, description, file: `content/${folder}.${format}`, fields: fieldsOf(collections, collection) };
}

const isDate = (field: unknown) => /^(?:date|dayOrMoment)$/.test(infoOf(field)?.kind ?? '');

const isOneOfFew = ({ widget, multiple, labelled }: CmsField) =>
  widget === 'select' || (widget === 'reference' && !multiple && !labelled);

const isSortable = (field: CmsField) => field.widget === 'number' || isOneOfFew(field);

/** The field by which an entry is known in lists. */
export const identifierOf = ({ title }: Collection, fields: readonly { name: string }[]): string =>
  title ?? fields[0]?.name ?? '';
