import { cpSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { readAnswers } from '../../src/hosts/answers';
import { nginxConfig } from '../../src/hosts/nginx';
import { builtSite } from '../built-site';
import { temporaryFolder } from '../temporary-folder';
import { type Asked, ask, differences } from './ask';
import { hasBrotli, isInstalled, type RunningServer, rootOf, startNginx } from './servers';

// `npm run serve` is what people try a site with: it must not differ from the server that readers meet.

const project = temporaryFolder('served');
const folder = join(project, 'public');
let nginx: RunningServer;
let served: { url: string; server: Server };

beforeAll(async () => {
  if (!isInstalled.nginx) return;
  cpSync(join(builtSite, 'public'), folder, { recursive: true });
  for (const name of ['index.html', 'blog/index.html', 'admin/admin.js', '404.html']) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes));
    if (hasBrotli) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
  writeFileSync(join(folder, 'img/a b & ü.txt'), 'text');
  // Written in the last moment of a second, which is still that second.
  utimesSync(join(folder, 'img/a b & ü.txt'), 1_700_000_000, 1_700_000_005.9997);
  const answers = readAnswers(folder);
  nginx = await startNginx((port) =>
    nginxConfig(answers, {
      root: rootOf(folder, answers.basePath),
      listen: `127.0.0.1:${port}`,
      serverName: '_',
      brotli: hasBrotli,
    }),
  );
  served = await serveSite(project);
});
afterAll(() => {
  nginx?.stop();
  served?.server.close();
});

const isSame = async (asked: Asked) => {
  const [real, ours] = await Promise.all([ask(nginx.url, asked), ask(served.url, asked)]);
  expect(
    differences(real, ours),
    `${asked.method ?? 'GET'} ${asked.path} ${JSON.stringify(asked.headers ?? {})}`,
  ).toEqual([]);
  return real;
};

describe.skipIf(!isInstalled.nginx)('nginx, where it is installed, and npm run serve answer alike', () => {
  const ledger = readFileSync(join(builtSite, 'addresses.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('/') ? [encodeURI(line.split(/\s/)[0] as string)] : []));

  test('every address that was ever published is a page, or one redirect leads to one', async () => {
    expect(ledger.length).toBeGreaterThan(100);
    for (const path of ledger) {
      const first = await isSame({ path });
      const answer = first.status === 200 ? first : await isSame({ path: String(first.headers['location']) });
      expect([path, answer.status]).toEqual([path, 200]);
    }
  });

  test('with its slash left out, or written as a file, an address is one redirect away', async () => {
    for (const path of ledger.filter((address) => address.endsWith('/') && address !== '/')) {
      for (const form of [
        path.slice(0, -1),
        `${path}index.html`,
        `${path.slice(0, -1)}?a=b&c`,
        `${path}index.html?a`,
      ]) {
        const answer = await isSame({ path: form });
        expect([form, [301, 302].includes(answer.status)]).toEqual([form, true]);
      }
    }
  });

  test('every file has its type and its headers, and is there as a whole', async () => {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (statSync(join(folder, name)).isFile() && !name.endsWith('index.html')) {
        await isSame({ path: `/${name.split('/').map(encodeURIComponent).join('/')}` });
      }
    }
  });

  const { redirects } = readAnswers(join(builtSite, 'public'));
  const bare = (from: string) => from.replace(/\/?\*?$/, '');
  test.each(
    [...redirects.exact, ...redirects.splats].map(({ from }) => from),
  )('%s leads on in all its forms', async (from) => {
    const forms = ['', '/', '/index.html', '?q=1', '/?q=1#x', '/none/at all', '/%C3%A9/..%2Fx', '/a%0d%0ab', '//x'];
    for (const form of forms) {
      await isSame({ path: `${bare(from)}${form}`.replace(' ', '%20') });
      await isSame({ path: `${bare(from).toUpperCase()}${form}`.replace(' ', '%20') });
    }
    for (const method of ['POST', 'HEAD']) await isSame({ path: bare(from), method });
  });

  test.each([
    '/none',
    '/none/',
    '/none/index.html',
    '/img',
    '/img/',
    '/img/index.html',
    '/img/none.png',
    '/admin',
    '/admin/',
    '/admin/none',
    '/admin/handbook',
    '/admin/handbook/',
    '/index.html',
    '/index.html?a=b',
    '/404.html',
    '/404',
    '/robots.txt/',
    '/robots.txt?x',
    '/ROBOTS.TXT',
    '/_headers',
    '/_redirects',
    '/_headers/',
    '//',
    '//blog//',
    '/blog//index.html',
    '/./blog/',
    '/blog/../blog/',
    '/blog/.',
    '/blog/..',
    '/../blog/',
    '/%2e%2e/blog/',
    '/..%2f..%2fetc/passwd',
    '/blog%2F',
    '/%62log/',
    '/%zz',
    '/%',
    '/%00',
    '/%ff/',
    '/blog/%E0%A4%A',
    '/img/a%20b%20&%20%C3%BC.txt',
    '/img/a%20b%20&%20%C3%BC.txt?%20',
    '/blog?',
    '/blog?a=/index.html',
    '/?',
    '/blog/;x',
    '/.git/config',
    '/.well-known/none',
    '/blog\\',
    '/<script>',
  ])('%s', async (path) => {
    await isSame({ path });
    await isSame({ path, method: 'HEAD' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
    for (const path of ['/', '/blog', '/none', '/admin/', '/img/']) await isSame({ path, method });
  });

  const packed = [
    'gzip',
    'br',
    'gzip, br',
    'br;q=0, gzip',
    'gzip;q=0',
    'identity',
    '*',
    'gzip;q=0.5',
    'x, GZIP',
    'brr',
    '',
  ];
  test.each(packed)('what is packed is sent to who can read “%s”', async (coding) => {
    for (const path of ['/', '/blog/', '/admin/admin.js', '/robots.txt', '/none/']) {
      await isSame({ path, headers: { 'accept-encoding': coding } });
      await isSame({ path, headers: { 'accept-encoding': coding, range: 'bytes=0-9' } });
    }
  });

  test.each([
    'bytes=0-9',
    'bytes=5-',
    'bytes=-5',
    'bytes=0-0',
    'bytes=0-99999999',
    'bytes=99999999-',
    'bytes=0-1,4-5',
    'bytes=9-5',
    'bytes=x',
    'lines=0-9',
    'bytes=',
  ])('a part is sent where one is asked for: %s', async (range) => {
    for (const path of ['/robots.txt', '/favicon.ico', '/', '/none'])
      for (const method of ['GET', 'HEAD']) await isSame({ path, method, headers: { range } });
  });

  test('who has a file already is sent nothing, on all conditions of HTTP', async () => {
    for (const path of ['/robots.txt', '/', '/none', '/blog']) {
      const { headers } = await ask(nginx.url, { path });
      const [etag, modified] = [String(headers['etag']), String(headers['last-modified'])];
      const [before, after] = ['Thu, 01 Jan 2015 00:00:00 GMT', 'Fri, 01 Jan 2100 00:00:00 GMT'];
      const conditions = [
        { 'if-none-match': etag },
        { 'if-none-match': `"x", ${etag}` },
        { 'if-none-match': `W/${etag}` },
        { 'if-none-match': '"x"' },
        { 'if-none-match': '*' },
        { 'if-modified-since': modified },
        { 'if-modified-since': before },
        { 'if-modified-since': after },
        { 'if-none-match': '"x"', 'if-modified-since': after },
        { 'if-match': etag },
        { 'if-match': '"x"' },
        { 'if-match': '*' },
        { 'if-unmodified-since': before },
        { 'if-unmodified-since': after },
        { 'if-range': etag, range: 'bytes=0-4' },
        { 'if-range': '"x"', range: 'bytes=0-4' },
        { 'if-range': modified, range: 'bytes=0-4' },
        { 'if-range': before, range: 'bytes=0-4' },
      ];
      for (const condition of conditions) {
        for (const method of ['GET', 'HEAD'])
          await isSame({ path, method, headers: condition as Record<string, string> });
      }
    }
  });
});
