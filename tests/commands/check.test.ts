import { join } from 'node:path';
import { expect, test } from 'vitest';
import { post, project } from '../project';
import { runToEnd } from '../run';

function check(
  root: string,
  {
    options = [],
    now = '2026-06-01T00:00:00Z',
    environment = {},
  }: { options?: string[]; now?: string; environment?: Record<string, string> } = {},
) {
  return runToEnd(root, 'check', options, { GITHUB_ACTIONS: '', SITE_NOW: now, ...environment });
}

test('a sound project is reported so, and the command succeeds', () => {
  expect(check(project({ 'content/blog/a.md': post() }))).toEqual({ status: 0, stdout: 'No problems.\n', stderr: '' });
});

test('errors are reported, with the posts that wait, and the command fails', () => {
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

test('warnings alone are reported, and the command succeeds', () => {
  const { status, stdout } = check(project({ 'content/blog/a.md': post({}, '[x](example.org/a)\n') }));
  expect(status).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "content/blog/a.md:8:5  warning  The link “example.org/a” has no “https://”  → write https://example.org/a  [link-without-scheme]

    1 warning in 1 file

        1  link-without-scheme  npm run fix fixes all
    "
  `);
});

test('a folder that is no project is reported so, and is not taken for one that was looked at', () => {
  const { status, stdout } = check(join(project(), 'static'));
  expect(status).toBe(2);
  expect(stdout).toContain('There is no folder “content”');
});

test('--help tells how to use the command, and checks nothing', () => {
  const { status, stdout } = check(project({ 'content/blog/a.md': 'broken' }), { options: ['--help'] });
  expect(status).toBe(0);
  expect(stdout).toContain('npm run check');
  expect(stdout).not.toContain('a.md');
});

test('an option that is not known, or a time that is none, is not taken for success', () => {
  const unknown = check(project(), { options: ['--fix'] });
  expect([unknown.status, unknown.stdout]).toEqual([2, '']);
  expect(unknown.stderr).toContain('--fix');
  const time = check(project(), { now: 'tomorrow' });
  expect(time).toMatchObject({ status: 2, stdout: '' });
  expect(time.stderr).toContain('SITE_NOW');
});

test('for programs, the problems are one object, while GitHub is told where each of them is', () => {
  const root = project({ 'content/blog/a.md': post({}, '[x](example.org/a) [y](/missing)\n') });
  const { status, stdout, stderr } = check(root, { options: ['--json'], environment: { GITHUB_ACTIONS: 'true' } });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "counts": {
        "errors": 1,
        "files": 1,
        "mechanical": 1,
        "rules": {
          "dead-link": 1,
          "link-without-scheme": 1,
        },
        "warnings": 1,
      },
      "problems": [
        {
          "advice": "write https://example.org/a",
          "column": 5,
          "file": "content/blog/a.md",
          "line": 8,
          "mechanical": true,
          "message": "The link “example.org/a” has no “https://”",
          "rule": "link-without-scheme",
          "severity": "warning",
        },
        {
          "advice": "correct the address, or remove the link",
          "column": 24,
          "file": "content/blog/a.md",
          "line": 8,
          "mechanical": false,
          "message": "The link “/missing” leads to no page or file of this site",
          "rule": "dead-link",
          "severity": "error",
        },
      ],
    }
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "::warning file=content/blog/a.md,line=8,col=5,title=link-without-scheme::The link “example.org/a” has no “https://” → write https://example.org/a
    ::error file=content/blog/a.md,line=8,col=24,title=dead-link::The link “/missing” leads to no page or file of this site → correct the address, or remove the link
    "
  `);
});

test('more warnings than may be fail the check', () => {
  const root = project({ 'content/blog/a.md': post({}, '[x](example.org/a)\n') });
  expect(check(root, { options: ['--max-warnings', '1'] }).status).toBe(0);
  const { status, stderr } = check(root, { options: ['--max-warnings=0'] });
  expect(status).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "Too many warnings: 1, and 0 at most are let pass.
    "
  `);
});
