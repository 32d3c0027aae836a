import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { readAnswers } from '../../src/hosts/answers';
import { apacheConfig } from '../../src/hosts/apache';
import { caddyConfig } from '../../src/hosts/caddy';
import { firebaseConfig } from '../../src/hosts/firebase';
import { builtSite } from '../built-site';
import { temporaryFolder } from '../temporary-folder';
import { ask } from './ask';
import { isInstalled, type RunningServer, rootOf, startApache, startCaddy } from './servers';

const project = temporaryFolder('served');
const folder = join(project, 'public');
const answers = readAnswers(join(builtSite, 'public'));
let served: { url: string; server: Server };

beforeAll(async () => {
  cpSync(join(builtSite, 'public'), folder, { recursive: true });
  for (const name of ['index.html', 'admin/admin.js']) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
  // Apache does not serve as root.
  for (let place = project; place.length > 4; place = dirname(place)) chmodSync(place, 0o755);
  served = await serveSite(project);
});
afterAll(() => {
  served?.server.close();
});

const ledger = readFileSync(join(builtSite, 'addresses.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => (line.startsWith('/') ? [encodeURI(line.split(/\s/)[0] as string)] : []));
const { exact, splats } = answers.redirects;
const paths = [
  ...ledger.filter((_, index) => index % 7 === 0),
  ...exact.flatMap(({ from }) => [from, from.replace(/\/$/, ''), `${from}index.html`, `${from}?a=b`]),
  ...splats.flatMap(({ from }) => [from.replace('*', 'a%20b/c'), from.replace('*', 'x?a=b'), from.replace('/*', '')]),
  ...['/', '/blog', '/blog?a=b', '/blog/index.html?a=b', '/blog/', '/none', '/none/', '/img', '/img/', '/img/reef.png'],
  ...['/admin/', '/admin/none', '/admin/handbook/', '/robots.txt', '/favicon.ico', '/manifest.webmanifest'],
  ...['/blog/rss.xml', '/_headers', '/_redirects', '/admin/site.json', '/404.html'],
];
const names = [...new Set(answers.headers.flatMap(({ headers }) => Object.keys(headers)))].map((name) =>
  name.toLowerCase(),
);

describe.each([
  ['caddy', () => startCaddy((address) => caddyConfig(answers, { root: rootOf(folder, answers.basePath), address }))],
  ['apache2', () => startApache(apacheConfig(answers, { root: rootOf(folder, answers.basePath) }))],
] as const)('%s', (name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    if (isInstalled[name]) server = await start();
  });
  afterAll(() => server?.stop());

  test.skipIf(!isInstalled[name])('answers as npm run serve does, where it is installed', async () => {
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths) {
      const [real, ours] = await Promise.all([ask(server.url, { path }), ask(served.url, { path })]);
      const told = ({ status, headers, body }: typeof real) => ({
        path,
        status,
        location: headers.location?.replace(server.url, ''),
        ...(status < 300 || status === 404 ? { type: headers['content-type'], bytes: body.length } : {}),
        ...Object.fromEntries(names.map((header) => [header, headers[header]])),
      });
      expect(told(real)).toEqual(told(ours));
    }
  });

  test.skipIf(!isInstalled[name])('sends packed copies to who can read them', async () => {
    for (const [path, file] of [
      ['/', 'index.html'],
      ['/admin/admin.js', 'admin/admin.js'],
    ] as const) {
      const whole = readFileSync(join(folder, file));
      for (const [coding, unpack] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const { headers, body } = await ask(server.url, { path, headers: { 'accept-encoding': coding } });
        expect([headers['content-encoding'], headers.vary]).toEqual([
          coding,
          expect.stringMatching(/accept-encoding/i),
        ]);
        expect(headers['content-type']).toBe((await ask(served.url, { path })).headers['content-type']);
        expect(unpack(body).equals(whole)).toBe(true);
      }
      expect((await ask(server.url, { path })).headers['content-encoding']).toBeUndefined();
    }
  });
});

test('what Firebase reads has every redirect and every header', () => {
  const { hosting } = JSON.parse(firebaseConfig(answers));
  expect(hosting.redirects).toHaveLength(exact.length + splats.length);
  expect(hosting.redirects).toContainEqual({
    source: '/author/:splat*',
    destination: '/blog/author/:splat',
    type: 301,
  });
  expect(hosting.headers.map(({ source }: { source: string }) => source)).toEqual(
    answers.headers.map(({ below }) => `${below}**`),
  );
  expect(hosting.headers[0].headers).toContainEqual({ key: 'X-Content-Type-Options', value: 'nosniff' });
});
