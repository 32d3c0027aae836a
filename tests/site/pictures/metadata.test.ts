import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { telltaleOf } from '../../../src/site/pictures/exif';
import { withoutMetadata } from '../../../src/site/pictures/metadata';
import { partsOf } from '../../../src/site/pictures/parts';
import { checkReport } from '../../project';

const formats = ['jpeg', 'png', 'webp', 'avif'] as const;
/** A picture that is not the same from any two sides. */
const drawn = (): Sharp =>
  sharp(Buffer.from(Array.from({ length: 40 * 24 * 3 }, (_, index) => (index * 7) % 256)), {
    raw: { width: 40, height: 24, channels: 3 },
  });
const made = (format: (typeof formats)[number], change: (image: Sharp) => Sharp) =>
  change(drawn()).toFormat(format, { quality: 90 }).toBuffer();
const place = { IFD3: { GPSLatitude: '52/1 31/1 12/1', GPSLatitudeRef: 'N', GPSLongitude: '13/1 24/1 0/1' } };
const person = { IFD0: { Artist: 'A. Nonymous', Copyright: 'A. Nonymous' } };
const pixelsOf = (bytes: Buffer) =>
  sharp(bytes, { animated: true }).autoOrient().raw().toBuffer({ resolveWithObject: true });
const facts = async (bytes: Buffer) => {
  const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
  return {
    exif: exif?.some((byte) => byte !== 0) ?? false,
    xmp: xmp?.some((byte) => byte !== 0) ?? false,
    iptc,
    comments,
  };
};

describe.each(formats)('of a %s', (format) => {
  const with_ = (image: Sharp) => image.withExif({ ...place, ...person }).withXmp(xmp);
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>A. Nonymous</dc:creator></x:xmpmeta>';

  test('place and author are reported, and taken out', async () => {
    const before = await made(format, with_);
    expect(telltaleOf(before)).toEqual({ place: true, person: true });
    const after = await withoutMetadata(before);
    expect(telltaleOf(after)).toEqual({ place: false, person: false });
    expect(await facts(after)).toMatchObject({ exif: false, xmp: false });
    expect(after.includes('Nonymous')).toBe(false);
    expect(partsOf(after).isWhole).toBe(true);
  });

  test('the pixels and the color profile stay as they were, and the second time nothing changes', async () => {
    const before = await made(format, (image) => with_(image).withIccProfile('p3'));
    const after = await withoutMetadata(before);
    expect((await pixelsOf(after)).data.equals((await pixelsOf(before)).data)).toBe(true);
    const [old, current] = [await sharp(before).metadata(), await sharp(after).metadata()];
    expect(current.icc?.equals(old.icc ?? Buffer.alloc(0))).toBe(true);
    expect((await withoutMetadata(after)).equals(after)).toBe(true);
  });

  test('that has none not a byte changes', async () => {
    const before = await made(format, (image) => image.withIccProfile('p3'));
    expect((await withoutMetadata(before)).equals(before)).toBe(true);
    expect(telltaleOf(before)).toEqual({ place: false, person: false });
  });
});

test.each(['jpeg', 'png', 'webp'] as const)('a %s that is turned stays so', async (format) => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const before = await made(format, (image) => image.withMetadata({ orientation }).withExifMerge(person));
    const after = await withoutMetadata(before);
    expect((await sharp(after).metadata()).orientation ?? 1).toBe((await sharp(before).metadata()).orientation ?? 1);
    const [old, current] = [await pixelsOf(before), await pixelsOf(after)];
    expect([current.info.width, current.info.height]).toEqual([old.info.width, old.info.height]);
    expect(current.data.equals(old.data)).toBe(true);
    expect(telltaleOf(after).person).toBe(false);
    expect((await withoutMetadata(after)).equals(after)).toBe(true);
  }
});

test.each(['gif', 'webp'] as const)('a %s that moves goes on moving', async (format) => {
  const frames = [0, 80, 160].map((red) => ({
    create: { width: 8, height: 8, channels: 3 as const, background: { r: red, g: 0, b: 0 } },
  }));
  const images = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  const before = await sharp(images, { join: { animated: true } })
    .withExif(person)
    .toFormat(format)
    .toBuffer();
  const after = await withoutMetadata(before);
  expect((await sharp(after, { animated: true }).metadata()).pages).toBe(3);
  expect((await pixelsOf(after)).data.equals((await pixelsOf(before)).data)).toBe(true);
});

test('what hides behind the end of a JPEG goes, and what can’t be taken apart comes back as it is', async () => {
  const hidden = await made('jpeg', (image) => image.withExif(place));
  const before = Buffer.concat([await made('jpeg', (image) => image), hidden]);
  expect((await withoutMetadata(before)).includes('Exif')).toBe(false);
  for (const odd of ['', 'no picture', '<svg/>', '\xFF\xD8\xFF\xE1', '\x89PNG\r\n\x1A\n']) {
    const bytes = Buffer.from(odd, 'latin1');
    expect((await withoutMetadata(bytes)).equals(bytes)).toBe(true);
    expect(telltaleOf(bytes)).toEqual({ place: false, person: false });
  }
});

test('an editor is told what a picture gives away', async () => {
  expect(
    checkReport({
      'static/img/both.jpg': await made('jpeg', (image) => image.withExif({ ...place, ...person })),
      'static/img/place.png': await made('png', (image) => image.withExif(place)),
    }),
  ).toMatchInlineSnapshot(`
    "static/img/both.jpg:1:1  warning  The file of the picture tells where it was taken and the name of its author  → save it again without its location and its author  [telltale-picture]
    static/img/place.png:1:1  warning  The file of the picture tells where it was taken  → save it again without its location and its author  [telltale-picture]

    2 warnings in 2 files"
  `);
});
