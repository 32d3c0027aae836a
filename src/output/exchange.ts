import { createRequire } from 'node:module';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { codeFolder } from '../cache/code-folder';

/**
 * Lets two folders change places in one step, so that nobody ever sees neither of them: `renameat2` with RENAME_EXCHANGE
 * on Linux, `renamex_np` with RENAME_SWAP on macOS. Node has no function for it, and so koffi calls the C library. False
 * where the system or the file system can’t do so, and nothing has changed then.
 */
export function exchange(a: string, b: string): boolean {
  try {
    swap ??= load();
    return swap(a, b) === 0;
  } catch {
    return false;
  }
}

let swap: ((a: string, b: string) => number) | undefined;

const here = -100;
const isExchange = 2;

function load(): (a: string, b: string) => number {
  // Only where it is needed, and only where there is one for the machine.
  const koffi = createRequire(join(codeFolder, 'package.json'))('koffi') as typeof import('koffi');
  if (platform === 'darwin') {
    const renamex = koffi.load('libSystem.B.dylib').func('int renamex_np(const char *, const char *, unsigned int)');
    return (a, b) => renamex(a, b, isExchange);
  }
  if (platform !== 'linux') throw new Error(`Folders can’t change places in one step on ${platform} ${arch}`);
  // The C library of the process itself, whichever that is.
  const renameat2 = koffi.load(null).func('int renameat2(int, const char *, int, const char *, unsigned int)');
  return (a, b) => renameat2(here, a, here, b, isExchange);
}
