import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCache, writeCache } from '../../cache';
import { codeFolder } from '../../code-folder';
import type { Rendered } from '../../markdown/render';
import { renderMarkdown } from '../../markdown/render';
import { surroundingsOf } from './body';
import type { RenderBody } from './page';

/** A rendered body, and everything that was asked of its surroundings while it was rendered. */
interface Kept {
  rendered: Rendered;
  links: Record<string, { href: string; external: boolean }>;
  pictures: Record<string, { src: string; width?: number; height?: number }>;
}

/**
 * A `RenderBody` that keeps what it renders between builds of a project; `save` writes what was used since. Rendering
 * Markdown is most of the work of a build that changes little. A kept body is used when its Markdown is the same, the
 * words of the site are the same, `version` is the same, and every question asked then is answered the same now: a page
 * it links to may have moved, or a picture may have another size. (These are the verifying traces of Mokhov, Mitchell
 * and Peyton Jones, “Build Systems à la Carte”, 2018.)
 */
export function keepBodies(root: string, version: string): { render: RenderBody; save: () => void } {
  const kept = readCache(root, cacheName, version)?.split('\n') ?? [];
  const former = new Map(kept.map((line) => [line.slice(0, 40), line.slice(41)]));
  const used = new Map<string, string>();

  const render: RenderBody = (site, entry) => {
    const { link, picture, headingLinks, words } = surroundingsOf(site, entry);
    const key = createHash('sha1')
      .update(JSON.stringify([entry.body, words]))
      .digest('hex');
    const line = former.get(key);
    if (line !== undefined) {
      const kept: Kept = JSON.parse(line);
      const isSame =
        Object.entries(kept.links).every(([target, answer]) => isEqual(link(target), answer)) &&
        Object.entries(kept.pictures).every(([source, answer]) => isEqual(picture(source), answer));
      if (isSame) {
        used.set(key, line);
        return kept.rendered;
      }
    }
    const links: Kept['links'] = {};
    const pictures: Kept['pictures'] = {};
    const rendered = renderMarkdown(entry.body, {
      link: (target) => (links[target] = link(target)),
      picture: (source) => (pictures[source] = picture(source)),
      headingLinks,
      words,
    });
    used.set(key, JSON.stringify({ rendered, links, pictures } satisfies Kept));
    return rendered;
  };

  const save = () => writeCache(root, cacheName, version, [...used].map(([key, line]) => `${key} ${line}`).join('\n'));
  return { render, save };
}

const cacheName = 'bodies';
const isEqual = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

/** What rendering depends on beside its input: the code of the pipeline, and the packages it is made of. */
export function rendererVersion(): string {
  const hash = createHash('sha1').update(process.version);
  const folder = join(codeFolder, 'src/markdown');
  const site = ['src/site/pages/body.ts', 'src/site/pages/body-cache.ts'].map((path) => join(codeFolder, path));
  const pipeline = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
  for (const path of [...pipeline, ...site]) hash.update(readFileSync(path));
  return hash.update(readFileSync(join(codeFolder, 'package-lock.json'))).digest('hex');
}
