import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { codeFolder } from '../../src/cache/code-folder';
import { startContentServer } from '../../src/cms/serve/content-server';
import { serveSite } from '../../src/commands/serve';
import { develop } from '../../src/develop/server';
import { builtSite } from '../built-site';
import { post, project } from '../project';
import { temporaryFolder } from '../temporary-folder';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Sends bytes as they are, and waits for an answer or the end of the connection. */
const send = (port: number, bytes: Buffer) =>
  new Promise<string>((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (data) => {
      said += data.toString('latin1');
      if (said.length > 1_000_000) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });

const oddPart = fc.oneof(
  fc.constantFrom(
    '/',
    '..',
    '%2e%2e',
    '%00',
    '%ff',
    '%',
    '//',
    '\\',
    '?',
    '#',
    'blog',
    'admin',
    'img',
    '__develop',
    'events',
    '*',
    ':',
  ),
  fc.string({ maxLength: 12 }),
);
const path = fc.array(oddPart, { maxLength: 8 }).map((parts) => `/${parts.join('/')}`);
const name = fc.constantFrom(
  'Host',
  'Range',
  'If-None-Match',
  'If-Modified-Since',
  'Accept-Encoding',
  'Content-Length',
  'Expect',
  'X',
);
const header = fc.tuple(
  name,
  fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('bytes=-', 'bytes=9-1', '-1', '1e9', '*', '127.0.0.1')),
);
const request = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(
      fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'get', 'X'),
      path,
      fc.array(header, { maxLength: 5 }),
    )
    .map(([method, target, headers]) => {
      const lines = [
        `${method} ${target} HTTP/1.1`,
        'Connection: close',
        ...headers.map(([key, value]) => `${key}: ${value}`),
      ];
      return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
    }),
);

describe.each([
  ['npm run serve', async () => (await serveSite(builtSite)).server, '/robots.txt'],
  ['npm run develop', () => develop({ root: project(), port: 0, tell: () => {} }), '/'],
] as const)('%s', (_, start, sound) => {
  test('listens on this machine alone, and survives whatever it is sent', async () => {
    const server = await start();
    servers.push(server);
    const { port, address } = server.address() as AddressInfo;
    expect(address).toBe('127.0.0.1');
    await fc.assert(
      fc.asyncProperty(request, async (bytes) => {
        const said = await send(port, bytes);
        // Nothing that lies outside of the site, and no word of where it lies.
        expect(said).not.toMatch(/root:x:0|node_modules\/|at \w+ \(/);
        expect(said).not.toContain(codeFolder);
      }),
      { numRuns: 150 },
    );
    const answer = await fetch(`http://127.0.0.1:${port}${sound}`);
    expect(answer.status).toBe(200);
  });
});

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '..',
    '../../outside.md',
    '/etc/passwd',
    'package.json',
    '.git/config',
    'content/../x.md',
  ),
  fc.constantFrom<unknown>(
    'content/blog/a.md',
    'content/blog/a.md/b',
    'static/img',
    'CON',
    'a\u0000b',
    null,
    -1,
    1e9,
    {},
    [],
  ),
  fc.string({ maxLength: 20 }),
);
const said = fc
  .record(
    {
      action: fc.constantFrom<unknown>(
        ...['info', 'entriesByFolder', 'entriesByFiles', 'getEntry', 'getMedia', 'getMediaFile', 'persistEntry'],
        ...['persistMedia', 'deleteFile', 'deleteFiles', 'unpublishedEntries', 'publishUnpublishedEntry', 'history'],
        ...['__proto__', 'constructor', 7, null],
      ),
      params: fc.record(
        {
          branch: odd,
          path: odd,
          paths: fc.array(odd, { maxLength: 2 }),
          folder: odd,
          extension: odd,
          depth: odd,
          files: fc.array(fc.record({ path: odd, text: odd }, { requiredKeys: [] }), { maxLength: 2 }),
          dataFiles: fc.array(fc.record({ path: odd, raw: odd, slug: odd, newPath: odd }, { requiredKeys: [] }), {
            maxLength: 2,
          }),
          assets: fc.array(fc.record({ path: odd, content: odd, encoding: odd }, { requiredKeys: [] }), {
            maxLength: 2,
          }),
          asset: odd,
          options: fc.oneof(odd, fc.record({ commitMessage: odd })),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .map((body) => JSON.stringify(body));

test('npm run cms survives whatever its editor is made to say or breaks off, and writes to nothing but content and pictures', async () => {
  const outer = temporaryFolder('cms');
  const root = join(outer, 'site');
  cpSync(project({ 'content/blog/a.md': post() }), root, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  const others = () =>
    [outer, root].flatMap((folder) =>
      readdirSync(folder).filter((found) => !/^(?:content|static|\.build)$/.test(found)),
    );
  const before = others();
  const contentServer = await startContentServer(root, 'fs');
  const server = await develop({ root, port: 0, contentServer, tell: () => {} });
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  try {
    await fc.assert(
      fc.asyncProperty(said, fc.constantFrom(0, 1, 5000), async (body, missing) => {
        // A browser that is killed has promised more than it sent.
        const head = `POST /api/v1 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\nContent-Type: application/json\r\n`;
        const answer = await send(
          port,
          Buffer.from(`${head}Content-Length: ${Buffer.byteLength(body) + missing}\r\n\r\n${body}`),
        );
        expect(answer).not.toMatch(/root:x:0/);
      }),
      { numRuns: 120 },
    );
    expect(others()).toEqual(before);
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe('{}');
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"action":"info"}' };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1`, asked);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('local_fs')]);
  } finally {
    contentServer.stop();
  }
});

test('the development server answers nobody who comes by another name', async () => {
  const server = await develop({ root: project(), port: 0, tell: () => {} });
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  for (const host of ['elsewhere.example', `elsewhere.example:${port}`, '127.0.0.1.elsewhere.example', '']) {
    const said = await send(port, Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`));
    expect([host, said.split('\r\n')[0]]).toEqual([host, 'HTTP/1.1 403 Forbidden']);
  }
  const said = await send(port, Buffer.from(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`));
  expect(said).toMatch(/^HTTP\/1\.1 200 /);
});
