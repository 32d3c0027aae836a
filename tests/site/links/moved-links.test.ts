import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveLink } from '../../../src/site/links/links';
import { data, post, siteOf, text } from '../../project';

const site = siteOf(
  {
    'content/pages/new.md': text(),
    'content/pages/café au lait.md': text({ title: 'Café' }),
    'content/blog/a.md': post(),
    'content/blog/b.md': post({ title: 'B' }),
    'content/settings/redirects.yml': data({
      redirects: [
        { from: '/old/', to: '/new/' },
        { from: '/blog/old-post/', to: '/blog/b/' },
        { from: '/coffee/', to: '/café au lait/' },
        { from: '/part/', to: '/new/#part' },
        { from: '/away/', to: 'https://example.org/away' },
        { from: '/now/', to: '/new/', status: 302 },
        { from: '/posts/*', to: '/blog/:splat' },
        { from: '/blog/*', to: '/new/' },
      ],
    }),
  },
  { problems: [] },
);
const complaintOf = (target: string) => resolveLink(site, 'content/blog/a.md', target).complaint;
const written = (...targets: string[]) =>
  Object.fromEntries(
    targets.map((target) => [
      target,
      complaintOf(target)?.rule === 'link-to-moved' ? complaintOf(target)?.write : undefined,
    ]),
  );

test('a link to what has moved is rewritten in the form in which it is written', () => {
  expect(
    written(
      '/old/',
      '/old',
      '/OLD/?a=b#c',
      'https://openinfra.dev/old/#c',
      '//openinfra.org/old',
      '/coffee/',
      '/%6Fld/',
      './old-post/',
      '../old/',
      '/posts/b',
      '/part/',
      '/part/#other',
      '/away/',
    ),
  ).toMatchInlineSnapshot(`
    {
      "../old/": "../new/",
      "./old-post/": "./b/",
      "/%6Fld/": "/new/",
      "//openinfra.org/old": "//openinfra.org/new",
      "/OLD/?a=b#c": "/new/?a=b#c",
      "/away/": "https://example.org/away",
      "/coffee/": "/caf%C3%A9%20au%20lait/",
      "/old": "/new",
      "/old/": "/new/",
      "/part/": "/new/#part",
      "/part/#other": "/new/#other",
      "/posts/b": "/blog/b",
      "https://openinfra.dev/old/#c": "https://openinfra.dev/new/#c",
    }
  `);
});

test('what has not moved is left as it is: pages, files, other sites, sections, and moves for now only', () => {
  const targets = [
    '/new/',
    'b.md',
    './b/',
    '#part',
    '?a=b',
    'mailto:a@example.org',
    'https://example.org/old/',
    '/now/',
  ];
  expect(Object.values(written(...targets))).toEqual(targets.map(() => undefined));
});

test('what is written in place of a link needs no rewriting again, and leads to the same page', () => {
  const form = fc.constantFrom('', 'https://openinfra.dev', '//openinfra.org');
  const from = fc.constantFrom('/old/', '/old', '/blog/old-post/', '/coffee', '/posts/b/', '/part/');
  const rest = fc.constantFrom('', '?a=b', '#c', '?a=b#c');
  fc.assert(
    fc.property(form, from, rest, (host, path, end) => {
      const target = host + path + end;
      const write = complaintOf(target)?.write ?? '';
      expect(written(write)[write]).toBeUndefined();
      const to = resolveLink(site, 'content/blog/a.md', write);
      expect(to.href.replace(/[?#].*/, '')).toBe(
        resolveLink(site, 'content/blog/a.md', target).href.replace(/[?#].*/, ''),
      );
      if (end) expect(write.endsWith(end)).toBe(true);
    }),
  );
});
