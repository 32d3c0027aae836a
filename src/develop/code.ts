import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildFailure, type BuildOptions, context } from 'esbuild';
import { workFolder } from '../cache/cache';
import { codeFolder } from '../cache/code-folder';
import { all as options } from '../commands/bundle.json';

/** The code of the generator that may change while it runs. */
export interface Code {
  core: typeof import('./core');
  document: typeof import('../render/document');
}

// biome-ignore lint/suspicious/noExplicitAny: what a module exports, its reader knows
type ImportModule = (url: string) => Promise<any>;
/** Given by `src/commands/load.mjs` to what it runs, which is no module and has no `import()` of its own. */
declare const importModule: ImportModule | undefined;
const importCode: ImportModule = typeof importModule === 'function' ? importModule : (url) => import(url);

const entryPoints = {
  core: join(codeFolder, 'src/develop/core.ts'),
  document: join(codeFolder, 'src/render/document.tsx'),
};

/**
 * Gives the code as it is now, each time it is called. Files are named after their bytes, so that what did not change is
 * not loaded again: a template that was saved comes alone. Rejects with `CodeFault` where it can't be read.
 */
export async function codeReader(): Promise<() => Promise<Code>> {
  const folder = join(codeFolder, workFolder, 'code');
  mkdirSync(folder, { recursive: true });
  const { rebuild } = await context({
    ...(options as BuildOptions & { write: false }),
    entryPoints,
    format: 'esm',
    supported: {},
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    sourcemap: 'inline',
    metafile: true,
    define: { 'process.env.CODE_FOLDER': JSON.stringify(codeFolder) },
  });
  return async () => {
    const { outputFiles } = await rebuild().catch((error: BuildFailure) => {
      throw new CodeFault(error);
    });
    for (const { path, contents } of outputFiles) {
      writeFileSync(`${path}.${process.pid}`, contents);
      renameSync(`${path}.${process.pid}`, path);
    }
    const load = async (name: string) => {
      const file = outputFiles.find(({ path }) => basename(path).startsWith(`${name}-`));
      return file && (await importCode(pathToFileURL(file.path).href));
    };
    return { core: await load('core'), document: await load('document') };
  };
}

/** What keeps the code from being read, a line for each place. */
export class CodeFault extends Error {
  constructor({ errors, message }: BuildFailure) {
    const lines = errors.map(({ location, text }) =>
      location ? `${location.file}:${location.line}:${location.column + 1}  error  ${text}` : text,
    );
    super(lines.join('\n') || message);
  }
}
