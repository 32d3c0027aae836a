import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';
import { codeFolder } from '../code-folder';
import { type Inline, marks } from './inline-for';

/** Minifies all that pages may need. */
export async function bundleInline(): Promise<Inline> {
  const scripts = bundleScripts();
  const styles = join(codeFolder, 'src/styles');
  const minify = (path: string) => bundle({ filename: join(styles, path), minify: true }).code.toString();
  return {
    base: minify('base.css'),
    components: readdirSync(join(styles, 'components'))
      .sort()
      .map((name) => {
        const path = join('components', name);
        const source = readFileSync(join(styles, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
        return [/\.([a-z][\w-]*)/.exec(source)?.[1] ?? '', minify(path)];
      }),
    scripts: await scripts,
  };
}

async function bundleScripts(): Promise<Inline['scripts']> {
  const names = marks.map(([name]) => name);
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(codeFolder, `src/client/${name}.ts`)),
    outdir: '.',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return Object.fromEntries(names.map((name, index) => [name, outputFiles[index]?.text.trim() ?? '']));
}
