import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { codeFolder } from './code-folder';

/**
 * How the site looks and how it is run: nothing that is found out about content depends on these folders. Of the
 * documents the editors’ handbook counts, which is published with the site.
 */
const outer = ['docs', 'src/cms', 'src/commands', 'src/develop', 'src/output', 'src/render', 'src/theme'];

/**
 * What the results of the generator depend on beside their input: `core`, the code that reads, checks and renders content;
 * `all`, that and the code of pages. Both with the packages and the Node version they run with.
 */
export function codeVersion(): { core: string; all: string } {
  const files = ['src', 'docs']
    .flatMap((folder) => readdirSync(join(codeFolder, folder), { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) => relative(codeFolder, join(item.parentPath, item.name)))
    .filter((file) => file.startsWith('src') || file.startsWith(join('docs', 'handbook')))
    .sort();
  const core = createHash('sha1')
    .update(process.version)
    .update(readFileSync(join(codeFolder, 'package-lock.json')));
  const all = createHash('sha1');
  for (const file of files) {
    const isOuter = outer.some((folder) => file.startsWith(join(folder, '/')));
    (isOuter ? all : core).update(`${file}\n`).update(readFileSync(join(codeFolder, file)));
  }
  const digest = core.digest('hex');
  return { core: digest, all: all.update(digest).digest('hex') };
}
