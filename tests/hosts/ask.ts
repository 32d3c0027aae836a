import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  /** As it is sent, whether it is an address or not. */
  path: string;
  method?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends one request as it is: `fetch` would make an address of the path first. */
export const ask = (url: string, { path, method = 'GET', headers = {} }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

/** Headers that say how the message came, and not what it says. */
const ofTheWay = new Set([
  'date',
  'server',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'allow',
  'via',
  'alt-svc',
]);

/** In what two answers differ that should be one. The words with which a request is refused are each server’s own. */
export function differences(one: Answer, other: Answer): string[] {
  const isOurs = one.status < 300 || one.status === 404;
  const told = ({ status, headers, body }: Answer): Record<string, string> => ({
    status: String(status),
    ...(Object.fromEntries(
      Object.entries(headers).filter(
        // Beside a part, or nothing, nginx does not say that there are parts.
        ([name]) =>
          !ofTheWay.has(name) &&
          (status === 200 || name !== 'accept-ranges') &&
          (isOurs || !/^content-(?:type|length)$/.test(name)),
      ),
    ) as Record<string, string>),
    body: isOurs ? createHash('sha1').update(body).digest('hex') : '',
  });
  const [a, b] = [told(one), told(other)];
  return (
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      // nginx names its headers twice where it refuses a part.
      .filter((name) => a[name] !== b[name] && a[name] !== `${b[name]}, ${b[name]}`)
      .map((name) => `${name}: ${a[name]} | ${b[name]}`)
  );
}
