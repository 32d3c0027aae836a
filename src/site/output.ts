import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from './feeds';

/** What Gatsby leaves in `public/` for its runtime in the browser, which this site does without. */
const runtime =
  /^(?:page-data|slice-data|static|_gatsby|~partytown|chunk-map\.json|webpack\.stats\.json|.+\.js|.+\.js\.map|.+\.js\.LICENSE\.txt)$/;

/**
 * Writes files into `public/`, and removes those that an earlier build left there, written or copied from `static/`,
 * and this one does not have any more. Gatsby does the same for pages.
 */
export function writeFiles(root: string, files: readonly SiteFile[], copied: Iterable<string>): void {
  for (const { path, text } of files) {
    const file = join(root, 'public', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const list = join(root, '.cache/files.json');
  const present = new Set([...files.map(({ path }) => path), ...copied]);
  // Without the list nothing is known of the earlier build, and all it may have left is looked through; pages aside, for
  // those Gatsby has removed.
  const former: string[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : filesIn(join(root, 'public'));
  for (const path of former.filter((item) => !present.has(item))) rmSync(join(root, 'public', path), { force: true });
  writeFileSync(list, JSON.stringify([...present]));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.html') && !runtime.test(path.split('/')[1] ?? ''));

/**
 * Moves Gatsby's runtime out of what is published: nobody asks for it, and its JSON would tell of hidden posts.
 * It is parked and not deleted, because the next build reads it to find out what has changed.
 */
export function parkRuntime(root: string, assets: Iterable<string>): void {
  // What stands in static/ is the site's own, whatever it is called.
  const own = new Set([...assets].map((path) => path.split('/')[1] ?? ''));
  move(join(root, 'public'), join(root, '.cache/runtime'), own);
}

/** Puts the parked runtime back for the next build. */
export function restoreRuntime(root: string): void {
  // Where `public/` was deleted, Gatsby must see that it is gone, or it would build only what has changed.
  if (existsSync(join(root, 'public'))) move(join(root, '.cache/runtime'), join(root, 'public'), new Set());
}

function move(from: string, to: string, except: ReadonlySet<string>): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((item) => runtime.test(item) && !except.has(item))) {
    rmSync(join(to, name), { recursive: true, force: true });
    renameSync(join(from, name), join(to, name));
  }
}
