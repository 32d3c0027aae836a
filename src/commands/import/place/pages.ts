import { addressKey } from '../../../site/addresses/address';
import { listTarget, type Made } from '../make/items';
import { makeJob } from '../make/job';
import { entriesWithin, makePage } from '../make/page';
import type { Reading } from '../read/field';
import type { Item } from '../read/site';
import { withSlashes } from './addresses';
import { slugOf } from './entry';
import { formerAddress, type Spot } from './locate';
import { type Move, nameKey, withUrl } from './move';

interface Found {
  reading: Reading;
  made: Made;
  /** The address it had, if it had a page. */
  address?: string;
}

/** Data with an address and a list is a page: its template showed the list. */
export const isDataPage = (move: Pick<Move, 'contextOf'>, { reading, target }: Item): boolean =>
  target === 'data' &&
  reading.root.get('seo').get('url').isText &&
  reading.root.fields().some((field) => listTarget(move.contextOf(reading), field) !== undefined);

/** Places all pages, and the entries that stood in lists within them or in data. */
export function placePages(move: Move, spots: readonly Spot[]): void {
  const entries: Found[] = [];
  const groups = new Map<string, string>();
  for (const spot of spots) placePage(move, spot, entries, groups);
  for (const { reading, target } of move.former.items) {
    if (target !== 'data') continue;
    const name = (reading.record.file.split('/').pop() ?? '').replace(/\.\w+$/, '');
    const within = entriesWithin(move.contextOf(reading), reading.root, name);
    entries.push(...within.entries.map((made) => ({ reading, made })));
    for (const [value, title] of within.groups) if (!groups.has(value)) groups.set(value, title || value);
  }
  for (const entry of withPeopleOnce(entries)) placeEntry(move, entry);
  const inUse = new Set(move.placed.flatMap(({ fields }) => (Array.isArray(fields['groups']) ? fields['groups'] : [])));
  for (const [order, [value, title]] of [...groups].filter(([group]) => inUse.has(group)).entries()) {
    const file = move.names.free('content/groups', slugOf(value), 'yml');
    move.place(undefined, { file, fields: { value, title, order: order + 1 }, body: '', title });
  }
}

/** Places jobs, which have files of their own. */
export function placeJobs(move: Move, spots: readonly Spot[]): void {
  for (const spot of spots) {
    const { reading } = spot.item;
    const made = makeJob(move.contextOf(reading), reading.root, move.textOf(spot.item));
    placeEntry(move, { reading, made, address: move.addresses.give(spot) });
  }
}

function placePage(move: Move, spot: Spot, entries: Found[], groups: Map<string, string>): void {
  const { item } = spot;
  const { reading } = item;
  const { addresses, frame, names } = move;
  const wanted = formerAddress(spot);
  if (item.target === 'data' && addresses.has(wanted)) return;
  const own = [frame.blog, '/404/', '/404.html', '/admin/'].map(addressKey);
  if (own.includes(addressKey(wanted)) || /^\/(?:author|category|tags?|categories)\/$/.test(wanted)) {
    reading.root.leave('the site makes this page by itself');
    move.whys.set(reading.record.file, `the site makes ${wanted} by itself`);
    return;
  }
  const address = addresses.give(spot);
  for (const alias of spot.aliases) addresses.lead(alias, address);
  const last =
    address
      .replace(/\.\w+$/, '')
      .split('/')
      .findLast(Boolean) ?? 'home';
  const draft = makePage(move.contextOf(reading), reading.root, move.textOf(item), last);
  for (const [value, title] of draft.groups) if (!groups.has(value)) groups.set(value, title);
  entries.push(...draft.entries.map((made) => ({ reading, made })));
  const folder = withSlashes(address).replace(/\.\w+$/, '/');
  const path = folder.replace(/^\/|\/$/g, '');
  const parts = path.split('/').map((part) => (slugOf(part) === part.toLowerCase() ? part : slugOf(part)));
  const file = names.free('content/pages', path === '' ? 'index' : parts.join('/'), 'md');
  const natural = path === '' ? '/' : `/${file.slice('content/pages/'.length, -'.md'.length)}/`;
  const fields = natural === folder ? draft.fields : withUrl(draft.fields, frame, folder);
  move.place(reading, { file, fields, body: draft.body, title: draft.title, address });
  if (folder !== address) addresses.lead(address, folder);
}

/** Where entries of lists stand, and where their pages are. */
const homes: { readonly [target: string]: { folder: string; format: 'md' | 'yml'; address?: string } } = {
  episode: { folder: 'episodes', format: 'md', address: '/live/' },
  press: { folder: 'press', format: 'yml' },
  project: { folder: 'projects', format: 'md', address: '/projects/' },
  person: { folder: 'people', format: 'md', address: '/people/' },
  event: { folder: 'events', format: 'md', address: '/events/' },
  job: { folder: 'jobs', format: 'md', address: '/careers/' },
};

function placeEntry(move: Move, { reading, made, address }: Found): void {
  const { names, addresses } = move;
  const { folder, format, address: base } = homes[made.target] ?? { folder: made.target, format: 'md' };
  const addressAt = (file: string) =>
    base &&
    `${base}${file
      .split('/')
      .pop()
      ?.replace(/\.\w+$/, '')}/`;
  let slug = slugOf(address?.split('/').findLast(Boolean) ?? made.name);
  // A page may be where the entry would be.
  while (base && addresses.has(`${base}${slug}/`) && address !== `${base}${slug}/`) slug += '-1';
  const file = names.free(`content/${folder}`, slug, format);
  const now = addressAt(file);
  if (now) addresses.take(now, reading.record.file);
  move.place(reading, { file, fields: made.fields, body: made.body, title: made.name, address });
  if (address && now) addresses.lead(address, now);
}

/** A person in two lists is one entry of two groups. */
function withPeopleOnce(entries: readonly Found[]): Found[] {
  const people = new Map<string, Found>();
  return entries.filter((entry) => {
    if (entry.made.target !== 'person') return true;
    const known = people.get(nameKey(entry.made.name));
    if (!known) {
      people.set(nameKey(entry.made.name), entry);
      return true;
    }
    const { groups, ...more } = entry.made.fields;
    const before = known.made.fields;
    const all = new Set([...(before['groups'] as string[]), ...(groups as string[])]);
    const texts = new Set([known.made.body, entry.made.body].filter(Boolean));
    known.made = { ...known.made, fields: { ...more, ...before, groups: [...all] }, body: [...texts].join('\n\n') };
    return false;
  });
}
