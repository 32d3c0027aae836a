import { expect, test } from 'vitest';
import { loadSite } from '../../../src/load';
import { kinds } from '../../collections';
import { checkReport, data, landing, now, post, project, settings, text } from '../../project';

const redirects = (...list: object[]) => ({ 'content/settings/redirects.yml': data({ redirects: list }) });
const pages = { 'content/pages/new.md': text(), 'content/blog/a.md': post() };
const report = (...list: object[]) => checkReport({ ...pages, ...redirects(...list) });

test('a redirect from a page, to nowhere, or that can’t work is told where it stands', () => {
  expect(
    report(
      { from: '/new/', to: '/blog/' },
      { from: '/blog/rss.xml', to: '/new/' },
      { from: '/old/', to: '/missing/' },
      { from: 'older', to: '/new/' },
      { from: '/oldest/', to: '/new/:splat' },
      { from: '/img/card.png', to: '/new/' },
    ),
  ).toMatchInlineSnapshot(`
    "content/settings/redirects.yml:1:21  error  There is a page at “/new/”, and so nobody is redirected  → remove the redirect, or give the page another address  [needless-redirect]
    content/settings/redirects.yml:1:52  error  There is a page at “/blog/rss.xml”, and so nobody is redirected  → remove the redirect, or give the page another address  [needless-redirect]
    content/settings/redirects.yml:1:103  error  The link “/missing/” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/settings/redirects.yml:1:124  error  “From” must begin with “/”: “older”  → write /older  [malformed-redirect]
    content/settings/redirects.yml:1:170  error  “:splat” stands for nothing  → end “From” with *  [malformed-redirect]
    content/settings/redirects.yml:1:193  error  There is a page at “/img/card.png”, and so nobody is redirected  → remove the redirect, or give the page another address  [needless-redirect]

    6 errors in 1 file"
  `);
});

test('a redirect from where a page will be, when its day comes, is reported before that day', () => {
  expect(
    checkReport({
      'content/blog/later.md': post({ date: '2030-01-01' }),
      ...redirects({ from: '/blog/later', to: '/' }),
    }),
  ).toMatch(/redirects\.yml:1:\d+ {2}error/);
});

test('two redirects from one address are reported, for the second is never reached', () => {
  expect(report({ from: '/old/', to: '/new/' }, { from: '/Old', to: '/blog/' })).toMatch(/redirects\.yml:1:\d+ /);
});

test('no redirect can write a file outside of the site', () => {
  expect(report({ from: '/../../outside/', to: '/new/' })).toMatch(/redirects\.yml:1:\d+ {2}error/);
});

test('a status that is none is an error', () => {
  expect(report({ from: '/old/', to: '/new/', status: 303 })).toMatchInlineSnapshot(`
    "content/settings/redirects.yml:1:51  error  “Status” must be at most 302, not 303  → write a smaller number  [wrong-number]

    1 error in 1 file"
  `);
});

test('a status may be written without quotation marks, as people write numbers', () => {
  const redirect = 'redirects:\n  - from: /old/\n    to: /new/\n    status: 302\n';
  expect(checkReport({ ...pages, 'content/settings/redirects.yml': redirect })).not.toContain('can’t be “302”');
});

test('redirects that lead in a circle, or on and on, are reported at each of them', () => {
  expect(
    report({ from: '/a/', to: '/b/' }, { from: '/b/', to: '/a/' }, { from: '/c/*', to: '/c/d/:splat' }),
  ).toMatchInlineSnapshot(`
    "content/settings/redirects.yml:1:32  error  The redirect from “/a/” comes back to where it has been, and never arrives  → write the address of a page  [redirect-circle]
    content/settings/redirects.yml:1:58  error  The redirect from “/b/” comes back to where it has been, and never arrives  → write the address of a page  [redirect-circle]
    content/settings/redirects.yml:1:85  error  The redirect from “/c/*” comes back to where it has been, and never arrives  → write the address of a page  [redirect-circle]

    3 errors in 1 file"
  `);
});

test('a redirect that leads to another is reported, with the end that belongs there', () => {
  expect(
    report(
      { from: '/oldest/', to: '/older/' },
      { from: '/older/', to: '/old/' },
      { from: '/old/', to: '/new/' },
      { from: '/x/*', to: '/y/:splat' },
      { from: '/y/*', to: 'https://example.org/:splat' },
    ),
  ).toMatchInlineSnapshot(`
    "content/settings/redirects.yml:1:37  error  “To” leads to “/older/”, which is redirected itself  → write /new/  [redirect-chain]
    content/settings/redirects.yml:1:71  error  “To” leads to “/old/”, which is redirected itself  → write /new/  [redirect-chain]
    content/settings/redirects.yml:1:130  error  “To” leads to “/y/:splat”, which is redirected itself  → write https://example.org/:splat  [redirect-chain]

    3 errors in 1 file"
  `);
});

test('a redirect by way of one that is for now only is no chain: its end will change', () => {
  expect(report({ from: '/older/', to: '/old/' }, { from: '/old/', to: '/new/', status: 302 })).toBe('');
});

test('a link to what has moved is told in texts, fields, sections and settings, and fixed where it stands', () => {
  const files = {
    ...pages,
    ...redirects({ from: '/old/', to: '/new/' }),
    'content/blog/b.md': post({ title: 'B' }, '[x](/old/#part)\n'),
    'content/pages/p.md': landing([{ type: 'hero', title: 'T', buttons: [{ label: 'B', url: '/old' }] }]),
    'content/settings/site.yml': settings({ navigation: [{ label: 'N', url: '/old/?a=b' }] }),
  };
  const { problems } = loadSite(project(files), { kinds, now, preview: false });
  const edits = problems.flatMap(({ rule, fix = [] }) => fix.map((change) => ({ rule, ...change })));
  expect(edits.map((edit) => ({ ...edit, start: undefined, end: undefined }))).toMatchInlineSnapshot(`
    [
      {
        "end": undefined,
        "file": "content/blog/b.md",
        "kind": "edit",
        "rule": "link-to-moved",
        "start": undefined,
        "text": "new",
      },
      {
        "end": undefined,
        "file": "content/pages/p.md",
        "kind": "edit",
        "rule": "link-to-moved",
        "start": undefined,
        "text": "new",
      },
      {
        "end": undefined,
        "file": "content/settings/site.yml",
        "kind": "edit",
        "rule": "link-to-moved",
        "start": undefined,
        "text": "new",
      },
    ]
  `);
  const lines: Record<string, string> = files;
  for (const edit of edits) {
    if (edit.kind !== 'edit') continue;
    const before = lines[edit.file] ?? '';
    expect(before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(before.replace('/old', '/new'));
  }
});

test('what stands for “*” may not decide on which host a reader arrives', () => {
  expect(report({ from: '/a/*', to: ':splat' })).toMatchInlineSnapshot(`
    "content/settings/redirects.yml:1:33  error  “:splat” must stand within a path  → write a path such as /blog/:splat  [malformed-redirect]

    1 error in 1 file"
  `);
  expect(report({ from: '/a/*', to: 'https://example.org/x/:splat' }, { from: '/b/*', to: '/:splat' })).toBe('');
});
