import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { fixSite } from '../../src/checks/fix';
import type { Draft } from '../../src/content/fix';
import { readIn } from '../../src/content/read';
import { loadSite } from '../../src/load';
import { rules } from '../../src/rules';
import { renderBody } from '../../src/site/pages/body';
import { kinds } from '../collections';
import { corpusProject, hasCorpus } from '../corpus';
import { now, pixel, post, project } from '../project';
import { textFixedBy } from './fixed';

const file = 'content/blog/a.md';
const fixedText = (body: string) => textFixedBy(project({ [file]: post({}, body) }), file).split('---\n')[2];

/** What a post shows, as a browser would read it: tags, and the text between them. */
function htmlOf(root: string, draft: Draft = new Map()): string {
  const read = (name: string) => (draft.has(name) ? draft.get(name) : readIn(root)(name));
  const { site } = loadSite(root, { kinds, now, preview: false, draft, read });
  const entry = site?.entries.find((candidate) => candidate.file === file);
  return site && entry ? renderBody(site, entry).html : '';
}

/** The letters that readers see, but for spaces, characters nobody sees, signs that begin a line, and what was pasted along. */
const wordsOf = (html: string) =>
  textOf(
    fromHtml(
      html
        .replace(/<a href="[^"]*" class="anchor" aria-label="[^"]*">#<\/a>/g, '')
        .replace(/<\/?(?:p|br|h\d|li)\b[^>]*>/g, '\n'),
      {
        fragment: true,
      },
    ),
  )
    .replace(/<!--\s*(?:Start|End)Fragment\s*--\\?>|<!\[(?:if[^\]]*|endif)\]>|<\/?o:p\s*\/?>/gi, '')
    .replace(/[\u180E\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00A0|\u202F/g, ' ')
    .replace(/^\s*(?:#{1,6}|[-*+])(?=\s)/gm, '')
    // What is left of a line whose sign is read now, as “-\u00A0\\” is.
    .replace(/^\s*\\\s*$/gm, '')
    .replace(/\bhttps?:\/\//g, '')
    .replace(/\s+/g, '');

describe('no fixing changes what readers see, but where that is its purpose', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '\r\n',
        ' ',
        '  ',
        '    ',
        '> ',
        '- ',
        '1. ',
        '# ',
        '### ',
        '#### ',
        '===\n',
        '---\n',
        '| a |\n|-|\n',
      ],
      ...['\\', ' \\\n', '\u00A0\\\n', '\n\\\n', '\\\n\\\n', '\n \u00A0\\\n', '**', '*', '`', '```\n', '[', ']('],
      ...[
        '\u00A0',
        '\u00A0\u00A0',
        '\u202F',
        '&nbsp;',
        '\u200B',
        '\uFEFF',
        '\n\u00A0',
        '#\u00A0',
        '-\u00A0',
        '\n\u200B',
      ],
      ...[
        '<div>',
        '</div>',
        '<p class="MsoNormal">',
        '<o:p>',
        '\\<!--StartFragment--\\>',
        '<!--StartFragment-->',
        '<!--',
      ],
      ...['[]()', '[a]()', '![]()', '[b](example.org/x)', '[c](me@example.org)', '[d](https://openinfra.dev/blog/)'],
      ...[
        '\n<!-- check: allow dead-link, because x -->\n',
        '[e](http://openinfra.dev/blog/)',
        'https://openinfra.dev/',
      ],
    ),
    fc.constantFrom('First.', 'Second', 'a', '文', '。'),
  );

  test('whatever the text', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const root = project({ [file]: post({}, pieces.join('')), 'static/img/x.png': pixel });
        const { draft, fixed: done } = fixSite(root, readIn(root), { kinds, now, preview: false });
        made += done.length;
        expect(wordsOf(htmlOf(root, draft))).toBe(wordsOf(htmlOf(root)));
        rmSync(root, { recursive: true });
      }),
      { numRuns: 150, examples: [[['-\u00A0', ' \\\n']]] },
    );
    expect(made).toBeGreaterThan(100);
  });

  test('and each rule that is fixed says what its fixing is there to change, or nothing', () => {
    const silent = Object.entries(rules).flatMap(([name, { mechanical, alters }]) =>
      mechanical && !alters ? [name] : [],
    );
    expect(silent.sort()).toEqual([
      'control-character',
      'link-to-own-host',
      'link-without-scheme',
      'mail-link-without-scheme',
      'needless-allowance',
      'second-title',
      // Nothing of such a file is shown before it is fixed.
      'wrong-line-ends',
    ]);
    expect(Object.values(rules).filter(({ mechanical, alters }) => alters && !mechanical)).toEqual([]);
  });

  test.each([
    ['a heading', '\u200B# A\n'],
    ['a numbered list', 'a\n\n\u00A01. b\n'],
    ['a quote', 'a\n\n\u00A0> b\n'],
    ['an underlined heading', 'a\n\\\n---\n'],
    ['an anchor', '## A\u00A0\u00A0B\n'],
  ])('what would make %s of a text is left to people', (_, body) => {
    const root = project({ [file]: post({}, body) });
    const { draft, fixed: done, left } = fixSite(root, readIn(root), { kinds, now, preview: false });
    expect([draft.size, done, left.length, left.filter(({ fix }) => fix)]).toEqual([0, [], 1, []]);
  });

  test('a place that can’t be fixed keeps none of its file from being fixed', () => {
    expect(fixedText('a\u00A0\u00A0b\n\n\u00A01. c\n\nd\u00A0\u00A0e\n')).toBe('a b\n\n\u00A01. c\n\nd e\n');
  });
});

test.each([
  ['First. \\\n\\\nSecond.\n', 'First.\n\nSecond.\n'],
  ['First.\u00A0\\\n\\\nSecond.\n', 'First.\n\nSecond.\n'],
  ['First.\u00A0\\\n\u00A0\\\nSecond.\n', 'First.\n\nSecond.\n'],
  ['First.&nbsp;\\\n\\ \nSecond.\n', 'First.\n\nSecond.\n'],
  ['First. \\\r\n\\\r\nSecond.\r\n', 'First.\r\n\r\nSecond.\r\n'],
  ['**First:**\\\n\\\nSecond.\n', '**First:**\n\nSecond.\n'],
])('no backslash is left for readers of %j', (body, after) => {
  expect(fixedText(body)).toBe(after);
});

// Real posts; they stand beside the project in some places, and are skipped elsewhere.
test.skipIf(!hasCorpus)('of the posts of the former site, fixing takes no word and adds none', () => {
  const { root, remove } = corpusProject();
  const options = { kinds, now: '2026-11-23T00:00:00Z', preview: false };
  const { draft, fixed: done } = fixSite(root, readIn(root), options);
  const textsOf = (drafted: Draft) => {
    const read = (name: string) => (drafted.has(name) ? drafted.get(name) : readIn(root)(name));
    const { site } = loadSite(root, { ...options, draft: drafted, read });
    return Object.fromEntries(
      site?.posts.map(({ entry }) => [entry.file, wordsOf(renderBody(site, entry).html)]) ?? [],
    );
  };
  // What could not be read before it was fixed is a post only now.
  const [former, latter] = [textsOf(new Map()), textsOf(draft)];
  expect(Object.keys(former).length).toBeGreaterThan(20);
  expect(latter).toMatchObject(former);
  expect(done.length).toBeGreaterThan(50);
  remove();
});
