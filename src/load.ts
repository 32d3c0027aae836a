import type { Store } from './cache/store';
import { checkSite } from './checks/checks';
import { judge } from './checks/judge';
import { collectionsOf } from './collections/collections';
import type { Draft, ReadFile } from './content/fix';
import type { Problem } from './content/problem';
import { type Content, type Progress, readContent, readIn } from './content/read';
import { readLedger } from './site/addresses/ledger';
import { checkAssetLinks, readAssets } from './site/assets';
import { resolveSite } from './site/resolve';
import type { Kinds, Site } from './site/site';
import { checkWanted, explainUnwanted, wantedKinds } from './site/wanted';

export interface Loaded {
  /** The site as far as it can be known; with errors among the problems, pages may be missing from it. None without sound settings. */
  site?: Site;
  /** Sorted by file and place. */
  problems: Problem[];
}

/** A project as it was read. */
export interface ReadSite {
  site?: Site;
  content: Content;
  problems: Problem[];
}

interface LoadOptions {
  kinds: Kinds;
  now: string;
  preview: boolean;
  progress?: Progress;
  draft?: Draft;
  read?: ReadFile;
  kept?: Findings;
}

/** What is found out about each file, from one run to the next. */
export interface Findings {
  entries: Store;
  checks: Store;
}

/**
 * Reads a project and checks it whole: files, references between them, addresses and links. Nothing is rendered. `kinds` are
 * the kinds of content that it may have beside posts and pages, of which it takes those its settings ask for. `known` is what
 * has been read of it already.
 */
export function loadSite(root: string, options: LoadOptions, known: ReadSite = readSite(root, options)): Loaded {
  const { site, content, problems } = known;
  const derived = [...problems, ...(site ? checkSite(site, options.progress, options.kept?.checks) : [])];
  const found = [
    ...content.problems.map((problem) => explainUnwanted(problem, options.kinds)),
    ...checkWanted(options.kinds, content.entries),
    ...checkAssetLinks(root),
    ...derived.filter((problem) => !isAboutDefaults(problem, content.assumed)),
  ];
  const isSound = site && !content.assumed.has(site.settingsFile);
  return { ...(isSound ? { site } : {}), problems: judge(found, content.entries) };
}

/** Reads a project, and finds out what stands where and what refers to what. Beside that, nothing is checked. */
export function readSite(root: string, { progress, kept, ...options }: LoadOptions): ReadSite {
  const read = options.read ?? readIn(root);
  const kinds = kindsOf(options.kinds, read);
  const content = readContent(root, {
    collections: collectionsOf(Object.values(kinds)),
    progress,
    read,
    store: kept?.entries,
  });
  const sound = new Set(content.entries.map(({ file }) => file));
  const broken = new Set(content.problems.flatMap(({ file }) => (sound.has(file) ? [] : file)));
  // A file that can’t be read says so itself, and its addresses come back with it.
  const ledger = readLedger(root).filter(({ file }) => !file || !broken.has(file));
  const assets = readAssets(root, options.draft);
  return { content, ...resolveSite(content, { ...options, kinds, assets, ledger }) };
}

/** Those kinds of content that the settings of a project ask for. */
export function kindsOf(kinds: Kinds, read: ReadFile): Kinds {
  const settings = read('content/settings/site.yml');
  return wantedKinds(kinds, settings && Buffer.from(settings).toString());
}

/** Whether a problem is with a default and not with what somebody wrote, or may be. */
function isAboutDefaults({ file, path, rule }: Problem, assumed: Content['assumed']): boolean {
  if (rule === 'missing-home') return false;
  const isAssumed = (name: string, field: PropertyKey) =>
    assumed.get(`content/settings/${name}.yml`)?.some(([first]) => first === undefined || first === field) ?? false;
  // A redirect that can’t be read may be the one that is asked for, and a host the one that is foreign.
  if (rule === 'lost-address') return isAssumed('redirects', 'redirects');
  if (rule === 'foreign-page-address') return isAssumed('site', 'hosts');
  const places = assumed.get(file) ?? [];
  return places.some((place) => place.every((step, depth) => path?.[depth] === step));
}

/**
 * The one clock of a build: `SITE_NOW` where it is set, so that a build can be repeated or tried for another day.
 * Throws when `SITE_NOW` is not a date.
 */
export function buildTime(environment: Record<string, string | undefined> = process.env): string {
  const asked = environment['SITE_NOW'];
  const time = asked ? new Date(asked) : new Date();
  if (Number.isNaN(time.getTime()))
    throw new Error(`SITE_NOW is not a date: “${asked}”. Write it as 2026-03-04T15:00:00.000Z.`);
  return time.toISOString();
}

/** What an operator should know about posts that wait: how many, and when to build again. Empty when none wait. */
export function formatWaiting({ waiting }: Site): string {
  const [next] = waiting;
  if (!next) return '';
  const count = waiting.length === 1 ? '1 post waits for its date' : `${waiting.length} posts wait for their dates`;
  return `${count}; the next is due ${next.date} (${next.file})`;
}
