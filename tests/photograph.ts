import sharp from 'sharp';

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A picture as a camera makes one: forms of every size, the smaller the fainter, and the grain of a
 * sensor over all of it. A JPEG.
 */
export async function photograph(
  width: number,
  height: number,
  { quality = 92, orientation }: { quality?: number; orientation?: number } = {},
): Promise<Buffer> {
  const next = random(7);
  const layer = async (cells: number, softness: number) => {
    const rows = Math.max(2, Math.round((cells * height) / width));
    const grid = Buffer.alloc(cells * rows * 3);
    for (let index = 0; index < grid.length; index++) grid[index] = 128 + (next() * 256 - 128) * softness;
    return sharp(grid, { raw: { width: cells, height: rows, channels: 3 } })
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .png({ compressionLevel: 0 })
      .toBuffer();
  };
  const [ground, ...others] = [
    await layer(6, 1),
    await layer(24, 0.8),
    await layer(96, 0.6),
    await layer(Math.round(width / 8), 0.45),
    await layer(Math.round(width / 2), 0.3),
    await layer(width, 0.2),
  ];
  const picture = sharp(ground)
    .composite(others.map((input) => ({ input, blend: 'soft-light' as const })))
    .jpeg({ quality });
  return (orientation ? picture.withMetadata({ orientation }) : picture).toBuffer();
}
