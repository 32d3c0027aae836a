/** A color as its digits give it: `#rgb` or `#rrggbb`. */
export type Hex = string;

export const isHex = (text: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);

/** How far two colors stand apart, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Hex, other: Hex): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of a color with any of several grounds. */
export const leastContrast = (color: Hex, grounds: readonly Hex[]): number =>
  Math.min(...grounds.map((ground) => contrast(color, ground)));

/**
 * The color, or the nearest to it, on the way to black or to white, that stands apart from every ground by `least`; black
 * or white, whichever is better, where none does.
 */
export function readable(color: Hex, grounds: readonly Hex[], least: number): Hex {
  if (leastContrast(color, grounds) >= least) return color;
  const ends = (['#000000', '#ffffff'] as const).map((end) => ({ end, best: leastContrast(end, grounds) }));
  const ways = ends.filter(({ best }) => best >= least);
  const shades = ways.flatMap(({ end }) => {
    const share = shares.find((part) => leastContrast(mixed(color, end, part), grounds) >= least);
    return share === undefined ? [] : [{ share, shade: mixed(color, end, share) }];
  });
  const [nearest] = shades.sort((a, b) => a.share - b.share);
  return nearest?.shade ?? (ends.sort((a, b) => b.best - a.best)[0]?.end as Hex);
}

const shares = Array.from({ length: 100 }, (_, index) => (index + 1) / 100);

const mixed = (color: Hex, end: Hex, share: number): Hex => {
  const to = channels(end);
  return `#${channels(color)
    .map((value, index) => Math.round(value + ((to[index] as number) - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
};

const channels = (hex: Hex): number[] => {
  const digits = hex.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  return pairs.map((pair) => Number.parseInt(pair, 16));
};

function luminance(hex: Hex): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
