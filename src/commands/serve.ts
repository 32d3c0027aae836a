import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import handler from 'serve-handler';
import { collectionsOf } from '../collections/collections';
import { site } from '../collections/site';
import { entriesOf } from '../content/entry';
import { readContent } from '../content/read';
import * as kinds from '../kinds/kinds';
import { baseOf } from '../site/addresses/address';
import { readOptions } from './terminal/options';

const help = `Serves the built site as a static host would, on this machine only.

  npm run serve [-- --port 9000]

  --port   the port; 9000, or any free one when that is taken`;

/**
 * Serves `public/` of a project on the loopback interface, below the site's base path: a folder's page at the address
 * with its slash, a redirect to it from the address without, and 404.html for the rest. Rejects when the port is taken.
 */
export async function serveSite(root: string, port = 0): Promise<{ url: string; server: Server }> {
  const [settings] = entriesOf(readContent(root, { collections: collectionsOf(Object.values(kinds)) }).entries, site);
  const base = settings ? baseOf(settings.data).path : '/';
  const server = createServer((request, response) => {
    if (request.url === base.slice(0, -1)) {
      response.writeHead(301, { location: base }).end();
      return;
    }
    if (!request.url?.startsWith(base)) {
      response.writeHead(404).end(`This site is served below ${base}`);
      return;
    }
    request.url = request.url.slice(base.length - 1);
    const setHead = response.writeHead.bind(response);
    // The handler knows nothing of the base path, and redirects below the root.
    response.writeHead = ((status: number, headers: Record<string, string> = {}) =>
      setHead(
        status,
        headers['Location'] ? { ...headers, Location: base.slice(0, -1) + headers['Location'] } : headers,
      )) as typeof response.writeHead;
    void handler(request, response, {
      public: join(root, 'public'),
      cleanUrls: true,
      trailingSlash: true,
      directoryListing: false,
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, server };
}

export async function main(args: string[]): Promise<void> {
  const values = readOptions({ port: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) return console.log(help);
  if (!existsSync('public/index.html')) throw new Error('There is no built site in public/. Run: npm run build');
  const asked = values.port === undefined ? 9000 : Number(values.port);
  const { url } = await serveSite(process.cwd(), asked).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && values.port === undefined) return serveSite(process.cwd());
    throw error;
  });
  console.log(`The site is at ${url} (Ctrl-C ends it)`);
}
