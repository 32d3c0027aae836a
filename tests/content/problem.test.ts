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

test('a report is sorted by file and place as numbers, and counts errors, warnings and files', () => {
  expect(
    formatReport([
      problem('content/b.md', 10, 2),
      problem('content/b.md', 9, 12),
      problem('content/b.md', 9, 2, 'warning'),
      problem('content/a.md', 1, 1),
    ]),
  ).toMatchInlineSnapshot(`
    "content/a.md:1:1  error  “Title” is missing  → write title: …  [missing-field]
    content/b.md:9:2  warning  “Title” is missing  → write title: …  [missing-field]
    content/b.md:9:12  error  “Title” is missing  → write title: …  [missing-field]
    content/b.md:10:2  error  “Title” is missing  → write title: …  [missing-field]

    3 errors and 1 warning in 2 files"
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
