import { createHash } from 'node:crypto';
import { readCachedBytes, writeCache } from '../../cache/cache';
import { problemOf } from '../../content/problem';
import { colorsOf } from '../../site/brand';
import { type DrawnPicture, drawnPictures } from '../../site/pictures/brand-pictures';
import type { Site } from '../../site/site';
import { ContentFault, type OutputFile } from '../table';

/** Two open frames, each the other's corner. */
const ownIcon = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><g fill="none" stroke="${color}" stroke-width="4"><path d="M8 20H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-2"/><path d="M24 12h2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H14a2 2 0 0 1-2-2V14a2 2 0 0 1 2-2h2"/></g></svg>\n`;

/** The pictures that are made of a site's icon: for browsers, phones, feeds, search engines, and for links that are shared. */
export function brandFiles(root: string, site: Site): OutputFile[] {
  const { brand, assets } = site;
  const { paper, accent } = colorsOf(brand, 'light');
  const source = () => assets.get(brand.icon?.normalize('NFC') ?? '')?.bytes?.() ?? Buffer.from(ownIcon(accent));
  return drawnPictures(site).map((picture) => ({
    path: picture.path.slice(1),
    async content() {
      const icon = source();
      if (picture.form === 'vector') return icon;
      try {
        return await kept(root, picture, [icon, paper, accent], () => draw(icon, picture, { paper, accent }));
      } catch (error) {
        throw new ContentFault(
          problemOf(
            'content/settings/brand.yml',
            'broken-picture',
            `No icons can be made of ${brand.icon}: ${error instanceof Error ? error.message : error}`,
            'save it again as an SVG or PNG',
          ),
        );
      }
    },
  }));
}

async function draw(
  icon: Uint8Array,
  { form, path, width, height }: DrawnPicture,
  { paper, accent }: { paper: string; accent: string },
): Promise<Buffer> {
  // Loaded where something is drawn: most builds find it drawn already.
  const { default: sharp } = await import('sharp');
  const size = form === 'alone' ? width : Math.round((form === 'card' ? 0.5 : 0.64) * height);
  // As sharp as the picture is large: a vector is drawn at 72 dots per inch otherwise.
  const { width: own = size, height: tall = size } = await sharp(icon).metadata();
  const density = Math.min(2400, Math.max(72, (72 * size) / Math.max(own, tall)));
  const mark = await sharp(icon, { density })
    .resize(size, size, { fit: 'contain', background: '#0000' })
    .png()
    .toBuffer();
  if (form === 'alone') return path.endsWith('.ico') ? asIco(mark) : mark;
  const ground = form === 'card' ? cardGround(width, height, paper, accent) : plainGround(width, height, paper);
  return sharp(Buffer.from(ground))
    .composite([{ input: mark }])
    .png({ palette: true })
    .toBuffer();
}

const svgOf = (width: number, height: number, paper: string, rest = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>${rest}</svg>`;
const plainGround = svgOf;
const cardGround = (width: number, height: number, paper: string, accent: string) =>
  svgOf(
    width,
    height,
    paper,
    `<path d="M48 ${height - 48}V48H${width - 48}" fill="none" stroke="${accent}" stroke-width="16"/>`,
  );

/** A PNG as the one picture of an ICO file (https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)). */
function asIco(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** Counts the ways in which these pictures were drawn; another draws those anew that earlier builds kept. */
const drawing = '2';

/** Draws only what no earlier build has drawn of the same. */
async function kept(
  root: string,
  { path }: DrawnPicture,
  from: readonly (Uint8Array | string)[],
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const hash = createHash('sha1').update(drawing);
  for (const part of from) hash.update(part);
  const [name, version] = [`brand${path.replaceAll('/', '-')}`, hash.digest('hex')];
  const found = readCachedBytes(root, name, version);
  if (found !== undefined) return found;
  const made = await make();
  writeCache(root, name, version, made);
  return made;
}
