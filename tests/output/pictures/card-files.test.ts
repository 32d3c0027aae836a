import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { buildSite } from '../../../src/output/build';
import { drawCard } from '../../../src/output/pictures/card-files';
import { bundleInline } from '../../../src/render/inline';
import { type Card, cardOf } from '../../../src/site/pictures/card';
import { coverOf } from '../../../src/site/pictures/cover';
import { kinds } from '../../collections';
import { data, now, pageAt, post, project, siteOf } from '../../project';

const brand = { 'content/settings/brand.yml': data({ cards: true }) };
const site = siteOf(brand);
const of = (title: string, lang = 'en', address = '/blog/one/') => cardOf(site, { address, title, lang }) as Card;
const long = 'Letters and words '.repeat(10).slice(0, 170);

/** How many pixels of a card are bright, in the stretch where its title stands. */
async function inked(card: Card): Promise<number> {
  const { data: pixels } = await sharp(await drawCard(card))
    .extract({ left: 60, top: 60, width: 780, height: 420 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return pixels.filter((value) => value > 160).length;
}

it.each([
  ['Latin', 'Open infrastructure', 'en'],
  ['Korean', '한국 사용자 그룹과 번역', 'ko'],
  ['Arabic', 'مؤتمر البنية التحتية', 'ar'],
  ['170 letters', long, 'en'],
])('a card says its title: %s', { timeout: 60_000 }, async (_, title, lang) => {
  const picture = await drawCard(of(title, lang));
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  expect(await inked(of(title, lang))).toBeGreaterThan(4 * (await inked(of(' '))) + 2000);
});

it('a title in letters that no font has is left out, and not drawn as empty boxes', { timeout: 60_000 }, async () => {
  expect(await inked(of('开放基础设施'))).toBe(await inked(of(' ')));
});

it('the same page has the same card and the same pattern, and another page another', async () => {
  expect(Buffer.compare(await drawCard(of('One')), await drawCard(of('One')))).toBe(0);
  expect(of('One').path).not.toBe(of('Two').path);
  const seeds = Array.from({ length: 500 }, (_, index) => JSON.stringify(coverOf(`/blog/${index}/`, 'News')));
  expect(new Set(seeds).size).toBe(500);
});

it('each page without a picture has its card, drawn once, and one with a picture has none', async () => {
  const root = project({
    ...brand,
    'content/blog/1.md': post({ title: 'One' }),
    'content/blog/2.md': post({ title: 'Two', image: '/img/card.png', imageAlt: 'A card' }),
  });
  const common = { inline: bundleInline(), admin: Promise.resolve('') };
  const build = () => buildSite(root, { kinds, now, common, tell() {} });
  expect(await build()).toBe(true);
  const page = (name: string) => readFileSync(join(root, 'public/blog', name, 'index.html'), 'utf8');
  const [, path = ''] =
    /property="og:image" content="https:\/\/openinfra\.dev(\/cards\/blog\/1\.[^"]*)"/.exec(page('1')) ?? [];
  expect(existsSync(join(root, 'public', path))).toBe(true);
  expect(page('1')).toContain('property="og:image:alt" content="One: Example"');
  expect(page('2')).toContain('/img/card.png"');
  const kept = () =>
    readdirSync(join(root, '.build/cache/cards')).map((name) => [
      name,
      statSync(join(root, '.build/cache/cards', name)).mtimeMs,
    ]);
  const before = kept();
  expect(before.length).toBeGreaterThan(3);
  await build();
  expect(kept()).toEqual(before);
});

it('without the setting no card is named, and the picture of the site stands for all pages', () => {
  const { meta } = pageAt(siteOf({ 'content/blog/1.md': post() }), '/blog/1/').made.head;
  expect(meta.find(({ property }) => property === 'og:image')?.['content']).toMatch(/\/img\/card\.png$/);
});
