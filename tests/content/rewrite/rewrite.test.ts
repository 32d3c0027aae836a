import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { post } from '../../../src/collections/post';
import { rewriteSource } from '../../../src/content/rewrite/rewrite';
import { parseSource } from '../../../src/content/source';
import { siteFolder } from '../../copy-project';
import { hasCorpus } from '../../corpus';
import { hostileText } from '../hostile-text';
import { changed, hostileYaml, tree } from '../hostile-yaml';

type Data = Record<string, unknown>;

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|ya?ml)$/.test(name))
    .map((name) => join(folder, name));
const files = filesBelow(join(siteFolder, 'content'));

/** What an editor's form gives for a file: the same, but for line ends in the body. */
function formOf(text: string, format: 'md' | 'yml') {
  const { data, body } = parseSource(text, format);
  return { data: structuredClone(data) as Data, body: body.replace(/\r\n/g, '\n') };
}

/** A file after an editor's change of its fields. */
function edited(text: string, change: (data: Data) => unknown, format: 'md' | 'yml' = 'yml'): string {
  const { data } = formOf(text, format);
  change(data);
  const result = rewriteSource(text, format, { data }, post.schema);
  expect(parseSource(result, format)).toMatchObject({ faults: [], data });
  return result;
}

/** The lines that are in one text only, as `diff` shows them. */
function changedLines(old: string, next: string): string {
  const [before, after] = [old.split('\n'), next.split('\n')];
  const lost = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  return [...lost, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)].join('\n');
}

test('a file that is saved without a change keeps its bytes, whatever it is like', () => {
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const format = file.endsWith('.md') ? 'md' : 'yml';
    expect(rewriteSource(text, format, formOf(text, format), post.schema), file).toBe(text);
  }
});

test('a title that is changed in any file of the site changes one line', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const format = file.endsWith('.md') ? 'md' : 'yml';
    const name = Object.keys(formOf(text, format).data).find(
      (key) => typeof formOf(text, format).data[key] === 'string',
    );
    if (!name) continue;
    const result = edited(text, (data) => Object.assign(data, { [name]: 'Another: one' }), format);
    expect(changedLines(text, result).split('\n'), file).toHaveLength(2);
  }
});

// Real posts with all that real editors do. They stand beside the project in some places, and are skipped elsewhere.
describe.skipIf(!hasCorpus)('the posts of the former site', () => {
  test('keep their bytes when nothing is changed, and all lines but one when the title is', () => {
    const texts = filesBelow('../shared/corpus/openinfra/src').map((file) => readFileSync(file, 'utf8'));
    const readable = texts.filter((text) => parseSource(text, 'md').faults.length === 0);
    expect(readable.length).toBeGreaterThan(30);
    for (const text of readable) {
      expect(rewriteSource(text, 'md', formOf(text, 'md'))).toBe(text);
      if (!('title' in formOf(text, 'md').data)) continue;
      const result = edited(text, (data) => Object.assign(data, { title: 'New' }), 'md');
      expect(changedLines(text, result)).toMatch(/^(?:- .*\n)+\+ .*$/);
    }
  });
});

test('a changed text is written as the former was', () => {
  const difference = (text: string) =>
    changedLines(
      text,
      edited(text, (data) => Object.assign(data, { title: 'It’s new' })),
    );
  const cases = [
    'title: Old',
    'title:   Old   # a comment',
    "title: 'Old'",
    'title: "Old"  # a comment',
    'title: >-\n  Old',
    'title: |\n  Old',
    'title:\n  Old',
    'title:',
    'title: # a comment',
    'title: !!str 12',
    '"title": Old',
    '? title\n: Old',
    'title: &name Old',
  ];
  const table = cases.map((text) => `${text}\n${difference(`${text}\nlast: 1\n`)}`);
  expect(table.join('\n\n')).toMatchInlineSnapshot(`
    "title: Old
    - title: Old
    + title: It’s new

    title:   Old   # a comment
    - title:   Old   # a comment
    + title:   It’s new   # a comment

    title: 'Old'
    - title: 'Old'
    + title: 'It’s new'

    title: "Old"  # a comment
    - title: "Old"  # a comment
    + title: "It’s new"  # a comment

    title: >-
      Old
    -   Old
    +   It’s new

    title: |
      Old
    - title: |
    -   Old
    + title: |-
    +   It’s new

    title:
      Old
    -   Old
    +   It’s new

    title:
    - title:
    + title: It’s new

    title: # a comment
    - title: # a comment
    + title: It’s new # a comment

    title: !!str 12
    - title: !!str 12
    + title: It’s new

    "title": Old
    - "title": Old
    + "title": It’s new

    ? title
    : Old
    - : Old
    + : It’s new

    title: &name Old
    - title: &name Old
    + title: &name It’s new"
  `);
  expect(edited('{title: Old, other: x}', (data) => Object.assign(data, { title: 'a, b' }))).toBe(
    '{title: "a, b", other: x}',
  );
});

test('a text that would be read as something else is put in quotes, and one of several lines on lines of its own', () => {
  const values = ['12', 'true', 'null', '', 'One: two', 'a #b', '- a', ' a', '2026-03-04', 'yes', 12, true, null];
  const lines = values.map((value) => edited('title: Old\n', (data) => Object.assign(data, { title: value })));
  expect(lines.join('')).toMatchInlineSnapshot(`
    "title: "12"
    title: "true"
    title: "null"
    title: ""
    title: "One: two"
    title: "a #b"
    title: "- a"
    title: " a"
    title: 2026-03-04
    title: yes
    title: 12
    title: true
    title: null
    "
  `);
  const several = ['one\ntwo', 'one\n\ntwo\n', '  indented\ntwo', 'one\n\n\n', 'trailing \nspace', 'a\r\nb'];
  expect(
    several.map((value) => edited('title: Old\n', (data) => Object.assign(data, { title: value }))).join(''),
  ).toMatchInlineSnapshot(`
    "title: |-
      one
      two
    title: |
      one

      two
    title: "  indented\\ntwo"
    title: "one\\n\\n\\n"
    title: "trailing\\ \\nspace"
    title: "a\\r\\nb"
    "
  `);
});

test('comments, blank lines, quotes and the order of fields stay where they are', () => {
  const text = `# The post.
title: 'Old'   # short

# Who wrote it.
author:
- One   # first
# The second.
- "Two"
unknown: {b: 1, a: [x, 'y']}
date: 2026-01-01

seo:
    description: >-
        A text that is folded
        over lines.
    # No address.
`;
  const result = edited(text, (data) => {
    data['author'] = ['Two', 'Three'];
    data['unknown'] = { b: 1, a: ['x', 'y', 'z'] };
    data['image'] = '/img/a.png';
    data['seo'] = { description: 'Another text.', url: '/x' };
    delete data['title'];
  });
  expect(result).toMatchInlineSnapshot(`
    "# The post.

    # Who wrote it.
    author:
    # The second.
    - "Two"
    - Three
    unknown: {b: 1, a: [x, 'y', z]}
    date: 2026-01-01
    image: /img/a.png

    seo:
        description: >-
            Another text.
        url: /x
        # No address.
    "
  `);
});

test('removing the first of many items takes its lines away, and no others', () => {
  const items = Array.from(
    { length: 80 },
    (_, index) => `  - label: "Item ${index}" # ${index}\n    url: /${index}/\n`,
  );
  const text = `category:\n${items.join('')}`;
  const without = edited(text, (data) => (data['category'] as unknown[]).shift());
  expect(without).toBe(`category:\n${items.slice(1).join('')}`);
  const moved = edited(text, (data) => (data['category'] as unknown[]).unshift((data['category'] as unknown[]).pop()));
  expect(moved).toBe(`category:\n${items.slice(-1).join('')}${items.slice(0, -1).join('')}`);
  const renamed = edited(text, (data) =>
    Object.assign((data['category'] as object[])[7] as object, { url: '/seven/' }),
  );
  expect(changedLines(text, renamed)).toBe('-     url: /7/\n+     url: /seven/');
});

test('the first field of an item gives its place beside the dash to the next', () => {
  const text = 'a:\n  - one: 1\n    two: 2\n  - one: 3\n    # a comment\n    two: 4\n';
  const result = edited(text, (data) => {
    for (const item of data['a'] as Data[]) delete item['one'];
  });
  expect(result).toBe('a:\n  - two: 2\n  -\n    # a comment\n    two: 4\n');
});

test('what is referred to from elsewhere keeps its value there', () => {
  const text = '# c\none: &x\n  a: 1 # d\ntwo: *x\nthree: [*x, &y b]\nfour: *y\n';
  expect(edited(text, (data) => Object.assign(data, { one: { a: 2 } }))).toMatchInlineSnapshot(`
    "# c
    one: &x
      a: 2 # d
    two: {a: 1}
    three: [{a: 1}, &y b]
    four: b
    "
  `);
  expect(edited(text, (data) => Object.assign(data, { two: 'x' }))).toBe(text.replace('two: *x', 'two: x'));
  expect(edited(text, (data) => delete data['one'])).toMatchInlineSnapshot(`
    "# c
    two: {a: 1}
    three: [{a: 1}, &y b]
    four: b
    "
  `);
});

test('lines end as they did, at the end of the file too', () => {
  const text = '\uFEFFtitle: Old\r\nauthor: One\ndate: 2026-01-01\r\nlast: 1';
  const result = edited(text, (data) => Object.assign(data, { title: 'New', image: '/a.png', tail: 'x' }));
  expect(result).toBe('\uFEFFtitle: New\r\nauthor: One\ndate: 2026-01-01\r\nimage: /a.png\r\nlast: 1\r\ntail: x');
});

test('a field that is added to one line, or taken from the end, leaves the lines around it', () => {
  const text = '---\r\ntitle: Old\r\n---\r\nText.\r\n';
  const longer = text.replace('Old', 'Old\r\nimage: /a.png');
  expect(edited(text, (data) => Object.assign(data, { image: '/a.png' }), 'md')).toBe(longer);
  expect(edited(longer, (data) => delete data['image'], 'md')).toBe(text);
  expect(edited('title: Old\nimage: /a.png', (data) => delete data['image'])).toBe('title: Old');
});

test('the fences of front matter stay as they are, and may be empty', () => {
  const text = '--- \ntitle: Old\n---  \n\nText.\n';
  expect(edited(text, (data) => Object.assign(data, { title: 'New' }), 'md')).toBe(text.replace('Old', 'New'));
  expect(rewriteSource('---\n# A note.\n---', 'md', { data: { title: 'New' }, body: 'Text.' })).toBe(
    '---\n# A note.\ntitle: New\n---\nText.',
  );
  expect(rewriteSource('---\ntitle: Old\n---\nText.\n', 'md', { data: {} })).toBe('---\n---\nText.\n');
});

test('a new file has its fields in the order of their declaration', () => {
  const data = {
    seo: { url: '/x/', description: 'What it says: all.' },
    extra: undefined,
    category: [{ label: 'News', value: 'c-1' }],
    date: '2026-03-04T15:00:00.000Z',
    author: 'Editorial',
    title: '한국어 제목',
  };
  expect(rewriteSource('', 'md', { data, body: 'Text.\n' }, post.schema)).toMatchInlineSnapshot(`
    "---
    title: 한국어 제목
    author: Editorial
    date: 2026-03-04T15:00:00.000Z
    category:
      - value: c-1
        label: News
    seo:
      description: "What it says: all."
      url: /x/
    ---
    Text.
    "
  `);
  expect(rewriteSource('', 'yml', { data: {} })).toBe('');
});

test('a file that can’t be read is not changed, and the editor is reported why', () => {
  const rewrite = (text: string) => rewriteSource(text, 'md', { data: { title: 'New' } });
  expect(() => rewrite('Text.\n')).toThrowErrorMatchingInlineSnapshot(
    `[Error: The file can’t be changed before it can be read. The file has no front matter]`,
  );
  expect(() => rewrite('---\ntitle: a: b\n---\n')).toThrowErrorMatchingInlineSnapshot(
    `[Error: The file can’t be changed before it can be read. The fields can’t be read: a text holds a colon and a space]`,
  );
});

test('whatever is changed in whatever file, it says what was asked for, and fields left alone keep their bytes', () => {
  fc.assert(
    fc.property(hostileYaml, fc.gen(), fc.boolean(), (yaml, g, isMarkdown) => {
      const [text, format] = isMarkdown ? ([`---\n${yaml}---\nText.\n`, 'md'] as const) : ([yaml, 'yml'] as const);
      const source = parseSource(text, format);
      expect(source.faults).toEqual([]);
      const before = source.data as Data;
      expect(rewriteSource(text, format, { data: before })).toBe(text);
      const next = changed(g, before as never) as Data;
      const result = rewriteSource(text, format, { data: next }, post.schema);
      expect(parseSource(result, format)).toMatchObject({ faults: [], body: source.body });
      expect(parseSource(result, format).data).toEqual(next);
      // A value that others refer to, or that ends with blank lines, may have to change with them.
      if (/&one|[|>]\+/.test(yaml)) return;
      for (const { source: kept, name } of fieldsOf(yaml)) {
        if (Object.hasOwn(next, name) && JSON.stringify(next[name]) === JSON.stringify(before[name])) {
          expect(result).toContain(kept);
        }
      }
    }),
    // A file made of hundreds of choices takes minutes to shrink.
    { numRuns: 150, endOnFailure: true },
  );
});

/** The fields of YAML, and the lines they are written in. */
function fieldsOf(yaml: string) {
  const { contents } = parseDocument(yaml, { schema: 'core' });
  type Ranged = { value?: unknown; range: [number, number, number] };
  return (contents as unknown as { items: { key: Ranged; value: Ranged }[] }).items.map(({ key, value }) => ({
    name: String(key.value),
    // Comments behind a value that is left out are not part of it.
    source: yaml.slice(key.range[0], Math.max(key.range[1], value.range[1])).replace(/(?:\s*\n\s*#.*)*\s*$/, ''),
  }));
}

test('whatever can be read can be written anew', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom('md' as const, 'yml' as const), tree, (text, format, value) => {
      const source = parseSource(text, format);
      if (source.faults.length > 0) return;
      const data = { ...(source.data as Data), added: value };
      const result = parseSource(rewriteSource(text, format, { data }, post.schema), format);
      expect(result.data).toEqual(data);
      expect(result.body).toBe(source.body);
      expect(parseSource(rewriteSource('', format, { data }, post.schema), format).data).toEqual(data);
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('fields that are added stand in the order of their declaration, in whatever order they were filled in', () => {
  const before = 'title: A\nlegacy: 1\n';
  const added = { date: '2026-01-01', author: 'B', lang: 'ko', draft: true };
  const names = ['author', 'date', 'draft', 'lang'];
  for (const order of [Object.keys(added), Object.keys(added).reverse(), names]) {
    const data = { title: 'A', legacy: 1, ...Object.fromEntries(order.map((key) => [key, added[key as 'date']])) };
    expect(rewriteSource(before, 'yml', { data }, post.schema)).toBe(
      'title: A\nauthor: B\ndate: 2026-01-01\ndraft: true\nlang: ko\nlegacy: 1\n',
    );
  }
});

test('so do several that are added at once within a group', () => {
  const added = { title: 'T', description: 'D', url: '/x/', image: '/i.png' };
  for (const order of [Object.keys(added), Object.keys(added).reverse()]) {
    const seo = Object.fromEntries(order.map((key) => [key, added[key as 'url']]));
    expect(rewriteSource('seo:\n  title: T\n', 'yml', { data: { seo } }, post.schema)).toBe(
      'seo:\n  title: T\n  description: D\n  url: /x/\n  image: /i.png\n',
    );
  }
});
