import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf, sourceKey } from '../../../src/cms/file/format';
import { openedForms } from '../../../src/cms/repository/opened';
import { type AskEditor, type Files, saveOver } from '../../../src/cms/repository/save-over';
import { parseSource } from '../../../src/content/source';
import { collectionNamed, collections } from '../../collections';

const collection = collectionNamed('landing-page');
const post = collectionNamed('post');
const kept = (of: typeof collection) => ({ format: of.format, schema: of.schema });

const start = `---
title: A post # as it was printed
author: [Ada, Bo]
date: 2026-01-02T00:00:00.000Z
category:
  - value: one
    label: One
  - value: two
    label: Two
seo:
    description: >-
      Folded over
      two lines.
---
The first paragraph.

## A heading

The second paragraph,
on two lines.

- a list
- of two

The last paragraph.
`;

/** One after the other, each as the content server does it. */
function storeOf(text: string | undefined): Files & { text: string | undefined } {
  return {
    text,
    async read() {
      return this.text;
    },
    async write(_, next, expected) {
      if (this.text !== expected) return false;
      this.text = next;
      return true;
    },
  };
}

type Data = Record<string, unknown> & { body: string };
type Edit = (data: Data, mark: string) => void;

const list = (data: Data, name: string) => {
  const value = data[name];
  const items: unknown[] = Array.isArray(value) ? [...value] : [value];
  data[name] = items;
  return items;
};
const paragraphs = (data: Data, change: (all: string[]) => void) => {
  const all = data.body.trim().split(/\n{2,}/);
  change(all);
  data.body = `${all.join('\n\n')}\n`;
};
/** What editors do; `mark` is a word that stands nowhere else. */
const edits: Record<string, (at: number) => Edit> = {
  title: () => (data, mark) => void Object.assign(data, { title: `Title ${mark}` }),
  description: () => (data, mark) =>
    void Object.assign(data, { seo: { ...(data['seo'] as object), description: `Of ${mark}.` } }),
  picture: () => (data, mark) => void Object.assign(data, { image: `/img/${mark}.png` }),
  'an author more': (at) => (data, mark) => void list(data, 'author').splice(at, 0, mark),
  'an author less': (at) => (data) => void list(data, 'author').splice(at, 1),
  'a category more': () => (data, mark) => void list(data, 'category').push({ value: mark, label: mark }),
  'a category’s label': (at) => (data, mark) => {
    const all = list(data, 'category') as object[];
    const index = at % Math.max(1, all.length);
    if (all[index]) all[index] = { ...all[index], label: mark };
  },
  'a paragraph': (at) => (data, mark) =>
    paragraphs(data, (all) => void all.splice(at % all.length, 1, `Text ${mark}.`)),
  'a paragraph more': (at) => (data, mark) =>
    paragraphs(data, (all) => void all.splice(at % (all.length + 1), 0, `New ${mark}.`)),
  'a paragraph less': (at) => (data) =>
    paragraphs(data, (all) => void (all.length > 1 && all.splice(at % all.length, 1))),
};

const step = fc.record({
  who: fc.nat(1),
  does: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(edits)) },
    { weight: 2, arbitrary: fc.constant('save') },
    { weight: 1, arbitrary: fc.constant('open') },
  ),
  at: fc.nat(6),
  answer: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
});

const marksIn = (text: string) => new Set(text.match(/mark\d+x/g));

describe('two editors at one file', () => {
  it.each([
    ['as it is', start],
    ['with Windows line ends', start.replaceAll('\n', '\r\n')],
  ])('%s: nothing that either wrote is lost, or its author was asked', async (_, text) => {
    const format = formatOf(collections, post);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const store = storeOf(text);
        const open = () => {
          const data = format.fromFile(store.text as string) as Data;
          return { data, source: store.text as string, forms: openedForms() };
        };
        const editors = [open(), open()];
        let count = 0;
        for (const { who, does, at, answer } of steps) {
          const editor = editors[who] as ReturnType<typeof open>;
          if (does === 'open') editors[who] = open();
          else if (does !== 'save') edits[does]?.(at)(editor.data, `mark${count++}x`);
          else {
            const mine = format.toFile(structuredClone(editor.data));
            const base = editor.forms.baseOf('post.md', editor.source);
            const theirs = store.text as string;
            const asked = new Set<string>();
            const ask: AskEditor = async (conflicts) => {
              for (const mark of marksIn(JSON.stringify(conflicts))) asked.add(mark);
              return conflicts.map(({ isPart }) => (answer === 'both' && !isPart ? 'mine' : answer));
            };
            const saved = await saveOver(store, { file: 'post.md', base, mine }, kept(post), ask);
            editor.forms.keep('post.md', editor.source, mine);
            const [before, own, others, now] = [base, mine, theirs, saved].map(marksIn) as [
              Set<string>,
              Set<string>,
              Set<string>,
              Set<string>,
            ];
            for (const mark of own) if (!before.has(mark) && !asked.has(mark)) expect(now, mark).toContain(mark);
            for (const mark of others) if (!before.has(mark) && !asked.has(mark)) expect(now, mark).toContain(mark);
            // What one took away does not come back, and what both kept stays.
            for (const mark of before)
              if (!asked.has(mark)) expect(now.has(mark), mark).toBe(own.has(mark) && others.has(mark));
            expect(parseSource(saved, 'md').faults).toEqual([]);
            if (saved.includes('title: A post')) expect(saved).toContain('title: A post # as it was printed');
            expect(saved.includes('\r\n')).toBe(text.includes('\r\n'));
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('sections of a page: each keeps what it changed of another section, and of another field of the same', async () => {
    const page = `---\ntitle: Home\nblocks:\n  - type: hero\n    title: Old\n    text: Old text.\n  - type: events\n    count: 3\n---\n`;
    const format = formatOf(collections, collection);
    const store = storeOf(page.replace('Old\n', 'Theirs\n').replace('count: 3', 'count: 5'));
    const data = format.fromFile(page);
    const [hero, events] = data['blocks'] as object[];
    const mine = format.toFile({
      ...data,
      blocks: [{ ...hero, text: 'My text.' }, events, { type: 'events', count: 9 }],
    });
    const never: AskEditor = () => Promise.reject(new Error('asked'));
    await saveOver(store, { file: 'index.md', base: String(data[sourceKey]), mine }, kept(collection), never);
    expect(store.text).toBe(
      page
        .replace('Old\n', 'Theirs\n')
        .replace('count: 3', 'count: 5\n  - type: events\n    count: 9')
        .replace('Old text.', 'My text.'),
    );
  });

  it('is asked when both changed the same, and may save nothing', async () => {
    const store = storeOf(start.replace('A post', 'Theirs'));
    const conflicts: unknown[] = [];
    const back: AskEditor = async (found) => void conflicts.push(...found);
    const saving = saveOver(
      store,
      { file: 'post.md', base: start, mine: start.replace('A post', 'Mine') },
      kept(post),
      back,
    );
    await expect(saving).rejects.toThrow('Nothing was saved');
    expect(conflicts).toEqual([{ path: ['title'], isPart: false, base: 'A post', mine: 'Mine', theirs: 'Theirs' }]);
    expect(store.text).toContain('Theirs');
  });

  it('is asked when the entry was deleted meanwhile', async () => {
    const store = storeOf(undefined);
    const save = (answer: 'mine' | 'theirs') =>
      saveOver(store, { file: 'post.md', base: start, mine: start }, kept(post), async () => [answer]);
    await expect(save('theirs')).rejects.toThrow('somebody has deleted this entry');
    expect(await save('mine')).toBe(start);
  });

  it('merges again what was saved at the same moment', async () => {
    const store = storeOf(start);
    const { write } = store;
    let late = true;
    store.write = async (file, text, expected) => {
      if (late) store.text = start.replace('The last', 'The very last');
      late = false;
      return write.call(store, file, text, expected);
    };
    await saveOver(
      store,
      { file: 'post.md', base: start, mine: start.replace('A post', 'Mine') },
      kept(post),
      async () => undefined,
    );
    expect(store.text).toBe(start.replace('The last', 'The very last').replace('A post', 'Mine'));
  });
});
