import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeFolder } from '../src/cache/code-folder';
import { titleOf } from '../src/content/entry';
import { readContent } from '../src/content/read';
import { collections } from './collections';

// The project’s own site is its editors’: no word of it may change a test. What a test needs, it writes itself or finds
// in the site of the fixtures.

const tests = readdirSync(join(codeFolder, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:tsx?|md|ya?ml|txt|diff)$/.test(name) && !/^output\/[^/]*\.json$/.test(name))
  // A site that was just started still has the first texts that the command writes, which this one is about.
  .filter((name) => name !== 'commands/start-site.test.ts')
  .map((name) => ({ name, text: readFileSync(join(codeFolder, 'tests', name), 'utf8') }));

/** Whether a name is so much of its own that nobody writes it by chance. */
const isTelling = (name: string) => name.split(/[\s-]+/).filter((word) => word.length > 1).length > 2;

test('no test names an entry of the site', () => {
  const { entries } = readContent(codeFolder, { collections });
  const names = entries
    .flatMap((entry) => [entry.slug.split('/').at(-1) ?? '', titleOf(entry)])
    .filter((name) => isTelling(name));
  const named = tests.flatMap(({ name, text }) =>
    names.filter((found) => text.includes(found)).map((found) => `tests/${name} names ${found}`),
  );
  expect(named).toEqual([]);
});

/** A read of what stands in the folder of the project, as tests used to do it. */
const reads = [
  /\b(?:readFileSync|readdirSync|existsSync|statSync|cpSync|filesBelow|readPages)\(\s*['"`](?:\.\/)?(?:content|static|public|addresses\.txt)\b/g,
  /\bjoin\(\s*(?:codeFolder|process\.cwd\(\)),\s*['"`](?:content|static|public|addresses\.txt)\b/g,
  /['"`](?:\.\.\/){2,}(?:content|static|public|addresses\.txt)\b/g,
  /\b(?:loadSite|readContent|readAssets|readLedger|serveSite|recordAddresses)\(\s*(?:codeFolder|process\.cwd\(\)|'\.')/g,
];
/** They look at what holds for any content. */
const mayRead = new Set(['published/published.test.ts', 'own-site.test.ts', 'lighthouse.ts']);

test('no test reads the site but for what holds for any', () => {
  const readers = tests
    .filter(({ name }) => !mayRead.has(name))
    .flatMap(({ name, text }) =>
      reads.flatMap((read) => (text.match(read) ?? []).map((found) => `tests/${name}: ${found}`)),
    );
  expect(readers).toEqual([]);
});

test.each([
  "readFileSync('content/blog/a.md')",
  "readPages('public')",
  "join(codeFolder, 'addresses.txt')",
  "join(import.meta.dirname, '../../static/img/a.png')",
  'loadSite(process.cwd(), { now })',
])('it would be found: %s', (source) => {
  expect(reads.some((read) => source.match(read))).toBe(true);
});
