import { afterAll, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { headersFile } from '../../src/hosts/headers-file';
import { project } from '../project';

// tests/hosts/nginx.test.ts compares all that is answered with a real server, where there is one.

const servers: { close(): void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

const serve = async (basePath: string) => {
  const { url: address, server } = await serveSite(
    project({
      'public/_headers': headersFile([
        { below: basePath, headers: { 'X-Kind': 'page' } },
        { below: `${basePath}admin/`, headers: { 'X-Kind': 'editor' } },
      ]),
      'public/_redirects': `${basePath}old/ ${basePath}blog/post/ 301!\n${basePath}old/ ${basePath}blog/post/ 301\n`,
      'public/index.html': 'home',
      'public/admin/index.html': 'editor',
      'public/blog/post/index.html': 'post',
      'public/404.html': 'nothing here',
    }),
  );
  servers.push(server);
  return async (path: string) => {
    const response = await fetch(new URL(path, address), { redirect: 'manual' });
    return [
      response.status,
      response.headers.get('location') ?? (await response.text()),
      response.headers.get('x-kind') ?? '',
    ];
  };
};

test('pages have their slash, and what is not there is said by the site’s own page', async () => {
  const get = await serve('/');
  expect(await get('/')).toEqual([200, 'home', 'page']);
  expect(await get('/blog/post/')).toEqual([200, 'post', 'page']);
  expect(await get('/blog/post')).toEqual([301, '/blog/post/', 'page']);
  expect(await get('/blog/post/index.html')).toEqual([301, '/blog/post/', 'page']);
  expect(await get('/none/')).toEqual([404, 'nothing here', 'page']);
  expect(await get('/admin/')).toEqual([200, 'editor', 'editor']);
  expect(await get('/old?a=b')).toEqual([301, '/blog/post/?a=b', 'page']);
});

test('below a base path, everything stays below it', async () => {
  const get = await serve('/site/');
  expect(await get('/site')).toEqual([301, '/site/', '']);
  expect(await get('/site/blog/post')).toEqual([301, '/site/blog/post/', 'page']);
  expect(await get('/site/blog/post/')).toEqual([200, 'post', 'page']);
  expect(await get('/site/old/')).toEqual([301, '/site/blog/post/', 'page']);
  expect(await get('/blog/post/')).toEqual([404, 'nothing here', 'page']);
});
