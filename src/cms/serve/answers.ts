import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import type { Draft } from '../../content/fix';
import { readIn } from '../../content/read';
import { writeDraft } from '../../content/write';
import { ledgerFile } from '../../site/addresses/ledger';
import { branchOfDraft, type DraftPlace, draftAt, forkOf, Moved, publishDraft, rebaseDraft, saveDraft } from './drafts';
import { bytesAt, commitAt, commitOn, isOpenTo, moveBranch, type Repository, repositoryAt } from './git';

/** What the admin page is answered: a status of HTTP, and data. */
export interface Answer {
  status: number;
  body: unknown;
}

/** A project, and whether what is written into it is committed. */
export interface Project {
  root: string;
  mode: 'fs' | 'git';
}

interface Params {
  branch: string;
  id?: string;
  collection?: string;
  slug?: string;
  path?: string;
  paths?: string[];
  commit?: string;
  files?: { path: string; text: string | null; expected?: string | null }[];
  dataFiles?: { path: string; raw: string; slug: string; newPath?: string; expected?: string | null }[];
  assets?: Asset[];
  asset?: Asset;
  options?: { commitMessage: string; useWorkflow?: boolean; collectionName?: string; status?: string };
}

interface Asset {
  path: string;
  content: string;
  encoding: BufferEncoding;
}

type Action = (project: Project, params: Params) => Answer;

const done: Answer = { status: 200, body: { message: 'done' } };

/**
 * What this project answers itself, by the name of the action. Everything that writes is here: all of its files are written
 * or none is, whatever happens meanwhile, and none over what others wrote since it was read.
 *
 * Decap 3.16.3, decap-server 3.11.0 writes one file after the other in place, checks branches out for it, and leaves a merge that
 * fails half done. To try: hand these on to it, fill the disk, or publish a draft whose entry has changed meanwhile.
 */
const own: Record<string, Action> = {
  persistEntry(project, { branch, dataFiles = [], assets = [], options }) {
    const { commitMessage: message = 'Update', useWorkflow, collectionName = '', status } = options ?? {};
    const changes = new Map<string, Uint8Array | undefined>();
    for (const { path, raw, newPath } of dataFiles) {
      if (newPath && newPath !== path) changes.set(path, undefined);
      changes.set(newPath ?? path, Buffer.from(raw));
    }
    for (const { path, content, encoding } of assets) changes.set(path, Buffer.from(content, encoding));
    const place = { branch, collection: collectionName, slug: dataFiles[0]?.slug ?? '' };
    const at = useWorkflow ? draftOr(project, place) : branch;
    const expected = dataFiles.map(({ path, expected: text }) => ({ path, expected: text }));
    if (useWorkflow) {
      return written(project, at, changes, expected, (repository) =>
        saveDraft(repository, place, changes, { message, status }),
      );
    }
    return written(project, at, changes, expected, commitTo(branch, changes, message));
  },
  deleteFiles(project, { branch, paths = [], options }) {
    const changes = new Map(paths.map((path) => [path, undefined]));
    return written(project, branch, changes, [], commitTo(branch, changes, options?.commitMessage ?? 'Delete'));
  },
  persistMedia(project, { branch, asset, options }) {
    const { path = '', content = '', encoding } = asset ?? {};
    const bytes = Buffer.from(content, encoding);
    const changes = new Map([[path, bytes]]);
    const answer = written(project, branch, changes, [], commitTo(branch, changes, options?.commitMessage ?? 'Upload'));
    return answer === done ? { status: 200, body: mediaOf(path, bytes) } : answer;
  },
  /** Several files in one step: texts, and null for what is deleted. */
  change(project, { branch, files = [], options }) {
    const changes = new Map(files.map(({ path, text }) => [path, text === null ? undefined : Buffer.from(text)]));
    return written(project, branch, changes, files, commitTo(branch, changes, options?.commitMessage ?? 'Update'));
  },
  /** All of the content as it stands in the work tree, and the ledger beside it. */
  content({ root }) {
    const names = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' });
    const files = [
      ...names.filter((name) => /\.(?:md|yml)$/.test(name)).map((name) => `content/${name.split(sep).join('/')}`),
      ledgerFile,
    ];
    const texts = files.map((path) => ({ path, text: String(Buffer.from(readIn(root)(path) ?? [])) }));
    return { status: 200, body: { files: texts } };
  },
  /** The text of a file now, or in a commit; null where there is none. */
  text(project, { branch, path = '', commit }) {
    return { status: 200, body: { text: textAt(project, commit ?? branch, path) ?? null } };
  },
};

/** What only a project under git answers. */
const ofGit: Record<string, (repository: Repository, params: Params) => Answer> = {
  unpublishedEntry(repository, { id, ...params }) {
    const [collection = '', ...rest] = (id ?? '').split('/');
    const place = id ? { branch: params.branch, collection, slug: rest.join('/') } : (params as DraftPlace);
    const draft = draftAt(repository, place);
    return draft ? { status: 200, body: draft } : { status: 404, body: { error: 'There is no such draft' } };
  },
  unpublishedEntryDataFile(repository, { path = '', ...params }) {
    const bytes = bytesAt(repository, branchOfDraft(params as DraftPlace), path);
    if (!bytes) return { status: 404, body: { error: `${path} is not in the draft` } };
    return { status: 200, body: { data: Buffer.from(bytes).toString() } };
  },
  unpublishedEntryMediaFile(repository, { path = '', ...params }) {
    const bytes = bytesAt(repository, branchOfDraft(params as DraftPlace), path);
    if (!bytes) return { status: 404, body: { error: `${path} is not in the draft` } };
    return { status: 200, body: mediaOf(path, bytes) };
  },
  publishUnpublishedEntry(repository, params) {
    publishDraft(repository, params as DraftPlace);
    return done;
  },
  /** The text of a file where a draft left what is published. */
  fork(repository, { path = '', ...params }) {
    const bytes = bytesAt(repository, forkOf(repository, params as DraftPlace), path);
    return { status: 200, body: { text: bytes ? Buffer.from(bytes).toString() : null } };
  },
  rebase(repository, { files = [], ...params }) {
    const changes = files.map(({ path, text }) => [path, text === null ? undefined : Buffer.from(text)] as const);
    rebaseDraft(repository, params as DraftPlace, new Map(changes));
    return done;
  },
  /** Who changed a file, the last first. */
  versions({ git }, { branch, path = '' }) {
    const said = git(['log', '-100', '-z', '--format=%H%n%an%n%aI%n%s', branch, '--', path]);
    const versions = said.split('\0').flatMap((item) => {
      const [commit, author, date, message] = item.split('\n');
      return commit ? [{ commit, author, date, message }] : [];
    });
    return { status: 200, body: { versions } };
  },
};

const mediaOf = (path: string, bytes: Uint8Array) => ({
  id: createHash('sha256').update(bytes).digest('hex'),
  content: Buffer.from(bytes).toString('base64'),
  encoding: 'base64',
  path,
  name: basename(path),
});

/** What a project answers to an action of the admin page; undefined for what the CMS’s own server is asked. */
export function answerOf(project: Project, action: string, params: Params): Answer | undefined {
  const isGit = project.mode === 'git';
  const ask = Object.hasOwn(own, action)
    ? () => own[action]?.(project, params)
    : isGit && Object.hasOwn(ofGit, action)
      ? () => ofGit[action]?.(repositoryAt(project.root), params)
      : undefined;
  if (!ask)
    return Object.hasOwn(ofGit, action) ? { status: 404, body: { error: 'There is no history here' } } : undefined;
  // What begins with a dash would be an option of git.
  const names = [params.branch, params.commit, params.collection, params.slug, params.id, params.path];
  if (names.some((name) => name !== undefined && (typeof name !== 'string' || name.startsWith('-'))))
    return { status: 400, body: { error: 'No name begins with a dash' } };
  try {
    return ask();
  } catch (error) {
    return refusal(error);
  }
}

/** Why something could not be done, for the one who asked. */
function refusal(error: unknown): Answer {
  if (error instanceof Moved) return { status: 409, body: { error: error.message, changes: error.changes } };
  const { code, stderr, message, signal } = error as NodeJS.ErrnoException & { stderr?: string; signal?: string };
  const said = `${stderr ?? ''}${message}`;
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code ?? '') || signal === 'SIGXFSZ';
  if (isFull || /No space left|[Qq]uota exceeded|File too large/.test(said))
    return {
      status: 507,
      body: { error: 'The disk is full, and nothing was saved. What you wrote is still in the form.' },
    };
  if (code === 'EACCES' || code === 'EROFS' || /Permission denied|Read-only/.test(said))
    return { status: 500, body: { error: 'The files may not be written. Nothing was saved.' } };
  return { status: 500, body: { error: `Nothing was changed. ${(stderr || message).trim()}` } };
}

const commitTo = (branch: string, changes: Draft, message: string) => (repository: Repository) => {
  const tip = repository.git(['rev-parse', branch]);
  moveBranch(repository, branch, commitOn(repository, tip, changes, message), changes);
};

/** Where a draft is read: on its branch, once it has one. */
function draftOr({ root }: Project, place: DraftPlace): string {
  const branch = branchOfDraft(place);
  return commitAt(repositoryAt(root), `refs/heads/${branch}`) ? branch : place.branch;
}

function written(
  project: Project,
  at: string,
  changes: Draft,
  expected: readonly { path: string; expected?: string | null | undefined }[],
  commit: (repository: Repository) => void,
): Answer {
  const strange = [...changes.keys()].find((file) => !isOpenTo(file));
  if (strange !== undefined) return { status: 403, body: { error: `${strange} is no file of the content` } };
  const moved = expected.find(
    ({ path, expected: text }) => text !== undefined && textAt(project, at, path) !== (text ?? undefined),
  );
  if (moved) return { status: 409, body: { error: `${moved.path} has changed meanwhile`, moved: moved.path } };
  if (project.mode === 'git') commit(repositoryAt(project.root));
  else writeDraft(project.root, changes, readIn(project.root));
  return done;
}

/** The text of a file at a branch or a commit: as it is in the work tree where that is what is checked out. */
function textAt({ root, mode }: Project, at: string, file: string): string | undefined {
  const isCheckedOut = () => repositoryAt(root).git(['branch', '--show-current']) === at;
  const bytes = mode === 'fs' || isCheckedOut() ? readIn(root)(file) : bytesAt(repositoryAt(root), at, file);
  return bytes && Buffer.from(bytes).toString();
}
