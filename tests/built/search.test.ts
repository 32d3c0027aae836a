import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { ask, type Engine, loadEngine } from '../../src/output/search/ask';
import { builtSite } from '../built-site';

let server: Server;
let engine: Engine;
const index = join(builtSite, 'public/search/index');

beforeAll(async () => {
  const served = await serveSite(builtSite);
  server = served.server;
  engine = await loadEngine(`${served.url}search/index/`, 1, pathToFileURL(`${index}/`).href);
});
afterAll(() => server?.close());

const firstFor = async (words: string, filters: Record<string, string> = {}) => {
  const [first] = await ask(engine, words, filters);
  return (await first?.data())?.url;
};

/** What somebody would ask, and the page that must come first. */
const questions: [words: string, address: string][] = [
  ['four lights in practice', '/blog/four-lights/'],
  ['four lights', '/principles/'],
  ['calendar of lamps', '/blog/calendar-of-lamps/'],
  ['reading a calendar', '/blog/calendar-of-lamps/'],
  ['lamp review', '/blog/a-kinder-lamp-review/'],
  ['reviewers and authors', '/blog/a-kinder-lamp-review/'],
  ['report a broken lamp', '/blog/good-lamp-reports/'],
  ['reporting broken lamps', '/blog/good-lamp-reports/'],
  ['change of a lens', '/blog/change-of-a-lens/'],
  ['spare oil', '/blog/change-of-a-lens/'],
  ['lens layers', '/blog/Lens-Layers/'],
  ['crossing signals', '/blog/crossing-signals/'],
  ['gate three lamps', '/blog/gating-with-three-lamps/'],
  ['lamp evening', '/events/lamp-evening-nairobi/'],
  ['run an evening without burning out', '/blog/run-a-lamp-evening/'],
  ['prepare a talk proposal', '/blog/talk-guide/'],
  ['road to the reef', '/blog/two-roads-to-the-reef/'],
  ['charts and stories', '/blog/two-roads-to-the-reef/'],
  ['films about the tide', '/blog/videos-and-forms/'],
  ['fog', '/blog/2023/fog-notes/'],
  ['price of oil', '/blog/2023/oil-notes/'],
  ['island', '/blog/2024/island-notes/'],
  ['ropes and knots', '/blog/2025/rope-notes/'],
  ['glass within glass', '/blog/2026/glass-notes/'],
  ['experiments repeated', '/blog/2026/repeat-notes/'],
  ['first gathering', '/blog/2025/gathering-notes/'],
  ['closed workshop', '/blog/2024/leaves-notes/'],
  ['Amina Yusuf', '/people/amina-yusuf/'],
  ['Marek', '/people/marek-lind/'],
  ['Hanoi', '/events/one-day-in-hanoi/'],
  ['night of signals', '/events/night-of-signals/'],
  ['summit', '/events/keepers-summit/'],
  ['cloudberry', '/members/cloudberry/'],
  ['Oresund', '/members/oresund-lykter/'],
  ['O’Hara', '/members/apostrophe/'],
  ['foghorn', '/projects/foghorn/'],
  ['privacy', '/legal/privacy/'],
  ['clean lamps job', '/careers/lamp-cleaner/'],
  ['등대지기', '/blog/korean-lamp-keepers/'],
  ['المنارات', '/blog/arabic-lighthouse-notes/'],
];

test('of forty questions, at least thirty-eight have the page first that answers them', async () => {
  expect(new Set(questions.map(([words]) => words)).size).toBe(40);
  const wrong: string[] = [];
  for (const [words, address] of questions) {
    const first = await firstFor(words);
    if (first !== address) wrong.push(`${words}: ${first}, not ${address}`);
  }
  if (wrong.length > 0) console.log(wrong.join('\n'));
  expect(wrong.length).toBeLessThanOrEqual(2);
});

test('nothing that is hidden, a draft, or kept from search engines is in the index', async () => {
  expect(await ask(engine, 'lamps that nobody lists', {})).not.toEqual([]);
  const all = await Promise.all((await ask(engine, '', { language: 'en' })).map((result) => result.data()));
  const found = new Set(all.map(({ url }) => url));
  expect(found.size).toBeGreaterThan(100);
  const pages = readdirSync(join(builtSite, 'public'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)index\.html$/.test(name) && !name.startsWith('admin/'))
    .map((name) => ({
      address: `/${name.slice(0, -10)}`,
      html: readFileSync(join(builtSite, 'public', name), 'utf8'),
    }));
  const kept = pages.filter(({ html }) => /<meta name="robots" content="noindex"/.test(html));
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.filter(({ address }) => found.has(address))).toEqual([]);
  const known = new Set(pages.map(({ address }) => address));
  expect([...found].filter((address) => !known.has(address))).toEqual([]);
});

test('filters leave only what they name', async () => {
  const events = await Promise.all((await ask(engine, '', { kind: 'Events' })).map((result) => result.data()));
  expect(events.length).toBeGreaterThan(3);
  for (const { url, meta } of events) expect([url.startsWith('/events/'), meta['kind']]).toEqual([true, 'Events']);
});

test('all of the engine that readers get is what is needed, and nothing of its interfaces', () => {
  const names = readdirSync(index).map((name) => name.replace(/_[0-9a-f]+\./, '.'));
  expect(names.sort()).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind.en.pf_meta',
    'pagefind.js',
    'search.js',
    'wasm.en.pagefind',
  ]);
});
