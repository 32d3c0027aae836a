import { create } from 'fontkitten';
import { schemes, tokensOf } from './brand';
import type { Site } from './site';

/** The brand as style sheets take it: the custom properties that all colors and fonts are, and the faces of its files. */
export function brandStyles({ brand, base, assets }: Pick<Site, 'brand' | 'base' | 'assets'>): string {
  const [light, dark] = schemes.map((scheme) => tokensOf(brand, scheme)) as [Tokens, Tokens];
  const properties = Object.entries(light).map(([name, color]) => {
    const other = dark[name as keyof Tokens];
    return `--${name}:${color === other ? color : `light-dark(${color},${other})`}`;
  });
  const { text, code, file, heading, headingFile } = brand.type ?? {};
  const faces = [
    ...(text && file ? [faceOf(first(text), base.href(file))] : []),
    ...(heading && headingFile ? [faceOf(first(heading), base.href(headingFile))] : []),
  ];
  const bytes = headingFile && assets.get(headingFile.normalize('NFC'))?.bytes?.();
  const standIn = heading && bytes ? standInFor(bytes) : undefined;
  const fonts = [
    ...(text ? [`--sans:${text}`] : []),
    ...(code ? [`--mono:${code}`] : []),
    ...(heading
      ? [`--headline:${[first(heading), ...(standIn ? ['stand-in'] : []), ...rest(heading)].join(',')}`]
      : []),
  ];
  return `${faces.join('')}${standIn ?? ''}:root{${[...properties, ...fonts].join(';')}}`;
}

type Tokens = ReturnType<typeof tokensOf>;

const first = (stack: string) => (stack.split(',')[0] ?? '').trim();
const rest = (stack: string) => stack.split(',').slice(1);

const faceOf = (family: string, href: string) =>
  `@font-face{font-family:${family};src:url("${href}")format("woff2");font-weight:100 900;font-display:swap}`;

/** How often letters occur in English texts, in hundredths; the width of a line follows from it. */
const letters = Object.entries({
  ...{ ' ': 18, e: 10, t: 8, a: 7, o: 6, i: 6, n: 6, s: 5, r: 5, h: 5, l: 3, d: 3, u: 2, c: 2, m: 2, f: 2 },
  ...{ w: 2, g: 2, p: 2, y: 1, b: 1 },
});

/** What the same letters take in Arial Bold and in the fonts of its widths (Adobe’s metrics of Helvetica Bold), in em. */
const widthInArial = 0.475;

/**
 * The bold sans every system has, as wide and as high as the face of a file: it stands there until that has come, and then
 * nothing moves. Undefined for a file that can’t be read. https://developer.mozilla.org/docs/Web/CSS/@font-face/size-adjust
 */
function standInFor(file: Uint8Array): string | undefined {
  try {
    const font = create(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    if (font.isCollection) return undefined;
    const { unitsPerEm, ascent, descent, lineGap } = font;
    const widths = letters.map(([sign, share]) => {
      return (font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth / unitsPerEm) * share;
    });
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    const size = sum(widths) / sum(letters.map(([, share]) => share)) / widthInArial;
    const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;
    const height = (units: number) => percent(units / unitsPerEm / size);
    return `@font-face{font-family:stand-in;src:local("Arial Bold"),local("Arial-BoldMT"),local("Liberation Sans Bold"),local("Helvetica-Bold"),local("Roboto Bold");font-weight:100 900;size-adjust:${percent(size)};ascent-override:${height(ascent)};descent-override:${height(-descent)};line-gap-override:${height(lineGap)}}`;
  } catch {
    return undefined;
  }
}
