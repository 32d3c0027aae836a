import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { build } from 'esbuild';
import { lookup } from 'mrmime';
import { codeFolder } from '../cache/code-folder';
import { type ContentServer, contentPath, forward, isThisMachine } from '../cms/serve/content-server';
import { bundleAdmin } from '../cms/serve/files';
import { formatReport, type Problem } from '../content/problem';
import { ContentFault } from '../output/table';
import { bundleInline } from '../render/inline';
import { branded, marks } from '../render/inline-for';
import { type Code, codeReader } from './code';
import type { LastGood, LiveFile, LiveSite } from './core';

/** What open pages are reported when something was saved. */
export interface News {
  problems: Pick<Problem, 'file' | 'line' | 'column' | 'severity' | 'message' | 'advice'>[];
  /** Why the code or the site can't be read now; the last state that could is shown. */
  fault?: string | undefined;
}

interface DevelopOptions {
  root: string;
  port: number;
  /** The CMS's own server, where there is one; see `startContentServer`. */
  contentServer?: Pick<ContentServer, 'url' | 'mode'> | undefined;
  /** Is handed what the one who writes should read, in whole lines. */
  tell(text: string): void;
}

/**
 * Serves a project on this machine as it is now, and keeps open pages as their files are. Pages, feeds and the editor are
 * made when they are asked for, by the functions that the build writes them with; `public/` has no part in it. Resolves
 * when it listens; rejects when the port is taken, or when the code can't be read.
 */
export async function develop({ root, port, contentServer, tell }: DevelopOptions): Promise<Server> {
  const readCode = await codeReader();
  const lastGood: LastGood = new Map();
  const pages = new Set<ServerResponse>();
  let code: Code = await readCode();
  let findings = code.core.newFindings(root);
  let inline = bundleInline();
  let admin: Promise<string> | undefined;
  let live: LiveSite | undefined;
  let news: News = { problems: [] };
  let shown = '';

  const load = () => {
    const make = {
      page: async (page: Parameters<Code['document']['renderDocument']>[0], styles: string) =>
        code.document.renderDocument(page, branded(await inline, styles)),
      admin: () => (admin ??= bundleAdmin()),
    };
    const { problems, live: next } = code.core.loadLive(root, lastGood, make, findings);
    live = next ?? live;
    news = { problems };
    const report = formatReport(problems) || 'No problems in content/';
    if (report !== shown) tell(report);
    shown = report;
  };
  const loadCode = async () => {
    code = await readCode();
    findings = code.core.newFindings(root);
    inline = bundleInline();
    admin = undefined;
    await inline;
  };
  const follow = soon(async (changed) => {
    try {
      if (changed.has('code')) await loadCode();
      load();
    } catch (error) {
      // What is there stays; the next change is another try.
      news = { ...news, fault: error instanceof Error ? error.message : String(error) };
      tell(news.fault as string);
      shown = '';
    }
    for (const page of pages) page.write(eventOf(news));
  });
  const folders = {
    content: ['content', 'static', 'addresses.txt'].map((name) => join(root, name)),
    code: [join(codeFolder, 'src')],
  };
  const watchers = (['content', 'code'] as const).map((kind) =>
    watch(folders[kind], { ignoreInitial: true, ignored: /\.(?:swp|tmp)$|~$/ }).on('all', () => follow(kind)),
  );
  // What is saved before a watcher is ready it doesn't see: the content is read only then.
  await Promise.all(watchers.map((watcher) => once(watcher, 'ready')));
  load();

  const client = bundleClient();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isThisMachine(request)) return send(response, 403, 'text/plain', 'This server answers this machine only.');
    const asked = pathOf(request);
    if (asked === undefined) return send(response, 400, 'text/plain', 'The address can’t be read.');
    if (asked === contentPath && contentServer) return forward(request, response, { ...contentServer, root });
    if (asked === '/__develop/client.js') return send(response, 200, 'text/javascript', await client);
    if (asked === '/__develop/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(eventOf(news));
      pages.add(response);
      return void response.once('close', () => pages.delete(response));
    }
    if (!live) return send(response, 500, 'text/html', withClient(documentOf('There is no site yet.', shown)));
    await answerFrom(live, asked, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const text = error instanceof ContentFault ? formatReport([error.problem]) : String(error);
      if (!response.headersSent) {
        send(response, 500, 'text/html', withClient(documentOf('The page can’t be made.', text)));
      } else response.end();
    });
  });
  server.once('close', () => {
    for (const watcher of watchers) void watcher.close();
    for (const page of pages) page.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      for (const watcher of watchers) void watcher.close();
      reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

type Kind = 'content' | 'code';

/** Collects what changes until nothing has for a moment; what changes during the work is worked on after it. */
function soon(work: (changed: ReadonlySet<Kind>) => Promise<void>): (kind: Kind) => void {
  const changed = new Set<Kind>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  return (kind) => {
    changed.add(kind);
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => {
        const now = new Set(changed);
        changed.clear();
        return now.size > 0 ? work(now) : undefined;
      });
    }, 50);
  };
}

async function answerFrom({ basePath, find }: LiveSite, asked: string, response: ServerResponse): Promise<void> {
  if (`${asked}/` === basePath) return redirect(response, basePath);
  if (!asked.startsWith(basePath)) {
    return send(response, 404, 'text/html', documentOf('Not here.', `This site is served below ${basePath}`));
  }
  const path = asked.slice(basePath.length);
  const isFolder = path === '' || path.endsWith('/');
  const found = await find(isFolder ? `${path}index.html` : path);
  if (found) return sendFile(response, 200, found);
  if (!isFolder && (await find(`${path}/index.html`))) return redirect(response, `${encodeURI(asked)}/`);
  const missing = await find('404.html');
  return missing ? sendFile(response, 404, missing) : send(response, 404, 'text/plain', 'Not found');
}

async function sendFile(
  response: ServerResponse,
  status: number,
  { path, content, isPage, state }: LiveFile,
): Promise<void> {
  const bytes = typeof content === 'function' ? await content() : readFileSync(content.copyOf);
  send(response, status, lookup(path) ?? 'application/octet-stream', isPage ? withClient(String(bytes), state) : bytes);
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const charset = /^text\/|json$|javascript$|xml$/.test(type) ? '; charset=utf-8' : '';
  response.writeHead(status, { 'content-type': type + charset, 'cache-control': 'no-store' }).end(body);
}

const redirect = (response: ServerResponse, location: string) => void response.writeHead(301, { location }).end();

/** The path that was asked for, decoded; undefined where it is none. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const withClient = (html: string, state?: string) => {
  const script = `<script type="module" src="/__develop/client.js" data-develop${state ? ` data-state="${escaped(state)}"` : ''}></script>`;
  return html.replace(/(?=<\/body><\/html>\s*$)/, () => script);
};

const documentOf = (title: string, text: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><pre>${escaped(text)}</pre></body></html>`;

const eventOf = (news: News) => `data: ${JSON.stringify(news)}\n\n`;

async function bundleClient(): Promise<string> {
  const entryPoints = [join(codeFolder, 'src/develop/client.ts')];
  const { outputFiles } = await build({
    absWorkingDir: codeFolder,
    entryPoints,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { scriptMarks: JSON.stringify(marks.map(([, mark]) => mark)) },
  });
  return outputFiles[0]?.text ?? '';
}
