// Starts a command of src/commands/, or another script: bundles its code, which takes a fifth of the time that loading
// its modules one by one would, and calls its `main`. This file is JavaScript because it comes before all that reads
// TypeScript.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, writeWhole } from './load.mjs';

const codeFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bundles = join(codeFolder, '.build/code');

const isCommand = (source) => dirname(source) === join(codeFolder, 'src/commands');

const options = JSON.parse(readFileSync(join(codeFolder, 'src/commands/bundle.json'), 'utf8'));
/** Where the bundle of a source file is: the one that is there, as long as no file it was made of has changed. */
async function bundle(source) {
  const name = basename(source).replace(/\.tsx?$/, '');
  const record = join(bundles, `${name}.json`);
  return upToDate(record, source) ?? (await bundleAnew(source, name, record));
}

/** What is looked at beside the files of a bundle: how it is made, and by which version of what. */
const makers = ['src/commands/run.mjs', 'src/commands/load.mjs', 'src/commands/bundle.json', 'package-lock.json'];

/** When a file was last changed, as git tells it: by its size and times, which costs a thousandth of reading it. */
function stateOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(join(codeFolder, file), { throwIfNoEntry: false }) ?? {};
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

const nameOf = (source) => `${process.env.NODE_ENV} ${source}`;

function upToDate(record, source) {
  try {
    const { of, path, states } = JSON.parse(readFileSync(record, 'utf8'));
    const isSame = of === nameOf(source) && existsSync(path);
    return isSame && Object.entries(states).every(([file, state]) => stateOf(file) === state) ? path : undefined;
  } catch {
    // There is none yet, or it was cut off.
    return undefined;
  }
}

async function bundleAnew(source, name, record) {
  const { buildSync } = await import('esbuild');
  const start = Date.now();
  const { outputFiles, metafile } = buildSync({
    entryPoints: [source],
    outfile: join(bundles, `${name}.cjs`),
    ...options.all,
    // A command comes with the packages it needs, which are read in half the time then; but for those that have files of
    // their own beside their code, such as a binary.
    ...(isCommand(source) ? options.command : {}),
    absWorkingDir: codeFolder,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    define: {
      'import.meta.url': 'importMetaUrl',
      'process.env.CODE_FOLDER': JSON.stringify(codeFolder),
      // React checks what it is given while it is developed, which takes it twice the time.
      'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV),
    },
  });
  // Packages change with package-lock.json.
  const own = Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'));
  const states = Object.fromEntries([...own, ...makers].map((file) => [file, stateOf(file)]));
  const [map, code] = outputFiles.sort((a, b) => b.path.length - a.path.length).map(({ contents }) => contents);
  const digest = createHash('sha1').update(code).digest('hex').slice(0, 12);
  const path = join(bundles, `${name}-${digest}.cjs`);
  mkdirSync(bundles, { recursive: true });
  if (!existsSync(path)) {
    writeWhole(join(bundles, `${name}.cjs.map`), map);
    writeWhole(path, code);
    removeOld(name, path);
  }
  // What changed while it was read, or within the grain of a disk's clock before, is read again the next time.
  const isSettled = Object.values(states).every((state) =>
    state.split(' ').every((time) => Number(time) < start - 100),
  );
  if (isSettled) writeWhole(record, JSON.stringify({ of: nameOf(source), path, states }));
  return path;
}

/** Deletes what earlier states of the code left; a process that still runs one may need it for a while. */
function removeOld(name, current) {
  const day = 86_400_000;
  for (const file of readdirSync(bundles)) {
    const path = join(bundles, file);
    const isOld = file.startsWith(`${name}-`) && !path.startsWith(current) && Date.now() - statSync(path).mtimeMs > day;
    if (isOld) rmSync(path, { force: true });
  }
}

const [asked = '', ...args] = process.argv.slice(2);
const commands = readdirSync(join(codeFolder, 'src/commands'));
const source = commands.includes(`${asked}.ts`) ? join(codeFolder, 'src/commands', `${asked}.ts`) : resolve(asked);
process.env.NODE_ENV ??= 'production';
try {
  if (!existsSync(source)) throw new Error(`There is no command “${asked}”; package.json names them all.`);
  // The map is as large as the code, and read at once.
  if (process.env.STACK) process.setSourceMapsEnabled(true);
  const { exports, keep } = load(await bundle(source));
  process.exitCode = (await exports.main?.(args)) ?? process.exitCode ?? 0;
  keep();
} catch (error) {
  console.error(process.env.STACK || !(error instanceof Error) ? error : error.message);
  process.exitCode = 2;
}
