import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { imageSize } from 'image-size';
import { bundle } from 'lightningcss';
import { codeFolder } from '../../cache/code-folder';
import { editing } from '../../collections/settings/editing';
import { entriesOf } from '../../content/entry';
import type { OutputFile } from '../../output/table';
import { allStyles } from '../../render/inline';
import { brandStyles } from '../../site/brand-styles';
import { logoOf } from '../../site/pages/frame';
import { iconOf } from '../../site/pictures/brand-pictures';
import type { Site } from '../../site/site';
import { backendOf } from './backend';
import { builtFrom } from './built-from';
import { handbookPage } from './handbook';
import { siteDataOf } from './site-data';

/**
 * The admin page: the CMS's own script, ours, what they need to know of the site, and the editors' handbook. Nothing of it
 * is fetched from elsewhere. `bundled` gives its script, where that has been made before.
 *
 * Decap 3.16.3 is copied as it was built, with its own React, chunks and WebAssembly. To look at when it is updated: the names in
 * its `dist/`, and whether `window.CMS`, `h` and `createClass` are still there.
 */
export function adminFiles(site: Site, bundled = bundleAdmin): OutputFile[] {
  const decap = join(codeFolder, 'node_modules/decap-cms/dist');
  const names = readdirSync(decap).filter((name) => /^(?:(?:\d+\.)?decap-cms\.js|.+\.wasm)$/.test(name));
  const backend = backendOf(entriesOf(site.entries, editing)[0]?.data);
  return [
    ...names.map((name) => ({ path: `decap/${name}`, content: { copyOf: join(decap, name) } })),
    {
      path: 'index.html',
      content: () =>
        indexPage(site, stylesOf('src/cms/admin.css') + stylesOf('src/cms/decap.css'), backend !== undefined),
    },
    ...handbookFiles(site, backend?.backend.name),
    ...(backend
      ? [
          {
            path: 'site.json',
            content: () =>
              JSON.stringify({
                ...siteDataOf(site, backend),
                siteUrl: site.base.url('/'),
                logo: logoOf(site).logo?.light.src,
              }),
          },
          // What editors are told of the site that readers have; see repository/site-state.ts.
          { path: 'build.json', content: () => JSON.stringify({ commit: builtFrom() }) },
          { path: 'admin.js', content: bundled },
          { path: 'paste.js', content: bundlePaste },
          {
            path: 'preview.css',
            content: () => allStyles() + brandStyles(site) + stylesOf('src/cms/preview/notes.css'),
          },
        ]
      : []),
  ].map((file) => ({ ...file, path: `admin/${file.path}` }));
}

function handbookFiles(site: Site, backend: string | undefined): OutputFile[] {
  const source = join(codeFolder, 'docs/handbook');
  const names = readdirSync(source);
  const page = () => {
    const pictures = new Map(names.map((name) => [name, imageSize(readFileSync(join(source, name)))]));
    return handbookPage(readFileSync(`${source}.md`, 'utf8'), {
      site,
      backend,
      pictures,
      styles: handbookStyles(site),
    });
  };
  return [
    ...names.map((name) => ({ path: `handbook/${name}`, content: { copyOf: join(source, name) } })),
    // By far the longest page of a small site; of the code it is made of, a build knows anyway whether it has changed.
    { path: 'handbook/index.html', content: page, prepare: () => ({ key: madeOf(site, backend), content: page }) },
  ];
}

const madeOf = ({ settings, brand, words, kinds }: Site, backend: string | undefined) =>
  createHash('sha1')
    .update(JSON.stringify([settings, brand, words, kinds.map(({ collection }) => collection.name), backend]))
    .digest('base64url');

/** Keeps the CMS from starting by itself; it stands within the page. */
export const manualInit = 'window.CMS_MANUAL_INIT = true';

/** What stands within the handbook’s page. */
export const handbookStyles = (site: Pick<Site, 'brand' | 'base' | 'assets'>): string =>
  stylesOf('src/cms/serve/handbook.css') + brandStyles(site);

const indexPage = (site: Site, styles: string, isReady: boolean) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(site.settings.title)}: editor</title>
<link rel="icon" href="${site.base.href(iconOf(site.brand))}">
<style>${styles}</style>
</head>
<body>
${
  isReady
    ? `<p class="editor-wait">The editor is being loaded …</p>
<noscript><p class="editor-wait">The editor needs JavaScript.</p></noscript>
<aside class="editor-help" aria-label="Help"><a class="editor-handbook" href="handbook/" target="_blank">Handbook</a></aside>
<script>${manualInit}</script>
<script src="decap/decap-cms.js" defer></script>
<script src="admin.js" defer></script>`
    : `<p class="editor-wait">Nobody has said yet where the editor keeps what is written. An engineer does so in <code>content/settings/editing.yml</code>; see <code>docs/cms.md</code>.</p>`
}
</body>
</html>
`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** What zod says in forty languages: our own words stand in the place of its messages. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    })),
};

/** The script of the admin page. */
export const bundleAdmin = (): Promise<string> => bundleScript('src/cms/admin.ts', 'iife');

/** What cleans a clipboard: nobody waits for it before something is pasted. */
const bundlePaste = (): Promise<string> => bundleScript('src/cms/paste/pasted.ts', 'esm');

async function bundleScript(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const {
    outputFiles: [file],
  } = await build({
    entryPoints: [join(codeFolder, entry)],
    // Its packages are the generator's, wherever the site is.
    absWorkingDir: codeFolder,
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    jsx: 'automatic',
    // A browser has no folder of the generator.
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.CODE_FOLDER': '""' },
    alias: {
      // Pages tell Helmet what stands in the head; the preview has none.
      'react-helmet': join(codeFolder, 'src/cms/stand-ins/react-helmet.ts'),
      path: 'path-browserify',
      'node:path': 'path-browserify',
      fs: join(codeFolder, 'src/cms/stand-ins/fs.ts'),
      'node:fs': join(codeFolder, 'src/cms/stand-ins/fs.ts'),
    },
    inject: [join(codeFolder, 'src/cms/stand-ins/buffer.ts')],
    plugins: [withoutLocales],
  });
  return file?.text ?? '';
}

const stylesOf = (path: string) => bundle({ filename: join(codeFolder, path), minify: true }).code.toString();
