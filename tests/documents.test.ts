import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const guides = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    // What is written of the declarations has links of the site.
    .filter((name) => name.endsWith('.md') && !/^(?:handbook|front-matter|rules)\.md$/.test(name))
    .map((name) => `docs/${name}`),
];

test.each(guides)('every file of the sources that %s names is there', (guide) => {
  const text = readFileSync(join(root, guide), 'utf8');
  const named = [...text.matchAll(/`((?:src|tests|gatsby-)[\w./-]*)`/g)]
    .map(([, path]) => path as string)
    .filter((path) => path !== 'gatsby-cli');
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

test('every page of the documentation stands in its map', () => {
  const map = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  );
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter((name) => !map.includes(`(${name})`))).toEqual([]);
});

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  ...guides.filter((name) => name.startsWith('docs/')),
])('commands in %s', (guide) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const text = readFileSync(join(root, guide), 'utf8');
  const called = [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)((?: (?:--|[\w/.…<>*“”-]+))*)/g)].map(
    ([, name = '', rest = '']): [string, string[]] => [name, rest.match(/--[a-z][\w-]*/g) ?? []],
  );

  test('are scripts that there are', () => {
    expect(called.filter(([name]) => !(name in scripts)).map(([name]) => name)).toEqual([]);
  });

  test('are given options that they know', () => {
    const unknown = called.flatMap(([name, options]) => {
      const [, command = ''] = /run\.mjs ([\w-]+)$/.exec(scripts[name] ?? '') ?? [];
      const source = join(root, `src/commands/${command}.ts`);
      if (command === '' || !existsSync(source)) return [];
      const help = readFileSync(source, 'utf8');
      return options.filter((option) => !help.includes(option)).map((option) => `${name} ${option}`);
    });
    expect(unknown).toEqual([]);
  });
});
