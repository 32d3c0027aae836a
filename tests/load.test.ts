import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../src/content/problem';
import { buildTime, loadSite } from '../src/load';
import { kinds } from './collections';
import { brief, checkReport, data, now, post, project, settings } from './project';

test('a build may be told its time, in any zone', () => {
  expect(buildTime({ SITE_NOW: '2026-03-04T15:00:00+01:00' })).toBe('2026-03-04T14:00:00.000Z');
  expect(buildTime({ SITE_NOW: '2026-03-04' })).toBe('2026-03-04T00:00:00.000Z');
});

test('a build that is not told its time takes the clock’s', () => {
  for (const environment of [{}, { SITE_NOW: '' }]) {
    const before = new Date().toISOString();
    const time = buildTime(environment);
    expect([time, before, new Date().toISOString()].sort()[1]).toBe(time);
  }
});

test('a time that is none stops the build, rather than being taken for now', () => {
  expect(() => buildTime({ SITE_NOW: 'tomorrow' })).toThrowErrorMatchingInlineSnapshot(
    `[Error: SITE_NOW is not a date: “tomorrow”. Write it as 2026-03-04T15:00:00.000Z.]`,
  );
});

test('nobody is told to add an author who may stand in a file that could not be read', () => {
  const { problems } = loadSite(
    project({
      'content/blog/a.md': post({ author: 'Other' }),
      'content/authors/other.md': '---\nname: Other\nteem: true\n---\n',
    }),
    { kinds, now, preview: false },
  );
  expect(problems.map(({ message }) => message)).toEqual(['Unknown field “teem”']);
});

test('problems of files, of references and of links come in one list, by file and place', () => {
  const { problems } = loadSite(
    project({
      'content/blog/b.md': post({}, '[x](/missing)\n'),
      'content/blog/a.md': post({ author: 'Nobody At All' }, '[x](/missing)\n'),
      'content/authors/other.md': '---\nname: Other\n---\n[x](/missing)\n',
      'content/categories/other.yml': 'value: [\n',
    }),
    { kinds, now, preview: false },
  );
  expect(problems.map(({ file, line }) => [file, line])).toEqual([
    ['content/authors/other.md', 4],
    ['content/blog/a.md', 3],
    ['content/blog/a.md', 8],
    ['content/blog/b.md', 8],
    ['content/categories/other.yml', 2],
  ]);
});

test('a text that is nested too deeply to be looked through is reported, and the others are looked through', () => {
  const deep = post({}, `${'> '.repeat(8000)}[x](example.org)\n`);
  expect(
    checkReport({ 'content/blog/a.md': deep, 'content/blog/b.md': post({}, '[x](example.org)\n') }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:1  error  The page can’t be made: its text is nested too deeply, or has thousands of signs such as * in one paragraph  → nest quotes, lists and HTML less deeply, and take out signs that stand for nothing  [unrenderable-page]
    content/blog/b.md:8:5  warning  The link “example.org” has no “https://”  → write https://example.org  [link-without-scheme]

    1 error and 1 warning in 2 files"
  `);
});

test('a text of thousands of stars is reported at once, though nothing in it is suspicious and a comment allows something', () => {
  const stars = `${'*a _b '.repeat(5000)}${'c_ d* '.repeat(5000)}`;
  const report = checkReport({
    'content/blog/a.md': post({}, stars),
    'content/blog/b.md': post({}, `<!-- check: allow dead-link, because it is not -->\n\n${stars}`),
  });
  expect(report.match(/content.blog.[ab]\.md:\S+ .*\[unrenderable-page\]/g)).toHaveLength(2);
});

const many = {
  'content/blog/a.md': post({}, '[x](/missing)\n\n[y](example.org)\n'),
  'content/blog/b.md': post({
    author: 'Nobody At All',
    seo: { description: 'B.', url: 'https://openinfra.dev/blog/d' },
  }),
  'content/blog/c.md': post({}, '[z](https://openinfra.dev/blog/a)\n'),
};
const told = (files: Record<string, string | undefined>) =>
  loadSite(project({ ...many, ...files }), { kinds, now, preview: false });
const elsewhere = (problems: readonly Problem[], file: string) =>
  problems.filter((problem) => problem.file !== file).map((problem) => formatProblem(problem));

const sites: [string, string | undefined][] = [
  ['a number that is too large', settings({ postsInFeed: 300 })],
  ['a field that nobody knows', settings({ colour: 'red' })],
  ['no title, language or picture', settings({ title: undefined, language: '', image: 'x' })],
  ['no address', settings({ url: undefined })],
  ['an address that is none', settings({ url: 'openinfra.dev' })],
  ['one host, which is none', settings({ hosts: 'openinfra.dev' })],
  ['a navigation that is a text', settings({ navigation: 'Blog' })],
  ['a quote that never closes at its end', `${settings()}more: "\n`],
  ['a field twice', `${settings()}title: Other\n`],
];

test.each(sites)('settings with %s hide no fault of another file, and make no site', (_, source) => {
  const file = 'content/settings/site.yml';
  const sound = told({});
  const { site, problems } = told({ [file]: source });
  expect(elsewhere(problems, file)).toEqual(elsewhere(sound.problems, file));
  expect(problems.filter((problem) => problem.file === file && problem.severity === 'error')).not.toEqual([]);
  expect(site).toBeUndefined();
  expect(sound.site).toBeDefined();
});

test.each([
  ['is not there', undefined],
  ['is empty', ''],
  ['is no YAML at all', '[\n'],
  ['is a list', '- a\n'],
])('a settings file that %s is one problem among all others, and nothing is said of what nobody wrote', (_, source) => {
  const file = 'content/settings/site.yml';
  const { site, problems } = told({ [file]: source });
  expect(problems.filter((problem) => problem.file === file)).toHaveLength(1);
  // Which hosts are the site’s own is not known, and so nothing is told of them.
  expect(problems.filter((problem) => problem.file !== file).map(({ rule }) => rule)).toEqual([
    'dead-link',
    'link-without-scheme',
    'unknown-reference',
  ]);
  expect(site).toBeUndefined();
});

test('every fault of a settings file is reported, those of its values beside those that can be seen only with the site', () => {
  const { problems } = told({
    'content/settings/site.yml': settings({
      hosts: ['https://openinfra.dev/', 'openinfra.org'],
      postsInFeed: 300,
      titleTemplate: 'none',
      navigation: [{ label: 'x', url: '/nowhere/' }, { label: '' }],
    }),
  });
  expect(problems.filter(({ file }) => file.endsWith('site.yml')).map(({ rule }) => rule)).toEqual([
    'odd-host',
    'title-template-without-place',
    'wrong-number',
    'dead-link',
    'empty-navigation',
    'missing-field',
  ]);
});

test('one redirect or rule that is wrong leaves the others in force', () => {
  const { problems } = told({
    'content/settings/redirects.yml': data({ redirects: [{ from: '/missing', to: '/blog/a' }, { from: '/x' }] }),
    'content/settings/checks.yml': `${brief}link-without-scheme: off\ndead-lnk: off\n`,
    'addresses.txt': '/gone/\n/missing/\n',
  });
  expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    'link-to-moved content/blog/a.md',
    'unknown-reference content/blog/b.md',
    'link-to-own-host content/blog/c.md',
    'unknown-field content/settings/checks.yml',
    'missing-field content/settings/redirects.yml',
  ]);
});
