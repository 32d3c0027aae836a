import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { imageSize } from 'image-size';
import type { Draft } from '../content/fix';
import { type Problem, problemOf } from '../content/problem';
import { partsOf } from './pictures/parts';

/** A file below `static/`; pictures know their size in pixels. */
export interface Asset {
  /** Its path from the project’s root, letter by letter as the disk has it. */
  file: string;
  /** How many bytes it has. */
  weight(): number;
  size(): { width: number; height: number } | undefined;
  /** Its bytes, where they are at hand; a browser has none. */
  bytes?(): Uint8Array;
  /** Stands for the bytes of a picture that does not move; undefined for one that does: see pictures/forms.ts. */
  still?(): string | undefined;
}

/** The files below `static/`, by their path on the site: `/img/photo.jpg`. */
export type Assets = ReadonlyMap<string, Asset>;

/** Lists the files below `static/`, with the changes of a draft. Sizes are read when they are first asked for. */
export function readAssets(root: string, draft: Draft = new Map()): Assets {
  const assets = new Map<string, Asset>();
  const add = (file: string, read: () => Uint8Array, weight: () => number) =>
    assets.set(file.slice('static'.length).normalize('NFC'), {
      file,
      weight,
      size: measured(read),
      bytes: read,
      still: marked(read),
    });
  const look = (folder: string) => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${item.name}`;
      const path = join(root, file);
      if (item.isSymbolicLink() && !leadsToFile(path)) continue;
      if (item.isDirectory()) look(file);
      else if (!draft.has(file)) {
        add(
          file,
          () => readFileSync(path),
          () => statSync(path).size,
        );
      }
    }
  };
  if (existsSync(join(root, 'static'))) look('static');
  for (const [file, bytes] of draft) {
    if (bytes && file.startsWith('static/'))
      add(
        file,
        () => bytes,
        () => bytes.length,
      );
  }
  return assets;
}

/** Links in `static/` that lead to no file; nothing is published for them. */
export function checkAssetLinks(root: string): Problem[] {
  if (!existsSync(join(root, 'static'))) return [];
  const look = (folder: string): Problem[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
      const file = `${folder}/${item.name}`;
      if (item.isDirectory()) return look(file);
      if (!item.isSymbolicLink() || leadsToFile(join(root, file))) return [];
      return [
        problemOf(file, 'linked-file', 'The file is a link to a folder, or to nothing', 'put the file itself here'),
      ];
    });
  return look('static');
}

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It leads to nothing, to itself, or to what may not be read.
    return false;
  }
}

function measured(read: () => Uint8Array): Asset['size'] {
  let size: ReturnType<Asset['size']> | null;
  return () => {
    if (size === undefined) {
      try {
        const { width, height, orientation = 1 } = imageSize(read());
        // Cameras store a turned picture as it was taken; from 5 on, browsers turn it by a quarter.
        size = orientation >= 5 ? { width: height, height: width } : { width, height };
      } catch {
        size = null;
      }
    }
    return size ?? undefined;
  };
}

function marked(read: () => Uint8Array): () => string | undefined {
  let mark: string | undefined | null;
  return () => {
    if (mark === undefined) {
      const bytes = read();
      mark = isAnimated(bytes) ? null : crc32(bytes).toString(16).padStart(8, '0');
    }
    return mark ?? undefined;
  };
}

/** Whether a picture moves: a lighter form of it would show its first moment alone. */
function isAnimated(bytes: Uint8Array): boolean {
  const { type, parts } = partsOf(bytes);
  return parts.some(({ name }) => (type === 'avif' ? name === 'moov' : name === 'ANIM' || name === 'acTL'));
}
