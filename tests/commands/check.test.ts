import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { post, project } from '../project';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const command = join(import.meta.dirname, '../../src/commands/check.ts');

function check(
  root: string,
  { options = [], now = '2026-06-01T00:00:00Z' }: { options?: string[]; now?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, command, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SITE_NOW: now },
  });
  return { status, stdout, stderr };
}

const slow = 30_000;

test('a sound project is told so, and the command succeeds', { timeout: slow }, () => {
  expect(check(project({ 'content/blog/a.md': post() }))).toEqual({ status: 0, stdout: 'No problems.\n', stderr: '' });
});

test('errors are told, with the posts that wait, and the command fails', { timeout: slow }, () => {
  const root = project({
    'content/blog/a.md': post({ titel: 'x' }),
    'content/blog/b.md': post({ date: '2026-07-01' }),
  });
  const { status, stdout } = check(root);
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "content/blog/a.md:7:1  error  Unknown field “titel”  → write title  [unknown-field]

    1 error in 1 file

        1  unknown-field

    1 post waits for its date; the next is due 2026-07-01T00:00:00.000Z (content/blog/b.md)
    "
  `);
});

test('warnings alone are told, and the command succeeds', { timeout: slow }, () => {
  const { status, stdout } = check(project({ 'content/blog/a.md': post({}, '[x](example.org/a)\n') }));
  expect(status).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "content/blog/a.md:8:5  warning  The link “example.org/a” has no “https://”  → write https://example.org/a  [link-without-scheme]

    1 warning in 1 file

        1  link-without-scheme  npm run fix mends all
    "
  `);
});

test('a folder that is no project is told so', { timeout: slow }, () => {
  const { status, stdout } = check(join(project(), 'static'));
  expect(status).toBe(1);
  expect(stdout).toContain('There is no folder “content”');
});

test('--help tells how to use the command, and checks nothing', { timeout: slow }, () => {
  const { status, stdout } = check(project({ 'content/blog/a.md': 'broken' }), { options: ['--help'] });
  expect(status).toBe(0);
  expect(stdout).toContain('npm run check');
  expect(stdout).not.toContain('a.md');
});

test('an option that is not known, or a time that is none, is not taken for success', { timeout: slow }, () => {
  const unknown = check(project(), { options: ['--fix'] });
  expect([unknown.status, unknown.stdout]).toEqual([2, '']);
  expect(unknown.stderr).toContain('--fix');
  const time = check(project(), { now: 'tomorrow' });
  expect(time).toMatchObject({ status: 2, stdout: '' });
  expect(time.stderr).toContain('SITE_NOW');
});
