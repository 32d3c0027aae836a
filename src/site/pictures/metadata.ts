import { crc32 } from 'node:zlib';
import { needless, readTiff, tiffOf } from './exif';
import { partsOf } from './parts';

/**
 * A picture without what it tells of its making: place, author, camera, comments. Its pixels, color profile, frames and
 * the way it is turned stay as they are, letter by letter; where there is nothing to take out, so does the file.
 * What can’t be taken apart comes back as it is.
 */
export async function withoutMetadata(file: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const { type, parts, isWhole } = partsOf(bytes);
  if (!isWhole) return bytes;
  if (type === 'avif') return blanked(bytes);
  const isNeedless = needless[type];
  if (!isNeedless || !parts.some((part) => isNeedless(part, bytes))) return bytes;
  const exif = parts.map((part) => tiffOf(type, part, bytes)).find(Boolean);
  const orientation = (exif && readTiff(exif).orientation) ?? 1;
  const turned = orientation > 1 ? turnedBy(type, orientation) : Buffer.alloc(0);
  const kept = parts.filter((part) => !isNeedless(part, bytes)).map(({ start, end }) => bytes.subarray(start, end));
  if (type === 'jpeg') {
    // Behind the segment of JFIF, which has to be the first.
    const at = parts[1]?.name === 'e0' ? 2 : 1;
    return Buffer.concat([...kept.slice(0, at), turned, ...kept.slice(at)]);
  }
  if (type === 'png') return Buffer.concat([...kept.slice(0, 2), turned, ...kept.slice(2)]);
  const made = Buffer.concat([...kept, turned]);
  made.writeUInt32LE(made.length - 8, 4);
  if (made.toString('latin1', 12, 16) === 'VP8X') made[20] = ((made[20] ?? 0) & ~0x0c) | (turned.length > 0 ? 0x08 : 0);
  return made;
}

/** AVIF says by offsets where in the file everything is; what is blank keeps its length. */
async function blanked(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { exif, xmp } = await sharp(bytes)
    .metadata()
    .catch(() => ({ exif: undefined, xmp: undefined }));
  let made = bytes;
  for (const block of [exif, xmp]) {
    const at = block?.length ? made.indexOf(block) : -1;
    if (!block || at === -1 || block.every((byte) => byte === 0)) continue;
    if (made === bytes) made = Buffer.from(bytes);
    made.fill(0, at, at + block.length);
  }
  return made;
}

/** The part of a file that says how it is turned, and nothing else. */
function turnedBy(type: string, orientation: number): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  const block = type === 'png' ? tiff : Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  if (type === 'jpeg') {
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(block.length + 2, 2);
    return Buffer.concat([head, block]);
  }
  const size = Buffer.alloc(4);
  if (type === 'png') {
    size.writeUInt32BE(block.length);
    const named = Buffer.concat([Buffer.from('eXIf'), block]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([size, named, sum]);
  }
  size.writeUInt32LE(block.length);
  return Buffer.concat([Buffer.from('EXIF'), size, block]);
}
