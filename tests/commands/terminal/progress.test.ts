import { Writable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { showProgress } from '../../../src/commands/terminal/progress';

afterEach(() => vi.restoreAllMocks());

/** What a run of some seconds shows that is told of its progress every half second. */
function shown(seconds: number, isTTY: boolean): string {
  let text = '';
  const stream = new Writable({
    write: (chunk, _, done) => {
      text += chunk;
      done();
    },
  }) as unknown as NodeJS.WriteStream;
  Object.assign(stream, { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  const { progress, stop } = showProgress(stream);
  for (; time <= seconds * 1000; time += 500) progress('Checking', time, seconds * 1000);
  stop();
  return text;
}

test('a bar is shown on a terminal, and only when a run takes more than a second', () => {
  expect(shown(0.5, true)).toBe('');
  expect(shown(3, true)).toContain('Checking');
  expect(shown(3, false)).toBe('');
});
