import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolder } from './code-folder';

/** How the site looks and how it is run: nothing that is found out about content depends on these folders. */
const outer = ['cms', 'commands', 'develop', 'output', 'render', 'theme'];

/**
 * What the results of the generator depend on beside their input: `core`, the code that reads, checks and renders content;
 * `all`, that and the code of pages. Both with the packages and the Node version they run with.
 */
export function codeVersion(): { core: string; all: string } {
  const folder = join(codeFolder, 'src');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
  const core = createHash('sha1')
    .update(process.version)
    .update(readFileSync(join(codeFolder, 'package-lock.json')));
  const all = createHash('sha1');
  for (const file of files) {
    const isOuter = outer.includes(file.split(/[\\/]/)[0] as string);
    (isOuter ? all : core).update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  const digest = core.digest('hex');
  return { core: digest, all: all.update(digest).digest('hex') };
}
