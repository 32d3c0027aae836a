import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { post, postsInRow, project } from '../project';
import { runToEnd } from '../run';

const slow = 300_000;
const run = (root: string, options: string[], at = '2026-06-01T00:00:00Z') =>
  runToEnd(root, 'build', options, { SITE_NOW: at });

/** What stands below a folder, by path. */
const contentOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );

const files = { ...postsInRow(12), 'content/blog/next.md': post({}, 'After [the first](1.md).\n') };

test('workers come to what one thread comes to, byte for byte', { timeout: slow }, () => {
  const [alone, many] = [project(files), project(files)];
  const [one, three] = [run(alone, ['--workers', '0']), run(many, ['--workers', '3'])];
  expect([one.status, three.status, three.stderr]).toEqual([0, 0, '']);
  const withoutTime = (text: string) => text.replace(/\d+\.\d s/, '');
  expect(withoutTime(three.stdout)).toBe(withoutTime(one.stdout));
  expect(contentOf(join(many, 'public'))).toEqual(contentOf(join(alone, 'public')));
});

test('the shards of a site make the site that is built at once, byte for byte', { timeout: slow }, () => {
  const [whole, root] = [project(files), project(files)];
  expect(run(whole, []).status).toBe(0);
  expect(['1/3', '2/3', '3/3'].map((shard) => run(root, ['--shard', shard]).status)).toEqual([0, 0, 0]);
  expect(existsSync(join(root, 'public'))).toBe(false);
  const shards = ['shards/3-of-3', 'shards/1-of-3', 'shards/2-of-3'];
  const merged = run(root, ['--merge', ...shards]);
  expect([merged.status, merged.stderr]).toEqual([0, '']);
  expect(contentOf(join(root, 'public'))).toEqual(contentOf(join(whole, 'public')));

  const refusal = (...named: string[]) => run(root, ['--merge', ...named]).stderr.trim();
  expect(refusal('shards/1-of-3', 'shards/2-of-3')).toBe('The shard 3/3 is missing.');
  expect(refusal('shards/1-of-3', ...shards)).toContain('The shard 1/3 is there twice');
  expect(refusal('content')).toBe('“content” is no shard: it has no shard.json.');

  const part = readdirSync(join(root, 'shards/2-of-3/site'), { recursive: true, encoding: 'utf8' });
  const page = join(root, 'shards/2-of-3/site', part.find((name) => name.endsWith('.html')) as string);
  cpSync(join(root, 'shards'), join(root, 'kept'), { recursive: true });
  writeFileSync(page, 'x');
  expect(refusal(...shards)).toContain('is not what the shard was built with');
  rmSync(join(root, 'shards'), { recursive: true });
  cpSync(join(root, 'kept'), join(root, 'shards'), { recursive: true });

  expect(run(root, ['--shard', '2/3'], '2026-06-01T00:00:01Z').status).toBe(0);
  expect(refusal(...shards)).toContain('Set SITE_NOW for all shards.');
  writeFileSync(join(root, 'content/blog/1.md'), post({ title: 'Another' }));
  expect(run(root, ['--shard', '2/3']).status).toBe(0);
  expect(refusal(...shards)).toContain('are not parts of one site');
  // What was refused has left the site alone.
  expect(contentOf(join(root, 'public'))).toEqual(contentOf(join(whole, 'public')));
});

test.each([
  [['--shard', '5/4'], '“5/4” is no part of a site. Write --shard 1/4.'],
  [['--shard', '0/4'], '“0/4” is no part of a site. Write --shard 1/4.'],
  [['--merge'], 'Name the folders of the shards'],
  [['shards/1-of-2'], '“shards/1-of-2” is no option. See --help.'],
  [['--workers', 'many'], '--workers must be a whole number, not “many”.'],
  [['--shard', '1/2', '--publish'], 'Build it with --shard alone.'],
])('%j is refused', { timeout: slow }, (options, reason) => {
  const { status, stderr } = run(project(), options);
  expect([status, stderr]).toEqual([2, expect.stringContaining(reason)]);
});
