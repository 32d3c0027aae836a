// Runs the code of a bundle, in the main thread or, as the file of a worker, there. Compiling a bundle takes longer than
// most commands: what V8 has made of it is kept beside it, whole functions that were called included.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { isMainThread, workerData } from 'node:worker_threads';

/** What the code gives for `import.meta.url`: a file that runs the same code, in a worker too. */
const urlOf = (path) => `${import.meta.url.split('?')[0]}?code=${encodeURIComponent(path)}`;

/**
 * What the bundle at `path` exports, and `keep`, which writes what V8 has compiled by then where nothing is kept that it
 * takes. That is a matter of its version and its options; it takes nothing else.
 */
export function load(path) {
  const kept = `${path}.${process.version}.${process.arch}`;
  const head = '(function (exports, require, module, __filename, importMetaUrl, importModule) {';
  const script = new Script(`${head}${readFileSync(path, 'utf8')}\n})`, {
    filename: path,
    columnOffset: -head.length,
    cachedData: readIf(kept),
  });
  const module = { exports: {} };
  const importModule = (url) => import(url);
  script.runInThisContext()(module.exports, createRequire(path), module, path, urlOf(path), importModule);
  return {
    exports: module.exports,
    keep() {
      if (script.cachedDataRejected === false) return;
      writeWhole(kept, script.createCachedData());
    },
  };
}

function readIf(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Writes a file at once: another process may write the same at the same time. */
export function writeWhole(path, bytes) {
  const next = `${path}.${process.pid}`;
  writeFileSync(next, bytes);
  renameSync(next, path);
}

if (!isMainThread) {
  // The address of a worker’s file loses what it asks for.
  load(new URL(workerData.url).searchParams.get('code'));
}
