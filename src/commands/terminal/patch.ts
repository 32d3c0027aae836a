import { createHash } from 'node:crypto';
import { styleText } from 'node:util';
import { deflateSync } from 'node:zlib';
import { createTwoFilesPatch } from 'diff';
import type { Draft, ReadFile } from '../../content/fix';

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
  const lines = patch.split('\n').slice(1, -1);
  if (lines.every((line) => line.length <= longest)) return [...heading, ...lines];
  // What stands before “diff” is for people, and git passes over it.
  const shown = lines.slice(2).map((line) => `  ${shortened(line, 200)}`);
  return [`${file} has lines too long to show:`, ...shown, ...heading, ...binaryPatch(before, after)];
}

/** The longest line that is printed; a picture in a text can have a hundred times as many letters. */
const longest = 2000;

const shortened = (line: string, length: number) =>
  line.length > length ? `${line.slice(0, length)}… (${line.length} letters)` : line;

/** A change whatever its lines, as `git apply` takes it; see “GIT binary patch” in https://git-scm.com/docs/git-apply */
function binaryPatch(before: Uint8Array | undefined, after: Uint8Array): string[] {
  const name = (bytes: Uint8Array) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const packed = deflateSync(after);
  const pieces = Array.from({ length: Math.ceil(packed.length / 52) }, (_, index) =>
    packed.subarray(index * 52, index * 52 + 52),
  );
  const size = (length: number) => String.fromCharCode(length + (length <= 26 ? 64 : 70));
  return [
    `index ${before ? `${name(before)}..${name(after)} 100644` : `${'0'.repeat(40)}..${name(after)}`}`,
    'GIT binary patch',
    `literal ${after.length}`,
    ...pieces.map((piece) => size(piece.length) + base85(piece)),
    '',
  ];
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';

function base85(bytes: Uint8Array): string {
  const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return Array.from({ length: padded.length / 4 }, (_, index) => {
    const number = padded.readUInt32BE(index * 4);
    return [4, 3, 2, 1, 0].map((power) => digits[Math.floor(number / 85 ** power) % 85]).join('');
  }).join('');
}

const colors = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/** A line for a terminal: in its color, and without the end of one that would fill the screen. */
export function forTheEye(line: string): string {
  const short = line.length > 400 ? `${line.slice(0, 400)}…` : line;
  const color = colors[line.charAt(0) as keyof typeof colors];
  return color && !process.env['NO_COLOR'] ? styleText(color, short) : short;
}
