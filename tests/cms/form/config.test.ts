import { describe, expect, it } from 'vitest';
import { namesKey, slugKey, stateKey } from '../../../src/cms/file/format';
import { type Backend, cmsConfig } from '../../../src/cms/form/config';
import { type CmsField, schemaAt } from '../../../src/cms/form/fields';
import type { Collection } from '../../../src/model/collection';
import { childOf, infoOf, isRequired, optionsOf, unwrap } from '../../../src/model/field';
import { collections } from '../../collections';

// What the CMS's own check of its configuration takes without a word: it knows neither names of controls nor options.
const everywhere = ['name', 'label', 'widget', 'required', 'hint', 'pattern', 'i18n', 'default', 'comment', 'meta'];
const list = ['allow_add', 'allow_remove', 'allow_reorder', 'add_to_top', 'collapsed', 'minimize_collapsed', 'summary'];
const options: Record<string, string[]> = {
  string: [],
  text: [],
  hidden: [],
  boolean: [],
  number: ['value_type', 'step', 'min', 'max'],
  datetime: ['format', 'date_format', 'time_format', 'picker_utc'],
  select: ['options', 'multiple', 'min', 'max'],
  image: ['allow_multiple', 'choose_url', 'media_folder', 'public_folder', 'media_library'],
  markdown: ['minimal', 'buttons', 'editor_components', 'modes', 'sanitize_preview'],
  object: ['collapsed', 'summary', 'field', 'fields'],
  list: [...list, 'label_singular', 'min', 'max', 'field', 'fields', 'types', 'typeKey'],
  relation: ['collection', 'file', 'value_field', 'search_fields', 'display_fields', 'multiple', 'min', 'max'],
  // Ours, registered in admin.ts.
  answer: ['empty'],
  day: [],
  reference: ['collection', 'value_field', 'multiple', 'labelled', 'label_singular'],
};
const ours = ['model', 'initial'];
const ofCollections =
  'name label label_singular description folder files identifier_field summary slug path preview_path preview_path_date_field create publish hide delete editor format extension frontmatter_delimiter fields filter media_folder public_folder sortable_fields view_filters view_groups nested meta i18n'.split(
    ' ',
  );
const ofFiles = 'name label label_singular description file preview_path preview_path_date_field fields'.split(' ');
const ofSite =
  'backend load_config_file local_backend locale i18n site_url display_url logo show_preview_links media_folder public_folder media_library publish_mode slug issue_reports collections editor'.split(
    ' ',
  );

interface Form {
  name: string;
  fields: CmsField[];
  [option: string]: unknown;
}
interface Folder extends Form {
  identifier_field: string;
  summary: string;
  slug: string;
  sortable_fields: (string | { field: string })[];
  view_filters?: { field: string }[];
  view_groups?: { field: string }[];
  filter?: { field: string };
}

const backend: Backend = { backend: { name: 'test-repo' }, publish_mode: 'simple' };
const config = cmsConfig(collections, backend, { url: 'https://example.org/', blog: '/blog/', logo: '/logo.svg' });
const all = config.collections as unknown as (Folder & { files?: Form[] })[];
const folders = all.filter(({ files }) => !files);
const files = all.flatMap((collection) => collection.files ?? []);
const forms: Form[] = [...folders, ...files];
const declared = collections.filter(({ technical }) => !technical);

const heldBy = ({ field, fields, types }: CmsField): CmsField[] =>
  [field ?? [], fields ?? [], types ?? []].flat() as CmsField[];
const within = (fields: readonly CmsField[]): CmsField[] =>
  fields.flatMap((field) => [field, ...within(heldBy(field))]);
const everyField = forms.flatMap(({ fields }) => within(fields));
const unknownKeys = (thing: object, known: readonly string[]) =>
  Object.keys(thing).filter((key) => !known.includes(key));

describe('the configuration of the CMS', () => {
  it('has every collection of the content, in its order, folders first', () => {
    expect(folders.map(({ name }) => name)).toEqual(declared.filter(({ single }) => !single).map(({ name }) => name));
    expect(files.map(({ name }) => name)).toEqual(declared.filter(({ single }) => single).map(({ name }) => name));
  });

  it('has every declared field in its form, in the order of the declaration, at every depth', () => {
    const seen: string[] = [];
    const compare = (schema: unknown, fields: readonly CmsField[], path: string) => {
      const { shape } = unwrap(schema as Collection['schema']) as Collection['schema'];
      const names = Object.keys(shape).filter((name) => {
        const info = infoOf((shape as Record<string, unknown>)[name]);
        return info && !info.technical;
      });
      const shown = fields.filter(({ model }) => model.includes('.'));
      expect(
        shown.map(({ name }) => name),
        path,
      ).toEqual(names);
      for (const field of shown) {
        const child = (shape as unknown as Record<string, Collection['schema']>)[field.name] as Collection['schema'];
        const here = `${path}.${field.name}`;
        seen.push(field.model);
        const kinds = optionsOf(child);
        if (kinds) {
          const types = field['types'] as CmsField[];
          expect(
            types.map(({ name }) => name),
            here,
          ).toEqual(kinds.map(({ shape: { type } }) => wordOf(type)));
          for (const [index, kind] of kinds.entries()) compare(kind, types[index]?.['fields'] as CmsField[], here);
        } else if (field['fields']) {
          compare(field.widget === 'list' ? childOf(child, 0) : child, field['fields'] as CmsField[], here);
        }
      }
    };
    for (const [index, { schema, name }] of [
      ...declared.filter(({ single }) => !single),
      ...declared.filter(({ single }) => single),
    ].entries()) {
      compare(schema, forms[index]?.fields ?? [], name);
    }
    expect(seen.length).toBeGreaterThan(200);
  });

  it('leads from every field to the very declaration it was made of', () => {
    for (const field of everyField.filter(({ model }) => model.includes('.'))) {
      const info = infoOf(schemaAt(collections, field.model));
      expect(info, field.model).toBeDefined();
      expect([info?.label, info?.hint], field.model).toEqual([field.label, field.hint]);
    }
    const models = everyField.map(({ model }) => model).filter((model) => model.includes('.'));
    expect(models.filter((model, index) => models.indexOf(model) !== index)).toEqual([]);
  });

  it('names only controls that the CMS has, or that we register', () => {
    expect(everyField.filter(({ widget }) => !Object.hasOwn(options, widget))).toEqual([]);
  });

  it('has no option that nobody reads', () => {
    expect(unknownKeys(config, ofSite)).toEqual([]);
    for (const folder of all) expect(unknownKeys(folder, ofCollections), folder.name).toEqual([]);
    for (const file of files) expect(unknownKeys(file, ofFiles), file.name).toEqual([]);
    for (const field of everyField) {
      const known = [...everywhere, ...ours, ...(options[field.widget] ?? [])];
      expect(unknownKeys(field, known), field.model).toEqual([]);
    }
    for (const { view_filters = [], view_groups = [], filter } of folders) {
      for (const view of view_filters) expect(Object.keys(view)).toEqual(['label', 'field', 'pattern']);
      for (const view of view_groups) expect(unknownKeys(view, ['label', 'field', 'pattern'])).toEqual([]);
      if (filter) expect(Object.keys(filter)).toEqual(['field', 'value']);
    }
  });

  it('refers only to collections and fields that are there', () => {
    const references = everyField.filter(({ widget }) => widget === 'reference' || widget === 'relation');
    expect(references.length).toBeGreaterThan(3);
    for (const { model, collection, value_field } of references) {
      const target = declared.find(({ name, single }) => name === collection && !single);
      expect(Object.keys(target?.schema.shape ?? {}), model).toContain(value_field);
    }
  });

  it('gives no two fields of a form, and no two collections or views, the same name', () => {
    const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
    for (const { fields, name } of forms) {
      expect(repeated(fields.map((field) => field.name)), name).toEqual([]);
      for (const field of within(fields)) expect(repeated(heldBy(field).map((item) => item.name))).toEqual([]);
    }
    expect(repeated(all.map(({ name }) => name))).toEqual([]);
    expect(repeated(files.map(({ name }) => name))).toEqual([]);
    for (const { view_groups = [] } of folders) expect(repeated(view_groups.map(({ field }) => field))).toEqual([]);
  });

  it('sorts, filters and names entries by fields that they have, or by ours', () => {
    const words = (text: string) => [...text.matchAll(/\{\{(?:fields\.)?([^\s|}]+)/g)].map(([, name]) => name);
    for (const folder of folders) {
      const { fields, identifier_field, sortable_fields, view_filters = [], view_groups = [], filter } = folder;
      const used = [
        identifier_field,
        ...sortable_fields.map((item) => (typeof item === 'string' ? item : item.field)),
        ...view_filters.map(({ field }) => field),
        ...view_groups.map(({ field }) => field),
        ...(filter ? [filter.field] : []),
        ...words(folder.summary),
        ...words(folder.slug),
      ];
      const known = [...fields.map(({ name }) => name), stateKey, namesKey, slugKey];
      expect(
        used.filter((name) => !known.includes(String(name))),
        folder.name,
      ).toEqual([]);
    }
    for (const field of everyField.filter(({ summary }) => summary)) {
      const known = heldBy(field).map(({ name }) => name);
      expect(
        words(String(field['summary'])).filter((name) => !known.includes(String(name))),
        field.model,
      ).toEqual([]);
    }
  });

  it('offers every kind of section, each with a name of its own', () => {
    const page = forms.find(({ name }) => name === 'landing-page');
    const blocks = page?.fields.find(({ name }) => name === 'blocks');
    expect(blocks).toMatchObject({ widget: 'list', typeKey: 'type' });
    const types = blocks?.['types'] as CmsField[];
    expect(types.every(({ widget }) => widget === 'object')).toBe(true);
    expect(new Set(types.map(({ label }) => label)).size).toBe(types.length);
    // The CMS writes the type itself.
    expect(types.flatMap((type) => heldBy(type)).filter(({ name }) => name === 'type')).toEqual([]);
  });

  it('asks for an item only where a list may not be empty, and begins the other lists empty', () => {
    const lists = everyField.filter(
      ({ widget, model }) => widget === 'list' && isRequired(schemaAt(collections, model) as never),
    );
    const asked = lists
      .filter(({ model }) => !model.includes('.blocks.'))
      .map(({ model, required, default: initial }) => `${model}: ${required ? 'asked for' : JSON.stringify(initial)}`);
    expect(asked).toMatchInlineSnapshot(`
      [
        "landing-page.blocks: []",
        "generic-page.callToAction.buttons: undefined",
        "redirects.redirects: []",
        "site.navigation: []",
        "site.footer.groups: []",
        "site.footer.groups.*.links: []",
        "site.footer.links: []",
      ]
    `);
  });

  it('keeps the files of every collection by a format of its own, and the settings by one', () => {
    expect(folders.map(({ name, format, extension }) => [name, format, extension])).toEqual(
      declared.filter(({ single }) => !single).map(({ name, format }) => [name, name, format]),
    );
    expect(files.map(({ file }) => file)).toEqual(
      declared.filter(({ single }) => single).map(({ folder }) => `content/${folder}.yml`),
    );
  });

  it('has pictures where the site has them, and every form under the address of the site', () => {
    expect(config).toMatchObject({
      media_folder: 'static/img',
      public_folder: '/img',
      site_url: 'https://example.org/',
      publish_mode: 'simple',
      load_config_file: false,
    });
  });
});

const wordOf = (type: unknown) => String((type as { value?: unknown }).value);
