import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('a page can be rendered in a browser, with all its views reach: nothing of it needs a module of Node', async () => {
  const { metafile } = await build({
    entryPoints: ['src/render/page.tsx'],
    bundle: true,
    write: false,
    metafile: true,
    outdir: '.',
    platform: 'browser',
    packages: 'external',
    external: ['node:*'],
    jsx: 'automatic',
  });
  const reached = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
    imports.flatMap(({ path }) => (path.startsWith('node:') ? [`${file} ${path}`] : [])),
  );
  expect(Object.keys(metafile.inputs)).toContain('src/kinds/member/kind.ts');
  expect(reached).toEqual([]);
});
