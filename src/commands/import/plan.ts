import { isHex } from '../../model/color';
import { addressKey } from '../../site/addresses/address';
import type { Published } from '../../site/site';
import { pathIn } from './place/addresses';
import { type Placed, textOf } from './place/entry';
import { formerAddress, locate, type Spot } from './place/locate';
import { Move, type Question } from './place/move';
import { isDataPage, placeJobs, placePages } from './place/pages';
import { placePosts } from './place/posts';
import { type RedirectRule, readRedirects } from './place/redirects';
import { type Found, findSettings, settingsRecord } from './place/settings';
import { type Frame, frameOf, siteFields } from './place/site';
import type { Checkout } from './read/checkout';
import { objectOf } from './read/code';
import { type Left, Reading } from './read/field';
import type { Mapping } from './read/mapping';
import { readRecord } from './read/record';
import { type Former, type Item, readSite } from './read/site';

export type { Question } from './place/move';

/** What becomes of a former site: everything that is to be written, and what was left out. */
export interface Plan {
  /** Texts of the new site, by their paths from the project’s root. */
  files: Map<string, string>;
  /** Pictures and documents, by their paths from the project’s root: where they are in the checkout. */
  media: Map<string, string>;
  /** Addresses that the former site had. */
  published: Published[];
  sources: SourceReport[];
  /** What only a person can decide, with its place. */
  questions: Question[];
  /** Pictures that are named and are not there, with the files that name them. */
  missing: ReadonlyMap<string, readonly string[]>;
  /** How many pictures and documents nobody names. */
  unused: number;
}

/** What a file of the former site became. */
export interface SourceReport {
  file: string;
  became: readonly string[];
  /** Why nothing came of it. */
  why?: string;
  left: readonly Left[];
}

export interface Options {
  mapping: Mapping;
  /** Only what goes into one of these folders of `content/`; everything, if it is left out. */
  only?: ReadonlySet<string> | undefined;
  /** Addresses that the former site is known to have had, as a sitemap names them. */
  addresses?: readonly string[];
  progress?: (done: number, total: number) => void;
}

/** Plans the move of a site. Nothing is written, and nothing of the former site is run. */
export function planImport(checkout: Checkout, { mapping, only, addresses = [], progress }: Options): Plan {
  const former = readSite(checkout, mapping, progress);
  // Settings are read with pictures in them, before it is known where anything is.
  const early = new Move(former, mapping, { url: '', hosts: [], blog: '' }, []);
  const found = settingsIn(former, early);
  const spotsOf = (isWanted: (item: Item) => boolean) =>
    former.items.filter(isWanted).map((item) => locate(item, mapping, former.rules));
  const posts = spotsOf(({ target }) => target === 'post');
  const jobs = spotsOf(({ target }) => target === 'job');
  const pages = [...spotsOf(({ target }) => target === 'page'), ...spotsOf((item) => isDataPage(early, item))];
  const spots: readonly Spot[] = [...posts, ...jobs, ...pages];
  const frame = frameOf(
    found,
    spots.flatMap(({ asked }) => asked ?? []),
    posts.map(formerAddress),
  );
  const move = new Move(former, mapping, frame, spots);
  placePosts(move, found, posts);
  placePages(move, pages);
  placeJobs(move, jobs);

  const redirects = redirectsOf(move);
  const files = new Map(move.placed.map((entry) => [entry.file, textOf(entry)]));
  for (const { file, fields } of settingsFiles(move, found, frame, redirects)) {
    files.set(file, textOf({ file, fields, body: '' }));
  }
  if (!files.has('content/pages/index.md')) {
    move.ask('content/pages/index.md', 1, 'the former site had no home page among its texts: write one');
  }
  const isWanted = (file: string) =>
    !only || [...only].some((one) => `${file}/`.startsWith(`content/${one}/`) || file.startsWith(`content/${one}.`));
  const known = [...mapping.addresses[former.rules.family].feeds, ...addresses];
  const { media } = former;
  return {
    files: new Map([...files].filter(([file]) => isWanted(file))),
    media: new Map([...media.used()].map(([source, address]) => [`static${address}`, source])),
    published: publishedBy(move.placed, known, frame.hosts, redirects),
    questions: [...early.questions, ...move.questions].sort((a, b) =>
      a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
    ),
    missing: media.missing(),
    unused: media.unused(),
    sources: former.items.map((item) => reportOf(item, move)),
  };
}

/** What the data of a former site, and the settings of its generator, say of it as a whole. */
function settingsIn({ items, texts }: Former, move: Move): Found {
  const readings = items.flatMap(({ target, reading }) => (target === 'data' ? reading : []));
  const config = texts.find(({ file }) => /^gatsby-config\.[cm]?[jt]s$/.test(file));
  const siteMetadata = config && objectOf('siteMetadata', config.text);
  const all = [...readings, ...(config && siteMetadata ? [settingsRecord(config.file, { siteMetadata })] : [])];
  const byFile = new Map(all.map((reading) => [reading.record.file, reading]));
  return findSettings((record) => move.contextOf(byFile.get(record.file) ?? new Reading(record)), all);
}

/** The redirects that the former site had, and those that the move makes. */
function redirectsOf(move: Move): RedirectRule[] {
  const { former, frame, addresses } = move;
  const told = readRedirects(
    {
      redirects: former.texts.filter(({ file }) => /(?:^|\/)_redirects$/.test(file)),
      netlify: former.texts
        .filter(({ file }) => file === 'netlify.toml')
        .map(({ file, text }) => readRecord(file, text)),
      code: former.texts.filter(({ file }) => /gatsby-node\.\w+$/.test(file)),
    },
    frame.hosts,
    addresses.has,
  );
  for (const { file, line, rule, why } of told.left) move.ask(file, line, `${rule}: ${why}`);
  // Of two for one address the first counts; what leads to a page that has moved leads to where it is.
  const first = new Map<string, RedirectRule>();
  for (const rule of [...told.rules, ...addresses.redirects]) {
    if (!first.has(addressKey(rule.from))) first.set(addressKey(rule.from), rule);
  }
  const moved = new Map(addresses.redirects.map(({ from, to }) => [addressKey(from), to]));
  return [...first.values()].map((rule) => ({ ...rule, to: moved.get(addressKey(rule.to)) ?? rule.to }));
}

function settingsFiles(
  move: Move,
  found: Found,
  frame: Frame,
  redirects: readonly RedirectRule[],
): { file: string; fields: Placed['fields'] }[] {
  const { fields, unsaid } = siteFields(found, frame);
  for (const what of unsaid) move.ask('content/settings/site.yml', 1, `the former site did not say ${what}`);
  const rules = redirects.map(({ status, ...rule }) => (status === 301 ? rule : { ...rule, status }));
  const color = found.themeColor;
  return [
    { file: 'content/settings/site.yml', fields: { ...fields } },
    ...(color && isHex(color) ? [{ file: 'content/settings/brand.yml', fields: { color } }] : []),
    ...(rules.length > 0 ? [{ file: 'content/settings/redirects.yml', fields: { redirects: rules } }] : []),
  ];
}

/** What the former site published: what has a place now, and what is known of it beside that. */
function publishedBy(
  placed: readonly Placed[],
  more: readonly string[],
  hosts: readonly string[],
  redirects: readonly RedirectRule[],
): Published[] {
  const byKey = new Map<string, Published>();
  for (const { address, file, title } of placed) {
    if (address !== undefined) byKey.set(addressKey(address), { address, file, title });
  }
  for (const one of [...more, ...redirects.map(({ from }) => from).filter((from) => !from.includes('*'))]) {
    const found = pathIn(one);
    if (!found || (found.host !== undefined && !hosts.includes(found.host))) continue;
    if (!byKey.has(addressKey(found.path))) byKey.set(addressKey(found.path), { address: found.path });
  }
  return [...byKey.values()];
}

function reportOf({ reading, target }: Item, { became, whys, mapping }: Move): SourceReport {
  const { file, fault } = reading.record;
  const made = became.get(file) ?? [];
  const why = whys.get(file) ?? (target === 'leave' ? 'the mapping says so' : undefined);
  const broken = fault ? [{ file, line: fault.line, name: '', value: '', why: `it can’t be read: ${fault.what}` }] : [];
  const left = why === undefined ? reading.left(mapping.technical) : [];
  if (made.length > 0 || why) return { file, became: made, ...(why ? { why } : {}), left: [...broken, ...left] };
  // Nothing but settings leaves no file of its own.
  const isUsed = left.length < reading.root.leaves().filter(({ value }) => value !== '').length;
  return isUsed
    ? { file, became: ['content/settings/site.yml'], left: [...broken, ...left] }
    : { file, became: [], why: 'nothing in it was recognized', left: broken };
}
