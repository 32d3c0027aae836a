import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedSite } from '../checks/fixed';
import { pixel, post, project } from '../project';
import { runToEnd } from '../run';

function fix(root: string, ...options: string[]) {
  return runToEnd(root, 'fix', options, { SITE_NOW: '2026-06-01T00:00:00Z' });
}

const a = post({}, 'a\u00A0\u00A0b\n\n\\\n\nc\n');
const b = post({ title: 'Other' }, '[d](example.org/d) and [e](/nowhere/)\r\n');
const both = () => project({ 'content/blog/a.md': a, 'content/blog/b.md': b });
const textOf = (root: string, name: string) => readFileSync(join(root, `content/blog/${name}.md`), 'utf8');

test('what is fixed is told by file and rule, and what is left by rule', () => {
  const root = both();
  expect(fix(root)).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "content/blog/a.md  1 × backslash-line, 1 × non-breaking-spaces
    content/blog/b.md  1 × link-without-scheme
    3 problems fixed in 2 files.
    Left for people: 1 × dead-link. “npm run check” tells where.
    ",
    }
  `);
  expect(textOf(root, 'a')).toBe(post({}, 'a b\n\n\nc\n'));
  expect(textOf(root, 'b')).toBe(post({ title: 'Other' }, '[d](https://example.org/d) and [e](/nowhere/)\r\n'));
  expect(fix(root)).toMatchInlineSnapshot(`
    {
      "status": 1,
      "stderr": "",
      "stdout": "Nothing was fixed.
    Left for people: 1 × dead-link. “npm run check” tells where.
    ",
    }
  `);
});

test('--dry-run shows the changes, and makes none', () => {
  const root = both();
  expect(fix(root, '--dry-run', 'content/blog/a.md').stdout).toMatchInlineSnapshot(`
    "diff --git a/content/blog/a.md b/content/blog/a.md
    --- a/content/blog/a.md
    +++ b/content/blog/a.md
    @@ -7,5 +7,4 @@
     ---
    -a  b
    +a b
     
    -\\
     

    content/blog/a.md  1 × backslash-line, 1 × non-breaking-spaces
    2 problems would be fixed in 1 file.
    "
  `);
  expect([textOf(root, 'a'), textOf(root, 'b')]).toEqual([a, b]);
});

test('what --dry-run prints is a patch that git takes, with the same result as the command', () => {
  const files = {
    'static/img/My Photo.png': pixel,
    'content/blog/a.md': post({ image: '/img/My Photo.png' }, '[d](example.org/d)'),
    'content/blog/new-name.md': post({ title: 'New name' }),
    'addresses.txt': '/blog/former/\tcontent/blog/former.md\tNew name\n',
  };
  const root = project(files);
  const { draft } = fixedSite(root);
  const input = fix(root, '--dry-run').stdout;
  expect(spawnSync('git', ['apply'], { cwd: root, input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  expect(draft.size).toBe(4);
  for (const [file, bytes] of draft) {
    expect([file, existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined]).toEqual([
      file,
      bytes && Buffer.from(bytes).toString(),
    ]);
  }
});

test('what --dry-run prints has no line that fills the screen, and stays a patch', () => {
  const picture = (letters: string) => `![a](data:image/png;base64,${letters})`;
  const noise = Array.from({ length: 9000 }, (_, index) => String.fromCharCode(97 + ((index * index) % 26))).join('');
  const text = post({}, `${picture(pixel.toString('base64'))} ${picture(noise)} a\u00A0\u00A0b\n\n\u00A0c\n`);
  const root = project({ 'content/blog/a.md': text });
  const { draft } = fixedSite(root);
  const input = fix(root, '--dry-run').stdout;
  expect(Math.max(...input.split('\n').map((line) => line.length))).toBeLessThan(400);
  expect(input).toContain('content/blog/a.md has lines too long to show:');
  expect(spawnSync('git', ['apply'], { cwd: root, input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  expect(textOf(root, 'a')).toBe(Buffer.from(draft.get('content/blog/a.md') ?? []).toString());
});

test('a rule, a file or a folder can be asked for alone', () => {
  const root = both();
  expect(fix(root, '--rule', 'backslash-line', '--rule', 'link-without-scheme', 'content/blog/a.md')).toMatchObject({
    status: 0,
    stdout: 'content/blog/a.md  1 × backslash-line\n1 problem fixed in 1 file.\n',
  });
  expect(textOf(root, 'a')).toBe(post({}, 'a\u00A0\u00A0b\n\n\nc\n'));
  expect(textOf(root, 'b')).toBe(b);
  expect(fix(root, '--dry-run', 'content/authors').stdout).toBe('Nothing had to be fixed.\n');
});

test('an option, a rule or a file that there is not is reported, and nothing is changed', () => {
  const root = both();
  const wrong = [['--dryrun'], ['--rule', 'backslash-lines'], ['content/blog/c.md']].map((words) =>
    fix(root, ...words),
  );
  expect(wrong.map(({ status, stdout }) => [status, stdout])).toEqual([
    [2, ''],
    [2, ''],
    [2, ''],
  ]);
  expect(wrong.map(({ stderr }) => stderr).join('')).toMatchInlineSnapshot(`
    "There is no option “--dryrun”. Write --dry-run, or see --help.
    There is no rule “backslash-lines”; write backslash-line. docs/rules.md names them all.
    There is no file or folder “content/blog/c.md”.
    "
  `);
  expect([textOf(root, 'a'), textOf(root, 'b')]).toEqual([a, b]);
});

test('--help tells how to use the command, and changes nothing', () => {
  const root = both();
  const { status, stdout } = fix(root, '--help');
  expect([status, textOf(root, 'a')]).toEqual([0, a]);
  expect(stdout).toContain('--dry-run');
});
