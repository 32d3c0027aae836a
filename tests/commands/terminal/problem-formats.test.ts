import { expect, test } from 'vitest';
import { formatCounts, toAnnotations } from '../../../src/commands/terminal/problem-formats';
import { type Problem, problemOf } from '../../../src/content/problem';

const problem = (file: string, rule: Problem['rule'], message: string, isMechanical = false): Problem =>
  problemOf(file, rule, message, 'correct it', isMechanical ? { fix: [] } : {});

test('GitHub reads every character of a file’s name and of a message', () => {
  expect(toAnnotations([problem('content/50%, a:b.md', 'dead-link', 'One: 100%,\r\ntwo')])).toMatchInlineSnapshot(
    `"::error file=content/50%25%2C a%3Ab.md,line=1,col=1,title=dead-link::One: 100%25,%0D%0Atwo → correct it"`,
  );
});

test('rules are counted, most first, with how many can be fixed', () => {
  expect(
    formatCounts([
      problem('a', 'dead-link', ''),
      problem('a', 'empty-link', '', true),
      problem('a', 'link-without-scheme', '', true),
      problem('a', 'link-without-scheme', ''),
      problem('b', 'link-without-scheme', ''),
    ]),
  ).toMatchInlineSnapshot(`
    "    3  link-without-scheme  npm run fix fixes 1
        1  dead-link
        1  empty-link  npm run fix fixes all"
  `);
});
