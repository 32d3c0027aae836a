import type { Draft } from '../../content/fix';
import { authorOf, bytesAt, changesBetween, commitAt, commitOn, moveBranch, type Repository } from './git';

/** An entry that waits for review, on a branch of its own. */
export interface DraftPlace {
  /** The branch that is published. */
  branch: string;
  collection: string;
  slug: string;
}

/** The branch of a draft, as the CMS names it. */
export const branchOfDraft = ({ collection, slug }: DraftPlace): string => `cms/${collection}/${slug}`;

const descriptionOf = (place: DraftPlace) => `branch.${branchOfDraft(place)}.description`;
const label = 'decap-cms/';

/** What others have published meanwhile of files that a draft changes too. */
export class Moved extends Error {
  constructor(readonly changes: readonly { file: string; author: string; date: string; subject: string }[]) {
    const told = changes.map(({ file, author, date }) => `${file} (${author}, ${date.slice(0, 10)})`);
    super(`Others have published changes of the same entry since this draft was begun: ${told.join(', ')}.`);
  }
}

/** Where a draft left what is published. */
export function forkOf({ git }: Repository, place: DraftPlace): string {
  return git(['merge-base', place.branch, branchOfDraft(place)]);
}

/** A draft as the CMS asks for it: its status, and the files it has changed. Undefined where there is none. */
export function draftAt(repository: Repository, place: DraftPlace): object | undefined {
  const { git } = repository;
  const tip = commitAt(repository, `refs/heads/${branchOfDraft(place)}`);
  if (!tip) return undefined;
  const fork = forkOf(repository, place);
  const diffs = [...changesBetween(repository, fork, tip)].map(([path, bytes]) => ({
    id: path,
    path,
    newPath: path,
    oldPath: path,
    newFile: bytesAt(repository, fork, path) === undefined,
    status: bytes ? 'modified' : 'deleted',
    binary: !isText(path),
  }));
  return {
    collection: place.collection,
    slug: place.slug,
    status: statusOf(repository, place),
    diffs,
    updatedAt: git(['show', '-s', '--format=%cI', tip]),
    pullRequestAuthor: git(['show', '-s', '--format=%an', tip]),
  };
}

function statusOf({ git }: Repository, place: DraftPlace): string {
  try {
    return git(['config', descriptionOf(place)]).slice(label.length);
  } catch {
    return 'draft';
  }
}

export const isText = (path: string) => /\.(?:md|yml)$/.test(path);

/** Saves files into a draft, which begins where the published branch is. Pictures that are no more in it go. */
export function saveDraft(
  repository: Repository,
  place: DraftPlace,
  changes: Draft,
  { message, status = 'draft' }: { message: string; status?: string | undefined },
): void {
  const { git } = repository;
  const branch = branchOfDraft(place);
  const tip = commitAt(repository, `refs/heads/${branch}`);
  if (!tip) {
    const begun = commitOn(repository, git(['rev-parse', place.branch]), changes, message);
    moveBranch(repository, branch, begun);
    git(['config', descriptionOf(place), label + status]);
    return;
  }
  const own = changesBetween(repository, forkOf(repository, place), tip);
  const gone = [...own].filter(([file, bytes]) => bytes && !isText(file) && !changes.has(file));
  const all = new Map([...gone.map(([file]) => [file, undefined] as const), ...changes]);
  moveBranch(repository, branch, commitOn(repository, tip, all, message));
}

/**
 * Publishes a draft: its commits follow what is published, and its branch goes. Throws `Moved`, and changes nothing, where
 * others have published changes of the same files meanwhile.
 */
export function publishDraft(repository: Repository, place: DraftPlace): void {
  const { git } = repository;
  const branch = branchOfDraft(place);
  const [tip, main, fork] = [git(['rev-parse', branch]), git(['rev-parse', place.branch]), forkOf(repository, place)];
  const own = changesBetween(repository, fork, tip);
  const others = changesBetween(repository, fork, main);
  const both = [...own].filter(([file, bytes]) => others.has(file) && !isSame(bytes, others.get(file)));
  if (both.length > 0) throw new Moved(both.map(([file]) => lastChange(repository, main, file)));
  let end = main === fork ? tip : main;
  if (main !== fork) {
    for (const commit of git(['rev-list', '--reverse', '--no-merges', `${fork}..${tip}`]).split('\n')) {
      const message = git(['show', '-s', '--format=%B', commit]);
      const changes = changesBetween(repository, `${commit}^`, commit);
      end = commitOn(repository, end, changes, message, authorOf(repository, commit));
    }
  }
  moveBranch(repository, place.branch, end);
  git(['branch', '-q', '-D', branch]);
}

/** Lets a draft begin anew with what is published now, with its files as they are given or as they were. */
export function rebaseDraft(repository: Repository, place: DraftPlace, changes: Draft): void {
  const { git } = repository;
  const branch = branchOfDraft(place);
  const tip = git(['rev-parse', branch]);
  const own = changesBetween(repository, forkOf(repository, place), tip);
  const message = git(['show', '-s', '--format=%B', tip]);
  const all = new Map([...own, ...changes]);
  const begun = commitOn(repository, git(['rev-parse', place.branch]), all, message, authorOf(repository, tip));
  moveBranch(repository, branch, begun);
}

/** The commit that changed a file last, for people. */
function lastChange({ git }: Repository, commit: string, file: string) {
  const said = git(['log', '-1', '--format=%an%n%aI%n%s', commit, '--', file]);
  const [author = '', date = '', subject = ''] = said.split('\n');
  return { file, author, date, subject };
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
  one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
