import sharp from 'sharp';
import { expect, test } from 'vitest';
import { marksOf, refusalOf } from '../../../src/cms/pictures/lighten';

const file = (name: string, type: string, size = 1000) => ({ name, type, size });

test('what browsers don’t show, and what is large and no picture, is refused with what to do', () => {
  expect(refusalOf(file('IMG_1.HEIC', ''))).toContain('Save it as JPEG');
  expect(refusalOf(file('scan', 'image/tiff'))).toContain('Save it as JPEG');
  expect(refusalOf(file('film.mp4', 'video/mp4', 34_000_000))).toContain('34 MB');
  expect(
    [file('a.jpg', 'image/jpeg', 34_000_000), file('a.svg', 'image/svg+xml'), file('a.pdf', 'application/pdf')].map(
      refusalOf,
    ),
  ).toEqual([undefined, undefined, undefined]);
});

test('a picture that says where it was taken is told from one that does not, in every format', async () => {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: '#abc' } });
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const marks = async (picture: sharp.Sharp) =>
      marksOf(new Uint8Array(await picture.toFormat(format).toBuffer()).buffer);
    expect([format, await marks(plain.clone())]).toEqual([format, { tells: false, moves: false }]);
    const told = plain.clone().withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } });
    expect([format, await marks(told)]).toEqual([format, { tells: true, moves: false }]);
  }
});

test('a picture that moves is left as it is', async () => {
  const frames = { raw: { width: 8, height: 16, channels: 3 as const, pageHeight: 8 } };
  const moving = sharp(Buffer.alloc(8 * 16 * 3, 90).fill(200, 8 * 8 * 3), frames).webp({ loop: 0, delay: [100, 100] });
  expect(marksOf(new Uint8Array(await moving.toBuffer()).buffer).moves).toBe(true);
});
