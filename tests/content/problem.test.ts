import { expect, test } from 'vitest';
import { formatReport, type Problem } from '../../src/content/problem';

const problem = (file: string, line: number, column: number, severity: Problem['severity'] = 'error'): Problem => ({
  rule: 'missing-field',
  file,
  line,
  column,
  severity,
  message: '“Title” is missing',
  advice: 'write title: …',
});

test('a report tells errors first, is sorted by file and place as numbers, and counts errors, warnings and files', () => {
  expect(
    formatReport([
      problem('content/b.md', 10, 2),
      problem('content/b.md', 9, 12),
      problem('content/b.md', 9, 2, 'warning'),
      problem('content/a.md', 1, 1),
    ]),
  ).toMatchInlineSnapshot(`
    "content/a.md:1:1  error  “Title” is missing  → write title: …  [missing-field]
    content/b.md:9:12  error  “Title” is missing  → write title: …  [missing-field]
    content/b.md:10:2  error  “Title” is missing  → write title: …  [missing-field]
    content/b.md:9:2  warning  “Title” is missing  → write title: …  [missing-field]

    3 errors and 1 warning in 2 files"
  `);
});

test('what is said of many places is said once, with the places, and takes nothing from the count', () => {
  expect(
    formatReport([
      problem('content/c.md', 1, 1),
      ...[4, 3, 2, 1].map((line) => problem('content/a.md', line, 1, 'warning')),
      ...[7, 5].map((line) => problem('content/b.md', line, 1, 'warning')),
    ]),
  ).toMatchInlineSnapshot(`
    "content/c.md:1:1  error  “Title” is missing  → write title: …  [missing-field]
    content/a.md:1:1  warning  “Title” is missing  → write title: …  [missing-field]
        also at 2:1, 3:1, 4:1
        also in content/b.md:5:1, 7:1

    1 error and 6 warnings in 3 files"
  `);
});

test('one problem is told of in the singular', () => {
  expect(formatReport([problem('content/a.md', 1, 1, 'warning')])).toMatchInlineSnapshot(`
    "content/a.md:1:1  warning  “Title” is missing  → write title: …  [missing-field]

    1 warning in 1 file"
  `);
});

test('no problems make no report', () => {
  expect(formatReport([])).toBe('');
});
