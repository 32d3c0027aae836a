import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';
import { codeFolder } from '../cache/code-folder';
import { type Inline, marks } from './inline-for';

const minify = (filename: string) => bundle({ filename, minify: true }).code.toString();

/** The letters of a sheet that is in every page: hardly more than a policy, sent with every page, needs to name one alone. */
const small = 200;

/** What every page carries, and the sheets of single components, by their files. */
function styleSheets(): { base: string; components: [file: string, css: string][] } {
  const all = sheets().map((path): [string, string] => [path, minify(path)]);
  const base = minify(join(codeFolder, 'src/theme/styles/base.css'));
  return {
    base: [base, ...all.map(([, css]) => css).filter((css) => css.length <= small)].join(''),
    components: all.filter(([, css]) => css.length > small),
  };
}

/** All styles, for what shows any page; each page carries the base and those of its components. */
export function allStyles(): string {
  const { base, components } = styleSheets();
  return base + components.map(([, css]) => css).join('');
}

/** Minifies all that pages may need. */
export async function bundleInline(): Promise<Inline> {
  const scripts = bundleScripts();
  const { base, components } = styleSheets();
  return {
    base,
    components: components.map(([path, css]) => {
      const source = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [/\.([a-z][\w-]*)/.exec(source)?.[1] ?? '', css];
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
