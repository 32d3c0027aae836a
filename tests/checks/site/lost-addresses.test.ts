import { expect, test } from 'vitest';
import { loadSite } from '../../../src/load';
import { formatLedger, publishedAddresses } from '../../../src/site/addresses/ledger';
import { kinds } from '../../collections';
import { checkReport, data, now, post, project, settings, siteOf } from '../../project';
import { fixedSite } from '../fixed';

const ledger = (...lines: string[][]) => ({
  'addresses.txt': `# words\n${lines.map((line) => line.join('\t')).join('\n')}\n`,
});
const ofPost = (name: string, title = 'A post') => [`/blog/${name}/`, `content/blog/${name}.md`, title];

test('an address that leads nowhere any more is reported with its entry, and why, at its line', () => {
  expect(
    checkReport({
      ...ledger(
        ofPost('here'),
        ofPost('drafted'),
        ofPost('postponed'),
        ofPost('readdressed'),
        ofPost('renamed', 'A title of its own'),
        ofPost('deleted', 'Told by nobody'),
        ['/blog/archive/2011/'],
        ['/report.pdf'],
      ),
      'content/blog/here.md': post(),
      'content/blog/drafted.md': post({ draft: true }),
      'content/blog/postponed.md': post({ date: '2030-01-01' }),
      'content/blog/readdressed.md': post({ seo: { description: 'D.', url: '/blog/elsewhere/' } }),
      'content/blog/new-name.md': post({ title: 'A title of its own' }),
    }),
  ).toMatchInlineSnapshot(`
    "addresses.txt:3:1  error  The address /blog/drafted/ of “A post” (content/blog/drafted.md) was published: it is a draft now  → publish it again, or lead the address elsewhere in content/settings/redirects.yml  [lost-address]
    addresses.txt:4:1  error  The address /blog/postponed/ of “A post” (content/blog/postponed.md) was published: it is dated ahead now  → date it back, or lead the address elsewhere in content/settings/redirects.yml  [lost-address]
    addresses.txt:5:1  error  The address /blog/readdressed/ of “A post” (content/blog/readdressed.md) was published: it is at /blog/elsewhere/ now  → add a redirect from /blog/readdressed/ to /blog/elsewhere/  [lost-address]
    addresses.txt:6:1  error  The address /blog/renamed/ of “A title of its own” (content/blog/renamed.md) was published: its file is gone, and content/blog/new-name.md has the same title  → add a redirect from /blog/renamed/ to /blog/new-name/  [lost-address]
    addresses.txt:7:1  error  The address /blog/deleted/ of “Told by nobody” (content/blog/deleted.md) was published: its file is gone  → add a redirect from /blog/deleted/ to the page that replaces it, or to /blog/, in content/settings/redirects.yml  [lost-address]
    addresses.txt:8:1  error  The address /blog/archive/2011/ was published: nothing is there any more  → add a redirect from /blog/archive/2011/ to the page that replaces it, or to /blog/archive/, in content/settings/redirects.yml  [lost-address]
    addresses.txt:9:1  error  The address /report.pdf was published: nothing is there any more  → add a redirect from /report.pdf to the page that replaces it, or to /, in content/settings/redirects.yml  [lost-address]

    7 errors in 1 file"
  `);
});

test('an address is not lost while a redirect leads somewhere, and lost when its redirect does not', () => {
  const redirects = [
    { from: '/blog/one/', to: '/blog/here/#part' },
    { from: '/two/*', to: 'https://example.org/:splat' },
    { from: '/blog/three/', to: '/blog/nowhere/' },
  ];
  expect(
    checkReport({
      ...ledger(ofPost('one'), ['/two/page/'], ofPost('three')),
      'content/blog/here.md': post(),
      'content/settings/redirects.yml': data({ redirects }),
    }),
  ).toMatchInlineSnapshot(`
    "addresses.txt:4:1  error  The address /blog/three/ of “A post” (content/blog/three.md) was published: its redirect leads nowhere  → correct the redirect in content/settings/redirects.yml  [lost-address]
    content/settings/redirects.yml:1:139  error  The link “/blog/nowhere/” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]

    2 errors in 2 files"
  `);
});

test('a file with a fault of its own is reported once, not for its address too', () => {
  const report = checkReport({ ...ledger(ofPost('a')), 'content/blog/a.md': post({ titel: 'x' }) });
  expect(report).not.toContain('addresses.txt');
});

test('of two entries with the title of one that is gone, none is taken for it', () => {
  const report = checkReport({
    ...ledger(ofPost('gone', 'Newsletter')),
    'content/blog/a.md': post({ title: 'Newsletter' }),
    'content/blog/b.md': post({ title: 'Newsletter' }),
  });
  expect(report).toContain('to the page that replaces it, or to /blog/, in content/settings/redirects.yml');
});

test('what lay beside a page is led to where it lies now', () => {
  const report = checkReport({
    ...ledger(
      ['/blog/category/old/', 'content/categories/news.yml', 'News'],
      ['/blog/category/old/rss.xml', 'content/categories/news.yml', 'News'],
    ),
    'content/blog/a.md': post(),
  });
  expect(report).toContain('from /blog/category/old/ to /blog/category/news/');
  expect(report).toContain('from /blog/category/old/rss.xml to /blog/category/news/rss.xml');
});

test('every address with an heir is led there by one and the same edit, the others by nobody', () => {
  const root = project({
    ...ledger(ofPost('one', 'One'), ofPost('two', 'Two'), ofPost('three', 'Three')),
    'content/blog/1.md': post({ title: 'One' }),
    'content/blog/2.md': post({ title: 'Two' }),
    'content/settings/site.yml': settings(),
  });
  const [one, two, three] = loadSite(root, { kinds, now, preview: false }).problems;
  const [change] = one?.fix ?? [];
  expect(change?.kind === 'write' && Buffer.from(change.bytes).toString()).toMatchInlineSnapshot(`
    "redirects:
      - from: /blog/one/
        to: /blog/1/
      - from: /blog/two/
        to: /blog/2/
    "
  `);
  expect(two?.fix).toBe(one?.fix);
  expect(three?.fix).toBeUndefined();
});

test('an address that differs in capitals now is reported, and no redirect is offered, which would lead some hosts in a circle', () => {
  const files = { 'content/blog/my-post.md': post() };
  const former = ['/blog/My-Post/', 'content/blog/My-Post.md', 'A post'];
  const report = checkReport({ ...ledger(former), ...files });
  expect(report).toMatchInlineSnapshot(`
    "addresses.txt:2:1  error  The address /blog/My-Post/ of “A post” (content/blog/My-Post.md) was published: it is at /blog/my-post/ now, and hosts tell capitals from small letters  → rename the file, or write the former address in “url:” below “seo:”  [lost-address]

    1 error in 1 file"
  `);
  expect(checkReport({ ...ledger(former, ofPost('my-post')), ...files })).toBe('');
  expect(
    loadSite(project({ ...ledger(former), ...files }), { kinds, now, preview: false }).problems[0]?.fix,
  ).toBeUndefined();
});

test('a document whose file was given a safe name is led to', () => {
  const root = project({
    ...ledger(['/files/My Report.pdf']),
    'static/files/My Report.pdf': '%PDF',
    'content/blog/a.md': post({}, '[Report](</files/My Report.pdf>)\n'),
  });
  const { draft } = fixedSite(root);
  expect([...draft.keys()].sort()).toEqual([
    'content/blog/a.md',
    'content/settings/redirects.yml',
    'static/files/My Report.pdf',
    'static/files/My-Report.pdf',
  ]);
  expect(Buffer.from(draft.get('content/settings/redirects.yml') ?? []).toString()).toMatchInlineSnapshot(`
    "redirects:
      - from: /files/My Report.pdf
        to: /files/My-Report.pdf
    "
  `);
});

test('when the blog moves, its lists, feeds and archive are led to the new address, and links to it follow', () => {
  const posts = {
    'content/blog/one.md': post({}, '[All](/blog/archive/2026/) and [news](/blog/category/news/rss.xml)\n'),
  };
  const before = siteOf({ ...posts, 'content/settings/site.yml': settings() });
  const root = project({
    'addresses.txt': formatLedger(publishedAddresses(before)),
    ...posts,
    'content/settings/site.yml': settings({
      blog: { address: '/what/is-new/', title: 'Blog', description: 'What is new.' },
    }),
  });
  const { read, left } = fixedSite(root);
  expect(left).toEqual([]);
  expect(Buffer.from(read('content/settings/redirects.yml') ?? []).toString()).toMatchInlineSnapshot(`
    "redirects:
      - from: /blog/
        to: /what/is-new/
      - from: /blog/archive/
        to: /what/is-new/archive/
      - from: /blog/archive/2026/
        to: /what/is-new/archive/2026/
      - from: /blog/atom.xml
        to: /what/is-new/atom.xml
      - from: /blog/author/editorial/
        to: /what/is-new/author/editorial/
      - from: /blog/category/news/
        to: /what/is-new/category/news/
      - from: /blog/category/news/rss.xml
        to: /what/is-new/category/news/rss.xml
      - from: /blog/feed.json
        to: /what/is-new/feed.json
      - from: /blog/one/
        to: /what/is-new/one/
      - from: /blog/rss.xml
        to: /what/is-new/rss.xml
    "
  `);
  const text = (file: string) => Buffer.from(read(file) ?? []).toString();
  expect(text('content/blog/one.md')).toContain('[All](/what/is-new/archive/2026/)');
  expect(text('content/blog/one.md')).toContain('[news](/what/is-new/category/news/rss.xml)');
  expect(text('content/settings/site.yml')).not.toContain('"/blog/');
});

test('a page that has feeds of its own, and is no blog, is not led to the blog', () => {
  const report = checkReport({
    ...ledger(['/radio/atom.xml'], ['/radio/rss.xml'], ['/radio/archive/']),
    'content/blog/a.md': post(),
  });
  expect(report).not.toContain('the blog is at');
});
