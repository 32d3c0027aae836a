import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';

/** A page of the built site, taken apart. */
export interface BuiltPage {
  /** As in a link: `/blog/my-post/`. */
  address: string;
  html: string;
  all(selector: string): Element[];
  /** An attribute of the first element that matches. */
  attribute(selector: string, name: string): string | undefined;
  /** The text of the first element that matches. */
  text(selector: string): string | undefined;
}

/** Reads every page below a folder that was built into. Old addresses that only lead on are no pages. */
export function readPages(folder: string): BuiltPage[] {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no site in ${folder}. Run: npm run build`);
  return (
    filesBelow(folder)
      // The editor and its handbook are for no reader, and have tests of their own.
      .filter((path) => path.endsWith('.html') && !path.startsWith('admin/'))
      .map((path) => readPage(join(folder, path), path.replace(/(^|\/)index\.html$/, '$1')))
      .filter(({ all }) => all('meta[http-equiv="refresh"]').length === 0)
  );
}

function readPage(file: string, path: string): BuiltPage {
  const html = readFileSync(file, 'utf8');
  const tree: Root = fromHtml(html);
  return {
    address: encodeURI(`/${path}`),
    html,
    all: (selector) => selectAll(selector, tree),
    attribute: (selector, name) => {
      const value = select(selector, tree)?.properties[name];
      return value === undefined || value === null ? undefined : [value].flat().join(' ');
    },
    text: (selector) => {
      const element = select(selector, tree);
      return element && textOf(element);
    },
  };
}

/** Everything in a page that makes a browser ask for more, pictures and icons aside. */
export const requests =
  'script[src], link[rel="stylesheet"], link[rel="preload"], link[rel="modulepreload"], link[rel="preconnect"], link[rel="dns-prefetch"], link[rel="prefetch"], iframe, object, embed, video, audio, :not(picture) > source';

/** The scripts within a page, those that only tell machines something aside. */
export const scriptsOf = ({ all }: BuiltPage): string =>
  all('script')
    .filter(({ properties }) => properties['type'] !== 'application/ld+json')
    .flatMap(({ children }) => children)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('');

/** What a page weighs on its way to a reader. */
export const sizeOf = (html: string): number => gzipSync(html, { level: 9 }).length;

/** The digest of every file below a folder, by path. */
export const fingerprintOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder).map((path) => [
      path,
      createHash('sha1')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );

/** Paths of all files below a folder, relative to it, with `/`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
