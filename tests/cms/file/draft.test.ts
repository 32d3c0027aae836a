import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Draft, draftReader } from '../../../src/cms/file/draft';
import type { Backend } from '../../../src/cms/form/config';
import { renderPreview } from '../../../src/cms/preview/preview';
import { type SiteData, siteDataOf } from '../../../src/cms/serve/site-data';
import type { Problem } from '../../../src/content/problem';
import { loadSite } from '../../../src/load';
import { childOf, optionsOf, unwrap } from '../../../src/model/field';
import { collectionNamed, collections, kinds, listNames } from '../../collections';
import { data, entry, landing, listing, now, post, project, settings, siteOf, text } from '../../project';

// A browser that can't measure text.
vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });

const backend: Backend = { backend: { name: 'test-repo' }, publish_mode: 'simple' };
const files = {
  'content/blog/first.md': post({ title: 'First' }),
  'content/blog/secret.md': post({ title: 'Secret', hidePost: true }),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
  'content/members/one.yml': data({ name: 'One', level: 'gold' }),
  'content/pages/about.md': text({ title: 'About' }),
  ...Object.fromEntries(listNames.map((name) => [`content/pages/${name}.md`, listing(name)])),
};
const fetched = (more: Record<string, string> = {}) =>
  JSON.parse(JSON.stringify(siteDataOf(siteOf({ ...files, ...more }), backend))) as SiteData;
const everything = fetched();

const file = 'content/blog/new.md';
const draft = (text: string, more: Partial<Draft> = {}): Draft => ({
  collection: collectionNamed('post'),
  file,
  text,
  pictures: [],
  ...more,
});
const spoken = ({ severity, line, column, message, advice }: Problem) =>
  `${line}:${column} ${severity} ${message} → ${advice}`;

describe('the draft of a post', () => {
  const read = draftReader(kinds, everything);

  it('has no problems when it has none, and a page at the address it will have', () => {
    const { problems, address, page } = read(draft(post({ title: 'New' })), now);
    expect(problems).toEqual([]);
    expect(address).toBe('/blog/new/');
    expect(page?.props().head.title).toBe('New - Example');
  });

  it.each([
    ['a field is missing', post({ title: undefined })],
    ['everything is missing', '---\n---\n'],
    ['a field is misspelt', post({ titel: 'New' })],
    ['the fields can’t be read', '---\ntitle: "New\n---\n'],
    ['there are no fields', 'Text.\n'],
    ['the date does not exist', post({ date: '2026-02-30' })],
    ['days are out of order', post({ updated: '2025-01-01' })],
    ['the picture’s address is none', post({ image: 'photo.jpg' })],
    ['another post has the address', post({ seo: { description: 'A.', url: '/blog/first/' } })],
    ['the address is that of another site', post({ seo: { description: 'A.', url: 'https://example.net/blog/x' } })],
    ['a link is to the former file', post({}, 'See [this](/about.md) and [that](about/).\n')],
    ['a reason for an exception is missing', post({}, '<!-- check: allow dead-link -->\n[x](/no/)\n')],
  ])('is told what the check says where %s', (_, source) => {
    const checked = loadSite(project({ ...files, [file]: source }), { kinds, now, preview: false }).problems;
    const expected = checked.filter((problem) => problem.file === file).map(spoken);
    expect(expected.length).toBeGreaterThan(0);
    expect(read(draft(source), now).problems.map(spoken).map(eased)).toEqual(expected.map(eased));
  });

  it('is only warned of what others may have added since the site was built', () => {
    const source = post(
      { author: 'Nobody', image: '/img/new.jpg' },
      'A [link](/blog/to-come/), and a [whole one](https://openinfra.dev/blog/to-come/).\n',
    );
    expect(read(draft(source), now).problems.map(spoken)).toMatchInlineSnapshot(`
      [
        "3:9 warning “Author” is unknown: “Nobody” → write one of: Editorial",
        "7:8 warning The picture “/img/new.jpg” is not in the folder “static” → add static/img/new.jpg, or remove the picture",
        "9:10 warning The link “/blog/to-come/” leads to no page or file of this site → correct the address, or remove the link",
        "9:45 warning The link “https://openinfra.dev/blog/to-come/” is on this site’s host, and the site has no such page → correct the address, or remove the link",
      ]
    `);
  });

  it('of the redirects is told of what leads nowhere, or in a circle, as the check does', () => {
    const redirects = data({
      redirects: [
        { from: '/a/', to: '/nowhere/' },
        { from: '/b/', to: '/c/' },
        { from: '/c/', to: '/b/' },
        { from: '/d/', to: '/blog/secret/' },
      ],
    });
    const path = 'content/settings/redirects.yml';
    const { problems } = read(draft(redirects, { collection: collectionNamed('redirects'), file: path }), now);
    const expected = loadSite(project({ ...files, [path]: redirects }), { kinds, now, preview: false }).problems;
    expect(problems.map(({ rule, path: place }) => [rule, place])).toEqual([
      ['dead-link', ['redirects', 0, 'to']],
      ['redirect-circle', ['redirects', 1, 'to']],
      ['redirect-circle', ['redirects', 2, 'to']],
    ]);
    expect(problems.map(spoken).map(eased)).toEqual(
      expected
        .filter((problem) => problem.file === path)
        .map(spoken)
        .map(eased),
    );
  });

  it('may show the pictures that were added to it, and link to what is hidden', () => {
    const source = post({ image: '/img/new.jpg', imageAlt: 'New' }, '[Secret](/blog/secret/)\n');
    expect(read(draft(source, { pictures: ['/img/new.jpg'] }), now).problems).toEqual([]);
  });

  it('obeys the severities of the site, and what its comments allow', () => {
    const strict = draftReader(
      kinds,
      fetched({ 'content/settings/checks.yml': 'dead-link: "off"\nshort-description: "off"\n' }),
    );
    const source = post({}, '[x](/no/)\n');
    expect(read(draft(source), now).problems).toHaveLength(1);
    expect(strict(draft(source), now).problems).toEqual([]);
    const allowed = post({}, '<!-- check: allow dead-link, because it comes tomorrow -->\n[x](/no/)\n');
    expect(read(draft(allowed), now).problems).toEqual([]);
  });

  it('that is hidden, a draft or dated ahead has its page all the same', () => {
    for (const state of [{ hidePost: true }, { draft: true }, { date: '2027-01-01T00:00:00.000Z' }]) {
      expect(read(draft(post(state)), now).page?.file).toBe(file);
    }
  });

  it('takes the place of the post it changes', () => {
    const changed = draft(post({ title: 'Changed' }), { file: 'content/blog/first.md' });
    const { problems, site } = read(changed, now);
    expect(problems).toEqual([]);
    expect(site?.posts.map(({ entry: { data: fields } }) => fields.title)).toEqual(['Changed']);
  });
});

describe('while a text is typed', () => {
  it.each([
    ['a whole draft', post({ title: 'New' }, '')],
    ['an incomplete draft', '---\ntitle: New\n---\n'],
  ])('the site of %s is made once, and its page follows the text', (_, head) => {
    const read = draftReader(kinds, everything);
    const first = read(draft(`${head}One.\n`), now);
    const next = read(draft(`${head}Two.\n`), now);
    expect(next.site).toBe(first.site);
    expect(JSON.stringify(next.page?.props())).toContain('Two.');
    expect(JSON.stringify(next.page?.props())).not.toContain('One.');
    expect(read(draft(`${head.replace('New', 'Newer')}Two.\n`), now).site).not.toBe(first.site);
  });

  it('problems in the text come and go', () => {
    const read = draftReader(kinds, everything);
    const told = ['Text.', '[x](/no/)', 'Text.'].map((body) => read(draft(post({}, body)), now).problems.length);
    expect(told).toEqual([0, 1, 0]);
  });

  it('the site is made anew when the moment passes, or a picture is added', () => {
    const read = draftReader(kinds, everything);
    const { site } = read(draft(post()), now);
    expect(read(draft(post()), '2026-06-01T00:01:00.000Z').site).not.toBe(site);
    expect(read(draft(post(), { pictures: ['/img/a.jpg'] }), now).site).not.toBe(site);
  });
});

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '/img/100%.png', 'https://example.org/%', '../..', '2026-03-04', 'en', [{}]),
);
/** Fields of about the right shape: each may be missing, and anything may stand in it. */
const fieldsLike = ({ shape }: z.ZodObject, requiredKeys: string[] = []) =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, valueLike(field as z.ZodType)])), {
    requiredKeys,
  });
function valueLike(schema: z.ZodType): fc.Arbitrary<unknown> {
  const kinds = optionsOf(schema);
  // The form gives every section its type.
  if (kinds) return fc.array(fc.oneof(...kinds.map((kind) => fieldsLike(kind, ['type']))), { maxLength: 2 });
  const inner = unwrap(schema);
  if (inner instanceof z.ZodLiteral) return fc.constant(inner.value);
  const item = childOf(schema, 0);
  const right = (): fc.Arbitrary<unknown> => {
    if (inner instanceof z.ZodEnum) return fc.constantFrom(...inner.options);
    if (inner instanceof z.ZodObject) return fieldsLike(inner);
    return item ? fc.array(valueLike(item), { maxLength: 2 }) : odd;
  };
  return fc.oneof({ weight: 1, arbitrary: odd }, { weight: 6, arbitrary: right() });
}

describe('the draft of an entry of any kind', () => {
  const names = collections.map(({ name }) => name);
  const ofKind = (name: string, source: string): Draft => {
    const collection = collectionNamed(name);
    const { folder, format, single } = collection;
    return draft(source, { collection, file: `content/${folder}${single ? '' : '/new'}.${format}` });
  };
  const filled = (name: string, values: object, body = '') =>
    collectionNamed(name).format === 'md' ? entry(values, body) : data(values);
  const templateOf = (name: string) => (collectionNamed(name).folder === 'pages' ? { templateKey: name } : {});

  const shown = (name: string, source: string) => {
    const outlook = draftReader(kinds, everything)(ofKind(name, source), now);
    const { markup, picture } = renderPreview(outlook, everything, {}, (path) => path);
    for (const [, src = ''] of markup.matchAll(/<img[^>]* src="([^"]*)"/g)) picture(src);
    return { ...outlook, markup };
  };

  it.each(names)('%s: with nothing filled in has a page, of its own or that of its list', (name) => {
    const { entry: made, page, markup } = shown(name, filled(name, templateOf(name)));
    expect(made?.collection.name).toBe(name);
    expect(page).toBeDefined();
    expect(markup).toContain('<main');
  });

  it.each(names)('%s: has a page whatever stands in its fields and its text', (name) => {
    const body = fc.oneof(
      fc.string(),
      fc.constantFrom('![x](/img/100%.png)', '<img src="%">', '<img src="//example.org/%zz">', '[x](%)', '---\n'),
    );
    const source = fc
      .tuple(fieldsLike(collectionNamed(name).schema), body)
      .map(([some, below]) => filled(name, { ...some, templateKey: undefined, ...templateOf(name) }, below));
    fc.assert(
      fc.property(source, (some) => {
        expect(shown(name, some).markup).toContain('<main');
      }),
      { numRuns: 10 },
    );
  });

  it.each(names)('%s: that can’t be read at all has problems, and breaks nothing', (name) => {
    fc.assert(
      fc.property(fc.string(), (some) => {
        expect(shown(name, `- ${some}`).problems).not.toEqual([]);
      }),
      { numRuns: 3 },
    );
  });

  it('shows an unfinished section of a page', () => {
    const { problems, markup } = shown('landing-page', landing([{ type: 'cards', title: 'Why', cards: [{}] }]));
    expect(problems.map(spoken)).toMatchInlineSnapshot(`
      [
        "4:49 error “Title” is missing → write title: …",
      ]
    `);
    expect(markup).toContain('Why');
  });

  it('leaves out fields that are not declared, whatever their names', () => {
    const { problems, markup } = shown(
      'generic-page',
      text({ constructor: 'x', seo: { description: 'A.', valueOf: 'x' } }),
    );
    expect(problems.map(({ message }) => message)).toEqual(['Unknown field “valueOf”', 'Unknown field “constructor”']);
    expect(markup).toContain('<main');
  });

  it('asks for what a group must have as soon as there is one', () => {
    const { problems } = shown('generic-page', text({ callToAction: { title: 'Join' } }));
    expect(problems.map(({ message }) => message)).toEqual(['“Buttons” is missing']);
  });

  it('changes the whole site where it is the settings', () => {
    const { problems, markup } = shown('site', settings({ footer: { text: 'Changed', groups: [], links: [] } }));
    expect(problems).toEqual([]);
    expect(markup).toContain('Changed');
  });
});

/** What is unknown here stops nobody; see the test of it. */
const eased = (line: string) => line.replace(/ (?:error|warning) /, ' ');
