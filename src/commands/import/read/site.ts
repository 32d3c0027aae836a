import { type AddressRules, familyOf } from '../place/addresses';
import type { Checkout } from './checkout';
import { type Class, classify } from './classify';
import { nameRules } from './code';
import { Reading } from './field';
import type { Mapping } from './mapping';
import { type Media, mediaOf } from './media';
import { isRecord, readRecord } from './record';

/** A file of a former site that says something. */
export interface Item {
  reading: Reading;
  target: Class;
  body: string;
}

/** A former site, taken apart. */
export interface Former {
  items: Item[];
  media: Media;
  rules: AddressRules;
  /** Files that are looked at as texts: code, and what the host was told. */
  texts: { file: string; text: string }[];
}

/** Reads a former site, and tells of every file what it is. */
export function readSite(
  checkout: Checkout,
  mapping: Mapping,
  progress?: (done: number, total: number) => void,
): Former {
  const { files } = checkout;
  const text = (file: string) => checkout.read(file)?.toString('utf8') ?? '';
  const cms = files.find((file) => /(?:^|\/)admin\/config\.ya?ml$|^src\/cms\/config\.ya?ml$/.test(file));
  const all = cms === undefined ? { mapping, pairs: [] } : withCms(mapping, readRecord(cms, text(cms)).data);
  const records = files.filter((file) => isRecord(file) && file !== cms);
  const items = records.flatMap((file, index): Item[] => {
    progress?.(index, records.length);
    const record = readRecord(file, text(file));
    const target = classify(record, all.mapping);
    return target === undefined ? [] : [{ reading: new Reading(record), target, body: record.body }];
  });
  // What is read here is taken.
  for (const { reading } of items) {
    if (/^(?:_config|hugo|config)\./.test(reading.record.file)) reading.root.get('permalink', 'permalinks').tickAll();
  }
  const config = files
    .filter((file) => /^(?:_config\.ya?ml|(?:hugo|config)\.(?:toml|ya?ml|json))$/.test(file))
    .map((file) => readRecord(file, text(file)).data);
  const wanted = /^gatsby-(?:config|node)\.[cm]?[jt]s$|(?:^|\/)_redirects$|^netlify\.toml$|^src\/.*gatsby-node\.js$/;
  return {
    items,
    media: mediaOf(files, mapping.media, all.pairs),
    rules: { family: familyOf(files), pages: mapping.pages, permalinks: permalinksIn(config) },
    texts: files.filter((file) => wanted.test(file)).map((file) => ({ file, text: text(file) })),
  };
}

/** What the former CMS says: where it kept its pictures, and what its folders are. */
function withCms(
  mapping: Mapping,
  config: { [key: string]: unknown },
): { mapping: Mapping; pairs: { folder: string; address: string }[] } {
  const { media_folder: folder, public_folder: address, collections } = config;
  const pairs =
    typeof folder === 'string' && typeof address === 'string'
      ? [{ folder: folder.replace(/^\/|\/$/g, ''), address: `/${address.replace(/^\/|\/$/g, '')}` }]
      : [];
  const folders = { ...mapping.folders };
  for (const collection of Array.isArray(collections) ? collections : []) {
    const { name, folder: place } = collection as { [key: string]: unknown };
    const last = typeof place === 'string' ? place.split('/').findLast(Boolean) : undefined;
    const target = typeof name === 'string' ? (mapping.folders[name] ?? mapping.folders[`${name}s`]) : undefined;
    if (last && target && !folders[last]) folders[last] = target;
  }
  return { mapping: { ...mapping, folders }, pairs };
}

/** Jekyll’s pattern of posts, and Hugo’s of its sections. */
function permalinksIn(configs: readonly { [key: string]: unknown }[]): { [section: string]: string } {
  const found: { [section: string]: string } = {};
  for (const { permalink, permalinks } of configs) {
    if (typeof permalink === 'string' && permalink) found['post'] = permalink;
    const sections = (permalinks as { page?: unknown } | undefined)?.page ?? permalinks;
    if (typeof sections !== 'object' || sections === null) continue;
    for (const [section, pattern] of Object.entries(sections))
      if (typeof pattern === 'string') found[section] = pattern;
  }
  return found;
}

/** The rules of addresses in a former site’s code that speak of `subject`, such as `author|writer`. */
export const addressRulesFor = ({ texts }: Pick<Former, 'texts'>, subject: string): string[] =>
  texts
    .filter(({ file }) => /gatsby-node/.test(file))
    .flatMap(({ text }) => nameRules(text))
    .filter(({ before }) => new RegExp(`/(?:${subject})[a-z]*/$`, 'i').test(before))
    .map(({ before, after }) => `${before}{name}${after}`);
