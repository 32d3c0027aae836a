import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { ssim } from 'ssim.js';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/output/build';
import { bundleInline } from '../../../src/render/inline';
import { kinds } from '../../collections';
import { photograph } from '../../photograph';
import { checkReport, now, pixel, post, project } from '../../project';

const common = { inline: bundleInline(), admin: Promise.resolve('') };

async function build(root: string) {
  const told: string[] = [];
  const isBuilt = await buildSite(root, { kinds, now, common, tell: (text) => void told.push(text) });
  return { isBuilt, told: told.join('\n') };
}

const pixelsOf = async (bytes: Buffer) => {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
};

/** The widths and addresses of a `srcset`. */
const stepsOf = (srcSet: unknown) =>
  String(srcSet)
    .split(', ')
    .map((step): [number, string] => {
      const [address = '', width = ''] = step.split(' ');
      return [Number.parseInt(width, 10), address];
    });

describe('a photograph of 4 MB in a post', { timeout: 300_000 }, async () => {
  const picture = await photograph(3200, 2400, { quality: 96 });
  const root = project({
    'static/img/photo.jpg': picture,
    'content/blog/1.md': post({}, '![A hillside](/img/photo.jpg)\n'),
  });
  const { isBuilt } = await build(root);
  const page = fromHtml(readFileSync(join(root, 'public/blog/1/index.html'), 'utf8'));
  const bytesAt = (address: string) => readFileSync(join(root, 'public', address));

  it('is offered to browsers in two lighter types and in several widths, and stays at its address', () => {
    expect(isBuilt).toBe(true);
    expect(picture.length).toBeGreaterThan(4_000_000);
    expect(selectAll('picture > source', page).map(({ properties }) => properties['type'])).toEqual([
      'image/avif',
      'image/webp',
    ]);
    expect(select('picture > img', page)?.properties).toMatchObject({
      src: '/img/photo.jpg',
      width: 3200,
      height: 2400,
      loading: 'lazy',
    });
    for (const { properties } of selectAll('picture > source', page))
      for (const [, address] of stepsOf(properties['srcSet']))
        expect(statSync(join(root, 'public', address)).size).toBeGreaterThan(0);
    expect(bytesAt('/img/photo.jpg').length).toBeGreaterThan(4_000_000);
  });

  it.each([
    'image/avif',
    'image/webp',
  ])('costs a phone a twentieth as %s, and can’t be told from what it was', async (type) => {
    const source = selectAll('picture > source', page).find(({ properties }) => properties['type'] === type);
    // 360 pixels wide with three dots for each, less the margin that `sizes` knows of.
    const needed = 360 * 0.92 * 3;
    const [width, address] = stepsOf(source?.properties['srcSet']).find(([step]) => step >= needed) ?? [0, ''];
    const sent = bytesAt(address);
    const wanted = await pixelsOf(await sharp(picture).resize({ width }).png().toBuffer());
    expect(picture.length / sent.length).toBeGreaterThan(20);
    expect(ssim(wanted, await pixelsOf(sent)).mssim).toBeGreaterThan(0.97);
  });

  it('is drawn once: not again for a page that says more, and not for a site built from nothing but the cache', async () => {
    const made = () =>
      readdirSync(join(root, '.build/cache/pictures')).map((name) => [
        name,
        statSync(join(root, '.build/cache/pictures', name)).mtimeMs,
      ]);
    const before = made();
    expect(before.length).toBeGreaterThan(5);
    writeFileSync(join(root, 'content/blog/1.md'), post({ title: 'Other' }, '![A hillside](/img/photo.jpg)\n'));
    await build(root);
    expect(made()).toEqual(before);
  });

  it('leaves nothing in the cache when it is gone', async () => {
    writeFileSync(join(root, 'content/blog/1.md'), post({}, 'No picture.\n'));
    writeFileSync(join(root, 'static/img/photo.jpg'), await photograph(640, 480));
    await build(root);
    const kept = readdirSync(join(root, '.build/cache/pictures'));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every((name) => !name.includes('.1200.'))).toBe(true);
  });
});

it('what a camera stored on its side is upright in every form, and says nothing of its making', async () => {
  const root = project({ 'static/img/turned.jpg': await photograph(900, 600, { orientation: 6 }) });
  await build(root);
  const forms = readdirSync(join(root, 'public/pictures')).filter((name) => /^turned\..*\.(?:avif|webp)$/.test(name));
  expect(forms.length).toBeGreaterThan(1);
  for (const name of forms) {
    const { width, height, orientation, exif } = await sharp(join(root, 'public/pictures', name)).metadata();
    expect([name, height > width, orientation ?? 1, exif]).toEqual([name, true, 1, undefined]);
  }
});

it('a picture that moves goes on moving: it has no form that stands still', async () => {
  const frames = await sharp({ create: { width: 400, height: 800, channels: 3, background: '#888' } })
    .raw()
    .toBuffer();
  const noise = Buffer.from(frames.map((_, index) => (index * 2_654_435_761) % 251));
  const moving = await sharp(noise, { raw: { width: 400, height: 800, channels: 3, pageHeight: 400 } })
    .webp({ quality: 90 })
    .toBuffer();
  expect(moving.length).toBeGreaterThan(30_000);
  const root = project({
    'static/img/moving.webp': moving,
    'static/img/moving.gif': await sharp(moving, { animated: true }).gif().toBuffer(),
  });
  expect((await build(root)).isBuilt).toBe(true);
  expect(readdirSync(join(root, 'public/img')).filter((name) => name.startsWith('moving'))).toEqual([
    'moving.gif',
    'moving.webp',
  ]);
  expect(existsSync(join(root, 'public/pictures'))).toBe(false);
});

it('a picture that can’t be read to its end is reported with its file, and the former site stays', async () => {
  const whole = await sharp(await photograph(600, 400))
    .png()
    .toBuffer();
  const broken = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  broken.fill(0x55, middle, middle + 40);
  const root = project({ 'static/img/a.png': broken });
  const { isBuilt, told } = await build(root);
  expect(isBuilt).toBe(false);
  expect(told).toMatch(/static\/img\/a\.png.*The picture can’t be read to its end/);
});

it('a small file that says it has a billion pixels is reported, and nothing reads it', () => {
  const bomb = Buffer.from(pixel);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const report = checkReport({ 'static/img/bomb.png': Buffer.concat([bomb, Buffer.alloc(40_000)]) });
  expect(report).toMatch(/static\/img\/bomb\.png.*60000 × 60000 pixels/);
});
