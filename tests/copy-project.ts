import { cpSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolder } from '../src/cache/code-folder';
import { temporaryFolder } from './temporary-folder';

/**
 * The site the tests stand on: of an invented organisation, with every kind of content, ordinary and odd. What the
 * project’s own site says is no test’s business, and may change without one.
 */
export const siteFolder = join(codeFolder, 'tests/fixtures/site');
/** The moment for which it is built: some of its posts, events and jobs are past, some are ahead. */
export const siteTime = '2026-11-23T00:00:00.000Z';

export interface Copy {
  root: string;
  remove(): void;
}

const siteParts = ['content', 'static', 'addresses.txt'];
const made = ['node_modules', '.git', '.cache', '.build', 'public', '.ci'];

function copyTo(root: string, from: string, names: readonly string[]): Copy {
  for (const name of names) cpSync(join(from, name), join(root, name), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Copies the site of the fixtures into a temporary folder: what is written there, without a generator. */
export const copySite = (): Copy => copyTo(temporaryFolder('site'), siteFolder, siteParts);

/**
 * Copies the generator with the site of the fixtures into a temporary folder, for tests that change its sources or need
 * what Gatsby wants beside them. `node_modules` is linked, caches and tests stay behind.
 */
export const copyProject = (): Copy => copyGenerator(copySite().root, ['tests']);

/** Copies the generator around a site, without what it has made and what is named beside that. */
export function copyGenerator(root: string, without: readonly string[] = []): Copy {
  const left = new Set([...made, ...siteParts, ...without]);
  symlinkSync(join(codeFolder, 'node_modules'), join(root, 'node_modules'));
  return copyTo(
    root,
    codeFolder,
    readdirSync(codeFolder).filter((name) => !left.has(name)),
  );
}
