import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { Draft, ReadFile } from '../content/fix';

/** The changes of a draft as a unified diff; files that come and go are named. `show` may dress up each line. */
export const formatPatch = (
  draft: Draft,
  original: ReadFile,
  show: (line: string) => string = (line) => line,
): string =>
  [...draft]
    .flatMap(([file, bytes]) => {
      const before = original(file);
      if (!before) return [`+++ ${file}  (${bytes?.length ?? 0} bytes)`];
      if (!bytes) return [`--- ${file}`];
      const text = (side: Uint8Array) => Buffer.from(side).toString('utf8');
      const patch = createTwoFilesPatch(file, file, text(before), text(bytes), undefined, undefined, { context: 1 });
      return patch.split('\n').slice(2, -1);
    })
    .map(show)
    .join('\n');

const colors = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/** A line for a terminal: in its color, and without the end of one that would fill the screen. */
export function forTheEye(line: string): string {
  const short = line.length > 400 ? `${line.slice(0, 400)}…` : line;
  const color = colors[line.charAt(0) as keyof typeof colors];
  return color && !process.env['NO_COLOR'] ? styleText(color, short) : short;
}
