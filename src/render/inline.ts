import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';
import { codeFolder } from '../cache/code-folder';
import { type Inline, marks } from './inline-for';

const minify = (filename: string) => bundle({ filename, minify: true }).code.toString();
const base = () => minify(join(codeFolder, 'src/theme/styles/base.css'));

/** All styles, for what shows any page; each page carries the base and those of its components. */
export const allStyles = (): string => base() + sheets().map(minify).join('');

/** Minifies all that pages may need. */
export async function bundleInline(): Promise<Inline> {
  const scripts = bundleScripts();
  return {
    base: base(),
    components: sheets().map((path) => {
      const source = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [/\.([a-z][\w-]*)/.exec(source)?.[1] ?? '', minify(path)];
    }),
    scripts: await scripts,
  };
}

/** The style sheets of blocks, components and kinds of content, by the names of their files. */
const sheets = (): string[] =>
  ['src/theme/styles/blocks', 'src/theme/styles/components', 'src/kinds']
    .map((folder) => join(codeFolder, folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.css'))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));

async function bundleScripts(): Promise<Inline['scripts']> {
  const names = marks.map(([name]) => name);
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(codeFolder, `src/${name}.ts`)),
    outdir: '.',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return Object.fromEntries(names.map((name, index) => [name, outputFiles[index]?.text.trim() ?? '']));
}
