import { existsSync, readdirSync } from 'node:fs';
import { type KeptStore, openStore } from '../cache/store';
import { checkEntries } from '../checks/checks';
import { collectionsOf } from '../collections/collections';
import type { Problem } from '../content/problem';
import { readContent, readIn } from '../content/read';
import { kindsOf, type ReadSite, readSite } from '../load';
import type { Inline } from '../render/inline-for';
import { keepBodies } from '../site/pages/body-cache';
import { planPages } from '../site/pages/plan';
import type { Kinds, Site } from '../site/site';
import { pageFiles, withInline } from './plan';
import { type Part, type Pool, partOf, type Work } from './pool';
import { alone, type Crew } from './publish';
import { readSeals } from './seals';
import { pathOfAddress } from './table';
import type { Written } from './write-file';

/** What is kept of the findings of all runs. */
export interface Stores {
  entries: KeptStore;
  checks: KeptStore;
  bodies: KeptStore;
}

/** What all parts of the work on a site begin with. */
interface Ground {
  root: string;
  now: string;
  version: { core: string; all: string };
  /** What the stores have, beside what is saved. */
  handed: Record<keyof Stores, string>;
}

export const openStores = (root: string, { core }: Ground['version']): Stores => ({
  entries: openStore(root, 'entries', core),
  checks: openStore(root, 'checks', core),
  bodies: openStore(root, 'bodies', core),
});

const names = ['entries', 'checks', 'bodies'] as const;
const handOver = (stores: Stores): Ground['handed'] => ({
  entries: stores.entries.handOver(),
  checks: stores.checks.handOver(),
  bodies: stores.bodies.handOver(),
});

/** About how many files a folder has. */
export const countFiles = (folder: string): number =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;

/** How many files a thread must have to do that it is done sooner than another would be with them: starting one takes a while. */
const worthIt = 200;

/** How many workers beside this thread the work on a site is worth: none, for a few files or where nearly all is known. */
export function workersFor(files: number, stores: Stores, isAllNew: boolean, cores: number): number {
  const known = isAllNew ? 0 : Math.min(stores.entries.size(), stores.checks.size());
  return Math.max(0, Math.min(cores, Math.floor((files - known) / worthIt)) - 1);
}

/**
 * Finds out, with workers, all that is not known of a project’s files, each thread for its part of them. Nothing comes
 * back but what the stores have then, and the project as it was read.
 */
export async function findOut(
  pool: Pool,
  stores: Stores,
  ground: Omit<Ground, 'handed'>,
  {
    kinds,
    bodies,
    progress,
  }: { kinds: Kinds; bodies: boolean; progress?: (doing: 'Reading' | 'Checking', done: number) => void },
): Promise<ReadSite> {
  const adopt = (handed: Ground['handed'][]) => {
    for (const name of names) for (const lines of handed) stores[name].adopt(lines[name]);
  };
  const given = () => ({ ...ground, bodies, handed: handOver(stores) });
  const own =
    (work: (part: Part, progress: (done: number) => void) => void) =>
    (part: Part, onDone: (done: number) => void): Ground['handed'] => {
      work(part, onDone);
      return handOver(stores);
    };
  adopt(
    await pool.run(
      'read',
      given(),
      own((part, onDone) => readPart(ground.root, kinds, stores, part, onDone)),
      (done) => progress?.('Reading', done),
    ),
  );
  let known: ReadSite | undefined;
  const read = () => {
    known ??= readSite(ground.root, { kinds, now: ground.now, preview: false, kept: stores });
    return known;
  };
  adopt(
    await pool.run(
      'check',
      given(),
      own((part, onDone) => checkPart(read().site, stores, bodies, part, onDone)),
      (done) => progress?.('Checking', done),
    ),
  );
  return read();
}

const isIn =
  ({ part, parts }: Part) =>
  (file: string) =>
    partOf(file, parts) === part;

/** By which a page falls to a thread: not as it falls to a shard, or one thread would have all of a shard’s. */
const forThread = (path: string) => `page ${path}`;

function readPart(root: string, kinds: Kinds, stores: Stores, part: Part, onRead: (done: number) => void): void {
  const read = readIn(root);
  readContent(root, {
    collections: collectionsOf(Object.values(kindsOf(kinds, read))),
    read,
    store: stores.entries,
    isWanted: isIn(part),
    progress: (_, done) => onRead(done),
  });
}

function checkPart(
  site: Site | undefined,
  stores: Stores,
  bodies: boolean,
  part: Part,
  onChecked: (done: number) => void,
): void {
  if (!site) return;
  const isMine = isIn(part);
  const render = keepBodies(stores.bodies).page;
  for (const [done, entry] of site.entries.filter(({ file }) => isMine(file)).entries()) {
    checkEntries(site, [entry], undefined, stores.checks);
    if (bodies && entry.body.trim() !== '' && site.addressByFile.has(entry.file)) tryTo(() => render(site, entry));
    if (done % 20 === 0) onChecked(done);
  }
}

/** Makes the pages of a site with workers, and in this thread its other files too. */
export const crewOf =
  (pool: Pool, stores: Stores, ground: Omit<Ground, 'handed'>, inline: Promise<Inline>, isWanted?: PartOfSite): Crew =>
  async (files, { next, former, seals }, progress) => {
    const count = files.filter(({ isPage }) => isPage).length;
    const given = { ...ground, next, former, inline: await inline, handed: handOver(stores), isWanted };
    const own = async (part: Part, onDone: (done: number) => void): Promise<WrittenPart> => {
      const isMine = isIn(part);
      const mine = files.filter(({ isPage, path }) => !isPage || isMine(forThread(path)));
      const { written, problems } = await alone(mine, { next, former, seals }, onDone);
      return { written: [...written], problems, bodies: '' };
    };
    const parts = await pool.run('write', given, own, (done) => progress?.(Math.min(done, count), count));
    for (const { bodies } of parts) stores.bodies.adopt(bodies);
    return {
      written: new Map(parts.flatMap(({ written }) => written)),
      problems: parts.flatMap(({ problems }) => problems),
    };
  };

interface WrittenPart {
  written: [string, Written][];
  problems: Problem[];
  bodies: string;
}

/** A part of a site’s files, of which others make the rest. */
export type PartOfSite = Part | undefined;

/** What workers do for `findOut` and `crewOf`. */
export function worksOn(kinds: Kinds): Record<string, Work> {
  let stores: Stores | undefined;
  let site: Site | undefined;
  const storesOf = ({ root, version, handed }: Ground): Stores => {
    stores ??= openStores(root, version);
    for (const name of names) stores[name].adopt(handed[name]);
    return stores;
  };
  /** A worker that has come for one that failed reads it first. */
  const siteOf = ({ root, now }: Ground, kept: Stores): Site | undefined => {
    site ??= readSite(root, { kinds, now, preview: false, kept }).site;
    return site;
  };
  return {
    read(ground: Ground, part, onRead) {
      const stores = storesOf(ground);
      readPart(ground.root, kinds, stores, part, onRead);
      return handOver(stores);
    },
    check(ground: Ground & { bodies: boolean }, part, onChecked) {
      const stores = storesOf(ground);
      checkPart(siteOf(ground, stores), stores, ground.bodies, part, onChecked);
      return handOver(stores);
    },
    async write(
      ground: Ground & { next: string; former?: string; inline: Inline; isWanted: PartOfSite },
      part,
      onWritten,
    ): Promise<WrittenPart> {
      const stores = storesOf(ground);
      const site = siteOf(ground, stores);
      if (!site) throw new Error('the site can’t be read any more');
      const { next, former, inline, version, isWanted } = ground;
      const all = planPages(site, keepBodies(stores.bodies).page);
      const isOurs = isWanted ? isIn(isWanted) : () => true;
      const isMine = isIn(part);
      const pages = all.filter(({ address }) => {
        const path = pathOfAddress(address);
        return isMine(forThread(path)) && isOurs(path);
      });
      const files = pageFiles(site, pages, withInline(Promise.resolve(inline), site));
      const places = { next, former, seals: readSeals(ground.root, version.all) };
      const { written, problems } = await alone(files, places, (done) => {
        if (done % 20 === 0) onWritten(done);
      });
      return { written: [...written], problems, bodies: stores.bodies.handOver() };
    },
  };
}

/** Who asks next is told what is wrong. */
function tryTo(work: () => unknown): void {
  try {
    work();
  } catch {}
}
