import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { imageSize } from 'image-size';
import { bundle } from 'lightningcss';
import { entriesOf } from '../content/entry';
import type { Site } from '../site/resolve';
import { backendOf } from './backend';
import { handbookPage } from './handbook';
import { siteDataOf } from './site-data';

/**
 * Writes the admin page into `folder`: the CMS's own script, ours, what they need to know of the site, and the editors'
 * handbook. Nothing of it is fetched from elsewhere.
 */
export function writeAdmin(root: string, site: Site, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'decap'), { recursive: true });
  const decap = join(root, 'node_modules/decap-cms/dist');
  const names = readdirSync(decap).filter((name) => /^(?:(?:\d+\.)?decap-cms\.js|.+\.wasm)$/.test(name));
  for (const name of names) copyFileSync(join(decap, name), join(folder, 'decap', name));
  const backend = backendOf(entriesOf(site.entries, 'editing')[0]?.data);
  writeFileSync(
    join(folder, 'index.html'),
    indexPage(site, stylesOf(root, 'src/cms/admin.css'), backend !== undefined),
  );
  writeHandbook(root, site, backend?.backend.name, join(folder, 'handbook'));
  if (!backend) return;
  writeSiteData(site, folder);
  writeFileSync(join(folder, 'admin.js'), bundleScript(root));
  writeFileSync(
    join(folder, 'preview.css'),
    stylesOf(root, 'src/styles/site.css') + stylesOf(root, 'src/cms/notes.css'),
  );
}

function writeHandbook(root: string, site: Site, backend: string | undefined, folder: string): void {
  mkdirSync(folder);
  const source = join(root, 'docs/handbook');
  const names = readdirSync(source);
  for (const name of names) copyFileSync(join(source, name), join(folder, name));
  const pictures = new Map(names.map((name) => [name, imageSize(readFileSync(join(source, name)))]));
  const styles = stylesOf(root, 'src/cms/handbook.css');
  writeFileSync(
    join(folder, 'index.html'),
    handbookPage(readFileSync(`${source}.md`, 'utf8'), { site, backend, pictures, styles }),
  );
}

/** Writes again what the admin page knows of the site. */
export function writeSiteData(site: Site, folder: string): void {
  const backend = backendFor(site);
  if (!backend) return;
  const data = { ...siteDataOf(site, backend), siteUrl: site.base.url('/') };
  writeFileSync(join(folder, 'site.json'), JSON.stringify(data));
}

const backendFor = ({ entries }: Site) => backendOf(entriesOf(entries, 'editing')[0]?.data);

const indexPage = ({ settings }: Site, styles: string, isReady: boolean) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(settings.title)}: editor</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
${
  isReady
    ? `<p class="editor-wait">The editor is being loaded …</p>
<noscript><p class="editor-wait">The editor needs JavaScript.</p></noscript>
<a class="editor-handbook" href="handbook/" target="_blank">Handbook</a>
<script>window.CMS_MANUAL_INIT = true</script>
<script src="decap/decap-cms.js" defer></script>
<script src="admin.js" defer></script>`
    : `<p class="editor-wait">Nobody has said yet where the editor keeps what is written. An engineer does so in <code>content/settings/editing.yml</code>; see <code>docs/cms.md</code>.</p>`
}
</body>
</html>
`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function bundleScript(root: string): string {
  const [file] = buildSync({
    entryPoints: [join(root, 'src/cms/admin.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: {
      // Templates ask Gatsby for their data, and tell Helmet what stands in the head; the preview does neither.
      gatsby: join(root, 'src/cms/stand-ins/gatsby.ts'),
      'react-helmet': join(root, 'src/cms/stand-ins/react-helmet.ts'),
      path: 'path-browserify',
      'node:path': 'path-browserify',
      fs: join(root, 'src/cms/stand-ins/fs.ts'),
      'node:fs': join(root, 'src/cms/stand-ins/fs.ts'),
    },
    inject: [join(root, 'src/cms/stand-ins/buffer.ts')],
  }).outputFiles;
  return file?.text ?? '';
}

const stylesOf = (root: string, path: string) => bundle({ filename: join(root, path), minify: true }).code.toString();
