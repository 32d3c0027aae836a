import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEntry } from '../../src/content/entry';
import { formatReport } from '../../src/content/problem';
import { readContent } from '../../src/content/read';
import { collections } from '../collections';
import { post, project, readReport, settings } from '../project';
import { hostileText } from './hostile-text';

const blog = (source: string | Buffer) => readReport({ 'content/blog/a.md': source });
const reportOf = (root: string) => formatReport(readContent(root, { collections }).problems);

test('a valid project has no problems, and every file is an entry', () => {
  const { entries, problems } = readContent(project({ 'content/blog/2026/my-post.md': post({}, '\nText.\n') }), {
    collections,
  });
  expect(problems).toEqual([]);
  expect(entries.map(({ collection, file, slug }) => [collection.name, file, slug])).toEqual([
    ['author', 'content/authors/editorial.md', 'editorial'],
    ['post', 'content/blog/2026/my-post.md', '2026/my-post'],
    ['category', 'content/categories/news.yml', 'news'],
    ['landing-page', 'content/pages/index.md', 'index'],
    ['checks', 'content/settings/checks.yml', 'settings/checks'],
    ['site', 'content/settings/site.yml', 'settings/site'],
  ]);
  expect(entries[1]).toMatchObject({
    body: '\nText.\n',
    data: { author: ['Editorial'], date: '2026-01-02T00:00:00.000Z', hidePost: false, draft: false },
  });
});

test('one author alone and a list of authors are read alike', () => {
  const { entries } = readContent(
    project({ 'content/blog/a.md': post({ author: 'One' }), 'content/blog/b.md': post({ author: ['One', 'Two'] }) }),
    { collections },
  );
  expect(entries.flatMap(({ data }) => ('author' in data ? [data.author] : []))).toEqual([['One'], ['One', 'Two']]);
});

test('a date that does not exist or is written oddly is an error at its place', () => {
  expect(blog(post({ date: '2016-19-17' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:4:7  error  “Date” is a date that does not exist: “2016-19-17”  → correct the month or the day (year-month-day)  [wrong-date]

    1 error in 1 file"
  `);
  expect(blog(post({ date: '2020-11-6T13:30:56.289Z' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:4:7  error  “Date” is not written as a date should be: “2020-11-6T13:30:56.289Z”  → write 2020-11-06T13:30:56.289Z  [wrong-date]

    1 error in 1 file"
  `);
  expect(blog(post({ date: '2026-02-31' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:4:7  error  “Date” is a date that does not exist: “2026-02-31”  → correct the month or the day (year-month-day)  [wrong-date]

    1 error in 1 file"
  `);
  expect(blog(post({ updated: '2026-03-04T15:00:00' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:10  error  “Updated” has a time without its zone: “2026-03-04T15:00:00”  → write 2026-03-04T15:00:00Z for UTC  [wrong-date]

    1 error in 1 file"
  `);
});

test('a missing date is an error, and never means today', () => {
  expect(blog(post({ date: undefined }))).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  “Date” is missing  → write date: … (When the post is published, in UTC. A post dated ahead is not built before that moment)  [missing-field]

    1 error in 1 file"
  `);
});

test('every required field that is missing is reported, with what to write there', () => {
  expect(blog('---\nlang: en\n---\n')).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  “Title” is missing  → write title: … (The headline of the post)  [missing-field]
    content/blog/a.md:1:1  error  “Author” is missing  → write author: … (One name or a list of names, each as it is written in Authors)  [missing-field]
    content/blog/a.md:1:1  error  “Date” is missing  → write date: … (When the post is published, in UTC. A post dated ahead is not built before that moment)  [missing-field]
    content/blog/a.md:1:1  error  “Category” is missing  → write category: … (The categories that list the post)  [missing-field]
    content/blog/a.md:1:1  error  “Description” is missing  → write description: … (One or two sentences that make a stranger want to read on; plain text, 70 to 160 characters), below seo:  [missing-field]

    5 errors in 1 file"
  `);
});

test('a field missing in a group is reported at the group', () => {
  expect(blog(post({ seo: { title: 'x' } }))).toMatchInlineSnapshot(`
    "content/blog/a.md:6:6  error  “Description” is missing  → write description: … (One or two sentences that make a stranger want to read on; plain text, 70 to 160 characters)  [missing-field]

    1 error in 1 file"
  `);
});

test('a field that was left empty counts as left out, as the CMS writes it', () => {
  expect(blog(post({ updated: '', image: '', lang: null, seo: { description: 'x', url: '', title: '' } }))).toBe('');
  expect(blog(post({ title: '', seo: { description: '' } }))).toMatchInlineSnapshot(`
    "content/blog/a.md:2:8  error  “Title” is missing  → write title: … (The headline of the post)  [missing-field]
    content/blog/a.md:6:21  error  “Description” is missing  → write description: … (One or two sentences that make a stranger want to read on; plain text, 70 to 160 characters)  [missing-field]

    2 errors in 1 file"
  `);
  expect(blog(post({ author: '' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:3:9  error  “Author” is missing  → write author: … (One name or a list of names, each as it is written in Authors)  [missing-field]

    1 error in 1 file"
  `);
  expect(blog(post({ author: [''] }))).toMatchInlineSnapshot(`
    "content/blog/a.md:3:10  error  “Author” is empty  → write author: …  [missing-field]

    1 error in 1 file"
  `);
  expect(blog(post({ category: [{ value: '', label: 'News' }] }))).toBe('');
});

test('a value of the wrong kind is an error that shows the right one', () => {
  expect(blog(post({ title: 2026 }))).toMatchInlineSnapshot(`
    "content/blog/a.md:2:8  error  “Title” must be text, and is a number: 2026  → put it in quotes: "2026"  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ draft: 'yes' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:8  error  “Draft” must be true or false, and is text: yes  → write draft: true or draft: false  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ category: 'News' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:5:11  error  “Category” must be a list, and is text: News  → write each item on a line of its own after “- ”  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ category: ['News'] }))).toMatchInlineSnapshot(`
    "content/blog/a.md:5:12  error  “Category” must have fields of its own, and is text: News  → write “value: …” and “label: …” below it  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ seo: 'About it' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:6:6  error  “SEO” must have fields of its own, and is text: About it  → write its fields below it, indented  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ date: 2026 }))).toMatchInlineSnapshot(`
    "content/blog/a.md:4:7  error  “Date” must be text, and is a number: 2026  → write it as 2026-03-04T15:00:00.000Z  [wrong-type]

    1 error in 1 file"
  `);
  expect(blog(post({ author: ['One', 2] }))).toMatchInlineSnapshot(`
    "content/blog/a.md:3:16  error  “Author” must be text, and is a number: 2  → put it in quotes: "2"  [wrong-type]

    1 error in 1 file"
  `);
});

test('a title that is too long is an error, and one that fits is not', () => {
  expect(blog(post({ title: 'x'.repeat(201) }))).toMatchInlineSnapshot(`
    "content/blog/a.md:2:8  error  “Title” has 201 characters, and may have 200  → shorten it  [overlong-text]

    1 error in 1 file"
  `);
  expect(blog(post({ title: 'x'.repeat(200) }))).toBe('');
});

test('an unknown field is an error at its name, with the nearest name where there is one', () => {
  expect(blog(post({ titel: 'x' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:1  error  Unknown field “titel”  → write title  [unknown-field]

    1 error in 1 file"
  `);
  expect(blog(post({ seo: { description: 'x', twitterUserName: 'y' } }))).toMatchInlineSnapshot(`
    "content/blog/a.md:6:25  error  Unknown field “twitterUserName”  → write twitterUsername  [unknown-field]

    1 error in 1 file"
  `);
  expect(blog(post({ category: [{ label: 'News', lable: 'x' }] }))).toMatchInlineSnapshot(`
    "content/blog/a.md:5:28  error  Unknown field “lable”  → write label  [unknown-field]

    1 error in 1 file"
  `);
  expect(blog(post({ zzz: 'x' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:1  error  Unknown field “zzz”  → remove it, or write one of: templateKey, title, author, date, updated, category, hidePost, draft, image, imageAlt, lang, seo  [unknown-field]

    1 error in 1 file"
  `);
});

test('a template that the folder does not have is an error, and its own may be written or left out', () => {
  expect(blog(post({ templateKey: 'blog-post' }))).toBe('');
  expect(blog(post({ templateKey: 'blog-pots' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:14  error  “templateKey” has no template “blog-pots” in this folder  → write blog-post, or leave the line out  [unknown-template]

    1 error in 1 file"
  `);
  expect(blog(post({ templateKey: 'zzz' }))).toMatchInlineSnapshot(`
    "content/blog/a.md:7:14  error  “templateKey” has no template “zzz” in this folder  → write blog-post, or leave the line out  [unknown-template]

    1 error in 1 file"
  `);
  expect(
    readReport({ 'content/categories/news.yml': 'templateKey: x\nvalue: a\nlabel: b\ndescription: c\n' }),
  ).toMatchInlineSnapshot(`
    "content/categories/news.yml:1:1  error  Unknown field “templateKey”  → remove it  [unknown-field]

    1 error in 1 file"
  `);
});

test('a field that is written twice is an error', () => {
  expect(blog(post().replace('author:', 'title: Other\nauthor:'))).toMatchInlineSnapshot(`
    "content/blog/a.md:3:1  error  The fields can’t be read: a field is written twice  → keep one of the two  [invalid-yaml]

    1 error in 1 file"
  `);
});

test('a file that is not UTF-8 is an error at the first wrong byte', () => {
  expect(blog(Buffer.from(post({ title: 'Café' }), 'latin1'))).toMatchInlineSnapshot(`
    "content/blog/a.md:2:12  error  The file is not written in UTF-8  → save it again with the encoding “UTF-8”  [wrong-encoding]

    1 error in 1 file"
  `);
  expect(blog(Buffer.concat([Buffer.from('---\r\ntitle: x\r\n'), Buffer.from([0xff])]))).toMatchInlineSnapshot(`
    "content/blog/a.md:3:1  error  The file is not written in UTF-8  → save it again with the encoding “UTF-8”  [wrong-encoding]

    1 error in 1 file"
  `);
  expect(blog(Buffer.from(`\uFEFF${post()}`, 'utf16le'))).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  The file is not written in UTF-8  → save it again with the encoding “UTF-8”  [wrong-encoding]

    1 error in 1 file"
  `);
});

test('an empty file is an error, and so is one of space alone', () => {
  expect(blog('')).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  The file is empty  → write its fields, or delete the file  [empty-file]

    1 error in 1 file"
  `);
  expect(blog('\uFEFF\n \n')).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  The file is empty  → write its fields, or delete the file  [empty-file]

    1 error in 1 file"
  `);
});

test('a byte order mark and Windows line ends are read like any other file', () => {
  const { entries, problems } = readContent(
    project({ 'content/blog/a.md': `\uFEFF${post({ title: 'Ä title' }, 'One\n\nTwo\n').replaceAll('\n', '\r\n')}` }),
    { collections },
  );
  expect(problems).toEqual([]);
  expect(entries.find(({ collection }) => collection.name === 'post')).toMatchObject({
    data: { title: 'Ä title' },
    body: 'One\r\n\r\nTwo\r\n',
  });
  expect(blog(`\uFEFF${post({ titel: 'x' }).replaceAll('\n', '\r\n')}`)).toBe(blog(post({ titel: 'x' })));
});

test('a file in a folder of no collection is an error that names the folder it may belong to', () => {
  expect(readReport({ 'content/blogs/a.md': post() })).toMatchInlineSnapshot(`
    "content/blogs/a.md:1:1  error  The file belongs to no collection  → move it to content/blog  [misplaced-file]

    1 error in 1 file"
  `);
  const folders = new Set(
    collections.map(({ folder, format, single }) => `content/${folder}${single ? `.${format}` : ''}`),
  );
  const told = (files: Record<string, string>) => readReport(files).replace([...folders].join(', '), '(all)');
  expect(told({ 'content/a.md': post() })).toMatchInlineSnapshot(`
    "content/a.md:1:1  error  The file belongs to no collection  → move it to one of: (all)  [misplaced-file]

    1 error in 1 file"
  `);
  expect(told({ 'content/settings/other.yml': 'a: b\n' })).toMatchInlineSnapshot(`
    "content/settings/other.yml:1:1  error  The file belongs to no collection  → move it to one of: (all)  [misplaced-file]

    1 error in 1 file"
  `);
});

test('a file with the wrong ending is an error that names the right one', () => {
  expect(readReport({ 'content/blog/a.markdown': post() })).toMatchInlineSnapshot(`
    "content/blog/a.markdown:1:1  error  “Blog posts” are files that end in .md  → rename it, or move it elsewhere  [misplaced-file]

    1 error in 1 file"
  `);
  expect(readReport({ 'content/blog/photo.jpg': 'x' })).toMatchInlineSnapshot(`
    "content/blog/photo.jpg:1:1  error  “Blog posts” are files that end in .md  → rename it, or move it elsewhere  [misplaced-file]

    1 error in 1 file"
  `);
  expect(readReport({ 'content/categories/a.yaml': 'a: b\n' })).toMatchInlineSnapshot(`
    "content/categories/a.yaml:1:1  error  “Categories” are files that end in .yml  → rename it, or move it elsewhere  [misplaced-file]

    1 error in 1 file"
  `);
});

test('files that begin with a dot, as systems and editors leave them, are not content', () => {
  expect(readReport({ 'content/.DS_Store': 'x', 'content/blog/.a.md.swp': 'x', 'content/.git/config': 'x' })).toBe('');
});

test('a link that leaves content, or leads to nothing, is an error, and what it points to is not read', () => {
  const root = project({ 'secret.md': post({ title: 'Secret' }) });
  symlinkSync(join(root, 'secret.md'), join(root, 'content/authors/secret.md'));
  symlinkSync('../../nothing.md', join(root, 'content/authors/dangling.md'));
  symlinkSync('/etc', join(root, 'content/etc'));
  const { entries } = readContent(root, { collections });
  expect(reportOf(root)).toMatchInlineSnapshot(`
    "content/authors/dangling.md:1:1  error  The file is a link to a folder, to something outside “content”, or to nothing  → put the file itself here  [linked-file]
    content/authors/secret.md:1:1  error  The file is a link to a folder, to something outside “content”, or to nothing  → put the file itself here  [linked-file]
    content/etc:1:1  error  The file is a link to a folder, to something outside “content”, or to nothing  → put the file itself here  [linked-file]

    3 errors in 3 files"
  `);
  expect(JSON.stringify(entries)).not.toContain('Secret');
});

test('a link out of content by way of another link is an error too', () => {
  const root = project({ 'secret.md': post({ title: 'Secret' }) });
  symlinkSync(join(root, 'secret.md'), join(root, 'content/authors/one.md'));
  symlinkSync('one.md', join(root, 'content/authors/two.md'));
  expect(reportOf(root)).toContain('content/authors/two.md:1:1  error');
});

test('a folder beside content whose name begins the same way is outside', () => {
  const root = project({ 'content-private/secret.md': '---\nname: Secret\n---\n' });
  symlinkSync(join(root, 'content-private/secret.md'), join(root, 'content/authors/secret.md'));
  expect(reportOf(root)).toContain(
    'content/authors/secret.md:1:1  error  The file is a link to a folder, to something outside',
  );
});

test('a link to another file of content is read', () => {
  const root = project({ 'content/blog/a.md': post() });
  symlinkSync('a.md', join(root, 'content/blog/b.md'));
  const { entries, problems } = readContent(root, { collections });
  expect(problems).toEqual([]);
  expect(entries.map(({ file }) => file)).toContain('content/blog/b.md');
});

test('all problems of all files come at once, in the order of files and lines', () => {
  expect(
    readReport({
      'content/settings/site.yml': settings({ postsPerPage: 'two', title: undefined }),
      'content/blog/b.md': post({ titel: 'x', draft: 'no', date: 'soon' }),
      'content/blog/a.md': '---\ntitle: x\n',
      'content/authors/editorial.md': '---\nnam: Editorial\n---\n',
    }),
  ).toMatchInlineSnapshot(`
    "content/authors/editorial.md:1:1  error  “Name” is missing  → write name: … (The name as posts spell it)  [missing-field]
    content/authors/editorial.md:2:1  error  Unknown field “nam”  → write name  [unknown-field]
    content/blog/a.md:1:1  error  The front matter opens with “---” and never closes  → add a line “---” below its last field  [invalid-front-matter]
    content/blog/b.md:4:7  error  “Date” is not a date: “soon”  → write it as 2026-03-04T15:00:00.000Z  [wrong-date]
    content/blog/b.md:7:1  error  Unknown field “titel”  → write title  [unknown-field]
    content/blog/b.md:8:8  error  “Draft” must be true or false, and is text: no  → write draft: true or draft: false  [wrong-type]
    content/settings/site.yml:1:1  error  “Name” is missing  → write title: … (The name of the site)  [missing-field]
    content/settings/site.yml:8:15  error  “Posts per page” must be a whole number, and is text: two  → write a whole number, without quotes  [wrong-type]

    8 errors in 4 files"
  `);
});

test('a project without settings, or without content, is reported so', () => {
  expect(readReport({ 'content/settings/site.yml': undefined })).toMatchInlineSnapshot(`
    "content/settings/site.yml:1:1  error  The file of “Site settings” is missing  → add content/settings/site.yml  [missing-file]

    1 error in 1 file"
  `);
  const root = project();
  rmSync(join(root, 'content'), { recursive: true });
  expect(reportOf(root)).toMatchInlineSnapshot(`
    "content:1:1  error  There is no folder “content”  → run this in the folder of the project  [missing-folder]

    1 error in 1 file"
  `);
});

test('no text of a file makes the reader throw, and every problem has its place within the file', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', '2016-19-17', '__proto__', 'toString', {}, [], [[]], [null]),
  );
  const names = fc.constantFrom(
    ...['title', 'author', 'date', 'category', 'seo', 'draft', 'lang', 'image', 'templateKey', 'titel'],
    ...['__proto__', 'constructor', 'toString', 'valueOf', ''],
  );
  const generated = fc.dictionary(names, values).map((data) => post(data));
  fc.assert(
    fc.property(fc.oneof(hostileText, generated), (text) => {
      for (const collection of collections) {
        const { format } = collection;
        const { problems, entry } = checkEntry('a', 'a', [collection], text);
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        expect(entry === undefined).toBe(problems.length > 0);
        expect(format).toMatch(/md|yml/);
        for (const { line, column, message, advice } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(message).not.toMatch(/undefined|\[object/);
          expect(advice).not.toBe('');
        }
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['title', '1.10', 'put it in quotes: "1.10"'],
  ['title', '0755', 'put it in quotes: "0755"'],
  ['title', '0x1F', 'put it in quotes: "0x1F"'],
  ['title', '0o17', 'put it in quotes: "0o17"'],
  ['title', '1e3', 'put it in quotes: "1e3"'],
  ['title', '+49', 'put it in quotes: "+49"'],
  ['title', '.inf', 'put it in quotes: ".inf"'],
  ['title', '12345678901234567890', 'put it in quotes: "12345678901234567890"'],
  ['title', 'TRUE', 'put it in quotes: "TRUE"'],
  ['title', 'Null', 'put it in quotes: "Null"'],
  ['title', '[Draft]', 'put it in quotes: "[Draft]"'],
  ['title', '{"a": 1}', `put it in quotes: '{"a": 1}'`],
  ['author', '1.10', 'put it in quotes: "1.10"'],
  ['author', '[1.10]', 'put it in quotes: "1.10"'],
  ['date', '20260304', 'write 2026-03-04'],
  ['date', '"20260304"', 'write 2026-03-04'],
  ['date', '20261304', 'correct the month or the day (year-month-day)'],
  ['date', '2026', 'write it as 2026-03-04T15:00:00.000Z'],
  ['lang', 'true', 'write a tag such as en, ko or pt-BR'],
])('the advice for “%s: %s” is made of the letters in the file', (name, written, advice) => {
  const lines = post({ lang: 'en' }).replace(new RegExp(`^${name}: .*`, 'm'), () => `${name}: ${written}`);
  const report = blog(lines);
  expect(report).toContain(`→ ${advice}  [`);
  expect(report).toContain(written.replace(/^"|"$/g, '').replace(/^\[1/, '1').replace(/0\]$/, '0'));
  const answer = /(?:quotes:|write) (.*?) {2}\[/.exec(report)?.[1] ?? '';
  if (/^(?:put|write 2)/.test(advice)) {
    expect(blog(lines.replace(`${name}: ${written}`, () => `${name}: ${answer}`)), 'it leads to no other fault').toBe(
      '',
    );
  }
});

test('a single value where a list may stand is reported as it is written, at its place', () => {
  const told = (author: string) =>
    readReport({ 'content/blog/a.md': post({ author: undefined }).replace('title:', `author: ${author}\ntitle:`) });
  for (const written of ['007', '1.10', '0x1F'])
    expect(told(written)).toContain(
      `content/blog/a.md:2:9  error  “Author” must be text, and is a number: ${written}  → put it in quotes: "${written}"`,
    );
  expect(told('true')).toContain('“Author” must be text, and is true or false: true');
  expect(told('""')).toContain('“Author” is missing');
});
