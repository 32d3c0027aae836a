import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../../src/cms/repository/history-of';

/** What the two hosts document of their REST interfaces, over one small repository. */
const commits = [
  { id: 'c3', name: 'Bo', date: '2026-03-03T10:00:00Z', message: 'Third\n\nAnd why', text: 'three\n' },
  { id: 'c2', name: 'Ada', date: '2026-02-02T10:00:00Z', message: 'Second', text: 'two\n' },
  { id: 'c1', name: 'Ada', date: '2026-01-01T10:00:00Z', message: 'First', text: 'one\n' },
];
const file = 'content/blog/über uns.md';
const refs: Record<string, string> = { main: 'c3', 'cms/post/a b': 'c2' };

type Answer = { status: number; body: unknown };
const none: Answer = { status: 404, body: { message: 'Not Found' } };
const textAt = (name: string | undefined, ref: string | null): Answer => {
  const found = commits.find(({ id }) => id === (refs[ref ?? ''] ?? ref));
  return name === file && found ? { status: 200, body: found.text } : none;
};

function gitHub({ pathname, searchParams }: URL, { headers }: IncomingMessage): Answer {
  if (headers.authorization !== 'Bearer secret') return { status: 401, body: { message: 'Bad credentials' } };
  const path = decodeURIComponent(pathname);
  const [, what = '', rest = ''] = /^\/repos\/owner\/site\/(commits|contents|compare)\/?(.*)$/.exec(path) ?? [];
  if (what === 'commits' && searchParams.get('sha') === 'main') {
    const asked = searchParams.get('path') === file ? commits : [];
    const body = asked.map(({ id, name, date, message }) => ({
      sha: id,
      commit: { message, author: { name, date } },
      author: null,
    }));
    return { status: 200, body };
  }
  if (what === 'contents' && /raw/.test(headers.accept ?? '')) return textAt(rest, searchParams.get('ref'));
  if (what === 'compare' && rest === 'main...cms/post/a b')
    return { status: 200, body: { merge_base_commit: { sha: 'c1' } } };
  return none;
}

function gitLab({ pathname, searchParams }: URL, { headers }: IncomingMessage): Answer {
  if (headers.authorization !== 'Bearer secret') return { status: 401, body: { message: '401 Unauthorized' } };
  const [, , project = '', , what = '', name = ''] = pathname.split('/');
  if (decodeURIComponent(project) !== 'owner/site') return none;
  if (what === 'commits' && searchParams.get('ref_name') === 'main') {
    const asked = searchParams.get('path') === file ? commits : [];
    const body = asked.map(({ id, name: author_name, date, message }) => ({
      id,
      title: message.split('\n')[0],
      author_name,
      authored_date: date,
    }));
    return { status: 200, body };
  }
  if (what === 'files') return textAt(decodeURIComponent(name), searchParams.get('ref'));
  if (what === 'merge_base' && searchParams.getAll('refs[]').join() === 'main,cms/post/a b')
    return { status: 200, body: { id: 'c1' } };
  return none;
}

let server: Server;
let root: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const answer = url.pathname.startsWith('/api/v4/')
      ? gitLab(new URL(url.href.replace('/api/v4/', '/')), request)
      : gitHub(url, request);
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status, { 'content-type': isText ? 'text/plain' : 'application/json' });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe.each([
  ['GitHub', 'github', ''],
  ['GitLab', 'gitlab', '/api/v4'],
])('the history of a repository on %s', (host, name, path) => {
  const historyWith = (token: string) =>
    historyOf(
      { backend: { name, repo: 'owner/site', branch: 'main', api_root: root + path }, publish_mode: 'simple' },
      async () => token,
    );

  it('is who changed a file when, the last first, with what it said', async () => {
    const history = historyWith('secret');
    const versions = (await history?.versions(file)) ?? [];
    expect(versions).toEqual([
      { commit: 'c3', author: 'Bo', date: '2026-03-03T10:00:00Z', message: 'Third' },
      { commit: 'c2', author: 'Ada', date: '2026-02-02T10:00:00Z', message: 'Second' },
      { commit: 'c1', author: 'Ada', date: '2026-01-01T10:00:00Z', message: 'First' },
    ]);
    const texts = await Promise.all(versions.map(({ commit }) => history?.text(file, commit)));
    expect(texts).toEqual(['three\n', 'two\n', 'one\n']);
    expect(await history?.text('content/none.md', 'c1')).toBeUndefined();
    expect(await history?.versions('content/none.md')).toEqual([]);
  });

  it('knows what a file said where a draft began', async () => {
    expect(await historyWith('secret')?.forkText(file, 'post', 'a b')).toBe('one\n');
    expect(await historyWith('secret')?.forkText(file, 'post', 'none')).toBeUndefined();
  });

  it('says so where it is refused', async () => {
    await expect(historyWith('wrong')?.versions(file)).rejects.toThrow(`${host} answered 401`);
  });
});

it('is not asked for where the interface of a back end is not known', () => {
  const backend = { name: 'gitea', repo: 'a/b', branch: 'main' };
  expect(historyOf({ backend, publish_mode: 'simple' }, async () => null)).toBeUndefined();
});
