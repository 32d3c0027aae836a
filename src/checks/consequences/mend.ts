import type { z } from 'zod';
import { redirects } from '../../collections/settings/redirects';
import type { Change } from '../../content/change';
import { type AnyEntry, entriesOf, isOf, titleOf } from '../../content/entry';
import { applyChanges } from '../../content/fix';
import { rewriteSource } from '../../content/rewrite/rewrite';
import { childOf, infoOf } from '../../model/field';
import { type Address, addressKey, decode } from '../../site/addresses/address';
import { resolveLink } from '../../site/links/links';
import type { Site } from '../../site/site';
import { addRedirects, redirectsFile } from '../site/add-redirects';
import { bodiesOf } from '../texts/body';
import { targetsOf } from '../texts/links';
import { type Surroundings, type Texts, wholeOf } from './whole';

/** Files as they will be; undefined for one that will be no more. */
export type Changes = ReadonlyMap<string, string | undefined>;

/** Something that entries are referred to by, and that a change takes away. */
export type Gone =
  | { kind: 'name'; collection: string; by: string; from: string; to?: Name | undefined }
  | { kind: 'page'; from: Address; to?: Address | undefined };

/** A name that others refer to, and what labelled references show beside it. */
interface Name {
  value: string;
  label?: string | undefined;
}

/** An entry that refers to something. */
export interface Referrer {
  file: string;
  title: string;
}

/** What a change takes away that others refer to, and who does. */
export interface Consequence {
  gone: Gone;
  referrers: Referrer[];
}

/**
 * What others refer to and a change takes away: names that become others or vanish with their entry, pages that move or are
 * deleted. Where the change itself says what takes their place, that is in it.
 */
export function consequencesOf(texts: Texts, changes: Changes, surroundings: Surroundings): Consequence[] {
  const before = wholeOf(texts, surroundings);
  const after = wholeOf(changed(texts, changes), surroundings);
  if (!before.site) return [];
  const { site } = before;
  const gone = [...goneNames(before.entries, after.entries, changes), ...gonePages(site, after.site)];
  return gone
    .map((item) => ({ gone: item, referrers: referrersTo(site, item, changes) }))
    .filter(({ gone: { kind }, referrers }) => kind === 'page' || referrers.length > 0);
}

/** The files as they are with a change. */
export function changed(texts: Texts, changes: Changes): Map<string, string> {
  const all = new Map(texts);
  for (const [file, text] of changes) {
    if (text === undefined) all.delete(file);
    else all.set(file, text);
  }
  return all;
}

/** Every field by which entries of a collection are referred to. */
function referredBy(entries: readonly AnyEntry[]): { collection: string; by: string }[] {
  const found = new Map<string, { collection: string; by: string }>();
  for (const entry of entries)
    eachValue(entry.collection.schema, entry.data, (value, schema) => {
      const to = infoOf(schema)?.to;
      if (!to || value === undefined) return value;
      found.set(`${to.collection}.${to.by}`, to);
      if (labelOf(value, to.by) !== undefined) found.set(`${to.collection}.label`, { ...to, by: 'label' });
      return value;
    });
  return [...found.values()];
}

function goneNames(before: readonly AnyEntry[], after: readonly AnyEntry[], changes: Changes): Gone[] {
  const next = new Map(after.map((entry) => [entry.file, entry]));
  return referredBy(before).flatMap(({ collection, by }) => {
    const isNamed = (name: string) =>
      after.some((entry) => entry.collection.name === collection && entry.data[by] === name);
    return before.flatMap((entry): Gone[] => {
      const from = entry.data[by];
      if (entry.collection.name !== collection || !changes.has(entry.file) || typeof from !== 'string') return [];
      if (isNamed(from)) return [];
      const now = next.get(entry.file);
      const value = now?.data[by];
      const to = now && typeof value === 'string' ? { value, label: titleOf(now) } : undefined;
      return [{ kind: 'name', collection, by, from, to }];
    });
  });
}

/** Pages that readers find now, and will find elsewhere or no more. */
function gonePages(site: Site, after: Site | undefined): Gone[] {
  if (!after) return [];
  return [...site.addressByFile].flatMap(([file, from]): Gone[] => {
    if (after.addresses.has(addressKey(from))) return [];
    return [{ kind: 'page', from, to: after.addressByFile.get(file) }];
  });
}

function referrersTo(site: Site, gone: Gone, changes: Changes): Referrer[] {
  return site.entries
    .filter((entry) => !(changes.has(entry.file) && changes.get(entry.file) === undefined))
    .filter((entry) => (gone.kind === 'page' ? leadsTo(site, entry, gone.from) : names(entry, gone)))
    .map((entry) => ({ file: entry.file, title: titleOf(entry) }));
}

function names(entry: AnyEntry, gone: Extract<Gone, { kind: 'name' }>): boolean {
  let found = false;
  eachValue(entry.collection.schema, entry.data, (value, schema) => {
    found ||= isReference(value, schema, gone);
    return value;
  });
  return found;
}

/** The label that a reference is found by, because it has no value. */
const labelOf = (value: unknown, by: string): unknown => {
  if (value === null || typeof value !== 'object') return undefined;
  const fields = value as Record<string, unknown>;
  return fields[by] === undefined ? fields['label'] : undefined;
};

const isReference = (value: unknown, schema: z.ZodType, { collection, by, from }: Extract<Gone, { kind: 'name' }>) => {
  const to = infoOf(schema)?.to;
  if (to?.collection !== collection) return false;
  if (to.by !== by) return by === 'label' && labelOf(value, to.by) === from;
  return value === from || (typeof value === 'object' && (value as { [key: string]: unknown } | null)?.[by] === from);
};

function leadsTo(site: Site, entry: AnyEntry, address: Address): boolean {
  if (!mayLeadTo(site, entry, address)) return false;
  const isIt = (target: string) => isAt(site, entry, target, address);
  let found = false;
  eachValue(entry.collection.schema, entry.data, (value, schema, path) => {
    found ||= typeof value === 'string' && isLink(schema, path) && isIt(value);
    return value;
  });
  return found || bodiesOf(entry).some((body) => targetsOf(body).some(({ target }) => isIt(target)));
}

/** Whether the last word of an address, or the name of its file, stands anywhere in an entry: to parse it takes far longer. */
function mayLeadTo(site: Site, entry: AnyEntry, address: Address): boolean {
  const { text } = entry.source;
  const file = [...site.addressByFile].find(([, other]) => other === address)?.[0] ?? '';
  const words = [address, file].map(
    (path) =>
      path
        .replace(/\.\w+$/, '')
        .split('/')
        .filter(Boolean)
        .at(-1) ?? '',
  );
  return text.includes('%') || words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}

const isLink = (schema: z.ZodType, path: readonly PropertyKey[]) =>
  infoOf(schema)?.kind === 'address' && !(path.at(-1) === 'url' && path.at(-2) === 'seo');

/** Whether a link leads to a page itself, and not by a redirect. */
function isAt(site: Site, entry: AnyEntry, target: string, address: Address): boolean {
  if (/^[#?]/.test(target)) return false;
  if (isOf(entry, redirects)) return addressKey(decode(target.replace(/[?#].*$/s, ''))) === addressKey(address);
  return resolveLink(site, entry.file, target).address === address;
}

/**
 * A change with what it has to take along: references have the new name, or the entry loses them; links lead where the page
 * is now; and who asks for a former address is led there. `given` says what takes the place of what the change does not.
 */
export function mended(
  texts: Texts,
  changes: Changes,
  given: readonly Gone[],
  surroundings: Surroundings,
): Map<string, string | undefined> {
  const { site } = wholeOf(texts, surroundings);
  const all = new Map(changes);
  if (!site) return all;
  const concerned = new Set(given.flatMap((gone) => referrersTo(site, gone, changes).map(({ file }) => file)));
  for (const entry of site.entries) {
    if (!concerned.has(entry.file) && !all.has(entry.file)) continue;
    const text = all.has(entry.file) ? all.get(entry.file) : entry.source.text;
    if (text === undefined) continue;
    const next = given.reduce((so, gone) => withoutGone(site, entry.file, so, gone, surroundings), text);
    if (next !== entry.source.text || all.has(entry.file)) all.set(entry.file, next);
  }
  const moved = given.filter((gone): gone is Extract<Gone, { kind: 'page' }> => gone.kind === 'page');
  const added = moved.flatMap(({ from, to }) => (to === undefined || to === from ? [] : [{ from, to }]));
  const after = wholeOf(changed(texts, all), surroundings);
  const [kept] = entriesOf(after.entries, redirects);
  const known = new Set(kept?.data.redirects.map(({ from }) => addressKey(decode(from))));
  const missing = added.filter(({ from }) => !known.has(addressKey(from)));
  if (missing.length > 0) {
    const change = addRedirects(kept, missing);
    if (change.kind === 'write') all.set(change.file, Buffer.from(change.bytes).toString());
    else all.set(redirectsFile, withChanges(redirectsFile, kept?.source.text ?? '', [change]));
  }
  return all;
}

function withoutGone(site: Site, file: string, text: string, gone: Gone, surroundings: Surroundings): string {
  const [entry] = wholeOf(new Map([[file, text]]), surroundings).entries;
  if (!entry) return text;
  const { collection, source } = entry;
  const data = eachValue(collection.schema, source.data, (value, schema, path) => {
    if (gone.kind === 'name') return isReference(value, schema, gone) ? renamed(value, gone) : value;
    if (gone.to === undefined || typeof value !== 'string' || !isLink(schema, path)) return value;
    return isAt(site, entry, value, gone.from) ? movedTo(value, gone.to) : value;
  }) as Record<string, unknown>;
  const next = rewriteSource(text, collection.format, { data }, collection.schema);
  if (gone.kind === 'name') return next;
  const [again] = wholeOf(new Map([[file, next]]), surroundings).entries;
  return again ? withChanges(file, next, linkChanges(site, again, gone)) : next;
}

function linkChanges(site: Site, entry: AnyEntry, { from, to }: Extract<Gone, { kind: 'page' }>): Change[] {
  return bodiesOf(entry).flatMap((body) =>
    targetsOf(body).flatMap(({ offset, target }) => {
      const end = offset + target.length;
      if (to === undefined || !isAt(site, entry, target, from) || body.markdown.slice(offset, end) !== target)
        return [];
      const replacement = [{ start: offset, end, text: movedTo(target, to) }];
      return body.problem('dead-link', offset, '', '', replacement).fix ?? [];
    }),
  );
}

/** A link with the path of another page; what stood behind the path stays. */
const movedTo = (target: string, to: Address) => to + (/[?#].*$/s.exec(target)?.[0] ?? '');

function renamed(value: unknown, { by, to }: Extract<Gone, { kind: 'name' }>): unknown {
  if (!to) return undefined;
  if (typeof value === 'string') return to.value;
  const fields = value as Record<string, unknown>;
  return { ...fields, [by]: to.value, ...('label' in fields && to.label !== undefined ? { label: to.label } : {}) };
}

/** A value with all that it holds as `change` gives it; what that gives as undefined is left out. */
function eachValue(
  schema: z.ZodType,
  value: unknown,
  change: (value: unknown, schema: z.ZodType, path: readonly PropertyKey[]) => unknown,
  path: readonly PropertyKey[] = [],
): unknown {
  const next = change(value, schema, path);
  const { oneOrMany } = infoOf(schema) ?? {};
  if (oneOrMany && typeof next === 'string') {
    const item = childOf(schema, 0, [next]);
    return item ? change(next, item, [...path, 0]) : next;
  }
  if (Array.isArray(next)) {
    const items = next.flatMap((item, index) => {
      const child = childOf(schema, index, next);
      const made = child ? eachValue(child, item, change, [...path, index]) : item;
      return made === undefined ? [] : [made];
    });
    // Two names that became one are one.
    return items.filter((item, index) => typeof item !== 'string' || items.indexOf(item) === index);
  }
  if (next === null || typeof next !== 'object') return next;
  return Object.fromEntries(
    Object.entries(next).flatMap(([key, inner]) => {
      const child = childOf(schema, key, next);
      const made = child ? eachValue(child, inner, change, [...path, key]) : inner;
      return made === undefined ? [] : [[key, made]];
    }),
  );
}

const withChanges = (file: string, text: string, changes: readonly Change[]): string => {
  if (changes.length === 0) return text;
  const { changed: made } = applyChanges(() => Buffer.from(text), [changes]);
  const bytes = made.get(file);
  return bytes ? Buffer.from(bytes).toString() : text;
};
