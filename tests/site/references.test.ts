import { expect, test } from 'vitest';
import { checkReport, data, entry, landing } from '../project';

const level = (value: string) => data({ value, title: `${value} members`, order: 1 });
const project = (name: string) => entry({ name, tagline: 'What it is.', category: 'confirmed' });
const known = {
  'content/levels/gold.yml': level('gold'),
  'content/projects/a.md': project('Kata Containers'),
  'content/projects/b.md': project('Zuul'),
};

test('a level or project that a member names and nobody knows is told where it stands, with the nearest', () => {
  expect(
    checkReport({
      ...known,
      'content/members/a.yml': data({ name: 'A', level: 'Gold', projects: ['Zuul', 'Kata Container', 'Airship'] }),
    }),
  ).toMatchInlineSnapshot(`
    "content/members/a.yml:2:8  error  “Level” differs from the name it means in accents, capitals or spaces: “Gold”  → write gold  [misspelt-reference]
    content/members/a.yml:3:19  error  “Project” is unknown: “Kata Container”  → write Kata Containers  [unknown-reference]
    content/members/a.yml:3:36  error  “Project” is unknown: “Airship”  → write one of: Kata Containers, Zuul  [unknown-reference]

    3 errors in 1 file"
  `);
});

test('a level that a section names and nobody knows is told where it stands', () => {
  expect(
    checkReport({
      ...known,
      'content/pages/a.md': landing([
        { type: 'hero', title: 'A' },
        { type: 'members', levels: ['gold', 'gild'] },
        { type: 'posts', count: 2, category: 'category-l' },
      ]),
    }),
  ).toMatchInlineSnapshot(`
    "content/pages/a.md:4:73  error  “Level” is unknown: “gild”  → write gold  [unknown-reference]
    content/pages/a.md:4:119  error  “Category” is unknown: “category-l”  → write category-1  [unknown-reference]

    2 errors in 1 file"
  `);
});

test('what a label shows is no reference: a level is named by its value', () => {
  expect(checkReport({ ...known, 'content/members/a.yml': data({ name: 'A', level: 'gold members' }) })).toContain(
    '“Level” is unknown: “gold members”',
  );
});

test('two levels of one value are an error, even where nobody is a member', () => {
  expect(checkReport({ ...known, 'content/levels/twin.yml': level('gold') })).toMatchInlineSnapshot(`
    "content/levels/twin.yml:1:8  error  “gold” is also in content/levels/gold.yml  → change it in one of the two files  [repeated-name]

    1 error in 1 file"
  `);
});

test('while the file of a level can’t be read, nobody is told to add it again', () => {
  const report = checkReport({
    ...known,
    'content/levels/silver.yml': 'value: [\n',
    'content/members/a.yml': data({ name: 'A', level: 'silver' }),
  });
  expect(report).toContain('content/levels/silver.yml');
  expect(report).not.toContain('content/members/a.yml');
});

test('a name that was composed in another way is the same name', () => {
  expect(
    checkReport({
      ...known,
      'content/projects/c.md': project('Caf\u00e9'),
      'content/members/a.yml': data({ name: 'A', level: 'gold', projects: ['Cafe\u0301'] }),
    }),
  ).toBe('');
});

test('few that are known are all named, and of many the folder is', () => {
  const told = (count: number) =>
    checkReport({
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`content/projects/${index}.md`, project(`Project ${index}`)]),
      ),
      'content/levels/gold.yml': level('gold'),
      'content/members/a.yml': data({ name: 'A', level: 'gold', projects: ['Nothing like it'] }),
    });
  expect(told(9)).toContain('→ write one of: Project 0, Project 1, Project 2, Project 3, Project 4, Project 5, ');
  expect(told(10)).toContain('→ write one that is in content/projects, or add it there');
});
