import { posix } from 'node:path';
import { type Problem, problemOf } from '../../content/problem';
import { decode } from '../../site/addresses/address';
import type { Site } from '../../site/site';

/** Finds files in the folders of `static/` to which nothing leads. Those beside the folders are asked for by their names. */
export function checkUnused({ entries, broken, assets }: Site): Problem[] {
  const folderOf = (path: string) => path.split('/')[1] ?? '';
  // A folder with pages of its own has its own ways.
  const foreign = new Set([...assets.keys()].filter((path) => /\.html?$/i.test(path)).map(folderOf));
  const owned = [...assets].filter(([path]) => /^\/[^/.][^/]*\/.*\.\w+$/.test(path) && !foreign.has(folderOf(path)));
  if (owned.length === 0) return [];
  const named = new Set<string>();
  for (const text of [...entries.map(({ source }) => source.text), ...broken.values()]) {
    for (const [name] of text.matchAll(/(?<![^/\s"'()<>[\]\\])[^/\s"'()<>[\]\\]+\.\w+/g))
      named.add(lastWord(decode(name)));
  }
  const unused = owned.filter(([path]) => !named.has(lastWord(path)));
  const [first] = unused;
  if (!first) return [];
  const shown = unused.slice(0, 5).map(([path]) => posix.basename(path));
  const more = unused.length - shown.length;
  const message =
    unused.length === 1
      ? 'Nothing shows the file, and no link leads to it'
      : `Nothing shows ${unused.length} files, and no link leads to them: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [problemOf(first[1].file, 'unused-file', message, unused.length === 1 ? 'delete it' : 'delete them')];
}

/** What of a name no space or bracket parts, as a text is searched for it. */
const lastWord = (name: string) => /[^/\s"'()<>[\]\\]*$/.exec(name.normalize('NFC'))?.[0] ?? '';
