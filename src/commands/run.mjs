// Starts a command of src/commands/, or another script: bundles its code, which takes a fifth of the time that loading
// its modules one by one would, and calls its `main`. This file is JavaScript because it comes before all that reads
// TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const codeFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bundles = join(codeFolder, '.build/code');

/** Bundles a source file, and returns where the bundle is. One of the same bytes is used again. */
async function bundle(source) {
  const { buildSync } = await import('esbuild');
  const name = basename(source).replace(/\.tsx?$/, '');
  const { outputFiles } = buildSync({
    entryPoints: [source],
    outfile: join(bundles, `${name}.mjs`),
    ...JSON.parse(readFileSync(join(codeFolder, 'src/commands/bundle.json'), 'utf8')),
    sourcemap: 'linked',
    define: { 'process.env.CODE_FOLDER': JSON.stringify(codeFolder) },
  });
  const [map, code] = outputFiles.sort((a, b) => b.path.length - a.path.length).map(({ contents }) => contents);
  const digest = createHash('sha1').update(code).digest('hex').slice(0, 12);
  const path = join(bundles, `${name}-${digest}.mjs`);
  if (!existsSync(path)) {
    mkdirSync(bundles, { recursive: true });
    writeWhole(join(bundles, `${name}.mjs.map`), map);
    writeWhole(path, code);
    removeOld(name, path);
  }
  return path;
}

/** Another process may write the same at the same time. */
function writeWhole(path, bytes) {
  const next = `${path}.${process.pid}`;
  writeFileSync(next, bytes);
  renameSync(next, path);
}

/** Deletes what earlier states of the code left; a process that still runs one may need it for a while. */
function removeOld(name, current) {
  const day = 86_400_000;
  for (const file of readdirSync(bundles)) {
    const path = join(bundles, file);
    const isOld = file.startsWith(`${name}-`) && path !== current && Date.now() - statSync(path).mtimeMs > day;
    if (isOld) rmSync(path, { force: true });
  }
}

const [asked = '', ...args] = process.argv.slice(2);
const commands = readdirSync(join(codeFolder, 'src/commands'));
const source = commands.includes(`${asked}.ts`) ? join(codeFolder, 'src/commands', `${asked}.ts`) : asked;
// React checks what it is given while it is developed, which takes it twice the time.
process.env.NODE_ENV ??= 'production';
try {
  if (!existsSync(source)) throw new Error(`There is no command “${asked}”; package.json names them all.`);
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(await bundle(source)).href);
  process.exitCode = (await main?.(args)) ?? process.exitCode ?? 0;
} catch (error) {
  console.error(process.env.STACK || !(error instanceof Error) ? error : error.message);
  process.exitCode = 2;
}
