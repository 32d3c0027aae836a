import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCache, writeCache } from '../../../src/cache/cache';
import { checkExternal } from '../../../src/checks/external/external';
import { formatReport } from '../../../src/content/problem';
import { loadSite } from '../../../src/load';
import { kinds } from '../../collections';
import { landing, now, post, project, settings } from '../../project';

/** What a host elsewhere answers, by path; `count` is how often it was asked before. */
const answers: Record<string, (response: ServerResponse, count: number, method: string) => void> = {
  '/fine': (response) => response.end('text'),
  '/no-head': (response, _, method) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/moved': (response) => response.writeHead(301, { location: '/fine' }).end(),
  '/for-now': (response) => response.writeHead(302, { location: '/moved' }).end(),
  '/missing': (response) => response.writeHead(404).end(),
  '/gone': (response) => response.writeHead(410).end(),
  '/forbidden': (response) => response.writeHead(403).end(),
  '/not-for-programs': (response) => response.writeHead(999).end(),
  '/ill': (response) => response.writeHead(503).end(),
  '/ill-for-a-moment': (response, count) => response.writeHead(count < 2 ? 500 : 200).end(),
  '/busy': (response, count) => response.writeHead(count < 1 ? 429 : 200, { 'retry-after': '0' }).end(),
  '/busy-for-long': (response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
  '/circle': (response) => response.writeHead(302, { location: '/circle/2' }).end(),
  '/circle/2': (response) => response.writeHead(302, { location: '/circle' }).end(),
  '/silent': () => undefined,
};

const requests: { path: string; method: string; at: number }[] = [];
let open = 0;
let mostOpen = 0;
const server = createServer((request, response) => {
  const { url = '', method = '' } = request;
  mostOpen = Math.max(mostOpen, ++open);
  response.on('close', () => open--);
  const count = requests.filter(({ path }) => path === url).length;
  requests.push({ path: url, method, at: Date.now() });
  answers[url]?.(response, count, method);
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests.length = 0;
});

// What answers has all the time a busy machine may take; only what is silent is waited for in vain.
const quick = { timeout: 30_000, backoff: 5, longestWait: 20, retries: 2, pause: 0 };
const told = async (
  root: string,
  options: { fresh?: boolean; manners?: object; onProgress?: (done: number, total: number) => void } = {},
) => {
  const { site } = loadSite(root, { kinds, now, preview: false });
  if (!site) throw new Error('no site');
  const problems = await checkExternal(root, site, { ...options, manners: { ...quick, ...options.manners } });
  return formatReport(problems).replaceAll(host, 'http://host');
};
// The usual settings link to a host that must not be asked.
const own = {
  'content/settings/site.yml': settings({
    organization: { name: 'Example', url: 'https://openinfra.dev/', logo: '/icon-512.png' },
  }),
};
const linking = (...paths: string[]) =>
  project({ ...own, 'content/blog/a.md': post({}, paths.map((path) => `[x](${host}${path})\n`).join('')) });
const asked = (path: string) => requests.filter((request) => request.path === path).length;

test('every kind of answer is reported at its link, in words that say what to do', async () => {
  const root = linking(...Object.keys(answers).filter((path) => path !== '/silent'));
  expect(await told(root)).toMatchInlineSnapshot(`
    "content/blog/a.md:10:5  warning  The link “http://host/moved” leads to a page that has moved for good  → write http://host/fine  [moved-external-link]
    content/blog/a.md:12:5  warning  The link “http://host/missing” is dead: the other site has no such page (404)  → correct the address, or remove the link  [dead-external-link]
    content/blog/a.md:13:5  warning  The link “http://host/gone” is dead: the other site has no such page (410)  → correct the address, or remove the link  [dead-external-link]
    content/blog/a.md:14:5  warning  The link “http://host/forbidden” can’t be checked: its host does not answer programs (403)  → open it in a browser, and allow its host in content/settings/checks.yml if it works  [unverified-external-link]
    content/blog/a.md:15:5  warning  The link “http://host/not-for-programs” can’t be checked: its host does not answer programs (999)  → open it in a browser, and allow its host in content/settings/checks.yml if it works  [unverified-external-link]
    content/blog/a.md:16:5  warning  The link “http://host/ill” can’t be reached: its host has a fault (503)  → open it in a browser, and correct or remove it if nothing is there  [unreachable-external-link]
    content/blog/a.md:19:5  warning  The link “http://host/busy-for-long” can’t be checked: its host is too busy (429)  → open it in a browser, and allow its host in content/settings/checks.yml if it works  [unverified-external-link]
    content/blog/a.md:20:5  warning  The link “http://host/circle” is dead: the other site redirects it in a circle  → correct the address, or remove the link  [dead-external-link]
    content/blog/a.md:21:5  warning  The link “http://host/circle/2” is dead: the other site redirects it in a circle  → correct the address, or remove the link  [dead-external-link]

    9 warnings in 1 file"
  `);
  expect(await told(linking('/silent'), { manners: { timeout: 50 } })).toMatchInlineSnapshot(`
    "content/blog/a.md:8:5  warning  The link “http://host/silent” can’t be reached: its host does not answer  → open it in a browser, and correct or remove it if nothing is there  [unreachable-external-link]

    1 warning in 1 file"
  `);
});

test('a link is asked for once, however often it is written, and in fields as in texts', async () => {
  const root = project({
    ...own,
    'content/blog/a.md': post({}, `[x](${host}/missing) [y](${host}/missing#part)\n`),
    'content/pages/p.md': landing([{ type: 'hero', title: 'T', buttons: [{ label: 'B', url: `${host}/missing` }] }]),
  });
  expect(await told(root)).toMatchInlineSnapshot(`
    "content/blog/a.md:8:5  warning  The link “http://host/missing” is dead: the other site has no such page (404)  → correct the address, or remove the link  [dead-external-link]
    content/blog/a.md:8:41  warning  The link “http://host/missing” is dead: the other site has no such page (404)  → correct the address, or remove the link  [dead-external-link]
    content/pages/p.md:4:67  warning  The link “http://host/missing” is dead: the other site has no such page (404)  → correct the address, or remove the link  [dead-external-link]

    3 warnings in 2 files"
  `);
  expect(requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
});

test('what was fine is believed for a week and what was not for a day, unless somebody wants to know', async () => {
  const root = linking('/fine', '/missing');
  await told(root);
  await told(root);
  expect([asked('/fine'), asked('/missing')]).toEqual([1, 2]);
  const aged = (days: number) => {
    const kept: Record<string, { at: number }> = JSON.parse(readCache(root, 'external-links.json', '1') ?? '');
    for (const found of Object.values(kept)) found.at = Date.now() - days * 86_400_000;
    writeCache(root, 'external-links.json', '1', JSON.stringify(kept));
  };
  aged(2);
  await told(root);
  expect([asked('/fine'), asked('/missing')]).toEqual([1, 4]);
  aged(8);
  await told(root);
  expect(asked('/fine')).toBe(2);
  await told(root, { fresh: true });
  expect(asked('/fine')).toBe(3);
  writeFileSync(join(root, '.build/cache/external-links.json'), 'not JSON');
  expect(await told(root)).toContain('/missing');
});

test('a host is asked for one thing at a time, with a pause between', async () => {
  mostOpen = 0;
  await told(linking('/fine', '/no-head', '/moved', '/busy'), { manners: { pause: 100 } });
  expect(mostOpen).toBe(1);
  expect(requests.length).toBeGreaterThan(4);
  // No request comes early; the first may come late.
  expect((requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThan((requests.length - 2) * 100);
});

test('hosts and addresses that the settings allow are left alone', async () => {
  const root = linking('/missing', '/gone');
  const allow = (item: string) =>
    writeFileSync(join(root, 'content/settings/checks.yml'), `external:\n  allow: [${JSON.stringify(item)}]\n`);
  allow(`${host}/missing`);
  expect(await told(root)).toContain('1 warning');
  allow('127.0.0.1');
  expect(await told(root)).toBe('');
});

test('who waits is told how far it is', async () => {
  const steps: string[] = [];
  await told(linking('/fine', '/moved'), { onProgress: (done, total) => steps.push(`${done}/${total}`) });
  expect(steps).toEqual(['0/2', '1/2', '2/2']);
});

test('who is offline is reported so, and of no link that it is dead', async () => {
  const root = linking('/silent', '/silent?2', '/silent?3', '/silent?4', '/silent?5');
  await expect(told(root, { manners: { timeout: 20 } })).rejects.toThrow('Look whether this computer is online.');
  expect(existsSync(join(root, '.build/cache/external-links.json'))).toBe(false);
});

test('a page that has moved for good is reported, whichever way its host says so, and one that is away for now is not', async () => {
  for (const [status, isTold] of [
    [301, true],
    [308, true],
    [302, false],
    [303, false],
    [307, false],
  ] as const) {
    const path = `/moved-${status}`;
    answers[path] = (response) => response.writeHead(status, { location: '/fine' }).end();
    expect([status, (await told(linking(path))).includes('has moved for good')]).toEqual([status, isTold]);
    delete answers[path];
  }
});
