import { expect, test } from 'vitest';
import { buildTime, loadSite } from '../../src/checks/load';
import { checkReport, now, post, project } from '../project';

test('a build may be told its time, in any zone', () => {
  expect(buildTime({ SITE_NOW: '2026-03-04T15:00:00+01:00' })).toBe('2026-03-04T14:00:00.000Z');
  expect(buildTime({ SITE_NOW: '2026-03-04' })).toBe('2026-03-04T00:00:00.000Z');
});

test('a build that is not told its time takes the clock’s', () => {
  for (const environment of [{}, { SITE_NOW: '' }]) {
    expect(Math.abs(new Date(buildTime(environment)).getTime() - Date.now())).toBeLessThan(1000);
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
    { now, preview: false },
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
    { now, preview: false },
  );
  expect(problems.map(({ file, line }) => [file, line])).toEqual([
    ['content/authors/other.md', 4],
    ['content/blog/a.md', 3],
    ['content/blog/a.md', 8],
    ['content/blog/b.md', 8],
    ['content/categories/other.yml', 2],
  ]);
});

test('a text that is nested too deeply to be looked through is told, and the others are looked through', () => {
  const deep = post({}, `${'> '.repeat(8000)}[x](example.org)\n`);
  expect(
    checkReport({ 'content/blog/a.md': deep, 'content/blog/b.md': post({}, '[x](example.org)\n') }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:1  error  The page can’t be made: its text is nested too deeply, or has thousands of signs such as * in one paragraph  → nest quotes, lists and HTML less deeply, and take out signs that stand for nothing  [unrenderable-page]
    content/blog/b.md:8:5  warning  The link “example.org” has no “https://”  → write https://example.org  [link-without-scheme]

    1 error and 1 warning in 2 files"
  `);
});

test('a text of thousands of stars is told at once, though nothing in it is suspicious and a comment allows something', () => {
  const stars = `${'*a _b '.repeat(5000)}${'c_ d* '.repeat(5000)}`;
  const report = checkReport({
    'content/blog/a.md': post({}, stars),
    'content/blog/b.md': post({}, `<!-- check: allow dead-link, because it is not -->\n\n${stars}`),
  });
  expect(report.match(/content.blog.[ab]\.md:\S+ .*\[unrenderable-page\]/g)).toHaveLength(2);
});
