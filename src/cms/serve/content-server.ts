import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { codeFolder } from '../../cache/code-folder';
import { answerOf, type Project } from './answers';

/** The address, on the site's own host, at which the admin page asks the content server. */
export const contentPath = '/api/v1';

export interface ContentServer extends Project {
  /** Where the CMS’s own server answers, on this machine only. */
  url: string;
  stop(): void;
}

/**
 * Starts the CMS's own server for the files of a project. `fs` writes files; `git` commits them, and keeps what waits for
 * review on branches. What it would not do safely is answered in its place; see answers.ts. Rejects when it doesn't come up
 * within ten seconds.
 */
export async function startContentServer(
  root: string,
  mode: 'fs' | 'git',
  origin = 'http://127.0.0.1',
): Promise<ContentServer> {
  // On a port that is taken it would die, and the admin page would talk to whoever holds it.
  const port = await freePort();
  const child = spawn(process.execPath, [join(codeFolder, 'node_modules/decap-server/dist/index.js')], {
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
  return { url: `http://127.0.0.1:${port}${contentPath}`, root, mode, stop };
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

/**
 * Answers a request of the admin page, or hands it on to the content server of the project, and its answer back. Answers 502
 * when the server doesn't, and 403 to whoever asks by a name other than this machine's own.
 */
export async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { url, ...project }: Pick<ContentServer, 'url' | 'root' | 'mode'>,
): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const send = (status: number, body: string) => void outgoing.writeHead(status, headers).end(body);
  if (!isThisMachine(incoming)) return send(403, '{"error":"The content server answers this machine only"}');
  try {
    const asked = await text(incoming);
    const { action, params } = JSON.parse(asked);
    const own = answerOf(project, String(action), params ?? {});
    if (own) return send(own.status, JSON.stringify(own.body));
    const answer = await fetch(url, { method: 'POST', headers, body: asked });
    send(answer.status, await answer.text());
  } catch {
    send(502, '{"error":"The content server does not answer. Start it again; what you wrote is still in the form."}');
  }
}

/**
 * Whether a request came by a name of this machine. Another site can give itself a name that leads here, and then is the
 * same origin to the browser.
 */
export const isThisMachine = ({ headers }: IncomingMessage): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? '');
