import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixSite } from '../../src/checks/fix';
import { readIn } from '../../src/content/read';
import { loadSite } from '../../src/load';
import { renderMarkdown } from '../../src/markdown/render';
import type { Surroundings } from '../../src/markdown/surroundings';
import { kinds } from '../collections';
import { growth, linear } from '../growth';
import { now, post, project } from '../project';

const surroundings: Surroundings = {
  link: (href) => ({ href, external: false }),
  picture: (src) => ({ src }),
  headingLinks: true,
  words: {
    footnotes: 'Notes',
    footnoteBack: 'Back %n',
    loadsFrom: '%s',
    table: 'Table',
    taskDone: 'Done',
    taskOpen: 'Open',
    videoOn: '%s',
  },
};

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length));
const counted = (piece: (index: number) => string) => (length: number) => {
  let text = '';
  for (let index = 0; text.length < length; index++) text += piece(index);
  return text;
};

/** Texts on which some step once took more than twice the time for twice the length. */
const shapes: Record<string, (length: number) => string> = {
  'links that are not closed': repeated('[a]('),
  'lazy lines of a quote': (length) => `> a\n${repeated('b\n')(length)}`,
  'spaces that do not break, between code': repeated('a&nbsp; b `c`\n\n'),
  'notes, each referred to once': counted((index) => `a[^n${index}]\n\n[^n${index}]: note\n\n`),
  'a note referred to again and again': (length) => `[^a]: note\n\n${repeated('b[^a]\n\n')(length)}`,
  'notes that are not there': repeated('[^a]\n\n'),
  'heads of tables without rows': repeated('|a|b|\n|-|-|\n\n'),
  'stars that stand alone': repeated('**a** ** b\n\n'),
  'links of HTML without an end': repeated('<a href '),
  'links of HTML in a block': (length) => `<div>\n${repeated('<a href=" ')(length)}`,
  'a run of one letter': repeated('a'),
  comments: repeated('<!-- a -->\n\n'),
  'comments that allow': repeated('<!-- check: allow dead-link, because a -->\n'),
  'quotes in quotes': repeated('>'),
  'references to pictures, and addresses': counted((index) => `![a][b${index}]\n\n[b${index}]: /b.png\n\n`),
  'sections that are not there': counted((index) => `## H${index}\n\n[a](#g${index})\n\n`),
  'elements that are opened again': counted((index) => `<p><b id="b${index}">\n`),
  'comments of word processors': (length) => `Mso\n\n${repeated('<!--[if a]>\n\n')(length)}`,
  'spaces before nothing': (length) => `Mso **a** \\* x${repeated(' ')(length)}y`,
};

const isRefused = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
};

const works: [string, (text: string) => unknown][] = [
  ['render', (text) => isRefused(() => renderMarkdown(text, surroundings))],
  ['check', (text) => within(text, (root) => loadSite(root, { kinds, now, preview: false }))],
  ['fix', (text) => within(text, (root) => fixSite(root, readIn(root), { kinds, now, preview: false }))],
];

function within(text: string, work: (root: string) => unknown): void {
  const root = project({ 'content/blog/a.md': post({}, text) });
  work(root);
  rmSync(root, { recursive: true });
}

test.each(Object.entries(shapes))('%s: they take in proportion to their length, or are refused', (_, shape) => {
  for (const [name, work] of works) {
    expect(
      growth((size) => work(shape(size)), 10_000),
      name,
    ).toBeLessThan(linear);
  }
});

test('a text that would take minutes is refused where it begins to', () => {
  const text = `Innocent.\n\n${'[a]('.repeat(5000)}\n`;
  const root = project({ 'content/blog/a.md': post({}, text) });
  const [problem, ...others] = loadSite(root, { kinds, now, preview: false }).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule: 'unrenderable-page', file: 'content/blog/a.md', line: 10, column: 1 });
});
