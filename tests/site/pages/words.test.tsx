import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/cache/store';
import { planFiles } from '../../../src/site/files/files';
import { renderBody } from '../../../src/site/pages/body';
import { keepBodies } from '../../../src/site/pages/body-cache';
import { planPages } from '../../../src/site/pages/plan';
import type { Words } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { fill } from '../../../src/site/words';
import { SiteFooter } from '../../../src/theme/frame/site-footer';
import { SiteHeader } from '../../../src/theme/frame/site-header';
import { templates } from '../../../src/theme/templates/templates';
import { collectionNamed, listNames, ofKinds } from '../../collections';
import {
  checkReport,
  data,
  entry,
  landing,
  listing,
  pageAt,
  post,
  postsInRow,
  settings,
  siteOf,
  text,
} from '../../project';

/** Words between tags, or around what stands in braces there, and those that are heard or shown as attributes. */
const literal =
  /(?:<[a-zA-Z](?:[^<>]*[^<>=])?>|<\/\w+>|\/>)\s*[A-Za-z][^<>{}=;()]*[<{]|\b(?:aria-label|title|alt|placeholder|label|lead)=["'][^"']*[A-Za-z]/g;

/** The page as its readers get it, without its head. */
function htmlAt(site: Site, address: string): string {
  const { made, template } = pageAt(site, address);
  const Main = templates[template] as (main: object) => ReactElement;
  return renderToStaticMarkup(
    <>
      <SiteHeader {...made.frame} />
      <Main {...made.main} />
      <SiteFooter {...made.frame} />
    </>,
  );
}

const event = (kind: string, start: string, changes: object = {}) =>
  entry({ title: kind, kind, start, place: 'P', description: 'D.', url: '/blog', ...changes });
const body =
  '## One\n\n## Two\n\n## Three\n\nA.[^1]\n\n| a |\n| - |\n| b |\n\n- [x] c\n- [ ] d\n\nhttps://youtu.be/abc_EFG-1jk\n\n[^1]: E.\n';
/** A site on whose pages every word has its place. */
const whole: Record<string, string> = ofKinds({
  ...postsInRow(5, { updated: '2026-02-01' }),
  'content/blog/1.md': post({ title: 'First', date: '2026-01-01', updated: '2026-02-01' }, body),
  'content/blog/draft.md': post({ title: 'Draft', draft: true }),
  'content/blog/later.md': post({ title: 'Later', date: '2027-01-01' }),
  'content/categories/more.yml': data({ value: 'more', label: 'More', description: 'More.' }),
  'content/authors/other.md': entry({ name: 'Other' }),
  'content/blog/more.md': post({ title: 'More', category: [{ label: 'More' }], author: 'Other', lang: 'ko' }),
  'content/categories/none.yml': data({ value: 'none', label: 'None', description: 'None.' }),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
  'content/members/a.yml': data({
    name: 'A',
    level: 'gold',
    url: 'https://a.example/',
    country: 'C',
    joined: '2020-01-01',
    projects: ['confirmed'],
  }),
  'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  'content/people/a.md': entry({
    name: 'A',
    groups: ['board'],
    role: 'R',
    organization: 'O',
    links: [{ label: 'L', url: 'https://a.example/' }],
  }),
  ...Object.fromEntries(
    ['confirmed', 'pilot', 'working-group'].map((category) => [
      `content/projects/${category}.md`,
      entry({ name: category, tagline: 'T.', category }),
    ]),
  ),
  ...Object.fromEntries(
    ['summit', 'community-day', 'gathering', 'meetup', 'conference', 'online'].map((kind, index) => [
      `content/events/${kind}.md`,
      event(kind, `202${5 + (index % 2)}-12-01`),
    ]),
  ),
  'content/events/over.md': event('meetup', '2025-01-01', { title: 'Over', recordings: '/blog' }),
  'content/events/now.md': event('meetup', '2026-05-01', { title: 'Now', end: '2026-12-31' }),
  'content/events/off.md': event('meetup', '2026-12-01', { title: 'Off', status: 'cancelled' }),
  'content/events/waits.md': event('meetup', '2026-12-01', { title: 'Waits', status: 'postponed' }),
  'content/members/b.yml': data({ name: 'Bees', level: 'gold' }),
  'content/press/a.yml': data({ title: 'Bees fly', site: 'P', date: '2026-01-01', url: 'https://p.example/' }),
  'content/blog/all.md': post({ title: 'Of Bees' }),
  'content/projects/all.md': entry(
    { name: 'All', tagline: 'T.', category: 'pilot' },
    'Bees with Ada on the Summit, in an Episode, for a Job, and confirmed.\n',
  ),
  'content/people/ada.md': entry({ name: 'Ada', groups: ['board'] }),
  'content/events/summit-of-all.md': event('summit', '2026-12-01', { title: 'Summit' }),
  'content/episodes/b.md': entry({ title: 'Episode', date: '2026-01-01', description: 'D.' }),
  'content/jobs/b.md': entry({ title: 'Job', place: 'P' }),
  'content/episodes/a.md': entry({
    title: 'A',
    date: '2026-01-01',
    description: 'D.',
    speakers: ['S'],
    video: 'https://a.example/v',
  }),
  'content/jobs/a.md': entry({
    title: 'A',
    organization: 'O',
    place: 'P',
    until: '2026-12-01',
    department: 'D',
    type: 'full time',
    description: 'D.',
    url: '/blog',
  }),
  ...Object.fromEntries(listNames.map((list) => [`content/pages/${list}.md`, listing(list)])),
  'content/pages/text.md': text({ sections: [{ label: 'L', url: '/blog' }] }),
  'content/pages/page.md': landing([
    { type: 'comparison', columns: ['A', 'B'], rows: [{ label: 'R', values: ['yes', 'no'] }] },
    { type: 'embed', title: 'T', kind: 'form', url: 'https://forms.example.org/1' },
    { type: 'posts', count: 1, category: 'category-1' },
  ]),
  'content/settings/redirects.yml': data({ redirects: [{ from: '/old/', to: '/blog/' }] }),
});
const announced = {
  'content/settings/site.yml': settings({ announcement: { text: 'T.', until: '2027-01-01' } }),
};

const words = collectionNamed('words');
const keys = Object.keys(words.schema.shape).filter((key) => key !== 'templateKey') as (keyof Words)[];
const usual = words.schema.parse({}) as Words;
/** Every word in another language: its name between marks, with the places it has. */
const foreign = Object.fromEntries(
  keys.map((key) => [key, `‹${key}› ${usual[key].match(/%[a-z]/g)?.join(' ') ?? ''}`.trim()]),
);

async function everything(site: Site): Promise<string> {
  const pages = planPages(site);
  const files = (await planFiles(site, pages)).map(({ text }) => text);
  return [...pages.flatMap((page) => [JSON.stringify(page.props().head), htmlAt(site, page.address)]), ...files].join(
    '\n',
  );
}

test('every word can be another, and is then what readers get', async () => {
  const files = { ...whole, ...announced, 'content/settings/words.yml': data(foreign) };
  const made = await everything(siteOf(files, { preview: true, problems: [] }));
  expect(keys.filter((key) => !made.includes(`‹${key}›`))).toEqual([]);
  // No place is left unfilled, but for those that the script of the search fills.
  expect(made.replace(/ data-(?:found|nothing)="[^"]*"/g, '')).not.toMatch(/› %[a-z]/);
  const firstWords = keys.map((key) => usual[key].split('%')[0]?.trim() ?? '').filter((word) => word.includes(' '));
  expect(firstWords.filter((word) => made.includes(word))).toEqual([]);
});

test('a word that is changed is on the page, and the others are as usual', () => {
  const words = {
    menu: 'Menü',
    colors: 'Farben: %s',
    colorsDark: 'dunkel',
    pageOf: 'Seite %n von %m',
    older: 'Älter',
    membersCount: '%n Mitglieder',
  };
  const site = siteOf({ ...whole, 'content/settings/words.yml': data(words) });
  expect(htmlAt(site, '/blog/')).toContain('<summary class="pointed">Menü</summary>');
  expect(htmlAt(site, '/blog/')).toContain('data-dark="Farben: dunkel"');
  expect(htmlAt(site, '/blog/')).toContain('Seite 1 von 4');
  expect(htmlAt(site, '/blog/')).toContain('Skip to content');
  expect(htmlAt(site, '/blog/2/')).toMatch(/Newer<.*Älter</);
  expect(htmlAt(site, '/members/')).toContain('2 Mitglieder');
});

test('a site without the file, and one with an empty one, have the usual words', () => {
  expect(siteOf().words).toEqual(usual);
  expect(siteOf({ 'content/settings/words.yml': data({ menu: 'M' }) }).words).toEqual({ ...usual, menu: 'M' });
  expect(siteOf({ 'content/settings/words.yml': '{}\n' }).words).toEqual(usual);
  expect(usual.pageOf).toBe('Page %n of %m');
});

test('a word that does not exist is told to its editor', () => {
  expect(checkReport({ 'content/settings/words.yml': data({ menue: 'M' }) })).toContain('Unknown field “menue”');
});

test('places are filled, in any order, and what fills them is not looked through again', () => {
  expect(fill('Page %n of %m', { n: 1, m: 3 })).toBe('Page 1 of 3');
  expect(fill('%m: %n', { n: 1, m: 3 })).toBe('3: 1');
  expect(fill('All: %s, %s', '$& %n')).toBe('All: $& %n, $& %n');
  expect(fill('%n min', 5)).toBe('5 min');
  expect(fill('100 % of %x', 5)).toBe('100 % of %x');
});

test('a kept body is rendered anew when a word in it has changed, and not for other words', () => {
  const at = (words: object) => siteOf({ ...whole, 'content/settings/words.yml': data(words) });
  const store = new Map<string, string>();
  const made = (site: Site) => {
    const found = site.posts.find(({ entry }) => entry.slug === '1')?.entry;
    if (!found) throw new Error('no post');
    const { html } = keepBodies(store as Store).page(site, found);
    expect(html).toBe(renderBody(site, found).html);
    return [html, store.size];
  };
  const [, size] = made(at({ table: 'Table' }));
  expect(made(at({ menu: 'Menü' }))[1]).toBe(size);
  expect(made(at({ table: 'Tabelle' }))[0]).toContain('aria-label="Tabelle"');
});

test('no component, section or template says a word of its own', () => {
  const views = ['src/theme/components', 'src/theme/frame', 'src/theme/blocks', 'src/theme/templates', 'src/kinds'];
  const literals = views.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      if (!name.endsWith('.tsx')) return [];
      const source = readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return (source.match(literal) ?? []).map((found) => `${name}: ${found}`);
    }),
  );
  expect(literals).toEqual([]);
});

test.each([
  ['<p>Menu</p>', true],
  ['<p>\n  Page {number} of {total}\n</p>', true],
  ['<span>\n  Try <b>', true],
  ['<nav aria-label="Main">', true],
  ["<p title='Main'>", true],
  ['<p>{words.menu}</p>', false],
  ['<p>\n  {words.updated} <time>', false],
  ['<nav aria-label={words.pages} className="plain">', false],
  ['const a = (b: Props<Main>) => b', false],
])('%j is a word of its own: %s', (source, is) => {
  expect(literal.test(source)).toBe(is);
  literal.lastIndex = 0;
});
