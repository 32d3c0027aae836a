import { diffArrays } from 'diff';
import { type Block, blocksOf, meaningOf } from './markdown-blocks';

/** A block of the merged body. */
interface Piece {
  text: string;
  isNew: boolean;
  /** The former block whose place it takes. */
  index?: number;
}

/**
 * The Markdown `old` with those of its blocks written anew whose meaning is another in `next`; all others, and the space
 * between them, keep their spelling. Means what `next` means: where the blocks of both would do so in no arrangement, it
 * is `next`. New lines end with `eol`, and the whole with the space `old` ends with.
 */
export function mergeBody(old: string, next: string, eol: string): string {
  if (lineFeeds(old) === lineFeeds(next)) return old;
  const asked = lineFeeds(next).replace(/\n/g, eol);
  if (old.trim() === '' || next.trim() === '') return asked;
  const former = blocksOf(old);
  const wanted = blocksOf(asked);
  const pieces = piecesOf(old, former, asked, wanted);
  const meaning = meaningOf(wanted);
  const [tail = ''] = /\s*$/.exec(old) ?? [];
  const head = old.slice(0, former[0]?.start ?? 0);
  const gapsAfter = (index: number) => gapOf(old, former, index);
  for (const keepsGaps of [true, false]) {
    const merged = head + join(pieces, gapsAfter, eol, keepsGaps) + tail;
    if (meaningOf(blocksOf(merged)) === meaning) return merged;
  }
  return asked;
}

function piecesOf(old: string, former: Block[], asked: string, wanted: Block[]): Piece[] {
  const pieces: Piece[] = [];
  const changes = diffArrays(former, wanted, { comparator: (one, other) => one.meaning === other.meaning });
  const known = new Set(wanted.map(({ meaning }) => meaning));
  const refersTo = new Set(former.flatMap((block) => (known.has(block.meaning) ? block.refersTo : [])));
  let [from, to] = [0, 0];
  let free: number[] = [];
  for (const { added, removed, value, count } of changes) {
    if (removed) {
      free = value.map((_, offset) => from + offset);
      // A definition that an editor has put in place is still needed by the links that keep their spelling.
      for (const index of free) {
        const { defines } = former[index] as Block;
        if (defines !== undefined && refersTo.has(defines))
          pieces.push({ text: contentOf(old, former, index), isNew: false, index });
      }
      from += count;
    } else if (added) {
      for (const index of free.slice(0, count))
        pieces.push({ text: contentOf(asked, wanted, to++), isNew: true, index });
      for (let rest = count - free.length; rest > 0; rest -= 1)
        pieces.push({ text: contentOf(asked, wanted, to++), isNew: true });
    } else {
      for (let rest = count; rest > 0; rest -= 1) {
        pieces.push({ text: contentOf(old, former, from), isNew: false, index: from });
        from += 1;
        to += 1;
      }
      free = [];
    }
  }
  return pieces;
}

function join(pieces: Piece[], gapAfter: (index: number) => string, eol: string, keepsGaps: boolean): string {
  return pieces
    .map(({ text, isNew, index }, at) => {
      const next = pieces[at + 1];
      if (!next) return text;
      const neighbors = index !== undefined && next.index === index + 1;
      const gap = index === undefined ? '' : gapAfter(index);
      const serves = neighbors && (keepsGaps || !(isNew || next.isNew));
      return text + (serves || /\n[^\S\n]*\n/.test(gap) ? gap : eol + eol);
    })
    .join('');
}

const sourceOf = (body: string, blocks: Block[], index: number) =>
  body.slice(blocks[index]?.start, blocks[index + 1]?.start ?? body.length);

const contentOf = (body: string, blocks: Block[], index: number) => sourceOf(body, blocks, index).trimEnd();

const gapOf = (body: string, blocks: Block[], index: number) => /\s*$/.exec(sourceOf(body, blocks, index))?.[0] ?? '';

const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');
