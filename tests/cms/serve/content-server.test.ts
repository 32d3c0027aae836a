import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeFolder } from '../../../src/cache/code-folder';
import { forward, freePort } from '../../../src/cms/serve/content-server';

let server: Server;
let port: number;

beforeAll(async () => {
  const url = `http://127.0.0.1:${await freePort()}/api/v1`;
  server = createServer(
    (incoming, outgoing) => void forward(incoming, outgoing, { url, root: codeFolder, mode: 'fs' }),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const ask = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end('{"action":"info","params":{}}');
  });

test('a site elsewhere can’t reach the content server by a name that leads to this machine', async () => {
  expect(await ask('evil.example:8000')).toBe(403);
  expect(await ask('127.0.0.1.evil.example')).toBe(403);
});

test('a content server that does not answer is reported, and ends nothing', async () => {
  expect(await ask(`127.0.0.1:${port}`)).toBe(502);
  expect(await ask('localhost')).toBe(502);
});

test('a port that is taken is not given out', async () => {
  await expect(freePort(port)).rejects.toThrow();
  expect(await freePort()).not.toBe(port);
});
