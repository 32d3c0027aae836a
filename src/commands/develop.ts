import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ContentServer } from '../cms/serve/content-server';
import { develop } from '../develop/server';
import { readOptions } from './terminal/options';

const help = `Serves the site on this machine while you write: open pages follow their files, drafts and posts dated ahead
are shown and marked, and what is wrong is shown in the page and here. Ctrl-C ends it.

  npm run develop [-- --port 8000]

  --port       the port; 8000, or any free one when that is taken
  --help, -h   prints this

Environment
  SITE_NOW   the moment to show, as 2026-03-04T15:00:00Z; now, if it is not set`;

export async function main(args: string[]): Promise<void> {
  const values = readOptions({ port: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) return console.log(help);
  const { url } = await startSite(values.port);
  console.log(`\nThe site is at ${url} (Ctrl-C ends it)`);
}

/**
 * Starts the development server of the project in this folder, at the port that was asked for, or at 8000 or any free one
 * where none was. Throws for what is no port; rejects when the one that was asked for is taken.
 */
export async function startSite(
  asked: string | undefined,
  contentServer?: ContentServer,
): Promise<{ url: string; server: Server }> {
  const port = Number(asked ?? 8000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`“${asked}” is no port. Write a number such as 8000.`);
  const start = (at: number) =>
    develop({ root: process.cwd(), port: at, contentServer, tell: (text) => console.log(text) });
  const server = await start(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && asked === undefined) return start(0);
    if (error.code === 'EADDRINUSE') throw new Error(`The port ${port} is taken. Write another, or leave --port out.`);
    throw error;
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
