import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The address, on the site's own host, at which the admin page asks the content server. */
export const contentPath = '/api/v1';

export interface ContentServer {
  /** Where it answers, on this machine only. */
  url: string;
  stop(): void;
}

/**
 * Starts the CMS's own server for the files of a project. `fs` writes files; `git` commits them, and keeps what waits for
 * review on branches, which it checks out in that work tree. Rejects when it doesn't come up within ten seconds.
 */
export async function startContentServer(
  root: string,
  mode: 'fs' | 'git',
  origin = 'http://127.0.0.1',
): Promise<ContentServer> {
  // On a port that is taken it would die, and the admin page would talk to whoever holds it.
  const port = await freePort();
  const child = spawn(process.execPath, [join(process.cwd(), 'node_modules/decap-server/dist/index.js')], {
    env: {
      ...process.env,
      PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MODE: mode,
      GIT_REPO_DIRECTORY: root,
      ORIGIN: origin,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  await isListening(child);
  return { url: `http://127.0.0.1:${port}${contentPath}`, stop };
}

function isListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`The content server ${why}.\n${said}`));
    const timer = setTimeout(() => fail('did not start within ten seconds'), 10_000);
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!/listening/i.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

/** A port of the loopback interface that nobody uses now; rejects when the one that is `asked` for is taken. */
export function freePort(asked = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(asked, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Hands a request of the admin page on to the content server. */
export function forward(incoming: IncomingMessage, outgoing: ServerResponse, url: string): void {
  const headers = { ...incoming.headers, host: new URL(url).host };
  const asked = request(url, { method: incoming.method ?? 'GET', headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  asked.once('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end('The content server does not answer');
  });
  incoming.pipe(asked);
}
