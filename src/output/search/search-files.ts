import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { keepInCache, workFolder } from '../../cache/cache';
import { codeFolder } from '../../cache/code-folder';
import { codeVersion } from '../../cache/code-version';
import { searchFolder } from '../../site/lists';
import type { Page, RenderBody } from '../../site/pages/page';
import { searchable } from '../../site/pages/plan-search';
import type { Site } from '../../site/site';
import { templates } from '../../theme/templates/templates';
import { partOf } from '../pool';
import { filesBelow } from '../publish';
import type { OutputFile } from '../table';
import { partFolder } from './ask';
import { type Indexed, indexRecords } from './index-records';

/** All files of the search belong together: whoever makes a part of a site makes all of them or none. */
export const searchGroup = 'search';

/**
 * The index is made anew for any word that changed: it is one of several parts, which a browser joins, where more pages
 * than these would have to be looked through again. A page stays in its part as long as there are as many of them.
 */
const usualPart = 2000;

/** Where indexes are kept, by what they are made of. */
const cacheFolder = 'search';
const listName = 'files.json';

/** Those of Pagefind’s files that the page needs; it brings interfaces of its own, and its code for other languages. */
function neededIn(folder: string): string[] {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const code = Object.values(entry.languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`);
  const names = new Set(['pagefind.js', 'pagefind-entry.json', ...code]);
  return filesBelow(folder)
    .filter((path) => names.has(path) || /\.pf_[a-z]+$/.test(path))
    .sort();
}

const isEngine = (path: string) => /(?:^pagefind\.js|\.pagefind)$/.test(path);

/** The files by which readers search a site: the index, made only where something is to be found that was not, and its script. */
export async function searchFiles(
  root: string,
  site: Site,
  pages: readonly Page[],
  render: RenderBody,
  mostPages = usualPart,
): Promise<OutputFile[]> {
  const place = searchFolder(site.settings).slice(1);
  const found = searchable(pages).map(({ page, record }) => ({
    record: { ...record, href: site.base.href(page.address) },
    page,
  }));
  const count = Math.max(1, Math.ceil(found.length / mostPages));
  const parts = Array.from({ length: count }, (_, part) =>
    found.filter(({ page }) => partOf(page.address, count) === part),
  );
  const names: string[] = [];
  const files: OutputFile[] = [];
  for (const [part, of] of parts.entries()) {
    const name = nameOf(site, of);
    names.push(name);
    const kept = join(root, workFolder, 'cache', cacheFolder, name);
    if (!isWhole(kept)) {
      await keepWhole(kept, (folder) => indexRecords(indexed(site, of, render), site.settings.language, folder));
    }
    const folder = place + partFolder(part);
    const needed = neededIn(kept).filter((path) => part === 0 || !isEngine(path));
    files.push(
      ...needed.map((path) => ({ path: folder + path, group: searchGroup, content: { copyOf: join(kept, path) } })),
    );
  }
  keepInCache(root, cacheFolder, new Set(names));
  return [{ path: `${place}search.js`, group: searchGroup, content: () => bundlePage(parts.length) }, ...files];
}

type Searched = { record: Omit<Indexed, 'html'>; page: Page };

/** By what a part of the index is known that is made of the same. */
function nameOf(site: Site, found: readonly Searched[]): string {
  const hash = createHash('sha1').update(codeVersion().all).update(site.settings.language);
  // The text of a post is what its file says; of other pages it is what they show, which other files may have a part in.
  for (const { record, page } of found) {
    const { text, ...rest } = record;
    hash.update(JSON.stringify([rest, text ? text.source.text : page.props().main]));
  }
  return hash.digest('hex');
}

function* indexed(site: Site, found: readonly Searched[], render: RenderBody): Iterable<Indexed> {
  for (const { record, page } of found) {
    yield { ...record, html: record.text ? render(site, record.text).html : shownOn(page) };
  }
}

/** What a page shows of its own, as its template shows it. */
function shownOn(page: Page): string {
  const Template = templates[page.template];
  const html = Template ? renderToStaticMarkup(createElement(Template, page.props().main as object)) : '';
  // What stands in two elements is no one word.
  return html.replace(/></g, '> <');
}

/** Whether all that was kept is there still. */
function isWhole(folder: string): boolean {
  const list = join(folder, listName);
  if (!existsSync(list)) return false;
  const sizes: [string, number][] = JSON.parse(readFileSync(list, 'utf8'));
  return sizes.every(([path, size]) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === size);
}

/** Has a folder filled, and puts it in its place when it is full. */
async function keepWhole(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const next = `${folder}.${process.pid}`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    await fill(next);
    const needed = new Set(neededIn(next));
    for (const path of filesBelow(next)) if (!needed.has(path)) rmSync(join(next, path));
    const sizes = [...needed].map((path) => [path, statSync(join(next, path)).size]);
    writeFileSync(join(next, listName), JSON.stringify(sizes));
    rmSync(folder, { recursive: true, force: true });
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

async function bundlePage(parts: number): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(codeFolder, 'src/output/search/page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { SEARCH_PARTS: String(parts) },
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
