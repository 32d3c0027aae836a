import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { pageBlocks } from '../../../src/collections/blocks';
import { blockType, isRequired, optionsOf } from '../../../src/model/field';
import type { AnyBlock, BlockProps, BlockType, LandingPageMain } from '../../../src/site/pages/props';
import type { Site } from '../../../src/site/site';
import { collectionNamed } from '../../collections';
import { checkReport, data, entry, landing, pageAt, post, postsInRow, readReport, siteOf } from '../../project';

const optionsIn = (schema: z.ZodType) =>
  (optionsOf(schema) ?? []).map((option) => ({ type: blockType(option), shape: option.shape }));
/** Those of the site itself, and with them those of the kinds of content. */
const own = optionsIn(pageBlocks);
const declared = optionsIn(collectionNamed('landing-page').schema.shape['blocks'] as z.ZodType);
const types = declared.map(({ type }) => type);

/** Of every kind of section, the least that may be written, and all. */
const samples: Record<string, { least: object; all?: object }> = {
  hero: {
    least: { title: 'T' },
    all: { eyebrow: 'E', text: 'X', buttons: [{ label: 'L', url: '/blog' }], image: '/img/card.png', imageAlt: 'A' },
  },
  'rich-text': { least: { text: 'Some *text*, [linked](/blog).' }, all: { anchor: 'text', title: 'T' } },
  cards: {
    least: { cards: [{ title: 'T' }] },
    all: {
      anchor: 'a',
      title: 'T',
      text: 'X',
      cards: [{ title: 'T', text: 'X', url: '/blog', image: '/img/card.png', imageAlt: 'A' }],
    },
  },
  numbers: { least: { numbers: [{ value: '1', label: 'one' }] } },
  members: { least: {}, all: { levels: ['gold'], link: { label: 'L', url: '/blog' }, title: 'T', text: 'X' } },
  quote: { least: { text: 'Q', name: 'N' }, all: { role: 'R', image: '/img/card.png', imageAlt: 'A' } },
  comparison: { least: { columns: ['C'], rows: [{ label: 'R', values: ['yes'] }] } },
  rows: {
    least: { rows: [{ title: 'T', text: '*x*' }] },
    all: {
      rows: [
        { title: 'T', text: '*x*', image: '/img/card.png', imageAlt: 'A', buttons: [{ label: 'L', url: '/blog' }] },
      ],
    },
  },
  people: { least: { group: 'board' }, all: { link: { label: 'L', url: '/blog' } } },
  posts: { least: { count: 1 }, all: { category: 'category-1', title: 'T' } },
  events: { least: { count: 1 } },
  logos: {
    least: { logos: [{ image: '/img/card.png' }] },
    all: { logos: [{ image: '/img/card.png', name: 'N', url: '/blog' }], title: 'T', text: 'X' },
  },
  links: {
    least: { links: [{ label: 'L', url: '/blog' }] },
    all: { links: [{ label: 'L', url: '/blog', text: 'X' }] },
  },
  questions: { least: { questions: [{ question: 'Q?', answer: '*A*.' }] } },
  'call-to-action': { least: { title: 'T' }, all: { text: 'X', buttons: [{ label: 'L', url: '/blog' }] } },
  embed: { least: { title: 'T', kind: 'video', url: 'https://youtu.be/abcdefghijk' } },
  'section-navigation': { least: { links: [{ label: 'L', url: '#a' }] } },
};

const surroundings = {
  'content/blog/a.md': post(),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold members', order: 1 }),
  'content/members/a.yml': data({ name: 'Acme', level: 'gold' }),
  'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  'content/people/a.md': entry({ name: 'Ada', groups: ['board'], role: 'Chair' }),
  'content/events/a.md': entry({ title: 'E', kind: 'online', start: '2026-07-01', place: 'Online', description: 'D.' }),
};

const blocksOf = (site: Site): AnyBlock[] => pageAt<LandingPageMain>(site, '/page/').made.main.blocks;
const only = <Block = BlockProps<BlockType>>(blocks: object[], files: object = {}) => {
  const [first] = blocksOf(siteOf({ 'content/pages/page.md': landing(blocks), ...files }));
  return first as Block;
};

// Adding a kind of section touches three places: its declaration, its component, and the map of components. These tell
// when one is forgotten; that the map has no key too many or too few, the compiler tells.
describe('a kind of section', () => {
  const files = readdirSync('src/theme/blocks').map((name) => name.replace(/\.tsx$/, ''));

  test('has a component of its name, and no component is left of one that is gone', () => {
    expect(files.filter((name) => name !== 'blocks').sort()).toEqual(own.map(({ type }) => type).sort());
  });

  test.each(own.map(({ type }) => type))('%s has its component in the map', (type) => {
    const map = readFileSync('src/theme/blocks/blocks.tsx', 'utf8');
    const component = new RegExp(`^ {2}'?${type}'?: (\\w+),$`, 'm').exec(map)?.[1];
    expect(component).toBeDefined();
    expect(map).toMatch(new RegExp(`import \\{ ${component}(?: as \\w+)? \\} from '\\./${type}';`));
    expect(readFileSync(`src/theme/blocks/${type}.tsx`, 'utf8')).toMatch(
      new RegExp(`export (?:const|function) ${component}\\b`),
    );
  });

  test('is known to this test, with the least and with all that may be written', () => {
    for (const { type, shape } of declared) {
      const required = Object.keys(shape).filter((key) => key !== 'type' && isRequired(shape[key] as z.ZodType));
      expect([type, Object.keys(samples[type]?.least ?? {}).sort()]).toEqual([type, required.sort()]);
    }
  });
});

describe.each(types)('a section of kind %s', (type) => {
  const { least, all } = samples[type] as { least: object; all?: object };

  test('becomes what its component shows', () => {
    expect(only([{ type, ...least }], surroundings)).toMatchObject({ type });
    expect(only([{ type, ...least, ...all }], surroundings)).toMatchObject({ type });
  });

  test('leads where its links say, with the page’s one address, and has its pictures with their size', () => {
    const made = JSON.stringify(only([{ type, ...least, ...all }], surroundings));
    expect(made).not.toContain('"/blog"');
    expect(made).not.toContain('"image":"');
    const written = JSON.stringify({ ...least, ...all });
    if (written.includes('/blog')) expect(made).toMatch(/\/blog\//);
    if (written.includes('card.png')) expect(made).toContain('{"src":"/img/card.png","width":1,"height":1}');
  });

  test('has no field that it does not know', () => {
    expect(readReport({ 'content/pages/page.md': landing([{ type, ...least, colour: 'red' }]) })).toMatch(
      /^content\/pages\/page\.md:4:\d+ {2}error {2}Unknown field “colour”/,
    );
  });

  test('must have what it can’t be without, and says where it is missing', () => {
    for (const key of Object.keys(least)) {
      const report = readReport({ 'content/pages/page.md': landing([{ type, ...least, [key]: undefined }]) });
      expect(report).toMatch(/^content\/pages\/page\.md:4:\d+ {2}error {2}“.+” is missing/);
    }
  });
});

test('Markdown of a section is rendered as that of a body is', () => {
  expect(only<BlockProps<'rich-text'>>([{ type: 'rich-text', text: 'Some *text*, [linked](/blog).' }]).text).toBe(
    '<p>Some <em>text</em>, <a href="/blog/">linked</a>.</p>',
  );
  expect(
    only<BlockProps<'questions'>>([{ type: 'questions', questions: [{ question: 'Q', answer: '**A**' }] }]).questions,
  ).toEqual([{ question: 'Q', answer: '<p><strong>A</strong></p>' }]);
});

test('a kind that does not exist, a field that does not and one that is missing are reported at their places', () => {
  const page = (text: string) =>
    `---\ntemplateKey: landing-page\ntitle: A\nseo:\n  description: A.\nblocks:\n${text}---\n`;
  expect(
    readReport({
      'content/pages/a.md': page('  - type: heero\n    title: A\n'),
      'content/pages/b.md': page('  - type: hero\n    title: A\n    eyebrw: B\n'),
      'content/pages/c.md': page('  - type: hero\n    title: A\n  - type: quote\n    text: B\n'),
      'content/pages/d.md': page('  - title: A\n'),
      'content/pages/e.md': page('  - type: cards\n    cards:\n      - text: A\n        titel: B\n'),
      'content/pages/f.md': page('  - type: cards\n    cards: []\n'),
      'content/pages/g.md': page('  - type: embed\n    title: A\n    url: /a/\n    kind: vidio\n'),
      'content/pages/h.md': page('  - type: posts\n    count: 0\n'),
      'content/pages/i.md': page('  - hero\n'),
      'content/pages/j.md': page('  type: hero\n  title: A\n'),
    }),
  ).toMatchInlineSnapshot(`
    "content/pages/a.md:7:11  error  “type” can’t be “heero”  → write hero  [unknown-choice]
    content/pages/b.md:9:5  error  Unknown field “eyebrw”  → write eyebrow  [unknown-field]
    content/pages/c.md:9:5  error  “Name” is missing  → write name: … (Who said it)  [missing-field]
    content/pages/d.md:7:5  error  “type” is missing  → write one of: hero, rich-text, cards, numbers, quote, comparison, rows, posts, links, logos, questions, call-to-action, embed, section-navigation, events, members, people  [missing-field]
    content/pages/e.md:9:9  error  “Title” is missing  → write title: …  [missing-field]
    content/pages/e.md:10:9  error  Unknown field “titel”  → write title  [unknown-field]
    content/pages/f.md:8:12  error  “Cards” is empty  → write cards: …  [missing-field]
    content/pages/g.md:10:11  error  “Kind” can’t be “vidio”  → write video  [unknown-choice]
    content/pages/h.md:8:12  error  “Number” must be at least 1, not 0  → write a larger number  [wrong-number]
    content/pages/i.md:7:5  error  “Sections” must have fields of its own, and is text: hero  → write its fields below it, indented  [wrong-type]
    content/pages/j.md:7:3  error  “Sections” must be a list, and is a group of fields  → write each item on a line of its own after “- ”  [wrong-type]

    11 errors in 10 files"
  `);
});

test('a link or picture of a section that leads nowhere is reported at its line and column', () => {
  expect(
    checkReport({
      'content/pages/a.md': `---
templateKey: landing-page
title: A
seo:
  description: A.
blocks:
  - type: hero
    title: A
    image: /img/crad.png
    buttons:
      - label: B
        url: /missing
  - type: embed
    title: B
    kind: form
    url: /forms/missing
---
`,
    }),
  ).toMatchInlineSnapshot(`
    "content/pages/a.md:9:12  error  The picture “/img/crad.png” is not in the folder “static”  → write /img/card.png, or add static/img/crad.png  [missing-picture]
    content/pages/a.md:12:14  error  The link “/missing” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/pages/a.md:16:10  error  The link “/forms/missing” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]

    3 errors in 1 file"
  `);
});

test('a link in the Markdown of a section that leads nowhere is reported', () => {
  expect(checkReport({ 'content/pages/a.md': landing([{ type: 'rich-text', text: '[x](/missing)' }]) })).toContain(
    '“/missing” leads to no page',
  );
});

test('a section of posts lists what the site has: the newest of the category, or of all, no more than asked for, and the way to the others', () => {
  const files = {
    ...postsInRow(4),
    'content/categories/zuul.yml': data({ value: 'zuul', label: 'Zuul', description: 'It.' }),
    'content/blog/5.md': post({ title: 'Zuul 5', category: [{ value: 'zuul' }], date: '2025-01-01' }),
    'content/blog/6.md': post({ title: 'Hidden', category: [{ value: 'zuul' }], hidePost: true }),
    'content/blog/7.md': post({ title: 'Waiting', date: '2027-01-01' }),
  };
  const shown = (block: object) => {
    const made = only<BlockProps<'posts'>>([{ type: 'posts', ...block }], files);
    return [made.posts.map(({ label }) => label), made.all];
  };
  expect(shown({ count: 3 })).toEqual([['Post 4', 'Post 3', 'Post 2'], { label: 'All posts', href: '/blog/' }]);
  expect(shown({ count: 24, category: 'zuul' })).toEqual([
    ['Zuul 5'],
    { label: 'All posts: Zuul', href: '/blog/category/zuul/' },
  ]);
});

const lists = ['posts', ...declared.slice(own.length).map(({ type }) => type)];

test.each(lists)('a section of %s that would list nothing is left out, with its title', (type) => {
  const blocks = [
    { type: 'hero', title: 'First' },
    { type, ...samples[type]?.least, title: 'Empty' },
    { type: 'quote', text: 'Q', name: 'N' },
  ];
  const site = siteOf({
    'content/pages/page.md': landing(blocks),
    'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  });
  expect(blocksOf(site).map((block) => block.type)).toEqual(['hero', 'quote']);
});

test('a section of a video has the address of the player and of the video; one of a form has its own', () => {
  const embed = (kind: string, url: string) =>
    only<BlockProps<'embed'>>([{ type: 'embed', title: 'T', kind, url }]).embed;
  expect(embed('video', 'https://youtu.be/abcdefghijk')).toEqual({
    kind: 'video',
    title: 'T',
    src: 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    href: 'https://youtu.be/abcdefghijk',
    host: 'www.youtube-nocookie.com',
  });
  expect(embed('form', 'https://forms.example.org/1')).toMatchObject({
    src: 'https://forms.example.org/1',
    host: 'forms.example.org',
  });
});

test('a section of a video that no player here can show is told to its editor', () => {
  expect(
    checkReport({
      'content/pages/page.md': landing([{ type: 'embed', title: 'T', kind: 'video', url: 'https://example.org/v' }]),
    }),
  ).toMatch(/content\/pages\/page\.md:4:\d+ {2}(?:error|warning)/);
});

test('two sections of one page can’t have one anchor, and an anchor is one word: links could not find them', () => {
  const quote = (anchor: string) => ({ type: 'quote', anchor, text: 'Q', name: 'N' });
  expect(checkReport({ 'content/pages/page.md': landing([quote('one'), quote('one')]) })).toMatch(/page\.md:4:\d+/);
  expect(checkReport({ 'content/pages/page.md': landing([quote('two words')]) })).toMatch(/page\.md:4:\d+/);
});

test('a row of a comparison has a value for each column, or its editor is reported', () => {
  const table = (...values: string[]) =>
    checkReport({
      'content/pages/page.md': landing([{ type: 'comparison', columns: ['A', 'B'], rows: [{ label: 'R', values }] }]),
    });
  expect(table('yes', 'no')).toBe('');
  expect(table('yes')).toMatch(/page\.md:4:\d+/);
});
