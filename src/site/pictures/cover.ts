/**
 * The picture of something that has none: tiles, each an open corner or a square of it, in the brand's two tones. Of the
 * same words the same, and no two alike, so that a page is known again by it.
 */
export interface Cover {
  /** How many tiles beside one another, and below one another; a tile is `tile` units wide and high. */
  columns: number;
  rows: number;
  /** What is drawn in the tone of the brand, and what in the tone of the text, as paths of SVG. */
  accent: string;
  quiet: string;
}

export const tile = 40;

/** Draws the cover of a thing: `seed` is what it is known by, such as its address; `kind` what it belongs to. */
export function coverOf(seed: string, kind = '', columns = 4, rows = 2): Cover {
  const next = numbersFrom(seed);
  // What belongs together has one large form in common.
  const usual = hashOf(kind) % 3;
  const cover: Cover = { columns, rows, accent: '', quiet: '' };
  const half = Math.floor((columns * rows) / 2);
  const bright = [next(half), half + next(half)];
  for (let index = 0; index < columns * rows; index++) {
    const at = { x: (index % columns) * tile, y: Math.floor(index / columns) * tile };
    const turn = next(4);
    const form = next(5);
    // One at least in each half is in the tone of the brand.
    const isBright = next(3) === 0 || index === bright[index < half ? 0 : 1];
    const tone = isBright ? 'accent' : 'quiet';
    const parts = form > 2 ? forms[usual] : forms[form];
    for (const points of parts ?? [])
      cover[tone] += pathOf(
        points.map((point) => turned(point, turn)),
        at,
      );
  }
  return cover;
}

type Point = readonly [number, number];

/** An open corner whose outer edge begins at `from`, with sides of `length` and `width`. */
const corner = (from: number, length: number, width: number): Point[] => {
  const [to, inner] = [from + length, from + width];
  return [
    [from, from],
    [to, from],
    [to, inner],
    [inner, inner],
    [inner, to],
    [from, to],
  ];
};

/** A bold corner; a small one within a large one; a corner with the square it is open to. */
const forms: readonly Point[][][] = [
  [corner(0, 40, 12)],
  [corner(0, 40, 4), corner(12, 28, 4), corner(24, 16, 4)],
  [
    corner(4, 32, 6),
    [
      [20, 20],
      [36, 20],
      [36, 36],
      [20, 36],
    ],
  ],
];

/** A point of a tile that is turned by quarters. */
function turned([x, y]: Point, turn: number): Point {
  if (turn === 1) return [tile - y, x];
  if (turn === 2) return [tile - x, tile - y];
  return turn === 3 ? [y, tile - x] : [x, y];
}

const pathOf = (points: readonly Point[], { x, y }: { x: number; y: number }) =>
  `M${points.map(([left, top]) => `${left + x} ${top + y}`).join('L')}Z`;

/** Whole numbers below a bound that follow from a text: always the same. */
function numbersFrom(seed: string): (below: number) => number {
  let state = hashOf(seed) || 1;
  return (below) => {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
