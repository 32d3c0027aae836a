import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mendAll } from '../src/checks/mend';
import { readIn } from '../src/content/read';
import { loadSite } from '../src/load';
import { renderMarkdown } from '../src/markdown/render';
import type { Surroundings } from '../src/markdown/surroundings';
import { now, post, project } from './project';

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

/** What work takes beside its growth: what is shorter than this says nothing. In milliseconds. */
const noise = 60;

const best = (work: () => unknown): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage().user;
    work();
    least = Math.min(least, (process.cpuUsage().user - start) / 1000);
    // What takes long is noise in none of its runs.
    if (least > 10 * noise) break;
  }
  return least;
};

// Four times the text may take six times the time, and not the sixteen that comparing all with all takes.
const most = 6;

const isRefused = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
};

const render = (text: string) => () => isRefused(() => renderMarkdown(text, surroundings));

/** The project is made outside of what is measured. */
function checked(text: string, work: (root: string) => unknown): number {
  const root = project({ 'content/blog/a.md': post({}, text) });
  const time = best(() => work(root));
  rmSync(root, { recursive: true });
  return time;
}

const check = (root: string) => loadSite(root, { now, preview: false });
const fix = (root: string) => mendAll(root, readIn(root), { now, preview: false });

test.each(Object.entries(shapes))(
  '%s: they take twice the time for twice the length, or are refused',
  { timeout: 120_000 },
  (_, shape) => {
    const [text, more] = [shape(20_000), shape(80_000)];
    const growth = (short: number, long: number) => (long + noise) / (short + noise);
    expect(growth(best(render(text)), best(render(more))), 'render').toBeLessThan(most);
    expect(growth(checked(text, check), checked(more, check)), 'check').toBeLessThan(most);
    expect(growth(checked(text, fix), checked(more, fix)), 'fix').toBeLessThan(most);
  },
);

test('a text that would take minutes is refused where it begins to', () => {
  const text = `Innocent.\n\n${'[a]('.repeat(5000)}\n`;
  const root = project({ 'content/blog/a.md': post({}, text) });
  const [problem, ...others] = loadSite(root, { now, preview: false }).problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule: 'unrenderable-page', file: 'content/blog/a.md', line: 10, column: 1 });
});
