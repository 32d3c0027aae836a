import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundle } from 'lightningcss';
import { type Inline, marks } from './inline-for';

/** Minifies all that pages may need. */
export function bundleInline(root: string): Inline {
  const styles = join(root, 'src/styles');
  const minify = (path: string) => bundle({ filename: join(styles, path), minify: true }).code.toString();
  return {
    base: minify('base.css'),
    components: readdirSync(join(styles, 'components')).map((name) => {
      const path = join('components', name);
      const source = readFileSync(join(styles, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return [/\.([a-z][\w-]*)/.exec(source)?.[1] ?? '', minify(path)];
    }),
    scripts: Object.fromEntries(
      marks.map(([name]) => {
        const entryPoints = [join(root, `src/client/${name}.ts`)];
        const [file] = buildSync({
          entryPoints,
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: 'es2022',
        }).outputFiles;
        return [name, file?.text.trim() ?? ''];
      }),
    ),
  };
}
