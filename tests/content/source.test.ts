import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/content/problem';
import { parseSource } from '../../src/content/source';
import { growth, linear } from '../growth';
import { hostileText } from './hostile-text';

/** What can't be read in a source, as an editor is told it. */
function faults(source: string, format: 'md' | 'yml' = 'md'): string {
  const { faults: found, positionAt } = parseSource(source, format);
  return found
    .map(({ rule, offset, message, advice }) =>
      formatProblem({ rule, file: format, ...positionAt(offset), severity: 'error', message, advice }),
    )
    .join('\n');
}

/** A source with front matter of these lines, of which the faulty one is the third of the file. */
const front = (...lines: string[]) => `---\ndate: 2026-01-01\n${lines.join('\n')}\nlang: en\n---\nText.\n`;

/** Where a field of a source stands, as line:column. */
function placeOf(source: string, path: PropertyKey[], part?: 'name' | 'value') {
  const { offsetOf, positionAt } = parseSource(source, 'md');
  const { line, column } = positionAt(offsetOf(path, part));
  return `${line}:${column}`;
}

test('a file is taken apart into its fields and its text', () => {
  const source = '---\ntitle: A title\nlist: [1, 2]\n---\n\n# Text\n---\nmore\n';
  const { data, body, bodyOffset, faults: found } = parseSource(source, 'md');
  expect(found).toEqual([]);
  expect(data).toEqual({ title: 'A title', list: [1, 2] });
  expect(body).toBe('\n# Text\n---\nmore\n');
  expect(source.slice(bodyOffset)).toBe(body);
});

test('a date stays the text that was written, so that a wrong one is not turned into another', () => {
  expect(parseSource('date: 2016-19-17\nother: 2026-01-02T03:04:05Z', 'yml').data).toEqual({
    date: '2016-19-17',
    other: '2026-01-02T03:04:05Z',
  });
});

test('words that older YAML took for true and false stay words', () => {
  expect(parseSource('lang: no\nanswer: yes\nflag: true', 'yml').data).toEqual({
    lang: 'no',
    answer: 'yes',
    flag: true,
  });
});

test('empty front matter has no fields, and is no fault', () => {
  expect(parseSource('---\n---\nText.\n', 'md')).toMatchObject({ data: {}, body: 'Text.\n', faults: [] });
  expect(parseSource('---\n# a note\n---\n', 'md')).toMatchObject({ data: {}, body: '', faults: [] });
});

test('front matter that is missing, never closes, or is fenced in another way is an error that says so', () => {
  expect(faults('# Title\n\nText.\n')).toMatchInlineSnapshot(
    `"md:1:1  error  The file has no front matter  → begin it with a line “---”, the fields, and another line “---”  [invalid-front-matter]"`,
  );
  expect(faults('\n---\ntitle: x\n---\n')).toMatchInlineSnapshot(
    `"md:1:1  error  The file has no front matter  → begin it with a line “---”, the fields, and another line “---”  [invalid-front-matter]"`,
  );
  expect(faults('---\ntitle: x\n\nText.\n')).toMatchInlineSnapshot(
    `"md:1:1  error  The front matter opens with “---” and never closes  → add a line “---” below its last field  [invalid-front-matter]"`,
  );
  expect(faults('---\ntitle: x\n----\n\nText.\n')).toMatchInlineSnapshot(
    `"md:3:1  error  The front matter is closed by “----”  → write “---” alone on the line that closes it  [invalid-front-matter]"`,
  );
  expect(faults('---\ntitle: x\n--- # end\n\nText.\n')).toMatchInlineSnapshot(
    `"md:3:1  error  The front matter is closed by “--- # end”  → write “---” alone on the line that closes it  [invalid-front-matter]"`,
  );
});

test('front matter that asks to be run as a program is refused, and not run', () => {
  const global = globalThis as { wasRun?: boolean };
  expect(faults('---js\n{ title: (globalThis.wasRun = true, "x") }\n---\nText.\n')).toMatchInlineSnapshot(
    `"md:1:1  error  The front matter opens with “---js”  → write “---” alone on the first line  [invalid-front-matter]"`,
  );
  expect(faults('---javascript\n{}\n---\n')).toMatchInlineSnapshot(
    `"md:1:1  error  The front matter opens with “---javascript”  → write “---” alone on the first line  [invalid-front-matter]"`,
  );
  expect(global.wasRun).toBeUndefined();
});

test('each kind of YAML that can’t be read is an error at its place that says how to write it', () => {
  expect(faults(front('title: One: two'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text holds a colon and a space  → put the text in quotes, as in title: "One: two"  [invalid-yaml]"`,
  );
  expect(faults(front('title: "One'))).toMatchInlineSnapshot(
    `"md:4:9  error  The fields can’t be read: a text opens with a quote that never closes  → close the quote; within single quotes, double each single quote that belongs to the text  [invalid-yaml]"`,
  );
  expect(faults(front('title: "One "two" three"'))).toMatchInlineSnapshot(
    `"md:3:14  error  The fields can’t be read: more text stands where a text has ended  → put the whole text between single quotes, and double each single quote within it  [invalid-yaml]"`,
  );
  expect(faults(front("title: 'It's'"))).toMatchInlineSnapshot(
    `"md:3:12  error  The fields can’t be read: more text stands where a text has ended  → put the whole text between single quotes, and double each single quote within it  [invalid-yaml]"`,
  );
  expect(faults(front('title: @openinfra'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text begins with a character that means something in YAML  → put the text in quotes  [invalid-yaml]"`,
  );
  expect(faults(front('title: `code`'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text begins with a character that means something in YAML  → put the text in quotes  [invalid-yaml]"`,
  );
  expect(faults(front('title: %s'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text begins with a character that means something in YAML  → put the text in quotes  [invalid-yaml]"`,
  );
  expect(faults(front('title: [One'))).toMatchInlineSnapshot(
    `"md:4:1  error  The fields can’t be read: a line is not indented like its neighbors  → line it up with the fields of its group  [invalid-yaml]"`,
  );
  expect(faults(front('title: {One'))).toMatchInlineSnapshot(
    `"md:4:1  error  The fields can’t be read: a line is not indented like its neighbors  → line it up with the fields of its group  [invalid-yaml]"`,
  );
  expect(faults(front('\ttitle: One'))).toMatchInlineSnapshot(
    `"md:3:1  error  The fields can’t be read: a line begins with a tab  → indent with spaces  [invalid-yaml]"`,
  );
  expect(faults(front('seo:', '\tdescription: One'))).toMatchInlineSnapshot(
    `"md:4:1  error  The fields can’t be read: a line begins with a tab  → indent with spaces  [invalid-yaml]"`,
  );
  expect(faults(front('seo:', '    description: One', '  title: Two'))).toMatchInlineSnapshot(
    `"md:5:1  error  The fields can’t be read: a line is not indented like its neighbors  → line it up with the fields of its group  [invalid-yaml]"`,
  );
  expect(faults(front('  title: One'))).toMatchInlineSnapshot(
    `"md:2:7  error  The fields can’t be read: a text holds a colon and a space  → put the text in quotes, as in title: "One: two"  [invalid-yaml]"`,
  );
  expect(faults(front('title'))).toMatchInlineSnapshot(
    `"md:3:1  error  The fields can’t be read: a text holds a colon and a space  → put the text in quotes, as in title: "One: two"  [invalid-yaml]"`,
  );
  expect(faults(front('title: One', 'title: Two'))).toMatchInlineSnapshot(
    `"md:4:1  error  The fields can’t be read: a field is written twice  → keep one of the two  [invalid-yaml]"`,
  );
});

test('text that begins with a star is an error that tells to quote it', () => {
  expect(faults(front('title: **Important** news'))).toMatchInlineSnapshot(
    `"md:3:22  error  The fields can’t be read: more text stands where a text has ended  → put the whole text between single quotes, and double each single quote within it  [invalid-yaml]"`,
  );
  expect(faults(front('title: *Important* news'))).toMatchInlineSnapshot(
    `"md:3:20  error  The fields can’t be read: more text stands where a text has ended  → put the whole text between single quotes, and double each single quote within it  [invalid-yaml]"`,
  );
  expect(faults(front('title: *important'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text begins with “*”: “*important”  → put the text in quotes  [invalid-yaml]"`,
  );
  expect(faults(front('title: & more'))).toMatchInlineSnapshot(
    `"md:3:8  error  The fields can’t be read: a text begins with “*” or “&”  → put the text in quotes  [invalid-yaml]"`,
  );
});

test('fields that are a list, or a text, are an error', () => {
  expect(faults('---\n- one\n- two\n---\n')).toMatchInlineSnapshot(
    `"md:2:1  error  The fields can’t be read: there is a text or a list in their place  → write each field on a line of its own, as in “title: My title”  [invalid-yaml]"`,
  );
  expect(faults('---\njust words\n---\n')).toMatchInlineSnapshot(
    `"md:2:1  error  The fields can’t be read: there is a text or a list in their place  → write each field on a line of its own, as in “title: My title”  [invalid-yaml]"`,
  );
});

test('a file of fields alone is not told about front matter', () => {
  expect(faults('value: [x\n', 'yml')).toMatchInlineSnapshot(
    `"yml:2:1  error  The fields can’t be read: a line is not indented like its neighbors  → line it up with the fields of its group  [invalid-yaml]"`,
  );
  expect(faults('just words\n', 'yml')).toMatchInlineSnapshot(
    `"yml:1:1  error  The fields can’t be read: there is a text or a list in their place  → write each field on a line of its own, as in “title: My title”  [invalid-yaml]"`,
  );
});

test('values that multiply themselves are refused before they fill the memory', () => {
  const bomb = (depth: number) => {
    const lines = ['n0: &n0 [x, x, x, x, x, x, x, x, x]'];
    for (let index = 1; index < depth; index += 1)
      lines.push(
        `n${index}: &n${index} [${Array(9)
          .fill(`*n${index - 1}`)
          .join(', ')}]`,
      );
    return faults(`---\n${lines.join('\n')}\n---\n`);
  };
  expect(bomb(9)).toMatchInlineSnapshot(
    `"md:1:4  error  The fields refer to each other (“&” and “*”) too often  → write the values out  [invalid-yaml]"`,
  );
  expect(growth(bomb, 9)).toBeLessThan(linear);
});

test('a value that is used a second time by name is the same value', () => {
  expect(parseSource('a: &x One\nb: *x\n', 'yml').data).toEqual({ a: 'One', b: 'One' });
});

const nested = ['title: A', 'seo:', '  description: B', '  url: ""', 'author:', '  - One', '  - Two', 'empty:'];

test.each([
  ['LF', '\n', ''],
  ['CRLF', '\r\n', ''],
  ['LF after a byte order mark', '\n', '\uFEFF'],
  ['CRLF after a byte order mark', '\r\n', '\uFEFF'],
])('the place of a field is that of its line and column in a file with %s', (_, end, mark) => {
  const source = mark + ['---', ...nested, '---', 'Body', ''].join(end);
  expect(placeOf(source, ['title'])).toBe('2:8');
  expect(placeOf(source, ['title'], 'name')).toBe('2:1');
  expect(placeOf(source, ['seo', 'description'])).toBe('4:16');
  expect(placeOf(source, ['seo', 'description'], 'name')).toBe('4:3');
  expect(placeOf(source, ['author', 1])).toBe('8:5');
  // What is missing is looked for in what should hold it, and what is empty is at its name.
  expect(placeOf(source, ['seo', 'title'])).toBe('4:3');
  expect(placeOf(source, ['empty'])).toBe('9:1');
  expect(placeOf(source, ['missing'])).toBe('1:1');
  const { body, bodyOffset, positionAt, faults: found } = parseSource(source, 'md');
  expect(found).toEqual([]);
  expect(body).toBe(`Body${end}`);
  expect(positionAt(bodyOffset)).toEqual({ line: 11, column: 1 });
});

test('a byte order mark does not move the column of the first line', () => {
  expect(faults('\uFEFFtitle: One: two\n', 'yml')).toBe(faults('title: One: two\n', 'yml'));
  expect(faults('\uFEFFtitle: One: two\n', 'yml')).toContain('yml:1:');
});

test('no source makes the reader throw, and every fault has a place within the file', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom('md' as const, 'yml' as const), (source, format) => {
      const { faults: found, positionAt, data, body, bodyOffset, offsetOf } = parseSource(source, format);
      const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
      for (const offset of [...found.map((fault) => fault.offset), offsetOf(['title']), offsetOf(['seo', 'url'])]) {
        const { line, column } = positionAt(offset);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
      expect(data === undefined).toBe(found.length > 0);
      expect(source.slice(bodyOffset)).toBe(body);
    }),
    { numRuns: 1000 },
  );
});

test('brackets nested a hundred thousand deep are an error, and no crash', () => {
  expect(parseSource(`a: ${'['.repeat(100_000)}`, 'yml').faults.length).toBeGreaterThan(0);
  expect(parseSource(`---\na: ${'{a: '.repeat(20_000)}\n---\n`, 'md').faults.length).toBeGreaterThan(0);
  expect(parseSource(`a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'yml').faults.length).toBeGreaterThanOrEqual(0);
});
