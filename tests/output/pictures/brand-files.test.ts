import sharp from 'sharp';
import { expect, test } from 'vitest';
import { brandFiles } from '../../../src/output/pictures/brand-files';
import { ContentFault } from '../../../src/output/table';
import { drawnPictures } from '../../../src/site/pictures/brand-pictures';
import { data, project, siteOf } from '../../project';

const file = 'content/settings/brand.yml';
const none = { 'static/icon-512.png': undefined };
const green =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#008000"/></svg>';

async function made(files: Record<string, string | undefined>) {
  const root = project({ ...none, ...files });
  const outputs = brandFiles(root, siteOf({ ...none, ...files }));
  const contents = outputs.map(async ({ path, content }) => {
    if (typeof content !== 'function') throw new Error(path);
    return [path, Buffer.from((await content()) as Uint8Array)] as const;
  });
  return new Map(await Promise.all(contents));
}

const colorAt = async (picture: Buffer, x: number, y: number) => {
  const { data: pixels, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...pixels.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
};

test('every icon and the social card are made of the icon of the brand, in the sizes that are promised', async () => {
  const files = { [file]: data({ icon: '/i.svg', light: { paper: '#fffff0' } }), 'static/i.svg': green };
  const pictures = await made(files);
  for (const { path, width, height, form } of drawnPictures(siteOf({ ...none, ...files }))) {
    const bytes = pictures.get(path.slice(1)) as Buffer;
    const picture = path.endsWith('.ico') ? bytes.subarray(22) : bytes;
    const size = await sharp(picture).metadata();
    expect([path, size.width, size.height]).toEqual([path, width, height]);
    expect(await colorAt(picture, width / 2, height / 2)).toEqual([0, 128, 0, 255]);
    // What systems may cut round has paper around the icon.
    if (form === 'padded') expect(await colorAt(picture, 2, 2)).toEqual([255, 255, 240, 255]);
  }
  expect(pictures.has('icon.svg')).toBe(false);
  const ico = pictures.get('favicon.ico') as Buffer;
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt32LE(18)]).toEqual([1, 1, 22]);
  expect(ico.readUInt32LE(14)).toBe(ico.length - 22);
});

test('a brand without an icon has one in its color, and the same brand the same bytes', async () => {
  const first = await made({ [file]: 'color: "#7a1fa2"\n' });
  expect(first.get('icon.svg')?.toString()).toContain('stroke="#7a1fa2"');
  expect(await made({ [file]: 'color: "#7a1fa2"\n' })).toEqual(first);
  expect(await made({ [file]: 'color: "#00695c"\n' })).not.toEqual(first);
});

test('an icon that nothing can be made of is a fault of its file', async () => {
  await expect(made({ [file]: data({ icon: '/i.svg' }), 'static/i.svg': green.replace('/>', '>') })).rejects.toThrow(
    ContentFault,
  );
});
