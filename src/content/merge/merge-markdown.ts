import { blocksOf } from '../rewrite/markdown-blocks';
import type { Path } from '../source';
import { type Ask, settled } from './conflict';
import { mergeLists } from './three-way';

/** A paragraph, heading, list or other part of a text. */
interface Piece {
  text: string;
  /** The space behind it, and what follows. */
  gap: string;
  next?: string;
}

/**
 * Of one Markdown as it was, as I want it and as others made it: what has the paragraphs of both. Where paragraphs of one
 * would be read otherwise among those of the other, the whole text is asked for.
 */
export function mergeMarkdown([base, mine, theirs]: readonly [string, string, string], path: Path, ask: Ask): string {
  const eol = theirs.includes('\r\n') ? '\r\n' : '\n';
  const [former, one, other] = [base, mine, theirs].map((text) => lineFeeds(text)) as [string, string, string];
  if (one === other || former === other) return mine;
  if (former === one) return theirs;
  const merged = mergeLists([piecesOf(former), piecesOf(one), piecesOf(other)], isSamePiece, (clash) => {
    const [was, wanted, found] = [clash.base, clash.mine, clash.theirs].map(textOf);
    return settled(clash, () => ask({ path, isPart: true, base: was, mine: wanted, theirs: found }));
  });
  const text = headOf(other) + textOf(merged) + tailOf(other.trim() === '' ? one : other);
  if (areSame(piecesOf(text), merged)) return withLineEnds(text, eol);
  const choice = ask({ path, isPart: false, base, mine, theirs });
  return choice === 'theirs' ? theirs : mine;
}

function piecesOf(text: string): Piece[] {
  const starts = blocksOf(text).map(({ start }) => start);
  const sources = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  return sources.map((source, index) => {
    const content = source.trimEnd();
    const next = sources[index + 1]?.trimEnd();
    return { text: content, gap: source.slice(content.length), ...(next === undefined ? {} : { next }) };
  });
}

const isSamePiece = (one: Piece, other: Piece) => one.text === other.text;

const areSame = (some: readonly Piece[], others: readonly Piece[]) =>
  some.length === others.length && some.every((piece, index) => isSamePiece(piece, others[index] as Piece));

/** What follows something else than it did begins after a blank line. */
const textOf = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text, gap, next }, index) => {
      const following = pieces[index + 1];
      if (!following) return text;
      return text + (following.text === next || /\n[^\S\n]*\n/.test(gap) ? gap : '\n\n');
    })
    .join('');

const headOf = (text: string) => text.slice(0, blocksOf(text)[0]?.start ?? 0);
const tailOf = (text: string) => /\s*$/.exec(text)?.[0] ?? '';

const lineFeeds = (text: string) => text.replace(/\r\n?/g, '\n');
const withLineEnds = (text: string, eol: string) => (eol === '\n' ? text : text.replace(/\n/g, eol));
