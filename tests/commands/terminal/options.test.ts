import { expect, test } from 'vitest';
import { readOptions } from '../../../src/commands/terminal/options';

const told = (...args: string[]) => {
  try {
    return readOptions({ json: { type: 'boolean', short: 'j' }, 'max-warnings': { type: 'string' } }, args);
  } catch (error) {
    return (error as Error).message;
  }
};

test('an option that there is not, or that is used wrongly, is told in a sentence', () => {
  expect(told('--jsno')).toMatchInlineSnapshot(`"There is no option “--jsno”. Write --json, or see --help."`);
  expect(told('--everything=1')).toMatchInlineSnapshot(`"There is no option “--everything”. See --help."`);
  expect(told('-x')).toMatchInlineSnapshot(`"Unknown option “-x”. See --help."`);
  expect(told('--max-warnings')).toMatchInlineSnapshot(
    `"Option “--max-warnings <value>” argument missing. See --help."`,
  );
  expect(told('--max-warnings', '-1')).toMatchInlineSnapshot(
    `"Option “--max-warnings” argument is ambiguous. See --help."`,
  );
  expect(told('--json=yes')).toMatchInlineSnapshot(`"Option “-j, --json” does not take an argument. See --help."`);
  expect(told('content/blog')).toMatchInlineSnapshot(`"Unexpected argument “content/blog”. See --help."`);
});

test('options are read in every form', () => {
  expect(told('-j', '--max-warnings=3')).toEqual({ json: true, 'max-warnings': '3' });
  expect(told('--json', '--max-warnings', '3')).toEqual({ json: true, 'max-warnings': '3' });
});
