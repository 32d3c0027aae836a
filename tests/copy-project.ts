import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();

/**
 * Copies the project into a temporary folder, where other content than the site's own can be built.
 * `node_modules` is linked; caches, the built site and what is named beside them stay behind. `remove` deletes the copy.
 */
export function copyProject(without: readonly string[] = ['tests']): { root: string; remove: () => void } {
  const copy = mkdtempSync(join(tmpdir(), 'project-'));
  const left = new Set(['node_modules', '.git', '.cache', '.build', 'public', '.ci', 'addresses.txt', ...without]);
  for (const name of readdirSync(root).filter((item) => !left.has(item))) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
