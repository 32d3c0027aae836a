import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/content/problem';
import { loadSite } from '../../src/load';
import { kinds } from '../collections';
import { checkReport, now, pixel, post, project } from '../project';

const report = (root: string) =>
  loadSite(root, { kinds, now, preview: false }).problems.map((problem) => formatProblem(problem));

test.each([
  'content/categories/.net.yml',
  'content/blog/.draft.md',
  'content/pages/about/.team.md',
])('%s is left out, and its editor is reported', (file) => {
  expect(checkReport({ [file]: 'x' })).toContain(`${file}:1:1  warning  The name of the file begins with a dot`);
});

test.each([
  'content/.DS_Store',
  'content/blog/._a.md',
  'content/blog/.a.md.swp',
  'content/.prettierrc.yml',
  'content/blog/.gitkeep',
])('%s belongs to a program, and nobody is reported', (file) => expect(checkReport({ [file]: 'x' })).toBe(''));

test('a link in static/ that leads to nothing or to a folder is reported, and does not end the check', () => {
  const root = project({ 'content/blog/a.md': post({}, '![A picture](/img/gone.png) ![Another](/img/there.png)\n') });
  mkdirSync(join(root, 'elsewhere'));
  writeFileSync(join(root, 'elsewhere/real.png'), pixel);
  symlinkSync('/nowhere', join(root, 'static/img/gone.png'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'static/img/folder'));
  symlinkSync(join(root, 'elsewhere/real.png'), join(root, 'static/img/there.png'));
  symlinkSync('circle.png', join(root, 'static/img/circle.png'));
  expect(report(root).map((line) => line.replace(/ .*(?=\[)/, ' '))).toEqual([
    'content/blog/a.md:8:14 [missing-picture]',
    'static/img/circle.png:1:1 [linked-file]',
    'static/img/folder:1:1 [linked-file]',
    'static/img/gone.png:1:1 [linked-file]',
  ]);
});

test('an author or a category that a post names twice is reported at the second, however it is named', () => {
  const told = (changes: object) => checkReport({ 'content/blog/a.md': post(changes) });
  expect(told({ author: ['Editorial', 'Editorial'] })).toContain('“Author” names “Editorial” twice');
  expect(told({ category: [{ label: 'News' }, { value: 'category-1' }] })).toContain('“Category” names “News” twice');
  expect(told({ category: [{ value: 'category-1', label: 'News' }] })).toBe('');
});
