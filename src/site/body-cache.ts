import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rendered } from '../markdown/render';
import { renderMarkdown } from '../markdown/render';
import { type RenderBody, surroundingsOf } from './body';

/** A rendered body, and everything that was asked of its surroundings while it was rendered. */
interface Kept {
  rendered: Rendered;
  links: Record<string, { href: string; external: boolean }>;
  pictures: Record<string, { src: string; width?: number; height?: number }>;
}

/**
 * A `RenderBody` that keeps what it renders in a file between builds; `save` writes what was used since. Rendering
 * Markdown is most of the work of a build that changes little. A kept body is used when its Markdown is the same, the
 * words of the site are the same, `version` is the same, and every question asked then is answered the same now: a page
 * it links to may have moved, or a picture may have another size. (These are the verifying traces of Mokhov, Mitchell
 * and Peyton Jones, “Build Systems à la Carte”, 2018.) A file that can't be read is an empty one.
 */
export function keepBodies(path: string, version: string): { render: RenderBody; save: () => void } {
  const former = readKept(path, version);
  const used = new Map<string, string>();

  const render: RenderBody = (site, entry) => {
    const { link, picture, headingLinks, words } = surroundingsOf(site, entry);
    const key = createHash('sha1')
      .update(JSON.stringify([entry.body, words]))
      .digest('hex');
    const line = former.get(key);
    const kept = line === undefined ? undefined : parse(line);
    if (line !== undefined && kept) {
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

  const save = () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, [version, ...[...used].map(([key, line]) => `${key} ${line}`)].join('\n'));
  };
  return { render, save };
}

/** A kept body; undefined where the file was cut off while it was written. */
function parse(line: string): Kept | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isEqual = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

function readKept(path: string, version: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const [found, ...lines] = readFileSync(path, 'utf8').split('\n');
  if (found !== version) return new Map();
  return new Map(lines.map((line) => [line.slice(0, 40), line.slice(41)]));
}

/** What rendering depends on beside its input: the code of the pipeline, and the packages it is made of. */
export function rendererVersion(root: string): string {
  const hash = createHash('sha1').update(process.version);
  const folder = join(root, 'src/markdown');
  const site = ['src/site/body.ts', 'src/site/body-cache.ts'].map((path) => join(root, path));
  const pipeline = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  for (const path of [...pipeline, ...site]) hash.update(readFileSync(path));
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
