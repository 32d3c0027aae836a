/** A stretch of a picture's file: a segment, a chunk or a block, with its name. */
export interface Part {
  name: string;
  /** Bytes from the start of the file; `end` is the first that no longer belongs to it. */
  start: number;
  end: number;
}

/** What a file is by its first bytes, and its parts up to where it ends or breaks off. */
export interface Picture {
  type: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg' | 'ico' | 'unknown';
  parts: Part[];
  /** The file has its end. */
  isWhole: boolean;
}

/** Takes a picture's file apart, without reading its pixels. Never throws. */
export function partsOf(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const at = (start: number, text: string) => bytes.toString('latin1', start, start + text.length) === text;
  if (at(0, '\xFF\xD8')) return jpegOf(bytes);
  if (at(0, '\x89PNG\r\n\x1A\n')) return chunksOf('png', bytes, 8);
  if (at(0, 'RIFF') && at(8, 'WEBP')) return chunksOf('webp', bytes, 12);
  if (at(0, 'GIF8'))
    return { type: 'gif', parts: [], isWhole: bytes.lastIndexOf(0x3b) >= Math.max(13, bytes.length - 64) };
  if (at(4, 'ftyp')) return boxesOf(bytes);
  if (at(0, '\0\0\x01\0')) return { type: 'ico', parts: [], isWhole: bytes.length > 22 };
  const text = bytes.toString('utf8').replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const isSvg =
    /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?[^>]*>\s*)?<(?:\w+:)?svg[\s>/]/i.test(text);
  return isSvg
    ? { type: 'svg', parts: [], isWhole: /(?:<\/(?:\w+:)?svg\s*>|<svg[^>]*\/>)\s*$/i.test(text) }
    : { type: 'unknown', parts: [], isWhole: false };
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B. What follows the end, a second picture for one, is the “rest”. */
function jpegOf(bytes: Buffer): Picture {
  const parts: Part[] = [{ name: 'SOI', start: 0, end: 2 }];
  for (let start = 2; start + 2 <= bytes.length && bytes[start] === 0xff; ) {
    const marker = bytes[start + 1] ?? 0;
    if (marker === 0xd9) {
      parts.push({ name: 'EOI', start, end: start + 2 });
      if (start + 2 < bytes.length) parts.push({ name: 'rest', start: start + 2, end: bytes.length });
      return { type: 'jpeg', parts, isWhole: true };
    }
    // Before a marker may stand any number of such bytes.
    const isFill = marker === 0xff;
    if (!isFill && start + 4 > bytes.length) break;
    let end = isFill ? start + 1 : start + 2 + bytes.readUInt16BE(start + 2);
    if (end > bytes.length) break;
    if (marker === 0xda) end = endOfScan(bytes, end);
    parts.push({ name: marker.toString(16), start, end });
    start = end;
  }
  return { type: 'jpeg', parts, isWhole: false };
}

/** Where the next marker is: within what the picture shows, only those that restart it stand, and bytes that are none. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout and https://developers.google.com/speed/webp/docs/riff_container */
function chunksOf(type: 'png' | 'webp', bytes: Buffer, first: number): Picture {
  const parts: Part[] = [{ name: 'head', start: 0, end: first }];
  const isPng = type === 'png';
  let start = first;
  while (start + 8 <= bytes.length) {
    const length = isPng ? bytes.readUInt32BE(start) : bytes.readUInt32LE(start + 4);
    const name = bytes.toString('latin1', start + (isPng ? 4 : 0), start + (isPng ? 8 : 4));
    const end = start + 8 + length + (isPng ? 4 : length % 2);
    if (start + 8 + length + (isPng ? 4 : 0) > bytes.length) return { type, parts, isWhole: false };
    parts.push({ name, start, end: Math.min(end, bytes.length) });
    start = end;
    if (name === 'IEND') return { type, parts, isWhole: true };
  }
  const isLong = !isPng && bytes.length >= 8 && bytes.readUInt32LE(4) + 8 <= bytes.length + 1;
  return { type, parts, isWhole: isLong && parts.some(({ name }) => /^(?:VP8|ANMF)/.test(name)) };
}

/** ISO/IEC 14496-12, 4.2 */
function boxesOf(bytes: Buffer): Picture {
  const parts: Part[] = [];
  for (let start = 0; start + 8 <= bytes.length; ) {
    const asked = bytes.readUInt32BE(start);
    const length = asked === 1 && start + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(start + 8)) : asked;
    const end = asked === 0 ? bytes.length : start + length;
    if (end <= start || end > bytes.length) return { type: 'avif', parts, isWhole: false };
    parts.push({ name: bytes.toString('latin1', start + 4, start + 8), start, end });
    start = end;
  }
  const names = new Set(parts.map(({ name }) => name));
  return { type: 'avif', parts, isWhole: names.has('meta') && (names.has('mdat') || names.has('moov')) };
}
