import { type Part, partsOf } from './parts';

/** What a picture tells of somebody beside what it shows. */
export interface Telltale {
  /** Where it was taken. */
  place: boolean;
  /** Who took it, or whose camera it was. */
  person: boolean;
}

/** Parts that a picture is not shown by. What an Adobe segment and a color profile say, its colors depend on. */
export const needless: Record<string, (part: Part, bytes: Buffer) => boolean> = {
  jpeg: ({ name, start }, bytes) =>
    name === 'rest' ||
    name === 'fe' ||
    (/^e[1-9a-f]$/.test(name) &&
      name !== 'ee' &&
      !(name === 'e2' && bytes.toString('latin1', start + 4, start + 15) === 'ICC_PROFILE')),
  png: ({ name }) => /^(?:eXIf|tEXt|zTXt|iTXt|tIME)$/.test(name),
  webp: ({ name }) => name === 'EXIF' || name === 'XMP ',
};

/** Before the author of a picture in the words of the press. https://iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf */
const byLine = '\x1C\x02\x50';

/** What a picture tells. Nothing for a file that can’t be taken apart. */
export function telltaleOf(file: Uint8Array): Telltale {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { type, parts } = partsOf(bytes);
  const found = { place: false, person: false };
  for (const part of parts) {
    const tiff = tiffOf(type, part, bytes);
    const { place = false, person = false } = tiff ? readTiff(tiff) : {};
    const isText = needless[type]?.(part, bytes) || part.name === 'meta' || part.name === 'mdat';
    const text = isText && !tiff ? bytes.toString('latin1', part.start, Math.min(part.end, part.start + 200_000)) : '';
    found.place ||= place || /exif:GPSL(?:at|ong)itude/.test(text);
    found.person ||=
      person ||
      /<dc:creator\b|iTXtAuthor|tEXtAuthor|photoshop:Credit|CreatorContactInfo/.test(text) ||
      text.includes(byLine);
  }
  return found;
}

/** The block of Exif that a part holds. https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf */
export function tiffOf(type: string, { name, start, end }: Part, bytes: Buffer): Buffer | undefined {
  const isExif = (at: number) => bytes.toString('latin1', at, at + 6) === 'Exif\0\0';
  if (type === 'jpeg') return name === 'e1' && isExif(start + 4) ? bytes.subarray(start + 10, end) : undefined;
  if (type === 'png') return name === 'eXIf' ? bytes.subarray(start + 8, end - 4) : undefined;
  if (type === 'webp') return name === 'EXIF' ? bytes.subarray(start + (isExif(start + 8) ? 14 : 8), end) : undefined;
  if (type !== 'avif' || name !== 'mdat') return undefined;
  const part = bytes.subarray(start, end);
  const at = Math.max(part.indexOf('II*\0\b\0\0\0', 0, 'latin1'), part.indexOf('MM\0*\0\0\0\b', 0, 'latin1'));
  return at === -1 ? undefined : part.subarray(at);
}

/** Reads of a block of Exif what matters here; of a damaged one, as much as there is. */
export function readTiff(tiff: Buffer): Telltale & { orientation: number } {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entriesAt = (at: number) =>
    new Map(
      at === 0
        ? []
        : Array.from({ length: short(at) }, (_, index) => [short(at + 2 + index * 12), at + 10 + index * 12]),
    );
  const main = entriesAt(long(4));
  const pointed = (tag: number) => entriesAt(long(main.get(tag) ?? tiff.length));
  const places = pointed(0x8825);
  const orientation = short(main.get(0x0112) ?? tiff.length);
  return {
    // Latitude and longitude; a version number alone is no place.
    place: places.has(2) || places.has(4),
    // Artist and the author of Windows; the owner of the camera.
    person: main.has(0x013b) || main.has(0x9c9d) || pointed(0x8769).has(0xa430),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
  };
}
