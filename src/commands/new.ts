import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { fileOf } from '../cms/file/slug';
import { collectionsOf } from '../collections/collections';
import { readIn } from '../content/read';
import { writeDraft } from '../content/write';
import * as kinds from '../kinds/kinds';
import { buildTime, loadSite } from '../load';
import type { Collection } from '../model/collection';
import { completeFields } from '../model/complete';
import { infoOf } from '../model/field';
import { nearest } from '../model/nearest';
import { addressKey, addressOf } from '../site/addresses/address';
import type { Site } from '../site/site';
import { readLine } from './terminal/options';

const all = collectionsOf(Object.values(kinds)).filter(({ single, title }) => !single && title);

const help = `Makes a file for something new, with what it must say, and shows the address it will have.

  npm run new -- post "A title"
  npm run new -- person "Ada Lovelace"

There are ${all.map(({ name }) => name).join(', ')}.

  --file NAME   the name of the file, where it is not made of the title
  --help, -h    prints this

Exit codes
  0  the file is there
  2  could not run; nothing was changed`;

/** A file that is to be written. */
export interface New {
  file: string;
  text: string;
  /** Paths of the fields that nobody has written yet. */
  missing: string[];
}

/** A new entry with what it must say: what is usual, else the label of the field. What can be a draft is one. */
export function newEntry(
  collection: Collection,
  title: string,
  site: Site | undefined,
  now: string,
  name?: string,
): New {
  const { title: key = 'title', schema, folder, format } = collection;
  const shared = all.some((other) => other !== collection && other.folder === folder);
  const given = { ...(shared ? { templateKey: collection.name } : {}), [key]: title, ...lastOf(collection, site) };
  const { fields, assumed } = completeFields(schema, given, now);
  const written = { ...fields, ...('draft' in schema.shape ? { draft: true } : {}) };
  const file =
    name === undefined ? fileOf(collection, fields) : `content/${folder}/${name.replace(/\.\w+$/, '')}.${format}`;
  const yaml = stringify(written, { lineWidth: 0 });
  return {
    file,
    text: format === 'md' ? `---\n${yaml}---\n` : yaml,
    missing: [...new Set(assumed.map((path) => path.filter((step) => typeof step === 'string').join('.')))].filter(
      (path) => infoOf(schema.shape[path])?.initial !== 'now',
    ),
  };
}

/** What the newest entry refers to, which the next one probably does too. */
function lastOf({ schema, name }: Collection, site: Site | undefined): Record<string, unknown> {
  const newest =
    name === 'post'
      ? site?.posts[0]?.entry.data
      : site?.entries.findLast((entry) => entry.collection.name === name)?.data;
  const isReference = (field: unknown): boolean => {
    const info = infoOf(field);
    if (info?.kind === 'reference') return true;
    return info?.kind === 'list' && infoOf((field as { element?: unknown }).element)?.kind === 'reference';
  };
  const found = Object.entries(schema.shape).filter(
    ([key, field]) =>
      (isReference(field) || infoOf(field)?.initial === 'last') &&
      (newest as Record<string, unknown>)?.[key] !== undefined,
  );
  return Object.fromEntries(found.map(([key]) => [key, (newest as Record<string, unknown>)[key]]));
}

/** Where the page of a new file will be; undefined for what has none. */
function addressIn({ settings }: Site, collection: Collection, file: string): string | undefined {
  const slug = file.slice(`content/${collection.folder}/`.length).replace(/\.\w+$/, '');
  return addressOf({ collection, slug, data: {} }, settings).address;
}

export function main(args: string[]): number {
  const { values, positionals } = readLine(
    { file: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    true,
    args,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [asked = '', ...words] = positionals;
  const names = all.map(({ name }) => name);
  const collection = all.find(({ name, plural }) => name === asked || plural.toLowerCase() === asked.toLowerCase());
  if (!collection) {
    const similar = nearest(asked, names);
    throw new Error(
      `${asked ? `There is no “${asked}”` : 'Say what it is'}: ${similar ? `write ${similar}` : `there are ${names.join(', ')}`}.`,
    );
  }
  const title = words.join(' ').trim();
  if (!title) throw new Error(`Say what it is called: npm run new -- ${collection.name} "A title"`);
  const root = process.cwd();
  const now = buildTime();
  const { site } = loadSite(root, { kinds, now, preview: true });
  const { file, text, missing } = newEntry(collection, title, site, now, values.file);
  const other = `Nothing was written. Give the new one another name: --file NAME`;
  if (existsSync(join(root, file))) throw new Error(`There is ${file} already. ${other}`);
  const address = site && addressIn(site, collection, file);
  if (site && address !== undefined && site.claimed.some((taken) => addressKey(taken) === addressKey(address))) {
    throw new Error(`The address ${address} is taken. ${other}`);
  }
  writeDraft(root, new Map([[file, Buffer.from(text)]]), readIn(root));
  console.log(
    [
      file,
      ...(address === undefined ? [] : [`Its address: ${site?.base.url(address)}`]),
      ...(missing.length > 0 ? [`To be written: ${missing.join(', ')}.`] : []),
      ...(text.includes('draft: true') ? ['It is a draft: take “draft: true” out to publish it.'] : []),
    ].join('\n'),
  );
  return 0;
}
