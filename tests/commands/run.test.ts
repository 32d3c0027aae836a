import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import options from '../../src/commands/bundle.json';
import { copyProject } from '../copy-project';
import { runToEnd } from '../run';

const { root, remove } = copyProject();
afterAll(remove);

const help = () => runToEnd(root, 'serve', ['--help']).stdout;
const bundles = () => readdirSync(join(root, '.build/code')).filter((name) => /^serve-.*cjs$/.test(name));

test('what V8 made of a bundle is kept once, and made again where it is not what V8 wrote', () => {
  help();
  const [kept = ''] = readdirSync(join(root, '.build/code')).filter((name) => name.includes('.cjs.v'));
  const file = join(root, '.build/code', kept);
  const { mtimeMs, size } = statSync(file);
  expect(help()).toContain('npm run');
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  writeFileSync(file, readFileSync(file).subarray(0, size / 2));
  expect(help()).toContain('npm run');
  expect(statSync(file).size).toBeGreaterThan(size * 0.9);
});

test('a command is bundled once, and again when its code has changed, in whatever way', async () => {
  // What was written just now may be written again within the grain of a disk’s clock.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(help()).toContain('npm run serve');
  const record = join(root, '.build/code/serve.json');
  const before = statSync(record).mtimeMs;
  expect(help()).toContain('npm run serve');
  expect([statSync(record).mtimeMs, bundles().length]).toEqual([before, 1]);
  const file = join(root, 'src/commands/serve.ts');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replaceAll('npm run serve', 'npm run verse'));
  expect(help()).toContain('npm run verse');
  writeFileSync(record, '{"of":');
  expect(help()).toContain('npm run verse');
  // A file that it imports, at some distance.
  appendFileSync(join(root, 'src/cache/code-folder.ts'), '\nthrow new Error("seen");\n');
  expect(runToEnd(root, 'serve', ['--help']).stderr).toContain('seen');
});

test('letters of any script mean in a bundle what they mean in the source, in patterns and as they stand too', () => {
  const file = join(root, 'letters.ts');
  // The bundler writes them in ASCII in texts, and can't in these.
  writeFileSync(file, "export const main = () => console.log(/^[–—’ー]$/.test('\\u2014'), String.raw`ー`.length);\n");
  expect(runToEnd(root, file, []).stdout).toBe('true 1\n');
});

test('no package that is bundled with a command looks for files beside its code, where they are not', () => {
  const commands = readdirSync('src/commands').filter((name) => name.endsWith('.ts'));
  const { metafile } = buildSync({
    ...(options.all as object),
    ...(options.command as object),
    write: false,
    entryPoints: commands.map((name) => join('src/commands', name)),
    outdir: 'nowhere',
    metafile: true,
  });
  const looksAround = /__dirname|__filename|import\.meta\.(?:url|dirname|resolve)|require\.resolve|\.wasm['"`]/;
  const found = Object.keys(metafile.inputs).filter(
    (file) => file.includes('node_modules/') && looksAround.test(readFileSync(file, 'utf8')),
  );
  // What is named here belongs into `external` of src/commands/bundle.json.
  expect(found).toEqual([]);
});
