import type { brand as declared } from '../collections/settings/brand';
import type { DataOf } from '../model/collection';
import { contrast, type Hex, leastContrast, readable } from '../model/color';

export type Brand = DataOf<typeof declared>;
/** The two color schemes of every page. */
export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
type Settable = keyof NonNullable<Brand['light']>;

/** What WCAG 2.2 asks of text (1.4.3) and of shapes that say something (1.4.11). */
const leastOf = { text: 4.5, shapes: 3 };

/** What the design has where a brand says nothing. */
const usual = {
  light: { paper: '#fff', surface: '#f5f3ef', ink: '#141b23', quiet: '#56606b', line: '#d8d4cc' },
  dark: { paper: '#11161c', surface: '#1b222a', ink: '#edf0f3', quiet: '#a6b0bb', line: '#38424d' },
} as const;

const ofCode = {
  light: { keyword: '#9b2393', string: '#1f6b3a', number: '#0b5c8a', comment: '#5c6570' },
  dark: { keyword: '#e09ae0', string: '#8fd19e', number: '#7cc4ee', comment: '#9aa4ae' },
} as const;

/** Which colors stand on which. */
const pairs: { color: Settable; grounds: Settable[]; least: number; what: string }[] = [
  { color: 'ink', grounds: ['paper', 'surface'], least: leastOf.text, what: 'text' },
  { color: 'quiet', grounds: ['paper', 'surface'], least: leastOf.text, what: 'text' },
  { color: 'link', grounds: ['paper', 'surface'], least: leastOf.text, what: 'text' },
  { color: 'accent', grounds: ['paper', 'surface'], least: leastOf.shapes, what: 'shapes' },
  { color: 'onAccent', grounds: ['accent'], least: leastOf.text, what: 'text' },
];

/** All colors of a scheme: those the brand sets, and for the others ones that can be read on them. */
export function colorsOf(brand: Brand, scheme: Scheme): Record<Settable, Hex> {
  const set = brand[scheme] ?? {};
  const { paper = usual[scheme].paper, surface = usual[scheme].surface, line = usual[scheme].line } = set;
  const grounds = [paper, surface];
  const text = (color: Hex, on: readonly Hex[] = grounds) => readable(color, on, leastOf.text);
  const accent = set.accent ?? readable(brand.color, grounds, leastOf.shapes);
  const [dark, light] = [brand.light?.ink ?? usual.light.ink, brand.light?.paper ?? usual.light.paper];
  const best = contrast(dark, accent) >= contrast(light, accent) ? dark : light;
  return {
    paper,
    surface,
    line,
    accent,
    ink: set.ink ?? text(usual[scheme].ink),
    quiet: set.quiet ?? text(usual[scheme].quiet),
    link: set.link ?? text(accent),
    onAccent: set.onAccent ?? text(best, [accent]),
  };
}

/** A color that is hard to see where the design shows it, or a ground on which nothing can be seen. */
export interface Faint {
  scheme: Scheme;
  /** The field to be changed. */
  field: Settable;
  /** What is hard to see: text or shapes. */
  what: string;
  least: number;
  /** For a color: what it is, the ground it is worst on, and the nearest one that can be seen there. */
  color?: { hex: Hex; ground: Settable; contrast: number; better: Hex };
}

/** The colors a brand sets that stand too little apart from what they are shown on. */
export const faintColors = (brand: Brand): Faint[] =>
  schemes.flatMap((scheme) => {
    const colors = colorsOf(brand, scheme);
    const faint = pairs.flatMap(({ color, grounds, least, what }): Faint[] => {
      const hex = colors[color];
      const behind = grounds.map((ground) => colors[ground]);
      const worst = leastContrast(hex, behind);
      if (worst >= least) return [];
      const better = readable(hex, behind, least);
      const ground = grounds.find((name) => contrast(hex, colors[name]) === worst) as Settable;
      if (leastContrast(better, behind) >= least) {
        return [{ scheme, field: color, what, least, color: { hex, ground, contrast: worst, better } }];
      }
      const set = grounds.find((name) => brand[scheme]?.[name] !== undefined) as Settable;
      return [{ scheme, field: set, what, least }];
    });
    return faint.filter(({ field, color }, at) => color || faint.findIndex((other) => other.field === field) === at);
  });

/** The custom properties of style sheets that are colors of a scheme. */
export function tokensOf(brand: Brand, scheme: Scheme) {
  const { paper, surface, ink, quiet, line, accent, onAccent, link } = colorsOf(brand, scheme);
  const code = Object.entries(ofCode[scheme]).map(([name, color]) => [
    `code-${name}`,
    readable(color, [surface, paper], leastOf.text),
  ]);
  // What is dark in both schemes: the ink of light pages, the surface of dark ones.
  const night = scheme === 'light' ? ink : surface;
  return {
    paper,
    surface,
    ink,
    quiet,
    line,
    accent,
    'on-accent': onAccent,
    link,
    night,
    'on-night': readable(colorsOf(brand, 'dark').ink, [night], leastOf.text),
    ...(Object.fromEntries(code) as Record<`code-${keyof (typeof ofCode)['light']}`, Hex>),
  };
}
