import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { codeFolder } from '../../src/cache/code-folder';
import { serveSite } from '../../src/commands/serve';
import { develop } from '../../src/develop/server';
import { builtSite } from '../built-site';
import { project } from '../project';

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
