import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { main } from '../../src/commands/import';
import { post } from '../project';
import { temporaryFolder } from '../temporary-folder';
import { former, formerSite, formerSites } from './import/imported';

let printed: MockInstance;
beforeEach(() => {
  printed = vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => printed.mockRestore());

const said = () => printed.mock.calls.map(([line]) => String(line)).join('\n');
const everythingIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(root.length), readFileSync(path, 'latin1')]);

/** One post of a site, of which everything finds a place. */
const small = () =>
  former({
    '_config.yml': 'title: Small\nurl: https://small.example\n',
    '_posts/2020-01-02-first.md':
      '---\ntitle: First\nauthor: Ann\ndescription: The first.\ncategories: [news]\n---\nText.\n',
  });

test.each(formerSites)('a dry run over the %s site writes nothing at all, and says what a run then does', (name) => {
  const [dry, real] = [temporaryFolder('dry'), temporaryFolder('real')];
  const first = main([formerSite(name), '--dry-run', '--into', dry]);
  expect(readdirSync(dry)).toEqual([]);
  const second = main([formerSite(name), '--into', real]);
  expect(second).toBe(first);
  const report = readFileSync(join(real, 'import.md'), 'utf8');
  expect(said()).toContain(report);
  // What was left out is in the exit code, for whoever runs it from a script.
  expect(second).toBe(/## (?:Not moved|Left out|To decide)/i.test(report) ? 1 : 0);
});

test('an import is done again without a change, and takes over what changed in the former site since', () => {
  const [root, folder] = [temporaryFolder('again'), small()];
  main([folder, '--into', root]);
  const imported = () => everythingIn(root).filter(([path]) => path !== '/import.md');
  const before = imported();
  main([folder, '--into', root]);
  expect(imported()).toEqual(before);
  const file = join(folder, '_posts/2020-01-02-first.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Text.', 'Other words.'));
  main([folder, '--into', root]);
  expect(everythingIn(join(root, 'content/blog')).join('\n')).toContain('Other words.');
});

test('nothing is written over what the import did not write, unless the sample is to be replaced', () => {
  const root = temporaryFolder('taken');
  mkdirSync(join(root, 'content/blog'), { recursive: true });
  writeFileSync(join(root, 'content/blog/mine.md'), post());
  const before = everythingIn(root);
  expect(() => main([small(), '--into', root])).toThrow(/There is something in content\/ already.*--replace/);
  expect(() => main([small(), '--into', root, '--replace'])).toThrow(/own site already.*remove content\/ yourself/);
  expect(everythingIn(root)).toEqual(before);
});

test.each([
  [[], 'Say which folder'],
  [['a', 'b'], 'One folder is imported at a time'],
  [['.', '--into', '.'], 'A site is not imported into itself'],
  [['no/such/folder'], 'no/such/folder'],
  [['SMALL', '--sitemap', 'none.xml'], 'There is no file “none.xml”'],
  [['SMALL', '--map', 'none.yml'], 'none.yml'],
  [['EMPTY'], 'was recognized'],
  [['SMALL', '--dri'], 'There is no option “--dri”'],
])('%j is refused with what is wrong, before anything is written', (args, words) => {
  const root = temporaryFolder('refused');
  const folders: Record<string, string> = { SMALL: small(), EMPTY: temporaryFolder('empty') };
  const given = args.map((arg) => folders[arg] ?? arg);
  expect(() => main(given.includes('--into') ? given : [...given, '--into', root])).toThrow(words);
  expect(readdirSync(root)).toEqual([]);
});

test('addresses of a list and of a sitemap are remembered, and one folder alone can be imported', () => {
  const root = temporaryFolder('some');
  const list = join(temporaryFolder('list'), 'addresses.txt');
  const sitemap = `${list}.xml`;
  writeFileSync(list, '/old-page/ 200\nhttps://small.example/older/\nno address\n');
  writeFileSync(sitemap, '<urlset><url><loc>https://small.example/a?b=1&amp;c=2</loc></url></urlset>');
  main([small(), '--into', root, '--addresses', list, '--sitemap', sitemap, '--only', 'content/blog/']);
  const ledger = readFileSync(join(root, 'addresses.txt'), 'utf8');
  expect(ledger).toMatch(/^\/old-page\//m);
  expect(ledger).toMatch(/^\/older\//m);
  expect(readdirSync(join(root, 'content'))).toEqual(['blog']);
  expect(existsSync(join(root, 'content/settings'))).toBe(false);
});
