import { expect, test } from 'vitest';
import { readAssets } from '../../src/site/assets';
import { pixel, project } from '../project';

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
