import { expect, test } from 'vitest';
import { moveOf, nearestPage } from '../../../src/site/addresses/redirects';
import { resolveLink } from '../../../src/site/links/links';
import { data, post, siteOf, text } from '../../project';

const redirects = (...list: object[]) => ({ 'content/settings/redirects.yml': data({ redirects: list }) });
const pages = { 'content/pages/new.md': text(), 'content/blog/a.md': post() };

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

test('a link to an address that has moved elsewhere leads there', () => {
  const site = siteOf({ ...pages, ...redirects({ from: '/old/', to: 'https://example.org/new' }) });
  expect(resolveLink(site, 'content/blog/a.md', '/old/')).toMatchObject({
    href: 'https://example.org/new',
    external: true,
  });
});

test('a page is not taken for one that has moved, though a splat would cover it', () => {
  const site = siteOf({ ...pages, ...redirects({ from: '/blog/*', to: '/new/' }) });
  expect(resolveLink(site, 'content/blog/a.md', '/blog/a').href).toBe('/blog/a/');
  expect(resolveLink(site, 'content/blog/a.md', '/blog/gone').href).toBe('/new/');
});

const siteWith = (...list: object[]) => siteOf({ ...pages, ...redirects(...list) }, { problems: [] });

test('one address comes before all that stands for many, wherever it is written', () => {
  const site = siteWith({ from: '/old/*', to: '/blog/' }, { from: '/old/page/', to: '/new/' });
  expect(moveOf(site, '/old/page')).toEqual({ to: '/new/', forGood: true });
  expect(moveOf(site, '/old/other/')).toEqual({ to: '/blog/', forGood: true });
});

test('a way that is for now at one of its steps is for now', () => {
  const site = siteWith({ from: '/a/', to: '/b/' }, { from: '/b/', to: '/new/', status: 302 });
  expect(moveOf(site, '/a/')).toEqual({ to: '/new/', forGood: false });
});

test('a circle ends, and so does a way that grows with every step', () => {
  const site = siteWith({ from: '/a/', to: '/b/' }, { from: '/b/', to: '/a/' }, { from: '/c/*', to: '/c/d/:splat' });
  expect(moveOf(site, '/a/')).toBe('circle');
  expect(moveOf(site, '/c/x/')).toBe('circle');
});

test('an address written with %-codes is the one that it stands for', () => {
  expect(moveOf(siteWith({ from: '/caf%C3%A9/', to: '/new/' }), '/café/')).toEqual({ to: '/new/', forGood: true });
});

test('the nearest page is the one above, and the home page where there is none', () => {
  const site = siteWith();
  expect(nearestPage(site, '/blog/2019/old-post/')).toBe('/blog/');
  expect(nearestPage(site, '/elsewhere/report.pdf')).toBe('/');
});

test('a way is for good when every step of it is', () => {
  const over = (...statuses: number[]) => {
    const redirects = statuses.map((status, index) => ({
      from: `/step-${index}/`,
      to: index + 1 < statuses.length ? `/step-${index + 1}/` : '/blog/',
      status,
    }));
    return moveOf(siteOf({ 'content/settings/redirects.yml': data({ redirects }) }, { problems: [] }), '/step-0/');
  };
  expect(over(301, 301)).toEqual({ to: '/blog/', forGood: true });
  for (const statuses of [[302], [302, 301], [301, 302], [301, 302, 301]])
    expect([statuses, over(...statuses)]).toEqual([statuses, { to: '/blog/', forGood: false }]);
});
