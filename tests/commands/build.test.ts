import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockBuild } from '../../src/output/lock';
import { post, project } from '../project';
import { runToEnd } from '../run';

const build = (root: string, ...options: string[]) =>
  runToEnd(root, 'build', options, { SITE_NOW: '2026-06-01T00:00:00Z' });
const ledgerOf = (root: string) => existsSync(join(root, 'addresses.txt'));

test('a build says what it has made, what has changed, and when to build again', () => {
  const root = project({ 'content/blog/a.md': post(), 'content/blog/b.md': post({ date: '2026-07-01T00:00:00Z' }) });
  const first = build(root);
  expect(first.stdout.replace(/\d+\.\d s/, '0.0 s')).toMatchInlineSnapshot(`
    "No problems in content/
    9 pages (all new) and 136 other files in public/, in 0.0 s
    1 post waits for its date; the next is due 2026-07-01T00:00:00.000Z (content/blog/b.md)
    "
  `);
  expect(first.status).toBe(0);
  expect(build(root).stdout).toContain('(none changed)');
});

test('--publish fills the ledger when the site is built, and not otherwise', () => {
  const root = project({ 'content/blog/a.md': post() });
  expect([build(root).status, ledgerOf(root)]).toEqual([0, false]);
  expect(build(root, '--publish').status).toBe(0);
  expect(readFileSync(join(root, 'addresses.txt'), 'utf8')).toContain('/blog/a/\t');
  const broken = project({ 'content/blog/a.md': post({ titel: 'x' }) });
  const { status, stdout } = build(broken, '--publish');
  expect([status, ledgerOf(broken), existsSync(join(broken, 'public'))]).toEqual([1, false, false]);
  expect(stdout).toContain('content/blog/a.md:7:1  error  Unknown field “titel”');
});

test('a second build of a project at the same time says so and stops, and a dead one keeps nobody out', async () => {
  const root = project({ 'content/blog/a.md': post() });
  const release = await lockBuild(root);
  const refused = build(root);
  expect([refused.status, refused.stderr]).toEqual([2, 'Another build of this project is running. Wait for it.\n']);
  expect(existsSync(join(root, 'public'))).toBe(false);
  release();
  expect(build(root).status).toBe(0);
});

test('an option that there is not is reported before anything is done', () => {
  const { status, stderr } = build(project(), '--publsh');
  expect([status, stderr]).toEqual([2, 'There is no option “--publsh”. Write --publish, or see --help.\n']);
});
