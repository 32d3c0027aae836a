import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fixSite } from '../../src/checks/fix';
import { formatPatch } from '../../src/commands/terminal/patch';
import { formatReport, type Problem, sentenceOf } from '../../src/content/problem';
import { readIn } from '../../src/content/read';
import { writeDraft } from '../../src/content/write';
import { loadSite } from '../../src/load';
import { rules } from '../../src/rules';
import { links } from '../../src/rules/links';
import { texts } from '../../src/rules/texts';
import { wordsOfFiles } from '../cms/form-words';
import { kinds } from '../collections';
import { faults } from '../fixtures/faults';
import { now, pixel } from '../project';
import { temporaryFolder } from '../temporary-folder';

/** A copy of a tree in `tests/fixtures/`, with what does not survive in a repository. */
async function copyOf(tree: 'faults' | 'clean'): Promise<string> {
  const root = temporaryFolder(tree);
  cpSync(join(import.meta.dirname, '../fixtures', tree), root, { recursive: true });
  const add = (file: string, bytes: Buffer) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), bytes);
  };
  add('static/icon.png', pixel);
  add('static/img/card.png', pixel);
  const target = readFileSync(join(root, 'content/blog/target.md'), 'utf8');
  const like = (title: string) => target.replaceAll('A page to link to', title);
  add('content/blog/mark.md', Buffer.from(`\uFEFF${like('A byte order mark')}`));
  if (tree === 'clean') return root;
  for (const name of ['My Photo.png', 'LOUD.PNG', 'screen\u202Fshot.png', 'unused.png'])
    add(`static/img/${name}`, pixel);
  add('static/img/zero.png', pixel.subarray(0, -4));
  const wide = sharp({ create: { width: 2561, height: 1, channels: 3, background: 'white' } });
  add('static/img/wide.png', await wide.png().toBuffer());
  const signed = sharp(pixel).withExif({ IFD0: { Artist: 'A. Nonymous' } });
  add('static/img/zoo.png', await signed.png().toBuffer());
  add('content/blog/latin-1.md', Buffer.from(like('Café'), 'latin1'));
  const windows = like('Windows').replace('## A section', 'Ends\u00A0').replaceAll('\n', '\r\n');
  add('content/blog/crlf.md', Buffer.from(windows));
  add('content/blog/old-mac.md', Buffer.from(like('An old Mac').replaceAll('\n', '\r')));
  const key = `ghp_${'A1b2'.repeat(9)}`;
  add('content/blog/leak.md', Buffer.from(`${like('A key')}\nThe key is ${key}.\n`));
  add('content/categories/.net.yml', Buffer.from('value: net\nlabel: .NET\n'));
  add('content/blog/aux.md', Buffer.from(like('A name that Windows has for a device')));
  symlinkSync('/nowhere', join(root, 'static/img/gone.png'));
  symlinkSync('/nowhere', join(root, 'content/blog/link.md'));
  return root;
}

const check = (root: string) => loadSite(root, { kinds, now, preview: false }).problems;
const placeOf = ({ file, line, column, rule }: Problem) => `${file}:${line}:${column} ${rule}`;
const planted = faults.trim().split('\n');
const mechanical = planted.filter((fault) => fault.endsWith(' fixed'));

test('every fault that was planted is reported at its place, and nothing else', async () => {
  const found = check(await copyOf('faults')).map((problem) => placeOf(problem) + (problem.fix ? ' fixed' : ''));
  expect(found.sort()).toEqual(planted.sort());
});

test('there is a fault of every rule that a single tree can break', () => {
  const broken = new Set(planted.map((fault) => fault.split(' ').at(fault.endsWith(' fixed') ? -2 : -1)));
  const left = Object.entries(rules).flatMap(([name, { onRequest }]) => (broken.has(name) || onRequest ? [] : [name]));
  expect(left).toEqual(['missing-folder', 'missing-file', 'missing-home', 'unrenderable-page']);
});

test('what to do in the form of the CMS is said of every fault without keys, colons and signs of Markdown', async () => {
  const wrong = check(await copyOf('faults')).flatMap((problem) => {
    const [, advice = ''] = sentenceOf(problem, 'form').split(' → ');
    const isMarkdown = problem.path?.[0] === 'body';
    return wordsOfFiles(advice, isMarkdown).map((word) => `${problem.rule}: ${advice} (${word})`);
  });
  expect(wrong).toEqual([]);
});

test.each(
  Object.entries(rules),
)('what %s says in the handbook for editors is for those who have the form', (name, rule) => {
  const { advice, inForm = advice } = rule;
  // What stands between backticks is a value, and of Markdown the chapters on texts and links speak.
  const isMarkdown = rule === texts[name as keyof typeof texts] || rule === links[name as keyof typeof links];
  expect(wordsOfFiles(inForm.replaceAll(/`(?!\w+:`)[^`]*`/g, '…'), isMarkdown)).toEqual([]);
});

test('a tree with none of them has no problem', async () => {
  expect(formatReport(check(await copyOf('clean')))).toBe('');
});

test('what is mechanical is fixed, what is not is left for people, and a second run finds nothing to do', async () => {
  const root = await copyOf('faults');
  const original = readIn(await copyOf('faults'));
  const { draft, fixed, left } = fixSite(root, readIn(root), { kinds, now, preview: false });
  expect(writeDraft(root, draft, original)).toEqual([]);
  expect(fixed.map(placeOf).sort()).toEqual(mechanical.map((fault) => fault.replace(/ fixed$/, '')).sort());

  const rest = check(root);
  expect(rest).toEqual(left);
  expect(rest.filter(({ fix }) => fix)).toEqual([]);
  const kindOf = (fault: string) => fault.replace(/:\d+:\d+/, '');
  const people = planted.filter((fault) => !mechanical.includes(fault));
  expect(rest.map(placeOf).map(kindOf).sort()).toEqual(people.map(kindOf).sort());

  const untouched = planted.map((fault) => fault.split(':')[0] as string).filter((file) => !draft.has(file));
  for (const file of untouched) expect([file, readIn(root)(file)]).toEqual([file, original(file)]);
});

test('fixing changes these signs and no others', async () => {
  const root = await copyOf('faults');
  const { draft } = fixSite(root, readIn(root), { kinds, now, preview: false });
  await expect(formatPatch(draft, readIn(root))).toMatchFileSnapshot('../fixtures/fixed.diff');
});
