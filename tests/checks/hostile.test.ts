import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixSite } from '../../src/checks/fix';
import type { Problem } from '../../src/content/problem';
import { loadSite } from '../../src/load';
import { planPages } from '../../src/site/pages/plan';
import { kinds } from '../collections';
import { hostileText } from '../content/hostile-text';
import { now, pixel, post, project } from '../project';
import { fixedSite } from './fixed';

/** Pieces of Markdown and HTML that together break most rules. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['\n', '\n\n', '\r\n', '\r', ' ', '  ', '\t', '> ', '- ', '1. ', '# ', '### ', '###### ', '===\n', '---\n'],
    ...['**', '*', '`', '```\n', '~~~\n', '\\', '\n\\\n', '|', '[', ']', '(', ')', '![', '](', '[]()', '![]()', '<>'],
    ...['\u00A0', '\u00A0\u00A0', '\u202F', '&nbsp;', '\u200B', '\u200D', '\u200C', '\uFEFF', '\u202E', '\uD800', '😀'],
    ...[
      '<div>',
      '</div>',
      '<p class="MsoNormal">',
      '<o:p>',
      '<!--StartFragment-->',
      '<!--',
      '-->',
      '<img src=',
      '<h4>',
    ],
    ...[
      '<script>',
      '<table><tr><td>',
      ' style="x"',
      '<a href="',
      '">',
      'data:image/png;base64,',
      'AAAA',
      '/img/card.png',
    ],
    `![a](data:image/png;base64,${pixel.toString('base64')})`,
    ...[
      '/img/A%20b.png',
      '![a](</img/A b.png>)',
      '![a](/img/A b.png)',
      '![a](../static/img/%41&#32;b.png)',
      'example.org/x',
      'me@example.org',
      'http://openinfra.dev/',
      '[^1]',
      '[a]: ',
    ],
  ),
  fc.string({ maxLength: 5 }),
);
const body = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

const check = (root: string) => loadSite(root, { kinds, now, preview: false });

test('whatever a file holds, the check tells where it is wrong, the site is made of the rest, and fixing ends and loses no picture', () => {
  fc.assert(
    fc.property(
      body,
      fc.option(hostileText),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      (text, hostile, title) => {
        const source = post({ title: `${title}x`, image: '/img/A b.png' }, text);
        const texts: Record<string, string> = { 'content/blog/a.md': source, 'content/blog/b.md': hostile ?? '' };
        const root = project({ ...texts, 'static/img/A b.png': pixel });
        const { site, problems } = check(root);
        for (const { file, line, column } of problems) {
          const lines = (texts[file] ?? '').replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
          if (!(file in texts)) continue;
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
        for (const page of site ? planPages(site) : []) expect(page.props()).toBeDefined();

        const { draft, read, left } = fixedSite(root);
        const once = loadSite(root, { kinds, now, preview: false, draft, read }).problems;
        expect(left.filter(({ fix }) => fix)).toEqual([]);
        expect(fixSite(root, read, { kinds, now, preview: false }).fixed).toEqual([]);
        const missing = (list: readonly Problem[]) =>
          list.filter(({ rule, file }) => rule === 'missing-picture' && file === 'content/blog/a.md').length;
        expect(missing(once)).toBeLessThanOrEqual(missing(problems));
        if (problems.every(({ fix }) => !fix)) expect(draft.size).toBe(0);
        rmSync(root, { recursive: true });
      },
    ),
    { numRuns: 30 },
  );
});
