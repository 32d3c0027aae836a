import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  asItEnds,
  faultKey,
  formatOf,
  namesKey,
  settingsFormat,
  slugKey,
  sourceKey,
  stateKey,
} from '../../../src/cms/file/format';
import { identifierOf } from '../../../src/cms/form/config';
import { fieldsOf } from '../../../src/cms/form/fields';
import { readContent } from '../../../src/content/read';
import { collectionNamed, collections } from '../../collections';
import { siteFolder } from '../../copy-project';
import { corpusProject, hasCorpus } from '../../corpus';

type Data = Record<string, unknown>;

/** What the CMS hands back of what it was given: plain data, the names of the form's fields beside them. */
function saved(name: string, text: string, change: (data: Data) => Data = (data) => data): string {
  const collection = collectionNamed(name);
  const { fromFile, toFile } = collection.single ? settingsFormat(collections) : formatOf(collections, collection);
  const order = fieldsOf(collections, collection).map((field) => field.name);
  return toFile(change(structuredClone(fromFile(text))), order);
}

const changedLines = (before: string, after: string) => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.length === now.length ? now.filter((line, index) => line !== old[index]) : now;
};

const { entries } = readContent(siteFolder, { collections });

describe('a file that the CMS opens and saves', () => {
  it('keeps every byte of every file of the site when nothing was changed', () => {
    expect(entries.length).toBeGreaterThan(150);
    for (const { collection, file, source } of entries)
      expect(saved(collection.name, source.text), file).toBe(source.text);
  });

  it.skipIf(!hasCorpus)('keeps every byte of the posts of the former site, whatever is wrong with them', () => {
    const { root, remove } = corpusProject();
    const posts = readdirSync(join(root, 'content/blog')).filter((name) => name.endsWith('.md'));
    expect(posts.length).toBeGreaterThan(30);
    for (const name of posts) {
      const text = readFileSync(join(root, 'content/blog', name), 'utf8');
      expect(saved('post', text), name).toBe(text);
    }
    remove();
  });

  it('of every file of the site changes the one line of a field that was changed', () => {
    for (const { collection, file, source } of entries) {
      // What is written, and not what stands for it where nothing is.
      const written = source.data as Data;
      const name = identifierOf(
        collection,
        Object.keys(written).map((key) => ({ name: key })),
      );
      if (typeof written[name] !== 'string') continue;
      const after = saved(collection.name, source.text, (fields) => ({ ...fields, [name]: 'Another' }));
      expect(changedLines(source.text, after), file).toHaveLength(1);
    }
  });

  const plain = '---\ntitle: Old\nauthor: Editorial\nmood: calm\n---\nText.\n';
  it.each([
    ['Windows line ends', plain.replaceAll('\n', '\r\n'), 'title: New\r'],
    ['a byte order mark', `\uFEFF${plain}`, 'title: New'],
    ['comments', plain.replace('Old', 'Old # as it was').replace('author', '# who\nauthor'), 'title: New # as it was'],
    ['a field that is not declared', plain.replace('title', 'color: red\ntitle'), 'title: New'],
    ['no line end at its end', plain.trimEnd(), 'title: New'],
    ['quotes', plain.replace('Old', "'Old'"), "title: 'New'"],
    ['a category without its value', plain.replace('mood: calm', 'category:\n  - label: News'), 'title: New'],
  ])('with %s keeps them, and changes one line', (_, text, line) => {
    expect(saved('post', text)).toBe(text);
    const after = saved('post', text, (data) => ({ ...data, title: 'New' }));
    expect(changedLines(text, after)).toEqual([line]);
  });

  it('ends as it ended, though the CMS adds a line feed to what does not end with one', () => {
    // As the CMS does it.
    const ended = (text: string) => (text.slice(-1) === '\n' ? text : `${text}\n`);
    for (const text of ['a', 'a\n', '', 'a\r\n']) {
      expect(String(ended(asItEnds(text)))).toBe(text);
      expect(JSON.stringify({ text: asItEnds(text) })).toBe(JSON.stringify({ text }));
      expect(new Blob([asItEnds(text)]).size).toBe(text.length);
      expect(asItEnds(text).slice(0, 1)).toBe(text.slice(0, 1));
    }
  });

  it.each([
    ['---\ntitle: "open\n---\nText.\n'],
    ['no front matter'],
    ['---\n- a list\n---\n'],
    ['---\ntitle: a: b\n---\n'],
  ])('that can’t be read is given back as it is, and says why: %j', (text) => {
    const data = formatOf(collections, collectionNamed('post')).fromFile(text);
    expect(data[faultKey]).toMatch(/^The .+: .+/);
    expect(formatOf(collections, collectionNamed('post')).toFile({ ...data, title: 'New', body: 'New' })).toBe(text);
  });
});

describe('a new entry', () => {
  const filled = {
    title: 'Meet us',
    author: ['Editorial Team'],
    date: '2026-03-04T15:00:00.000Z',
    updated: '',
    category: [
      { value: 'category-1', label: 'News' },
      { value: 'category-9', label: 'No longer offered' },
    ],
    hidePost: false,
    draft: false,
    image: '/img/photo.jpg',
    imageAlt: 'People at a table: three of them',
    lang: '',
    seo: { title: '', description: 'Where, and when.', url: '', image: '', twitterUsername: '@OpenInfraDev' },
    body: 'Hello.\n\nSee you!',
    [slugKey]: 'meet-us',
  };

  it('of a post holds what was filled in, in the order of the form', () => {
    expect(formatOf(collections, collectionNamed('post')).toFile(filled)).toMatchInlineSnapshot(`
      "---
      title: Meet us
      author: Editorial Team
      date: 2026-03-04T15:00:00.000Z
      category:
        - value: category-1
          label: News
        - value: category-9
          label: No longer offered
      image: /img/photo.jpg
      imageAlt: "People at a table: three of them"
      seo:
        description: Where, and when.
        twitterUsername: "@OpenInfraDev"
      ---
      Hello.

      See you!
      "
    `);
  });

  it('reads as it was written', () => {
    const format = formatOf(collections, collectionNamed('post'));
    const { seo, author, category, body } = format.fromFile(format.toFile(filled));
    expect({ seo, author, category, body }).toEqual({
      author: 'Editorial Team',
      category: filled.category,
      seo: { description: 'Where, and when.', twitterUsername: '@OpenInfraDev' },
      body: 'Hello.\n\nSee you!\n',
    });
  });

  it('of a page says which template it has', () => {
    const page = { templateKey: 'generic-page', title: 'Privacy', seo: { description: 'What we keep.' }, body: '' };
    expect(formatOf(collections, collectionNamed('generic-page')).toFile(page)).toMatchInlineSnapshot(`
      "---
      templateKey: generic-page
      title: Privacy
      seo:
        description: What we keep.
      ---
      "
    `);
  });
});

describe('what the CMS shows of a file', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['draft: true', 'Draft'],
    ['draft: true\nhidePost: true\ndate: 2027-01-01\ncategory: []', 'Draft'],
    ['hidePost: true', 'Hidden'],
    ['hidden: true', 'Hidden'],
    ['date: 2027-01-01\ncategory: []', 'Scheduled for 2027-01-01'],
    ['date: 2027-01-01\ncategory: []\nhidePost: true', 'Scheduled for 2027-01-01'],
    ['date: 2026-01-01\ncategory: []', ''],
    ['draft: "true"', ''],
    // Of what has a date, posts alone wait for it.
    ['kind: online\nstart: 2027-01-01\ndate: 2027-01-01', '', 'event'],
  ])('is whether readers find it: %j', (fields, state, name = 'post') => {
    expect(formatOf(collections, collectionNamed(name)).fromFile(`---\n${fields}\n---\n`)[stateKey]).toBe(state);
  });

  it('has a date for posts alone: what else is dated waits for nothing', () => {
    for (const collection of collections.filter(({ name }) => name !== 'post'))
      expect(formatOf(collections, collection).fromFile('---\ndate: 2027-01-01\n---\n')[stateKey]).toBe('');
  });

  it('is the template of a page that does not say its own, which is not written for that', () => {
    const text = '---\ntitle: Home\nblocks: []\n---\n';
    const format = formatOf(collections, collectionNamed('landing-page'));
    expect(format.fromFile(text)['templateKey']).toBe('landing-page');
    expect(saved('landing-page', text)).toBe(text);
    expect(formatOf(collections, collectionNamed('generic-page')).fromFile(text)).not.toHaveProperty('templateKey');
  });

  it('names the authors and categories of a post, whichever way they are written', () => {
    const names = (fields: string) =>
      formatOf(collections, collectionNamed('post')).fromFile(`---\n${fields}\n---\n`)[namesKey];
    expect(names('author: Ada\ncategory:\n  - value: category-c1\n    label: Community')).toBe('Ada, Community');
    expect(names('author: [Ada, Bo]\ncategory: []')).toBe('Ada, Bo');
    expect(names('author: 7\ncategory: {a: b}')).toBe('');
  });

  it('is beside its fields, and never in the file', () => {
    const text = '---\ntitle: A\n---\nText.\n';
    const data = formatOf(collections, collectionNamed('post')).fromFile(text);
    expect(Object.keys(data)).toEqual(['title', 'body', sourceKey, stateKey, namesKey]);
    expect(saved('post', text, (fields) => ({ ...fields, title: 'B', [slugKey]: 'b' }))).toBe(text.replace('A', 'B'));
  });
});

describe('the format of the settings', () => {
  const singles = collections.filter(({ single }) => single);

  it.each(singles.map(({ name }) => name))('finds %s by its form', (name) => {
    const form = fieldsOf(collections, collectionNamed(name)).map((field) => field.name);
    // Only the right declaration says that the fields are the CMS's own empty ones, and no one's words.
    const empty = Object.fromEntries(form.map((field) => [field, '']));
    const text = '# nothing yet\nmood: calm\n';
    const format = settingsFormat(collections);
    expect(format.toFile({ ...format.fromFile(text), ...empty }, form)).toBe(text);
  });
});
