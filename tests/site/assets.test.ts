import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readAssets } from '../../src/site/assets';
import { checkReport, pageAt, pixel, post, project, siteOf } from '../project';

test('every file below static is known by its path on the site, and pictures by their size', () => {
  const assets = readAssets(project({ 'static/a/b/c.png': pixel, 'static/robots.pdf': 'x' }));
  expect([...assets.keys()].sort()).toEqual(['/a/b/c.png', '/icon-512.png', '/img/card.png', '/robots.pdf']);
  expect(assets.get('/a/b/c.png')?.size()).toEqual({ width: 1, height: 1 });
});

test('a file that is no picture, or a broken one, has no size and does not stop the build', () => {
  const assets = readAssets(project({ 'static/a.png': 'not a picture', 'static/empty.jpg': '', 'static/b.pdf': 'x' }));
  for (const path of ['/a.png', '/empty.jpg', '/b.pdf']) expect(assets.get(path)?.size()).toBeUndefined();
});

test('a drawing has the size of its view box', () => {
  const assets = readAssets(
    project({ 'static/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"></svg>' }),
  );
  expect(assets.get('/a.svg')?.size()).toEqual({ width: 20, height: 10 });
});

test('a picture whose name was composed in another way is found by the name that people write', () => {
  expect(
    readAssets(project({ 'static/cafe\u0301.png': pixel }))
      .get('/café.png')
      ?.size(),
  ).toEqual({ width: 1, height: 1 });
});

test('a project without pictures has none', () => {
  const assets = readAssets(project({ 'static/icon-512.png': undefined, 'static/img/card.png': undefined }));
  expect(assets.size).toBe(0);
});

test('a text and a disk may each spell the name of a picture in their own way', () => {
  const spellings = ['caf\u00E9', 'cafe\u0301'];
  for (const onDisk of spellings) {
    for (const inText of spellings) {
      const files = {
        [`static/img/${onDisk}.png`]: pixel,
        'content/blog/a.md': post({}, `![x](/img/${inText}.png)\n`),
      };
      expect(checkReport(files), JSON.stringify([onDisk, inText])).toBe('');
      const { made } = pageAt<{ html: string }>(siteOf(files), '/blog/a/');
      expect(made.main.html).toContain('width="1" height="1"');
    }
  }
});

test('a picture that its camera has turned has the size in which it is shown', async () => {
  const turned = (orientation: number) =>
    sharp({ create: { width: 3, height: 2, channels: 3, background: 'white' } })
      .withMetadata({ orientation })
      .jpeg();
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const assets = readAssets(project({ 'static/a.jpg': await turned(orientation).toBuffer() }));
    const size = orientation < 5 ? { width: 3, height: 2 } : { width: 2, height: 3 };
    expect([orientation, assets.get('/a.jpg')?.size()]).toEqual([orientation, size]);
  }
});
