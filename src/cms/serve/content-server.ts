import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { codeFolder } from '../../cache/code-folder';

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

/**
 * Hands a request of the admin page on to the content server of the project at `root`, and its answer back. Answers 502
 * when the server doesn't, and 403 to whoever asks by a name other than this machine's own.
 */
export async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { url, root }: { url: string; root: string },
): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  if (!isThisMachine(incoming)) {
    outgoing.writeHead(403, headers).end('{"error":"The content server answers this machine only"}');
    return;
  }
  try {
    const asked = await text(incoming);
    const answer = await fetch(url, { method: 'POST', headers, body: asked });
    const said = await answer.text();
    const { action, params } = JSON.parse(asked || '{}');
    const isDraft = answer.ok && action === 'unpublishedEntry';
    outgoing.writeHead(answer.status, headers).end(isDraft ? withOwnFiles(said, params.branch, root) : said);
  } catch {
    outgoing.writeHead(502, headers).end('{"error":"The content server does not answer"}');
  }
}

/**
 * Whether a request came by a name of this machine. Another site can give itself a name that leads here, and then is the
 * same origin to the browser.
 */
export const isThisMachine = ({ headers }: IncomingMessage): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? '');

/**
 * A draft, with the files that its own branch has changed. The content server compares it with all that `branch` holds by
 * now, and the CMS would take what others have changed there meanwhile for the draft's, and save it back as it was.
 *
 * Decap 3.16.3, decap-server 3.11.0. To try: hand `said` on as it is; publish an entry while another draft of it waits, then save
 * the draft: the diff of its branch should be its own.
 */
function withOwnFiles(said: string, branch: string, root: string): string {
  const draft = JSON.parse(said) as { collection: string; slug: string; diffs: { path: string }[] };
  const range = `${branch}...cms/${draft.collection}/${draft.slug}`;
  const own = execFileSync('git', ['diff', '--name-only', '-z', range], { cwd: root, encoding: 'utf8' }).split('\0');
  return JSON.stringify({ ...draft, diffs: draft.diffs.filter(({ path }) => own.includes(path)) });
}
