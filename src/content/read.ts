import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Store, storeWhere } from '../cache/store';
import { inFile } from '../model/advice';
import type { Collection } from '../model/collection';
import { nearest } from '../model/nearest';
import { type AnyEntry, assumedEntry, type Checked, checkEntry } from './entry';
import type { ReadFile } from './fix';
import { keptEntry } from './kept-entry';
import { type Problem, problemOf } from './problem';
import { type Path, parseSource } from './source';

export interface Content {
  /** What may be written. */
  collections: readonly Collection[];
  /** In the order of their files' names. */
  entries: AnyEntry[];
  /** All problems of all files; see `resolveSite` for those between entries. */
  problems: Problem[];
  /** The collections of which a file could not be read, so that not all of their entries are known. */
  unread: Set<string>;
  /** The texts of the files that gave no entry, by file. */
  broken: Map<string, string>;
  /** The fields of which entries hold no more than a default, by file; the empty path stands for all of them. */
  assumed: Map<string, readonly Path[]>;
}

/** Told now and then how far a run has come: how many of all files are done. */
export type Progress = (
  doing: 'Reading' | 'Checking' | 'Building' | 'Asking other sites' | 'Reading the former site' | 'Importing',
  done: number,
  total: number,
) => void;

/** Reads the files of a project as they are on the disk. */
export const readIn =
  (root: string): ReadFile =>
  (file) =>
    existsSync(join(root, file)) ? readFileSync(join(root, file)) : undefined;

/**
 * Reads every file below `content/` of a project. Gathers all problems rather than stopping at the first, and
 * never throws for what a file holds; an unreadable folder throws as `node:fs` does.
 */
export function readContent(
  root: string,
  {
    collections,
    progress,
    read = readIn(root),
    store,
    isWanted = () => true,
  }: {
    collections: readonly Collection[];
    progress?: Progress | undefined;
    read?: ReadFile | undefined;
    /** What earlier runs read. */
    store?: Store | undefined;
    /** Whether a file is looked at; all are, if it is left out. */
    isWanted?: (file: string) => boolean;
  },
): Content {
  const content: Content = {
    collections,
    entries: [],
    problems: [],
    unread: new Set(),
    broken: new Map(),
    assumed: new Map(),
  };
  const folder = join(root, 'content');
  if (!existsSync(folder)) {
    content.problems.push(
      problemOf('content', 'missing-folder', 'There is no folder “content”', 'run this in the folder of the project'),
    );
    return content;
  }
  const listed = listFolder(root, folder, content).filter(isWanted);
  const files = [...listed, ...unwritten(collections, listed, read)];
  // What one may write in a file depends on all kinds of content there are: which lists, sections and words.
  const kept = store && storeWhere(store, collections.map(({ name }) => name).join(' '));
  for (const [done, file] of files.entries()) {
    progress?.('Reading', done, files.length);
    readFile(file, content, read, kept);
  }
  for (const collection of collections) {
    const { name, single, folder: path, format, label } = collection;
    if (single !== 'required' || content.entries.some((entry) => entry.collection.name === name)) continue;
    const file = `content/${path}.${format}`;
    if (!existsSync(join(root, file)))
      content.problems.push(problemOf(file, 'missing-file', `The file of “${label}” is missing`, `add ${file}`));
    const { entry, paths } = assumedEntry(file, path, collection, parseSource('', format));
    content.entries.push(entry);
    content.assumed.set(file, paths);
  }
  return content;
}

/** The single files that a draft adds: `read` has them, and the disk not yet. */
const unwritten = (collections: readonly Collection[], listed: readonly string[], read: ReadFile): string[] =>
  collections
    .filter(({ single }) => single)
    .map(({ folder, format }) => `content/${folder}.${format}`)
    .filter((file) => !listed.includes(file) && read(file) !== undefined);

function listFolder(root: string, folder: string, content: Content): string[] {
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((item) => {
    const path = join(folder, item.name);
    const file = relative(root, path).split(sep).join('/');
    if (item.name.startsWith('.')) {
      if (item.isFile() && !item.name.startsWith('._') && !('problem' in placeOf(content.collections, file))) {
        content.problems.push(
          problemOf(
            file,
            'hidden-file',
            'The name of the file begins with a dot, and so the file is left out',
            'name it without the dot at its beginning',
          ),
        );
      }
      return [];
    }
    if (item.isDirectory()) return listFolder(root, path, content);
    if (!item.isSymbolicLink() || isLinkWithin(join(root, 'content'), path)) return [file];
    content.problems.push(
      problemOf(
        file,
        'linked-file',
        'The file is a link to a folder, to something outside “content”, or to nothing',
        'put the file itself here',
      ),
    );
    return [];
  });
}

function readFile(file: string, content: Content, read: ReadFile, store: Store | undefined): void {
  const { collections, entries, problems, unread, broken, assumed } = content;
  const place = placeOf(collections, file);
  if ('problem' in place) {
    problems.push(place.problem);
    return;
  }
  const bytes = read(file) ?? new Uint8Array();
  const {
    entry,
    problems: found,
    assumed: guess,
  } = keptEntry(store, file, bytes, place.candidates, () => checkFile(file, bytes, place));
  if (entry) entries.push(entry);
  else if (guess) {
    entries.push(guess.entry);
    assumed.set(file, guess.paths);
  } else {
    if (place.candidates.some(({ single }) => single)) assumed.set(file, [[]]);
    for (const { name } of place.candidates) unread.add(name);
    if (isUtf8(bytes)) broken.set(file, Buffer.from(bytes).toString('utf8'));
  }
  problems.push(...found);
}

function checkFile(file: string, bytes: Uint8Array, { slug, candidates }: Place): Checked {
  const text = Buffer.from(bytes).toString('utf8');
  if (!isUtf8(bytes)) {
    const before = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\n|\r/);
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const problem = problemOf(
      file,
      'wrong-encoding',
      'The file is not written in UTF-8',
      'save it again with the encoding “UTF-8”',
    );
    return { problems: [{ ...problem, ...place }] };
  }
  if (text.trim() === '') {
    return { problems: [problemOf(file, 'empty-file', 'The file is empty', 'write its fields, or delete the file')] };
  }
  return checkEntry(file, slug, candidates, text);
}

/** Where a file belongs. */
interface Place {
  /** The collections it may be an entry of. */
  candidates: Collection[];
  /** What it is called in them. */
  slug: string;
}

function placeOf(all: readonly Collection[], file: string): Place | { problem: Problem } {
  const ending = extname(file);
  const path = file.slice('content/'.length, -ending.length || undefined);
  const here = all.filter(({ single, folder }) => (single ? path === folder : path.startsWith(`${folder}/`)));
  if (here.length === 0) {
    const folders = [...new Set(all.map(({ single, folder, format }) => (single ? `${folder}.${format}` : folder)))];
    const similar = nearest(path.split('/')[0] ?? '', folders) ?? nearest(path, folders);
    return {
      problem: problemOf(
        file,
        'misplaced-file',
        'The file belongs to no collection',
        inFile(
          `move it to ${similar ? `content/${similar}` : `one of: ${folders.map((name) => `content/${name}`).join(', ')}`}`,
        ),
      ),
    };
  }
  const candidates = here.filter(({ format }) => ending === `.${format}`);
  const first = here[0] as Collection;
  if (candidates.length === 0) {
    return {
      problem: problemOf(
        file,
        'misplaced-file',
        `“${first.plural}” are files that end in .${first.format}`,
        inFile('rename it, or move it elsewhere'),
      ),
    };
  }
  return { candidates, slug: first.single ? path : path.slice(first.folder.length + 1) };
}

function isLinkWithin(folder: string, path: string): boolean {
  try {
    const target = realpathSync(path);
    return target.startsWith(realpathSync(folder) + sep) && lstatSync(target).isFile();
  } catch {
    return false;
  }
}
