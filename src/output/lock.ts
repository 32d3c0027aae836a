import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps all other builds of a project out until the function that comes back is called, or the process ends. Rejects
 * when another build holds the lock. It is a name that only one process can listen on: the system takes it back from a
 * process that dies, so that no lock is ever left behind.
 */
export async function lockBuild(root: string): Promise<() => void> {
  const name = nameOf(root);
  const isFile = !/^[\0\\]/.test(name);
  if (isFile && !(await answers(name))) rmSync(name, { force: true });
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error('Another build of this project is running. Wait for it.') : error);
    });
    server.listen(name, resolve);
  });
  server.unref();
  return () => void server.close();
}

function nameOf(root: string): string {
  const id = createHash('sha1').update(realpathSync(root)).digest('hex');
  if (process.platform === 'linux') return `\0site-build-${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\site-build-${id}`;
  return join(tmpdir(), `site-build-${id.slice(0, 20)}`);
}

/** Whether somebody listens. Elsewhere than on Linux and Windows, the name is a file that its process leaves behind. */
const answers = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(name);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.unref();
  });
