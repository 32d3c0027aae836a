import { afterAll, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { project, settings } from '../project';

const servers: { close(): void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

const serve = async (url: string) => {
  const { url: address, server } = await serveSite(
    project({
      'content/settings/site.yml': settings({ url }),
      'public/index.html': 'home',
      'public/blog/post/index.html': 'post',
      'public/404.html': 'nothing here',
    }),
  );
  servers.push(server);
  return async (path: string) => {
    const response = await fetch(new URL(path, address), { redirect: 'manual' });
    return [response.status, response.headers.get('location') ?? (await response.text())];
  };
};

test('a static host is imitated: pages have their slash, and what is not there is said by the site’s own page', async () => {
  const get = await serve('https://openinfra.dev/');
  expect(await get('/')).toEqual([200, 'home']);
  expect(await get('/blog/post/')).toEqual([200, 'post']);
  expect(await get('/blog/post')).toEqual([301, '/blog/post/']);
  expect(await get('/none/')).toEqual([404, 'nothing here']);
});

test('below a base path, redirects stay below it', async () => {
  const get = await serve('https://openinfra.dev/site/');
  expect(await get('/site')).toEqual([301, '/site/']);
  expect(await get('/site/blog/post')).toEqual([301, '/site/blog/post/']);
  expect(await get('/site/blog/post/')).toEqual([200, 'post']);
  expect((await get('/blog/post/'))[0]).toBe(404);
});
