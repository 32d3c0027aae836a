import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const guides = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/own-site.md'];

test.each(guides)('every file of the sources that %s names is there', (guide) => {
  const text = readFileSync(join(root, guide), 'utf8');
  const named = [...text.matchAll(/`((?:src|tests|gatsby-)[\w./-]*)`/g)].map(([, path]) => path as string);
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => join(guide, '..', path as string));
  // One is named as it will be, where something is to be added.
  const found = [...named, ...linked].filter((path) => !existsSync(join(root, path)) && !path.includes('recipe'));
  expect(found).toEqual([]);
});

test('the command of every script stands in the README, but for those that are parts of others', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const missing = Object.keys(scripts).filter(
    (name) => ![`npm run ${name}`, `npm ${name}`, `\`${name}\``].some((words) => readme.includes(words)),
  );
  expect(missing).toEqual(['types']);
});

test('the Node that is chosen for this folder is one that is supported', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  expect(`>=${readFileSync(join(root, '.nvmrc'), 'utf8').trim()}.19 <26`).toBe(engines.node);
});
