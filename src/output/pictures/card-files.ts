import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node, Renderer } from '@takumi-rs/core';
import { keepInCache, readCachedBytes, writeCache } from '../../cache/cache';
import { codeFolder } from '../../cache/code-folder';
import type { Page } from '../../site/pages/page';
import { type Card, canBeDrawn, cardSize } from '../../site/pictures/card';
import { coverOf, tile } from '../../site/pictures/cover';
import type { Site } from '../../site/site';
import type { OutputFile } from '../table';

/** Where cards are kept, by the words they say. */
const cardsFolder = 'cards';
const keptAs = (path: string) => path.slice(`${cardsFolder}/`.length).replaceAll('/', '-');

/** Forgets the cards of what is not there any more. */
export const forgetCards = (root: string, files: readonly OutputFile[]): void =>
  keepInCache(root, cardsFolder, new Set(files.flatMap(({ path, isDrawn }) => (isDrawn ? keptAs(path) : []))));

/** The cards of pages that have no picture of their own, each drawn once for as long as it says the same. */
export const cardFiles = (root: string, site: Site, pages: readonly Page[]): OutputFile[] => {
  const { headingFile } = site.brand.type ?? {};
  const face = () => site.assets.get(headingFile?.normalize('NFC') ?? '')?.bytes?.();
  return pages.flatMap(({ card: planned }) => {
    const card = planned?.();
    if (!card) return [];
    const content = async () => {
      const name = join(cardsFolder, keptAs(card.path.slice(1)));
      const found = readCachedBytes(root, name, '');
      if (found) return found;
      const made = await drawCard(card, face());
      writeCache(root, name, '', made);
      return made;
    };
    return [{ path: card.path.slice(1), isDrawn: true, content, prepare: () => ({ key: card.path, content }) }];
  });
};

const pad = 72;
/** Six tiles in two columns stand at the end of a card. */
const cell = cardSize.height / 4;

/** Draws a card as a PNG. `face` is the file of the brand’s face for headings. */
export async function drawCard(card: Card, face?: Uint8Array): Promise<Buffer> {
  const { title, kind, byline, lang, site, colors, seed, of } = card;
  const renderer = await rendererFor(face, `${title}${kind}${byline}${site}`);
  const { columns, rows, accent, quiet } = coverOf(seed, of, 2, 4);
  const tiles = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * tile} ${rows * tile}" width="${2 * cell}" height="${4 * cell}"><path d="${accent || 'M0 0'}" fill="${colors.accent}"/><path d="${quiet || 'M0 0'}" fill="${colors.text}" fill-opacity="0.14"/></svg>`;
  const isArabic = /\p{sc=Arabic}/u.test(title);
  const text = (words: string, style: object): Node => ({
    type: 'text',
    text: words,
    style: { textAlign: isArabic ? 'right' : 'left', wordBreak: 'keep-all', ...style },
  });
  const shown = canBeDrawn(title) ? title : '';
  const column: Node[] = [
    {
      type: 'container',
      style: { display: 'flex', flexDirection: 'column', gap: 28 },
      children: [
        ...(kind && canBeDrawn(kind) ? [text(kind, { ...plain, color: colors.accent, fontWeight: 700 })] : []),
        text(shown, {
          fontFamily: families,
          fontWeight: 700,
          fontSize: sizeFor(shown),
          lineHeight: 1.12,
          lineClamp: 6,
        }),
      ],
    },
    {
      type: 'container',
      style: { display: 'flex', flexDirection: 'column', gap: 4 },
      children: [
        ...(byline && canBeDrawn(byline) ? [text(byline, { ...plain, opacity: 0.78, lineClamp: 1 })] : []),
        text(canBeDrawn(site) ? site : '', { ...plain, fontWeight: 700 }),
      ],
    },
  ];
  return renderer.render(
    {
      type: 'container',
      style: { display: 'flex', width: '100%', height: '100%', backgroundColor: colors.paper, color: colors.text },
      children: [
        {
          type: 'container',
          style: {
            display: 'flex',
            flexDirection: 'column',
            justifyContent: 'space-between',
            flexGrow: 1,
            width: cardSize.width - 2 * cell,
            height: '100%',
            padding: pad,
            borderColor: colors.accent,
            borderTopWidth: 18,
            borderLeftWidth: 18,
            borderRightWidth: 0,
            borderBottomWidth: 0,
            borderStyle: 'solid',
          },
          children: column,
        },
        { type: 'image', src: 'tiles', width: 2 * cell, height: 4 * cell },
      ],
    },
    { ...cardSize, format: 'png', lang, images: [{ src: 'tiles', data: Buffer.from(tiles), cache: 'none' }] },
  );
}

const families = 'Face, Text, Arabic, Korean';
const plain = { fontFamily: 'Text, Arabic, Korean', fontSize: 27, lineHeight: 1.35 };

/** A title of 170 letters stays whole. */
const sizeFor = (title: string) => {
  const letters = [...title].length * (/\p{sc=Hangul}/u.test(title) ? 1.7 : 1);
  return letters <= 36 ? 78 : letters <= 70 ? 64 : letters <= 110 ? 52 : 43;
};

const fontsFolder = join(codeFolder, 'node_modules/@fontsource-variable');
const renderers = new Map<string, Promise<Renderer>>();

/** One for each face, and another where Korean is written: its hundred files are read only then. */
function rendererFor(face: Uint8Array | undefined, words: string): Promise<Renderer> {
  const isKorean = /\p{sc=Hangul}/u.test(words);
  const key = `${face?.length ?? 0} ${isKorean}`;
  const known = renderers.get(key) ?? openRenderer(face, isKorean);
  renderers.set(key, known);
  return known;
}

async function openRenderer(face: Uint8Array | undefined, isKorean: boolean): Promise<Renderer> {
  // Loaded where something is drawn: most builds find it drawn already.
  const takumi = await import('@takumi-rs/core');
  const renderer = new takumi.Renderer();
  if (face) await renderer.registerFont({ data: Buffer.from(face), name: 'Face' });
  await register(renderer, 'noto-sans', 'Text');
  await register(renderer, 'noto-sans-arabic', 'Arabic');
  if (isKorean) await register(renderer, 'noto-sans-kr', 'Korean');
  return renderer;
}

/** Registers the files of a font, each for the letters it has. */
async function register(renderer: Renderer, name: string, family: string): Promise<void> {
  const folder = join(fontsFolder, name);
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const files = new Set(readdirSync(join(folder, 'files')));
  for (const [subset, range] of Object.entries(ranges)) {
    const file = `${name}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    if (!files.has(file)) continue;
    const unicodeRange = range.split(',').map((part): [number, number] => {
      const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    await renderer.registerFont({ data: readFileSync(join(folder, 'files', file)), name: family, unicodeRange });
  }
}
