import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysIn } from '../../../src/commands/import/make/dates';
import { asMarkdown, asPlain, linksIn } from '../../../src/commands/import/make/text';
import { openCheckout } from '../../../src/commands/import/read/checkout';
import { callsOf, objectOf } from '../../../src/commands/import/read/code';
import { matchesGlob } from '../../../src/commands/import/read/glob';
import { readMapping } from '../../../src/commands/import/read/mapping';
import { mask } from '../../../src/commands/import/read/mask';
import { readRecord } from '../../../src/commands/import/read/record';
import { former } from './imported';

describe('a file of a former site', () => {
  test('is read in YAML, TOML and JSON alike, with the letters and the line of every value', () => {
    const yaml = readRecord('a.md', '---\na: 2020-02-30\nb:\n  - {c: 1.10}\nd: ~\n---\nText\n');
    const toml = readRecord('a.md', '+++\na = 2020-02-28T10:00:00+02:00\n[b]\nc = [1.10]\n+++\nText\n');
    const json = readRecord('a.json', '{\n  "a": "x",\n  "b": [{ "c": 1.10 }]\n}\n');
    expect([yaml.data, yaml.lineOf(['b', 0, 'c']), yaml.body, yaml.bodyLine]).toEqual([
      { a: '2020-02-30', b: [{ c: '1.10' }], d: '' },
      4,
      'Text\n',
      7,
    ]);
    expect([toml.data, toml.lineOf(['b', 'c', 0])]).toEqual([
      { a: '2020-02-28T10:00:00+02:00', b: { c: ['1.10'] } },
      4,
    ]);
    expect([json.data, json.lineOf(['b', 0, 'c'])]).toEqual([{ a: 'x', b: [{ c: '1.10' }] }, 3]);
  });

  test('whose front matter never ends is all fields', () => {
    expect(readRecord('a.md', '---\ntitle: A\ntext: Words\n')).toMatchObject({
      data: { title: 'A', text: 'Words' },
      body: '',
    });
  });

  test('that can’t be read says where, and what of it can', () => {
    const { data, fault } = readRecord('a.md', '---\ntitle: A\nb: [1\n---\nText\n');
    expect([data['title'], fault?.line]).toEqual(['A', expect.any(Number)]);
    expect(readRecord('a.toml', 'a = \n').fault).toMatchObject({ line: expect.any(Number), what: expect.any(String) });
  });

  test('never ends the run, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('a.md', 'a.json', 'a.toml', 'a.yml'),
        fc.constantFrom('', '---\n', '+++\n'),
        (text, file, start) => {
          const { data, lineOf } = readRecord(file, start + text);
          expect(typeof data).toBe('object');
          expect(lineOf(['a', 0])).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test.each([
  ['July 25, 2026', { start: '2026-07-25' }],
  ['July 29-30, 2026', { start: '2026-07-29', end: '2026-07-30' }],
  ['October 22–25, 2026', { start: '2026-10-22', end: '2026-10-25' }],
  ['April 29–May 1, 2019', { start: '2019-04-29', end: '2019-05-01' }],
  ['November 5 & 6, 2026', { start: '2026-11-05', end: '2026-11-06' }],
  ['22 May 2026', { start: '2026-05-22' }],
  ['June 3rd, 2026!', { start: '2026-06-03' }],
  ['Dec 30 - Jan 2, 2027', { start: '2026-12-30', end: '2027-01-02' }],
  ['August-September 2026', { start: '2026-08-01', end: '2026-09-30', when: 'August-September 2026' }],
  ['February 2028', { start: '2028-02-01', end: '2028-02-29', when: 'February 2028' }],
  ['2026-03-04', { start: '2026-03-04' }],
  ['October 12-16', undefined],
  ['February 30, 2026', undefined],
  ['soon', undefined],
  ['2026', undefined],
])('the days “%s” are %o', (written, days) => {
  expect(daysIn(written)).toEqual(days);
});

test('HTML in a field becomes Markdown, or is taken out with its links said', () => {
  expect(asMarkdown('<p>One <b>two</b></p><p><a href="/x">three</a></p>')).toBe('One **two**\n\n[three](/x)');
  expect(asMarkdown('Plain *as it is*.')).toBe('Plain *as it is*.');
  expect(asPlain('Tom &amp; <a href="/x">Jerry</a><br />go')).toEqual({ text: 'Tom & Jerry go', lost: ['/x'] });
  expect(linksIn('<a href="/a">A</a> | <a class="x" href=\'/b\'>B <i>c</i></a>')).toEqual([
    { label: 'A', url: '/a' },
    { label: 'B c', url: '/b' },
  ]);
});

test('code is looked at and not run', () => {
  const code = `createRedirect({ fromPath: '/a', toPath: \`/b\`, isPermanent: true }); createRedirect({ fromPath: x })`;
  expect(callsOf('createRedirect', code)).toEqual([
    { line: 1, data: { fromPath: '/a', toPath: '/b', isPermanent: 'true' } },
    { line: 1 },
  ]);
  expect(objectOf('siteMetadata', 'module.exports = { siteMetadata: { title: "A" } }')).toEqual({ title: 'A' });
  expect(objectOf('siteMetadata', 'siteMetadata: { title: process.exit(1) }')).toBeUndefined();
});

test.each([
  ['a/b/c.md', 'a/**', true],
  ['a/b/c.md', 'a/*.md', false],
  ['a/b/c.md', '**/*.md', true],
  ['c.md', '**/*.md', true],
  ['a/bc.md', 'a/b?.md', false],
])('whether %s fits %s: %s', (path, pattern, fits) => {
  expect(matchesGlob(path, pattern)).toBe(fits);
});

test('a mapping of one’s own comes before the usual one, and says what is wrong with it', () => {
  const at = (text: string) => join(former({ 'm.yml': text }), 'm.yml');
  const { files, folders } = readMapping(at('files:\n  a/**: leave\nfolders: {notes: post}\n'));
  expect([files, Object.keys(folders)[0], folders['blog']]).toEqual([{ 'a/**': 'leave' }, 'notes', 'post']);
  expect(() => readMapping(at('folder: {}\n'))).toThrow(/there is no “folder” in a mapping; write folders/);
  expect(() => readMapping(at('files: {a: nothing}\n'))).toThrow(/files\.a/);
  expect(() => readMapping(at('files: [\n'))).toThrow(/can’t be read/);
});

test('what is printed of a value holds no mail address and no secret', () => {
  expect(mask('contact', 'Write to ada@private.example now')).toBe('Write to …@… now');
  expect(mask('api_key', 'abc')).toBe('…');
  expect(mask('id', 'Bearer 5f2c9a71e0b84d3c9a1e7d44aa')).toBe('Bearer …');
  expect(mask('url', 'https://a.example/?token=abc')).toBe('https://a.example/?…');
});

test('a file that only git has is read from its objects, and the folder is left as it is', () => {
  const root = former({ 'static/img/a.png': 'picture', 'src/pages/a.md': 'Text' });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a');
  rmSync(join(root, 'static'), { recursive: true });
  writeFileSync(join(root, 'b.png'), 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n');
  const { files, read } = openCheckout(root, ['.git']);
  expect(files).toEqual(['b.png', 'src/pages/a.md', 'static/img/a.png']);
  expect([read('static/img/a.png')?.toString(), read('b.png'), read('c')]).toEqual(['picture', undefined, undefined]);
  expect(git('status', '--porcelain')).toBe(' D static/img/a.png\n?? b.png\n');
});
