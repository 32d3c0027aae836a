import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';
import { codeFolder } from '../code-folder';
import { type Inline, marks } from './inline-for';

/** Minifies all that pages may need. */
export async function bundleInline(): Promise<Inline> {
  const scripts = bundleScripts();
  const styles = join(codeFolder, 'src/theme/styles');
  const minify = (path: string) => bundle({ filename: join(styles, path), minify: true }).code.toString();
  return {
    base: minify('base.css'),
    components: sheets(styles).map((path) => {
      const source = readFileSync(join(styles, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [/\.([a-z][\w-]*)/.exec(source)?.[1] ?? '', minify(path)];
    }),
    scripts: await scripts,
  };
}

/** The style sheets of blocks and components, by the names of their files. */
const sheets = (styles: string): string[] =>
  ['blocks', 'components']
    .flatMap((folder) => readdirSync(join(styles, folder)).map((name) => join(folder, name)))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1));

async function bundleScripts(): Promise<Inline['scripts']> {
  const names = marks.map(([name]) => name);
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(codeFolder, `src/theme/client/${name}.ts`)),
    outdir: '.',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return Object.fromEntries(names.map((name, index) => [name, outputFiles[index]?.text.trim() ?? '']));
}
