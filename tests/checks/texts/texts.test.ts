import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shifted } from '../../../src/checks/texts/headings';
import { loadSite } from '../../../src/load';
import { planPages } from '../../../src/site/pages/plan';
import { kinds } from '../../collections';
import { growth, linear } from '../../growth';
import { checkReport, now, post, project, siteOf } from '../../project';
import { textFixedBy } from '../fixed';

/** What an editor is told of a text, from line 8 of its file. */
const told = (body: string) => checkReport({ 'content/blog/a.md': post({}, body) });
/** A text after every fixing. */
const fixedText = (body: string) =>
  textFixedBy(project({ 'content/blog/a.md': post({}, body) }), 'content/blog/a.md').split('---\n')[2];

describe('headings', () => {
  test('a heading that leaves out a level is reported, and its whole section moves up with it', () => {
    const body = '## A\n\n#### B\n\n#### C\n\n##### D\n\n## E\n';
    expect(told(body)).toMatchInlineSnapshot(`
      "content/blog/a.md:10:1  warning  A heading of level 4 follows one of level 2  → write ###  [skipped-heading]

      1 warning in 1 file"
    `);
    expect(fixedText(body)).toBe('## A\n\n### B\n\n### C\n\n#### D\n\n## E\n');
  });

  test('the first heading of a text is below the title of its page', () => {
    expect(told('#### Low\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:8:1  warning  The first heading is of level 4, which leaves out level 2  → write ##  [skipped-heading]

      1 warning in 1 file"
    `);
    expect(told('## High\n')).toBe('');
    expect(told('# Title\n\n## Section\n')).toBe('');
    expect(fixedText('### A\n\n### B\n\n#### C\n')).toBe('## A\n\n## B\n\n### C\n');
  });

  test('a fixed heading is below whatever it was below before, and where it can’t be, people decide', () => {
    for (const text of ['### A\n\n## B\n', '## A\n\n#### B\n\n### C\n', '## A\n\n#### B\n\n##### C\n\n### D\n']) {
      expect(told(text)).toContain('[skipped-heading]');
      expect(fixedText(text)).toBe(text);
    }
    const level = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(level, { maxLength: 8 }), level, (levels, top) => {
        const after = shifted(levels, top) ?? [];
        for (const [index, heading] of after.entries()) {
          expect(heading).toBeLessThanOrEqual((after[index - 1] ?? top - 1) + 1);
          const [mine, before] = [levels[index] as number, levels[index - 1]];
          if (before !== undefined)
            expect(Math.sign(heading - (after[index - 1] as number))).toBe(Math.sign(mine - before));
          const siblings = levels.slice(0, index).findLastIndex((other) => other <= mine);
          if (siblings >= 0) expect(heading >= (after[siblings] as number)).toBe(true);
          expect(heading).toBeLessThanOrEqual(mine);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('several headings of the first level are reported, and all headings go one level down, as they do on the page', () => {
    expect(told('# A\n\n## B\n\n# C\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:12:1  warning  The text has more than one heading of the first level  → write one # more for each of its headings  [second-title]

      1 warning in 1 file"
    `);
    expect(fixedText('# A\n\n## B\n\n# C\n')).toBe('## A\n\n### B\n\n## C\n');
  });

  test('headings that have no signs to count are left for people', () => {
    expect(told('A\n===\n\n<h3>B</h3>\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:11:1  warning  A heading of level 3 follows one of level 1  → write ##  [skipped-heading]

      1 warning in 1 file"
    `);
    expect(fixedText('A\n===\n\n<h3>B</h3>\n')).toBe('A\n===\n\n<h3>B</h3>\n');
  });

  test('what looks like a heading in code is none', () => {
    expect(told('## A\n\n```sh\n# B\n#### C\n```\n\n### D\n')).toBe('');
    expect(told('```\n# A\n## B\n```\n\n### C\n')).toContain(':13:1  warning  The first heading is of level 3');
  });
});

describe('spaces', () => {
  test('a non-breaking space that no typographer would set is reported, and becomes a plain one or none', () => {
    const body = 'a\u00A0\u00A0b\n\n&nbsp;\n\nc\u202F \n\n#\u00A0D\n\n\u00A0e\n';
    expect(told(body)).toMatchInlineSnapshot(`
      "content/blog/a.md:8:2  warning  Non-breaking spaces stand in a row, or beside a plain one  → write one plain space  [non-breaking-spaces]
      content/blog/a.md:10:1  warning  A line ends with a non-breaking space  → remove it  [non-breaking-spaces]
      content/blog/a.md:12:2  warning  A line ends with a non-breaking space  → remove it  [non-breaking-spaces]
      content/blog/a.md:14:2  warning  A non-breaking space stands behind the sign that begins the line  → write a plain space  [non-breaking-spaces]
      content/blog/a.md:16:1  warning  A line begins with a non-breaking space  → remove it  [non-breaking-spaces]

      5 warnings in 1 file"
    `);
    expect(fixedText(body)).toBe('a b\n\n\n\nc\n\n# D\n\ne\n');
  });

  test('the one of a typographer is left alone', () => {
    const body = '10\u00A0kB\u00A0: «\u00A0oui\u00A0»\u202F!\n';
    expect(told(body)).toBe('');
    expect(told('`a\u00A0\u00A0b`\n\n    \u00A0\u00A0\n\n| a |\n| - |\n| 1\u00A0% |\n')).toBe('');
  });

  test('a break at the end of a line, and the place of a line in its list, survive the fixing', () => {
    expect(fixedText('a\u00A0  \nb\n')).toBe('a  \nb\n');
    expect(fixedText('- a\n\n  \u00A0b\n')).toBe('- a\n\n  b\n');
  });

  test('a line that holds a backslash alone is reported, and becomes empty', () => {
    const body = 'a\n\n\\\nb\\\n\\\nc\n';
    expect(told(body)).toMatchInlineSnapshot(`
      "content/blog/a.md:10:1  warning  A line holds nothing but a backslash  → leave the line empty  [backslash-line]
      content/blog/a.md:12:1  warning  A line holds nothing but a backslash  → leave the line empty  [backslash-line]

      2 warnings in 1 file"
    `);
    expect(fixedText(body)).toBe('a\n\nb\n\nc\n');
    expect(told('a\\\nb\n\n```\n\\\n```\n')).toBe('');
  });
});

describe('characters', () => {
  test('one that can’t be seen is told wherever it stands, and removed', () => {
    const body = 'a\u200Bb \u2060c\u200Dd \uFEFF\n';
    expect(told(body)).toMatchInlineSnapshot(`
      "content/blog/a.md:8:2  warning  A character that can’t be seen stands here: U+200B  → remove it  [zero-width-character]
      content/blog/a.md:8:5  warning  A character that can’t be seen stands here: U+2060  → remove it  [zero-width-character]
      content/blog/a.md:8:7  warning  A character that can’t be seen stands here: U+200D  → remove it  [zero-width-character]
      content/blog/a.md:8:10  warning  A character that can’t be seen stands here: U+FEFF  → remove it  [zero-width-character]

      4 warnings in 1 file"
    `);
    expect(fixedText(body)).toBe('ab cd \n');
    expect(checkReport({ 'content/blog/a.md': post({ title: 'a\u200Bb' }) })).toContain('a.md:2:10  warning');
  });

  test('one that can’t be shown is reported, removed, and on no page meanwhile, wherever it is written', () => {
    const body = 'a\u0001b\u000Bc\0\n\n<p title="&#1;">d&#2;e</p>\n';
    const title = 'T\0\uD800\u0085!';
    const files = {
      'content/blog/a.md': post({ title }, body),
      'content/blog/b.md': post({ title: 'B' }, 'x\uFFFEy\u009Fz\n'),
    };
    expect(checkReport(files)).toMatchInlineSnapshot(`
      "content/blog/a.md:2:8  warning  “Title” names a character that can’t be shown: U+0000  → remove it  [control-character]
      content/blog/a.md:2:22  warning  A character that can’t be shown stands here: U+0085  → write a space  [control-character]
      content/blog/a.md:8:2  warning  A character that can’t be shown stands here: U+0001  → remove it  [control-character]
      content/blog/a.md:8:4  warning  A character that can’t be shown stands here: U+000B  → write a space  [control-character]
      content/blog/a.md:8:6  warning  A character that can’t be shown stands here: U+0000  → remove it  [control-character]
      content/blog/b.md:8:2  warning  A character that can’t be shown stands here: U+FFFE  → remove it  [control-character]
      content/blog/b.md:8:4  warning  A character that can’t be shown stands here: U+009F  → remove it  [control-character]

      7 warnings in 2 files"
    `);
    expect(fixedText(body)).toBe('ab c\n\n<p title="&#1;">d&#2;e</p>\n');
    for (const page of planPages(siteOf(files))) {
      expect(JSON.stringify(page.props())).not.toMatch(/\\u(?:00[01]|d[89a-f])|\\[vf]|[\x7F-\x9F\uFFFD-\uFFFF]/i);
    }
  });

  test('emoji and scripts that need them keep them', () => {
    expect(told('👨‍👩‍👧 🏳️‍🌈 می‌خواهم क्‍ष ไทย\u200Bไทย\n')).toBe('');
  });

  test('one that turns the direction of text is reported and left', () => {
    expect(told('a\u202Eb\u202C\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:8:2  warning  A character that turns the direction of the text stands here: U+202E  → remove it, unless the text is written from right to left  [bidirectional-control]
      content/blog/a.md:8:4  warning  A character that turns the direction of the text stands here: U+202C  → remove it, unless the text is written from right to left  [bidirectional-control]

      2 warnings in 1 file"
    `);
    expect(fixedText('a\u202Eb\u202C\n')).toBe('a\u202Eb\u202C\n');
  });
});

describe('what is shown as it is written', () => {
  test('stars that make nothing bold are reported', () => {
    expect(told('**a **b and c\n\nd **e\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:8:1  warning  The stars of “**a **b and c” are shown, and nothing becomes bold  → write the stars next to the first and the last word, with no space between, or remove them  [stray-emphasis]
      content/blog/a.md:10:3  warning  The stars of “**e” are shown, and nothing becomes bold  → write the stars next to the first and the last word, with no space between, or remove them  [stray-emphasis]

      2 warnings in 1 file"
    `);
  });

  test('stars that do, and those that are meant, are not', () => {
    expect(
      told(
        '**a** ***b*** **“c”** a**b**c **“f”**文 これは**「大事」**です **강조(Emphasis)**를 \\*\\*d 2**10 `**e` __f__\n\n****\n',
      ),
    ).toBe('');
  });

  test('signs that were escaped around words are reported, and those of a note, a name or code are not', () => {
    expect(
      told(
        '\\*\\*[x](https://example.org/)\\*\\*\n\n\\*[x](https://example.org/)\\* and\n\n- \\*\\*\\*An item\\*\\*\\*\n\n\\_A whole line.\\_\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/blog/a.md:8:1  warning  The signs around “\\*\\*[x](https://example.org/)\\*\\*” are shown to readers, for a backslash stands before each  → remove the backslashes, or the signs too  [escaped-emphasis]
      content/blog/a.md:10:1  warning  The signs around “\\*[x](https://example.org/)\\*” are shown to readers, for a backslash stands before each  → remove the backslashes, or the signs too  [escaped-emphasis]
      content/blog/a.md:12:3  warning  The signs around “\\*\\*\\*An item\\*\\*\\*” are shown to readers, for a backslash stands before each  → remove the backslashes, or the signs too  [escaped-emphasis]
      content/blog/a.md:14:1  warning  The signs around “\\_A whole line.\\_” are shown to readers, for a backslash stands before each  → remove the backslashes, or the signs too  [escaped-emphasis]

      4 warnings in 1 file"
    `);
    const innocent = [
      'Price\\*\n\n\\* in 2026',
      'a \\* b \\* c',
      '\\_\\_init\\_\\_',
      'snake\\_case\\_name',
      '`\\*\\*a\\*\\*`',
      '\\*\\*d',
      'a \\*\\*b\\*\\* c',
      '\\*\\*a\\*\\* and \\*\\*b\\*\\*',
      '5\\*\\*2\\*\\*1',
    ];
    for (const text of innocent) expect(told(`${text}\n`)).toBe('');
  });

  test('links and pictures that are none are reported at their brackets', () => {
    expect(told('![a](/img/my photo.png)\n\n[c][nowhere]\n\n- x [d](/e f/)\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:8:1  warning  “![a](/img/my photo.png)” is no picture, and is shown as it is written  → write the address without spaces: /img/my%20photo.png  [unread-link]
      content/blog/a.md:10:1  warning  “[c][nowhere]” is no link, and is shown as it is written  → write the address behind the text: [text](address)  [unread-link]
      content/blog/a.md:12:5  warning  “[d](/e f/)” is no link, and is shown as it is written  → write the address without spaces: /e%20f/  [unread-link]

      3 warnings in 1 file"
    `);
    const innocent = [
      '[ ] a (b)',
      '[a] and (b)',
      '[a](</img/card.png>)',
      '\\[a\\](b c)',
      '`[a](b c)`',
      '[sic] (as written)',
      '- [x] done',
      'a[0] [1]',
    ];
    for (const text of innocent) expect(told(`${text}\n`)).toBe('');
  });

  test('notes that are missing, that nobody refers to, or that share a name are reported', () => {
    expect(told('A[^1] B[^zz]\n\n[^1]: One\n\n[^2]: Two[^3]\n\n[^3]: Three\n\n[^1]: Again\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:8:8  warning  The text refers to the note “zz”, which is not there, and “[^zz]” is shown  → write the note on a line of its own: [^zz]: and its words  [missing-note]
      content/blog/a.md:12:1  warning  No text refers to the note “2”, and readers don’t see it  → write [^2] where it belongs, or remove the note  [unused-note]
      content/blog/a.md:14:1  warning  No text refers to the note “3”, and readers don’t see it  → write [^3] where it belongs, or remove the note  [unused-note]
      content/blog/a.md:16:1  warning  Two notes have the name “1”, and readers see the first  → write another name, here and where the text refers to it  [repeated-note]

      4 warnings in 1 file"
    `);
    expect(told('A[^1] `[^a]` \\[^b]\n\n[^1]: One[^2]\n\n[^2]: Two\n')).toBe('');
  });

  test('cells that a table has no column for are reported', () => {
    expect(told('| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| `x|y` | 2 |\n| 1 |\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:10:11  warning  The row has 3 cells, and the table 2 columns: the rest is left out  → remove the “|” that is too many, write \\| for one that is meant, or add a column to the first two lines  [surplus-cell]
      content/blog/a.md:11:3  warning  A “|” within code ends its cell, and readers see the signs around the code  → write \\| in the place of the |  [surplus-cell]

      2 warnings in 1 file"
    `);
    expect(told('| a |\n| - |\n| `x|y` |\n')).toContain('a.md:10:3  warning');
    expect(told('| a | b |\n| - | - |\n| 1 | 2 |\n| `x\\|y` | \\` |\n')).toBe('');
  });

  test('Markdown within HTML is told where no empty line lets it be Markdown', () => {
    expect(told('<details>\n<summary>A</summary>\n[b](https://example.org/)\n</details>\n')).toMatchInlineSnapshot(`
      "content/blog/a.md:10:1  warning  “[b](https://example.org/)” stands within HTML, and is shown as it is written  → leave an empty line before and after the Markdown  [markdown-in-html]

      1 warning in 1 file"
    `);
    expect(told('<details>\n\n**b**\n\n</details>\n\n<div>\n**c**\n</div>\n\n<pre>\n**d**\n</pre>\n')).toBe('');
  });

  test('what came along when a text was pasted is reported, and removed', () => {
    const body = 'a\n\n<!--StartFragment-->\n\n<p class=MsoNormal>b<o:p></o:p></p>\n\nc\n<!--EndFragment-->\nd\n';
    expect(told(body)).toMatchInlineSnapshot(`
      "content/blog/a.md:10:1  warning  “<!--StartFragment-->” was pasted along with the text  → remove it  [paste-remains]
      content/blog/a.md:12:4  warning  “class=MsoNormal” was pasted along with the text  → remove it  [paste-remains]
      content/blog/a.md:12:21  warning  “<o:p>” was pasted along with the text  → remove it  [paste-remains]
      content/blog/a.md:12:26  warning  “</o:p>” was pasted along with the text  → remove it  [paste-remains]
      content/blog/a.md:15:1  warning  “<!--EndFragment-->” was pasted along with the text  → remove it  [paste-remains]

      5 warnings in 1 file"
    `);
    expect(fixedText(body)).toBe('a\n\n\n<p>b</p>\n\nc\n\nd\n');
  });
});

describe('HTML that the page will not have', () => {
  test('is told by element and attribute', () => {
    expect(
      told(
        'a <font color="red">b</font> <a href="https://example.org/" onclick="x()" target="_blank">c</a>\n\n<script>d()</script>\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/blog/a.md:8:3  warning  The page will not have “<font>”; its text stays  → write it in Markdown  [removed-html]
      content/blog/a.md:8:30  warning  The page will not have “onclick”, “target” of “<a>”  → remove it  [removed-html]
      content/blog/a.md:10:1  warning  The page will not have “<script>” and what it holds  → write it in Markdown  [removed-html]

      3 warnings in 1 file"
    `);
  });

  test('is not what the page has', () => {
    expect(
      told('<kbd>a</kbd> <img src="/img/card.png" alt="b" width="1"> <https://example.org/>\n\n<!-- c -->\n'),
    ).toBe('');
  });

  test('a long row of letters in a text does not hold up the check', () => {
    const look = (count: number) => told(`![a](data:image/png;base64,${'mso/**class='.repeat(count)})\n`);
    expect(growth(look, 10_000)).toBeLessThan(linear);
  });
});

test('a text of thousands of headings is reported and fixed without a copy of all of them for each', () => {
  const fixes = loadSite(project({ 'content/blog/a.md': post({}, '# a\n'.repeat(300)) }), {
    kinds,
    now,
    preview: false,
  }).problems.map(({ fix }) => fix);
  expect(fixes).toHaveLength(299);
  expect(new Set(fixes).size).toBe(1);
});

test('headings are lowered together, and not at all where one would be of a seventh level', () => {
  const fixOf = (deepest: string) =>
    loadSite(
      project({ 'content/blog/a.md': post({}, `# A\n\n# B\n\n## C\n\n### D\n\n#### E\n\n##### F\n${deepest}`) }),
      {
        kinds,
        now,
        preview: false,
      },
    ).problems.find(({ rule }) => rule === 'second-title')?.fix;
  expect(fixOf('')).toHaveLength(6);
  expect(fixOf('\n###### G\n')).toBeUndefined();
});
