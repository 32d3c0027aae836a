import { mostPixels, widest } from '../../site/pictures/forms';

/** In bytes: what is larger and no picture belongs where large files are kept. */
const mostBytes = 20_000_000;

/** Why a file is not taken, in words for the one who chose it. */
export class Refused extends Error {}

/**
 * A file as it is to be uploaded. A picture is made as wide as any page shows it, upright, and without what its camera wrote
 * beside it, such as the place; what moves or is drawn stays as it is. Rejects with `Refused` for what no page can show.
 */
export async function lightened(file: File): Promise<File> {
  const refusal = refusalOf(file);
  if (refusal) throw new Refused(refusal);
  if (!/^image\/(?:jpeg|png|webp|avif)$/.test(file.type)) return file;
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) throw new Refused(`“${file.name}” can’t be read as a picture. Open it, save it anew, and choose that.`);
  const { width, height } = bitmap;
  if (width * height > mostPixels)
    throw new Refused(
      `“${file.name}” has ${Math.round((width * height) / 1_000_000)} million pixels. Make it ${widest} pixels wide, and choose it again.`,
    );
  const { tells, moves } = marksOf(await file.arrayBuffer());
  if (moves || (width <= widest && !tells)) return file;
  const scale = Math.min(1, widest / width);
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return file;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: file.type, quality: 0.9 });
  // A browser that can’t write the type gives another.
  return blob.type === file.type ? new File([blob], file.name, { type: file.type }) : file;
}

/** Why a file is refused by its name and size alone; undefined where it is not. */
export function refusalOf({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): string | undefined {
  if (/\.(?:hei[cf]s?|tiff?|bmp|psd|ai|eps|raw|dng|cr[23]|nef|arw|orf|rw2)$/i.test(name) || /hei[cf]|tiff/.test(type))
    return `“${name}” is of a kind that browsers don’t show. Save it as JPEG, PNG or WebP, and choose that.`;
  if (!type.startsWith('image/') && size > mostBytes)
    return `“${name}” has ${Math.round(size / 1_000_000)} MB, and whoever copies the site copies it. Put it where large files are kept, and link to it.`;
  return undefined;
}

/** Whether a file says more than it shows, and whether it moves: by the marks that stand near its beginning or its end. */
export function marksOf(buffer: ArrayBuffer): { tells: boolean; moves: boolean } {
  const near = 300_000;
  const textOf = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);
  const text = textOf(buffer.slice(0, near)) + textOf(buffer.slice(Math.max(near, buffer.byteLength - near)));
  return {
    tells: /Exif\0\0|eXIf|EXIF|XMP |http:\/\/ns\.adobe\.com\/xap|Photoshop 3\.0/.test(text),
    moves: /ANIM....|acTL/s.test(text),
  };
}
