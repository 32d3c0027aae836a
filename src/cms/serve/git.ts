import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, ReadFile } from '../../content/fix';
import { readIn } from '../../content/read';
import { writeDraft } from '../../content/write';

/** A repository of git on this machine. What is asked and committed here needs no branch checked out. */
export interface Repository {
  root: string;
  /** What git answers, without the line end. Throws what git says is wrong. */
  git(args: readonly string[], options?: { input?: string | Uint8Array; env?: Record<string, string> }): string;
}

export function repositoryAt(root: string): Repository {
  return {
    root,
    git: (args, { input, env } = {}) =>
      execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        input: input ?? '',
        env: { ...process.env, LC_ALL: 'C', ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
        maxBuffer: 1 << 28,
      }).replace(/\n$/, ''),
  };
}

/** The commit that a name stands for; undefined where it stands for none. */
export function commitAt({ git }: Repository, name: string): string | undefined {
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  } catch {
    return undefined;
  }
}

/** The bytes of a file in a commit; undefined where it has none. */
export function bytesAt({ root }: Repository, commit: string, file: string): Uint8Array | undefined {
  try {
    // As they stand in a work tree: with the line ends that the project asks for.
    const args = ['cat-file', '--filters', `${commit}:${file}`];
    return execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch {
    return undefined;
  }
}

/** Every file that differs between two commits, and what it is in the second; undefined where it is no more. */
export function changesBetween(repository: Repository, from: string, to: string): Draft {
  const names = repository.git(['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]).split('\0');
  return new Map(names.filter(Boolean).map((file) => [file, bytesAt(repository, to, file)]));
}

/** Who made a commit and when, as `commitTo` takes it. */
export const authorOf = ({ git }: Repository, commit: string): Record<string, string> => {
  const [name = '', email = '', date = ''] = git(['show', '-s', '--format=%an%n%ae%n%aI', commit]).split('\n');
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date };
};

/** A new commit that changes files of `parent`; `parent` itself where nothing differs. No branch moves. */
export function commitOn(
  { git }: Repository,
  parent: string,
  changes: Draft,
  message: string,
  author: Record<string, string> = {},
): string {
  const index = join(git(['rev-parse', '--absolute-git-dir']), `site-index-${process.pid}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    git(['read-tree', parent], { env });
    const stood = git(['ls-files', '-z', '--stage', '--', ...changes.keys()], { env }).split('\0');
    const modes = new Map(stood.map((line) => [line.slice(line.indexOf('\t') + 1), line.split(' ')[0]]));
    const lines = [...changes].map(([file, bytes]) => {
      if (!bytes) return `0 ${'0'.repeat(40)}\t${file}\0`;
      const blob = git(['hash-object', '-w', '--stdin', `--path=${file}`], { input: bytes });
      return `${modes.get(file) ?? '100644'} ${blob}\t${file}\0`;
    });
    git(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    const tree = git(['write-tree'], { env });
    if (tree === git(['rev-parse', `${parent}^{tree}`])) return parent;
    return git(['commit-tree', tree, '-p', parent, '-F', '-'], { input: message, env: author });
  } finally {
    rmSync(index, { force: true });
  }
}

/**
 * Lets a branch end with a commit. Where it is checked out, its files follow, all or none; what stands in them and is not
 * committed is kept: then nothing is changed, and this throws.
 */
export function moveBranch(repository: Repository, branch: string, commit: string, changes?: Draft): void {
  const { git, root } = repository;
  const former = commitAt(repository, `refs/heads/${branch}`);
  const move = () => void git(['update-ref', `refs/heads/${branch}`, commit, former ?? '0'.repeat(40)]);
  if (git(['branch', '--show-current']) !== branch || !former) {
    move();
    return;
  }
  const differing = changes ?? changesBetween(repository, former, commit);
  const files = [...differing.keys()];
  if (!changes && files.length > 0 && git(['status', '--porcelain', '--', ...files]))
    throw new Error(`There are changes that are not committed in: ${files.join(', ')}`);
  const before: Draft = new Map(files.map((file) => [file, readIn(root)(file)]));
  const asBefore: ReadFile = (file) => before.get(file);
  writeDraft(root, differing, asBefore);
  try {
    move();
    if (files.length > 0) git(['update-index', '--add', '--remove', '--', ...files]);
  } catch (error) {
    writeDraft(root, before, readIn(root));
    throw error;
  }
}

/** Whether a path stays within the project, and out of what git and the project’s own programs keep there. */
export const isOpenTo = (file: string): boolean =>
  /^(?:content|static)\/[^\\]+$/.test(file) && file.split('/').every((part) => !/^\.{0,2}$/.test(part));
