import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';

/** A file below `static/`; pictures know their size in pixels. */
export interface Asset {
  size(): { width: number; height: number } | undefined;
}

/** The files below `static/`, by their path on the site: `/img/photo.jpg`. */
export type Assets = ReadonlyMap<string, Asset>;

/** Lists the files below `static/`. Sizes are read when they are first asked for. */
export function readAssets(root: string): Assets {
  const assets = new Map<string, Asset>();
  const read = (path: string) => {
    for (const item of readdirSync(join(root, 'static', path), { withFileTypes: true })) {
      const inner = `${path}/${item.name}`;
      if (item.isDirectory()) read(inner);
      else assets.set(inner.normalize('NFC'), { size: measured(join(root, 'static', inner)) });
    }
  };
  if (existsSync(join(root, 'static'))) read('');
  return assets;
}

function measured(path: string): Asset['size'] {
  let size: ReturnType<Asset['size']> | null;
  return () => {
    if (size === undefined) {
      try {
        const { width, height, orientation = 1 } = imageSize(readFileSync(path));
        // Cameras store a turned picture as it was taken; from 5 on, browsers turn it by a quarter.
        size = orientation >= 5 ? { width: height, height: width } : { width, height };
      } catch {
        size = null;
      }
    }
    return size ?? undefined;
  };
}
