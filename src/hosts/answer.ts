import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import type { Answers, Moved } from './answers';
import { headersOf, keepsQuery } from './answers';
import { isText, typeOf } from './types';
import { inRegex, lower, waysTo } from './ways';

/** A file that is sent, and how. */
interface Found {
  status: 200 | 404;
  /** Decoded, from the root of the host. */
  path: string;
}

const packings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Answers requests for a built site as the servers do whose configuration is made of the same `Answers`: with the same
 * files, redirects, headers and packed copies. `folder` is `public/`. What nginx leaves to chance is refused.
 */
export function answerFrom(
  folder: string,
  answers: Answers,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { basePath, headers, redirects } = answers;
  const exact = new Map(
    redirects.exact.flatMap((moved) => waysTo(decodeURIComponent(moved.from)).map((path) => [lower(path), moved])),
  );
  const splats = redirects.splats.map((moved): [RegExp, Moved] => [
    new RegExp(`^${inRegex(moved.from.replace(/\/?\*$/, ''))}(?:/([^?#]*))?(?:[?#]|$)`, 'i'),
    moved,
  ]);
  const fileAt = (path: string) => (path.startsWith(basePath) ? join(folder, path.slice(basePath.length)) : undefined);
  const kindOf = (path: string): 'file' | 'folder' | undefined => {
    if (`${path}/` === basePath) return 'folder';
    const place = fileAt(path);
    const stats = place === undefined ? undefined : statAt(place);
    if (stats?.isDirectory()) return 'folder';
    return stats?.isFile() && !path.endsWith('/') ? 'file' : undefined;
  };

  return (request, response) => {
    const raw = request.url ?? '/';
    const query = /\?[^#]+/.exec(raw)?.[0] ?? '';
    const path = pathOf(raw);
    const sendHeaders = (of: string) => {
      for (const [name, value] of Object.entries(headersOf(headers, of))) response.setHeader(name, value);
    };
    if (path === undefined) {
      sendHeaders('/');
      return void response.writeHead(400).end();
    }
    const redirect = (status: number, to: string) => {
      sendHeaders(path);
      response.writeHead(status, { location: to }).end();
    };
    const sendFile = ({ status, path: sent }: Found) => {
      sendHeaders(sent);
      sendPacked(request, response, fileAt(sent) as string, status);
    };
    const missing = () => {
      const page = `${basePath}404.html`;
      if (kindOf(page) === 'file') sendFile({ status: 404, path: page });
      else response.writeHead(404).end();
    };

    const moved = exact.get(lower(path));
    if (moved) return redirect(moved.status, withQuery(moved.to, query));
    const asPage = /^([^?]*\/)index\.html(?:\?|$)/.exec(raw);
    if (asPage) return redirect(301, `${asPage[1]}${query}`);
    const kind = isForHosts(path, basePath) ? undefined : kindOf(path);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const refuse = () => {
      sendHeaders(path);
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    };
    if (kind === 'folder' && !isReading && request.method !== 'POST') return refuse();
    if (kind === 'folder' && !path.endsWith('/')) return redirect(301, `${encodeURI(path)}/${query}`);
    const page = `${path}index.html`;
    const found = kind === 'file' ? path : kind === 'folder' && kindOf(page) === 'file' ? page : undefined;
    if (found !== undefined) return isReading ? sendFile({ status: 200, path: found }) : refuse();
    // A folder without a page is nobody’s address, and what stands there is no reason to look elsewhere.
    for (const [pattern, { to, status }] of kind === 'folder' ? [] : splats) {
      const rest = pattern.exec(raw);
      if (rest)
        return redirect(
          status,
          withQuery(
            to.replace(':splat', () => rest[1] ?? ''),
            query,
          ),
        );
    }
    missing();
  };
}

/** Sends a file, or its packed copy to who can read that; whole or in part, and not at all to who has it already. */
function sendPacked(request: IncomingMessage, response: ServerResponse, file: string, status: number): void {
  const type = typeOf(file);
  response.setHeader('Content-Type', isText(type) ? `${type}; charset=utf-8` : type);
  const copies = packings.filter(([, ending]) => statAt(file + ending)?.isFile());
  const taken = copies.find(([coding]) => takes(request, coding));
  if (copies.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (taken) response.setHeader('Content-Encoding', taken[0]);
  const sent = file + (taken?.[1] ?? '');
  const stats = statAt(sent);
  if (!stats) return void response.writeHead(404).end();
  response.setHeader('ETag', `"${Math.floor(stats.mtimeMs / 1000).toString(16)}-${stats.size.toString(16)}"`);
  if (status !== 200) {
    // What is not there is not looked at again in parts, or on condition.
    for (const name of ['range', 'if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'])
      delete request.headers[name];
    if (request.method !== 'HEAD') request.method = 'GET';
    response.statusCode = status;
  }
  // A list of no parts asks for none.
  if (request.headers.range === 'bytes=') delete request.headers.range;
  // A page that says there is none is no version of what was asked for.
  const isFound = status === 200;
  // `send` rounds to the nearer second, servers to the one that has begun.
  if (isFound) response.setHeader('Last-Modified', new Date(Math.floor(stats.mtimeMs / 1000) * 1000).toUTCString());
  send(request, sent, {
    cacheControl: false,
    etag: false,
    index: false,
    dotfiles: 'allow',
    acceptRanges: isFound && !taken,
    lastModified: isFound,
  })
    .on('error', (error: { status?: number; headers?: Record<string, string> }) => {
      for (const name of ['Accept-Ranges', 'Content-Encoding', 'Content-Type', 'ETag', 'Last-Modified'])
        response.removeHeader(name);
      response.writeHead(error.status ?? 500, error.headers ?? {}).end();
    })
    .pipe(response);
}

/** Whether a reader takes a coding (RFC 9110, section 12.5.3). */
function takes({ headers }: IncomingMessage, coding: string): boolean {
  const asked = new Map(
    String(headers['accept-encoding'] ?? '')
      .split(',')
      .map((part): [string, number] => {
        const [name = '', quality] = part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*q=/);
        return [name, quality === undefined ? 1 : Number(quality)];
      }),
  );
  return (asked.get(coding) ?? 0) > 0;
}

/** The path that was asked for: decoded, without `.`, `..` and doubled slashes. Undefined for one that is none. */
export function pathOf(raw: string): string | undefined {
  if (!raw.startsWith('/')) return undefined;
  const path = raw.replace(/[?#].*$/s, '');
  if (/%(?![\da-f]{2})/i.test(path)) return undefined;
  // Bytes that are no text name no file.
  const bytes = path.replace(/%(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  const decoded = Buffer.from(bytes, 'latin1').toString();
  if (decoded.includes('\0')) return undefined;
  const kept: string[] = [];
  const segments = decoded.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '..' && kept.pop() === undefined) return undefined;
    if (segment !== '.' && segment !== '..' && (segment !== '' || isLast)) kept.push(segment);
    else if (isLast) kept.push('');
  }
  return `/${kept.join('/')}`;
}

const isForHosts = (path: string, basePath: string) =>
  /^_(?:headers|redirects)$/.test(path.startsWith(basePath) ? path.slice(basePath.length) : '');
const withQuery = (to: string, query: string) => (keepsQuery(to) ? to + query : to);
const statAt = (path: string) => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};
