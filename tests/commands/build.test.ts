import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build';
import { post, project } from '../project';

/** A project where a few lines stand for Gatsby: they write down what they were called with, and end as they are told. */
const projectWith = (code: number) =>
  project({
    'content/blog/a.md': post(),
    '.env.gatsby': '',
    'node_modules/gatsby/cli.js': `
      require('fs').writeFileSync('called.txt', [...process.argv.slice(2), process.env.SITE_NOW].join(' '));
      process.exit(${code});`,
  });
const ledgerOf = (root: string) => existsSync(join(root, 'addresses.txt'));

test('--publish is not passed to Gatsby, which knows no such option, and fills the ledger when the site is built', () => {
  const root = projectWith(0);
  expect(build(root, ['--publish', '--prefix-paths'])).toBe(0);
  expect(readFileSync(join(root, 'called.txt'), 'utf8')).toMatch(/^build --prefix-paths \d{4}-\d\d-\d\dT\S+Z$/);
  expect(readFileSync(join(root, 'addresses.txt'), 'utf8')).toContain('/blog/a/\t');
});

test('a build that fails publishes nothing, and neither does one that nobody asked to', () => {
  const failing = projectWith(1);
  expect([build(failing, ['--publish']), ledgerOf(failing)]).toEqual([1, false]);
  const unasked = projectWith(0);
  expect([build(unasked, []), ledgerOf(unasked)]).toEqual([0, false]);
});
