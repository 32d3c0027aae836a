import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import PQueue from 'p-queue';
import { isPackable, typeOf } from '../hosts/types';
import { filesBelow, removeEmpty } from './publish';

/** What packing a site came to. */
export interface Packed {
  files: number;
  /** Files that were copied, since they are new or others than before. */
  copied: number;
  removed: number;
}

/** Below this many bytes a file comes in one packet anyway. */
const worthIt = 1000;

const ways = [
  {
    ending: '.br',
    pack: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
  },
  { ending: '.gz', pack: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
];

/**
 * Makes of a folder another that has packed copies beside its texts (`index.html.br`, `index.html.gz`), for servers that
 * send these. A file that is the same as before by size and time is not packed again. Copies have the time of their file,
 * so that a server calls the same bytes by the same name.
 */
export async function packSite(from: string, to: string): Promise<Packed> {
  mkdirSync(to, { recursive: true });
  const files = filesBelow(from);
  const known = new Set(files);
  const kept = new Set<string>();
  let copied = 0;
  const queue = new PQueue({ concurrency: availableParallelism() });
  await queue.addAll(
    files.map((path) => async () => {
      const [source, target] = [join(from, path), join(to, path)];
      const { size, atime, mtime, mtimeMs } = statSync(source);
      const endings = size >= worthIt && isPackable(typeOf(path)) ? ways : [];
      for (const { ending } of endings) {
        if (known.has(path + ending)) throw new Error(`${path}${ending} is a file of the site: rename it.`);
        kept.add(path + ending);
      }
      const before = statSync(target, { throwIfNoEntry: false });
      if (before?.isFile() && before.size === size && Math.abs(before.mtimeMs - mtimeMs) < 2) return;
      copied++;
      mkdirSync(dirname(target), { recursive: true });
      const bytes = endings.length > 0 ? readFileSync(source) : Buffer.alloc(0);
      for (const { ending, pack } of endings) {
        writeFileSync(target + ending, await pack(bytes));
        utimesSync(target + ending, atime, mtime);
      }
      // Last, so that what was cut off is done again.
      copyFileSync(source, target);
      utimesSync(target, atime, mtime);
    }),
  );
  const gone = filesBelow(to).filter((path) => !known.has(path) && !kept.has(path));
  for (const path of gone) rmSync(join(to, path));
  removeEmpty(to);
  return { files: files.length, copied, removed: gone.filter((path) => !/\.(?:br|gz)$/.test(path)).length };
}
