import { styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { Draft, ReadFile } from '../content/fix';

/** The changes of a draft as `git apply` takes them; a new picture is only named. `show` may dress up each line. */
export function formatPatch(draft: Draft, original: ReadFile, show: (line: string) => string = (line) => line): string {
  return [...draft]
    .flatMap(([file, bytes], index, files) => {
      const before = original(file);
      if (!bytes) return [];
      if (before) return changed(file, before, bytes);
      // The file that was renamed goes right after its new name came.
      const [former, left] = files[index + 1] ?? [];
      if (former && !left && Buffer.from(original(former) ?? []).equals(bytes)) return renamed(former, file);
      return /\.(?:md|yml)$/.test(file) ? changed(file, undefined, bytes) : [`${file} is new: ${bytes.length} bytes`];
    })
    .map(show)
    .join('\n');
}

const renamed = (from: string, to: string) => [
  `diff --git a/${from} b/${to}`,
  'similarity index 100%',
  `rename from ${from}`,
  `rename to ${to}`,
];

function changed(file: string, before: Uint8Array | undefined, after: Uint8Array): string[] {
  const text = (side: Uint8Array = new Uint8Array()) => Buffer.from(side).toString('utf8');
  const [from, to, options] = [before ? `a/${file}` : '/dev/null', `b/${file}`, { context: 1 }];
  const patch = createTwoFilesPatch(from, to, text(before), text(after), undefined, undefined, options);
  const heading = [`diff --git a/${file} ${to}`, ...(before ? [] : ['new file mode 100644'])];
  return [...heading, ...patch.split('\n').slice(1, -1)];
}

const colors = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/** A line for a terminal: in its color, and without the end of one that would fill the screen. */
export function forTheEye(line: string): string {
  const short = line.length > 400 ? `${line.slice(0, 400)}…` : line;
  const color = colors[line.charAt(0) as keyof typeof colors];
  return color && !process.env['NO_COLOR'] ? styleText(color, short) : short;
}
