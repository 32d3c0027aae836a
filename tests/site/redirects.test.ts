import { expect, test } from 'vitest';
import { resolveLink } from '../../src/site/links';
import { planRedirects } from '../../src/site/redirects';
import { checkReport, data, post, settings, siteOf, text } from '../project';

const redirects = (...list: object[]) => ({ 'content/settings/redirects.yml': data({ redirects: list }) });
const pages = { 'content/pages/new.md': text(), 'content/blog/a.md': post() };
const report = (...list: object[]) => checkReport({ ...pages, ...redirects(...list) });
const files = (list: object[], changes: object = {}) =>
  Object.fromEntries(
    planRedirects(siteOf({ ...pages, 'content/settings/site.yml': settings(changes), ...redirects(...list) })).map(
      ({ path, text }) => [path, text],
    ),
  );

test('hosts that read _redirects get a line each, in the order in which they were written', () => {
  expect(
    files([
      { from: '/old', to: '/new' },
      { from: '/author/*', to: '/blog/author/:splat' },
      { from: '/now/', to: 'https://example.org/now', status: 302 },
      { from: '/news/*', to: '/blog/#top' },
    ])['/_redirects'],
  ).toMatchInlineSnapshot(`
    "/old /new/ 301
    /author/* /blog/author/:splat 301
    /now/ https://example.org/now 302
    /news/* /blog/#top 301
    "
  `);
});

test('other hosts get a page that leads on, for those that stand for one address', () => {
  const made = files([
    { from: '/old', to: '/new' },
    { from: '/author/*', to: '/blog/author/:splat' },
  ]);
  expect(Object.keys(made)).toEqual(['/_redirects', '/old/index.html']);
  expect(made['/old/index.html']).toMatchInlineSnapshot(`
    "<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex"><link rel="canonical" href="https://openinfra.dev/new/"><meta http-equiv="refresh" content="0; url=/new/"></head><body><p>This page has moved: <a href="/new/">/new/</a></p></body></html>
    "
  `);
});

test('the base path of the site is before both sides', () => {
  const made = files(
    [
      { from: '/old/', to: '/new' },
      { from: '/author/*', to: '/blog/author/:splat' },
    ],
    { url: 'https://example.org/site/' },
  );
  expect(made['/_redirects']).toBe('/site/old/ /site/new/ 301\n/site/author/* /site/blog/author/:splat 301\n');
  // Where public/ lies is below the base path already.
  expect(Object.keys(made)).toContain('/old/index.html');
  expect(made['/old/index.html']).toContain('url=/site/new/"');
  expect(made['/old/index.html']).toContain('<link rel="canonical" href="https://example.org/site/new/">');
});

test('an address with quotes or brackets can’t leave the page that leads to it', () => {
  const made = files([{ from: '/old/', to: 'https://example.org/"><script>alert(1)</script>&x' }]);
  expect(made['/old/index.html']).not.toContain('<script');
  expect(made['/old/index.html']).not.toContain('/">');
});

test('without redirects nothing is written', () => {
  expect(planRedirects(siteOf())).toEqual([]);
});

test('a link to an address that has moved leads to where it is now, without a detour', () => {
  const site = siteOf({
    ...pages,
    ...redirects(
      { from: '/old/', to: '/new' },
      { from: '/authors/*', to: '/blog/author/:splat/' },
      { from: '/posts/*', to: '/blog/:splat' },
    ),
  });
  const lead = (target: string) => resolveLink(site, 'content/blog/a.md', target);
  expect(lead('/old')).toMatchObject({ href: '/new/', external: false });
  expect(lead('/OLD/?a=b#c')).toMatchObject({ href: '/new/?a=b#c', external: false });
  expect(lead('https://openinfra.dev/old/')).toMatchObject({ href: '/new/', external: false });
  expect(lead('/authors/editorial')).toMatchObject({ href: '/blog/author/editorial/', external: false });
  expect(lead('/posts/a/')).toMatchObject({ href: '/blog/a/', external: false });
  expect(lead('/posts/missing').complaint?.rule).toBe('dead-link');
});

test('a link to an address that has moved elsewhere is no dead link', () => {
  const site = siteOf({ ...pages, ...redirects({ from: '/old/', to: 'https://example.org/new' }) });
  expect(resolveLink(site, 'content/blog/a.md', '/old/').complaint).toBeUndefined();
});

test('what moved twice is found: a redirect may lead to another, and so may a link', () => {
  const list = [
    { from: '/oldest/', to: '/old/' },
    { from: '/old/', to: '/new/' },
  ];
  expect(files(list)['/_redirects']).toBe('/oldest/ /new/ 301\n/old/ /new/ 301\n');
  const site = siteOf({ ...pages, ...redirects(...list) });
  expect(resolveLink(site, 'content/blog/a.md', '/oldest/')).toMatchObject({ href: '/new/', external: false });
});

test('a page is not taken for one that has moved, though a splat would cover it', () => {
  const site = siteOf({ ...pages, ...redirects({ from: '/blog/*', to: '/new/' }) });
  expect(resolveLink(site, 'content/blog/a.md', '/blog/a').href).toBe('/blog/a/');
  expect(resolveLink(site, 'content/blog/a.md', '/blog/gone').href).toBe('/new/');
});

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
    "content/settings/redirects.yml:1:21  error  There is a page at “/new/”, and so nobody is redirected  → remove the redirect  [needless-redirect]
    content/settings/redirects.yml:1:52  error  There is a page at “/blog/rss.xml”, and so nobody is redirected  → remove the redirect  [needless-redirect]
    content/settings/redirects.yml:1:103  error  The link “/missing/” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/settings/redirects.yml:1:124  error  “From” must begin with “/”: “older”  → write /older  [malformed-redirect]
    content/settings/redirects.yml:1:170  error  “:splat” stands for nothing  → end “From” with *  [malformed-redirect]
    content/settings/redirects.yml:1:193  error  There is a page at “/img/card.png”, and so nobody is redirected  → remove the redirect  [needless-redirect]

    6 errors in 1 file"
  `);
});

test('redirects that lead in a circle are an error', () => {
  expect(report({ from: '/a/', to: '/b/' }, { from: '/b/', to: '/a/' })).toContain('2 errors');
});

test('a redirect from where a page will be, when its day comes, is told before that day', () => {
  expect(
    checkReport({
      'content/blog/later.md': post({ date: '2030-01-01' }),
      ...redirects({ from: '/blog/later', to: '/' }),
    }),
  ).toMatch(/redirects\.yml:1:\d+ {2}error/);
});

test('two redirects from one address are told, for the second is never reached', () => {
  expect(report({ from: '/old/', to: '/new/' }, { from: '/Old', to: '/blog/' })).toMatch(/redirects\.yml:1:\d+ /);
});

test('no redirect can write a file outside of the site', () => {
  expect(report({ from: '/../../outside/', to: '/new/' })).toMatch(/redirects\.yml:1:\d+ {2}error/);
});

test('an address in another alphabet is one word of its line', () => {
  const list = [{ from: '/오픈인프라/', to: '/new/' }];
  for (const line of (files(list)['/_redirects'] ?? '').trimEnd().split('\n')) expect(line.split(' ')).toHaveLength(3);
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
