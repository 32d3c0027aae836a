import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { answerFrom } from '../hosts/answer';
import { readAnswers } from '../hosts/answers';
import { siteFolder } from '../output/publish';
import { readOptions } from './terminal/options';

const help = `Serves the built site on this machine only, with the files, redirects and headers that a server of your own would send
(docs/hosts.md).

  npm run serve [-- --port 9000]

  --port   the port; 9000, or any free one when that is taken`;

/** Serves `public/` of a project on the loopback interface. Rejects when the port is taken. */
export async function serveSite(root: string, port = 0): Promise<{ url: string; server: Server }> {
  const folder = join(root, siteFolder);
  const answers = readAnswers(folder);
  const server = createServer(answerFrom(folder, answers));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${encodeURI(answers.basePath)}`, server };
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
