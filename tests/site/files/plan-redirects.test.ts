import { expect, test } from 'vitest';
import { planRedirects } from '../../../src/site/files/plan-redirects';
import { data, post, settings, siteOf, text } from '../../project';

const redirects = (...list: object[]) => ({ 'content/settings/redirects.yml': data({ redirects: list }) });
const pages = { 'content/pages/new.md': text(), 'content/blog/a.md': post() };
const files = (list: object[], changes: object = {}) =>
  Object.fromEntries(
    planRedirects(
      siteOf({ ...pages, 'content/settings/site.yml': settings(changes), ...redirects(...list) }, { problems: [] }),
    ).map(({ path, text }) => [path, text]),
  );

test('hosts that read _redirects get what stands for one address first, forced where a file lies in its way', () => {
  expect(
    files([
      { from: '/old', to: '/new' },
      { from: '/author/*', to: '/blog/author/:splat' },
      { from: '/now/', to: 'https://example.org/now', status: 302 },
      { from: '/news/*', to: '/blog/#top' },
    ])['/_redirects'],
  ).toMatchInlineSnapshot(`
    "/old /new/ 301!
    /old /new/ 301
    /now/ https://example.org/now 302!
    /now/ https://example.org/now 302
    /author/* /blog/author/:splat 301
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
  expect(made['/_redirects']).toBe(
    '/site/old/ /site/new/ 301!\n/site/old/ /site/new/ 301\n/site/author/* /site/blog/author/:splat 301\n',
  );
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

test('an address in another alphabet is one word of its line', () => {
  const list = [{ from: '/오픈인프라/', to: '/new/' }];
  for (const line of (files(list)['/_redirects'] ?? '').trimEnd().split('\n')) expect(line.split(' ')).toHaveLength(3);
});

test('a redirect may lead to another, and readers are led to the end at once', () => {
  const list = (status: number) => [
    { from: '/oldest/', to: '/old/' },
    { from: '/old/', to: '/new/', status },
  ];
  expect(files(list(301))['/_redirects']).toContain('/oldest/ /new/ 301\n');
  // What is for now only must not be kept by browsers for good.
  expect(files(list(302))['/_redirects']).toContain('/oldest/ /new/ 302\n');
});

test('an address written with %-codes, and a splat in another alphabet, reach hosts encoded once', () => {
  const made = files([
    { from: '/caf%C3%A9/', to: '/new/?a=b#top' },
    { from: '/two words/', to: '/new/' },
    { from: '/old/*', to: '/오픈/:splat' },
  ]);
  expect(made['/_redirects']).toMatchInlineSnapshot(`
    "/caf%C3%A9/ /new/?a=b#top 301!
    /caf%C3%A9/ /new/?a=b#top 301
    /two%20words/ /new/ 301!
    /two%20words/ /new/ 301
    /old/* /%EC%98%A4%ED%94%88/:splat 301
    "
  `);
  expect(Object.keys(made)).toContain('/café/index.html');
});

test('what would run a program, or lead to a host of the reader’s choice, is not written though no check stopped it', () => {
  const list = [
    { from: '/a/', to: '/new/' },
    { from: '/b/*', to: '/new/' },
    { from: '/kept/', to: '/new/' },
  ];
  for (const to of [
    'javascript:alert(1)',
    '\u0001JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'javascript:x//:splat',
    ':splat',
    '//:splat/x',
    '/\\:splat',
    'https://:splat',
  ]) {
    const site = siteOf({ ...pages, ...redirects(...list) }, { problems: [] });
    for (const { collection, data } of site.entries) {
      if (collection.name !== 'redirects') continue;
      for (const redirect of (data as { redirects: { from: string; to: string }[] }).redirects.slice(0, 2))
        redirect.to = to;
    }
    const made = planRedirects({ ...site, entries: [...site.entries] });
    expect(made.map(({ path }) => path)).not.toContain('/a/index.html');
    expect(made.map(({ text }) => text).join('\n')).not.toMatch(/script:|data:|\S :splat|\/:splat/i);
    expect(made[0]?.text).toBe('/kept/ /new/ 301!\n/kept/ /new/ 301\n');
  }
});
