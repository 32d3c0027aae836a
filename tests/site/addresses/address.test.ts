import fc from 'fast-check';
import { expect, test } from 'vitest';
import { post as declared } from '../../../src/collections/post';
import { checkEntry } from '../../../src/content/entry';
import { rules } from '../../../src/rules';
import { addressKey, addressOf, baseOf, pathFault } from '../../../src/site/addresses/address';
import { checkReport, pageAt, post, settings, siteOf } from '../../project';

const own = { url: 'https://openinfra.dev/', hosts: ['openinfra.dev', 'openinfra.org'], blog: { address: '/blog/' } };

/** Where a post named `my-post` lives that asks for an address, and what its editor is reported. */
function asked(url: string | undefined, site = own, slug = 'my-post'): string {
  const text = post({ seo: { description: 'x', url } });
  const { entry } = checkEntry('a', slug, [declared], text);
  if (!entry) return 'refused by the check';
  const { address, complaint } = addressOf(entry, site);
  return [address, complaint && `${rules[complaint.rule].severity}  ${complaint.message}  → ${complaint.advice}`]
    .filter(Boolean)
    .join('  ');
}

test('a post lives at its file name, below the blog', () => {
  expect(asked(undefined)).toBe('/blog/my-post/');
  expect(asked(undefined, own, '2026/my-post')).toBe('/blog/2026/my-post/');
});

test('a post lives below the blog wherever that is', () => {
  const site = { ...own, blog: { address: '/what/is-new/' } };
  expect(asked(undefined, site)).toBe('/what/is-new/my-post/');
  expect(asked('other', site)).toContain('write https://openinfra.dev/what/is-new/other');
});

test('a post lives at the path of its address when the host is one of the site’s', () => {
  expect(asked('https://openinfra.dev/blog/other')).toBe('/blog/other/');
  expect(asked('https://openinfra.org/news/other')).toBe('/news/other/');
  expect(asked('HTTPS://OpenInfra.DEV/Other')).toBe('/Other/');
  expect(asked('http://openinfra.dev')).toBe('/');
});

test('an address on another host is not taken, and its editor is told where the page is', () => {
  expect(asked('https://example.org/blog/other')).toMatchInlineSnapshot(
    `"/blog/my-post/  warning  “Address” is on a host that is not this site’s: “https://example.org/blog/other”  → write an address on openinfra.dev, or leave it out; the page is at /blog/my-post/"`,
  );
  expect(asked('https://openinfra.dev.example.org/blog/other')).toMatch(/^\/blog\/my-post\/ {2}warning/);
  expect(asked('https://openinfra.dev@example.org/blog/other')).toMatch(/^\/blog\/my-post\/ {2}warning/);
});

test('upper and lower case are kept', () => {
  expect(asked('https://openinfra.dev/blog/OpenInfra-Members')).toBe('/blog/OpenInfra-Members/');
  expect(asked(undefined, own, 'My-Post')).toBe('/blog/My-Post/');
});

test('an address has one form, with or without the slash at its end, with query or without', () => {
  for (const url of [
    '/blog/a',
    '/blog/a/',
    '/blog//a//',
    '/blog/a?b=c',
    '/blog/a#d',
    'https://openinfra.dev/blog/a/?b#c',
  ])
    expect(asked(url).replace('/openinfra.dev', '')).toBe('/blog/a/');
});

test('a relative address lives below the blog, with a warning that tells the whole one', () => {
  expect(asked('other')).toMatchInlineSnapshot(
    `"/blog/other/  warning  “Address” is not a whole address: “other”  → write https://openinfra.dev/blog/other"`,
  );
  expect(asked('2026/other/')).toMatchInlineSnapshot(
    `"/blog/2026/other/  warning  “Address” is not a whole address: “2026/other/”  → write https://openinfra.dev/blog/2026/other"`,
  );
});

test('codes are read: the address of a page is the same however it was written', () => {
  expect(asked('https://openinfra.dev/blog/%EC%98%A4%ED%94%88')).toBe('/blog/오픈/');
  expect(asked('https://openinfra.dev/blog/오픈')).toBe('/blog/오픈/');
  expect(asked('/blog/cafe\u0301')).toBe('/blog/café/');
  expect(asked('/blog/a%20b')).toBe('/blog/a b/');
});

test('no address leaves the root of the site, however it is written', () => {
  for (const url of [
    '/../etc/passwd',
    '/blog/../../etc',
    '../../etc',
    '/blog/./a',
    '/blog/%2e%2e/a',
    '/blog/%2E./a',
    '/blog%2fa',
    '/blog%2F..%2Fa',
    'https://openinfra.dev/../a',
    'https://openinfra.dev/blog/%2e%2e/%2e%2e/a',
    'https://openinfra.dev/blog%2f..',
  ]) {
    expect([url, asked(url)]).toEqual([url, expect.stringMatching(/^error {2}“Address” leaves its folder/)]);
  }
  for (const url of [
    '/blog/..\\a',
    '/blog\\a',
    'https://openinfra.dev\\..\\a',
    '/blog/%5c..%5c',
    '/a%00b',
    '/a%252e%252e/b',
    '/a%3fb',
    '/a%3Cb',
  ]) {
    expect([url, asked(url)]).toEqual([url, expect.stringMatching(/^error {2}“Address” has a character/)]);
  }
  expect(asked('/100%')).toMatchInlineSnapshot(
    `"error  “Address” has a “%” that is no code: “/100%”  → write a path of words, such as /blog/my-post"`,
  );
  expect(asked('/blog/../a')).toMatchInlineSnapshot(
    `"error  “Address” leaves its folder: “/blog/../a”  → write a path of words, such as /blog/my-post"`,
  );
});

test('every address that is accepted is a path of words between slashes', () => {
  const piece = fc.constantFrom(
    ...[
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%',
      '%25',
      'a',
      'B',
      'é',
      '오',
      '?',
      '#',
      '@',
      ':',
      'blog',
      '%c3%a9',
    ],
    ...[
      'https://openinfra.dev',
      'https://openinfra.org',
      'https://example.org',
      '\u0000',
      '%00',
      '%e2%80%ae',
      ';',
      '&',
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.webUrl(),
        fc.webPath().map((path) => `https://openinfra.dev${path}`),
        fc.string(),
      ),
      fc.constantFrom('my-post', 'a/b', '..', 'a%2e', 'ünï'),
      fc.constantFrom('https://openinfra.dev/', 'https://openinfra.dev/site/', 'https://openinfra.dev/a.b'),
      (url, slug, site) => {
        const entry = { collection: declared, slug, data: { seo: { description: 'x', url } } };
        // The check of the field refuses what URL can't parse, before an address is asked for.
        fc.pre(!/^https?:/i.test(url) || URL.canParse(url));
        const { address, complaint } = addressOf(entry, { ...own, url: site });
        expect(address !== undefined || (complaint && rules[complaint.rule].severity) === 'error').toBe(true);
        if (address === undefined || address === '/') return;
        expect(address).toMatch(/^\/.*\/$/su);
        for (const segment of address.slice(1, -1).split('/')) expect(['', '.', '..']).not.toContain(segment);
        expect(address).not.toMatch(/[\\?#%]/);
        // What a browser makes of the link is the same place.
        const { pathname } = new URL(baseOf({ url: site }).url(address));
        expect(decodeURIComponent(pathname)).toBe(new URL(site).pathname.replace(/\/$/, '') + address);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the base path is put before links and whole addresses, and nowhere else', () => {
  const base = baseOf({ url: 'https://example.org/site/' });
  expect(base.href('/blog/a/')).toBe('/site/blog/a/');
  expect(base.url('/blog/a/')).toBe('https://example.org/site/blog/a/');
  expect(base.href('/')).toBe('/site/');
  expect(base.path).toBe('/site/');
  expect(baseOf({ url: 'https://example.org/site' })).toMatchObject({ path: '/site/' });
  const none = baseOf({ url: 'https://example.org' });
  expect([none.href('/a/'), none.url('/a/'), none.path]).toEqual(['/a/', 'https://example.org/a/', '/']);
});

test('a link has codes where it needs them, and nowhere else', () => {
  const base = baseOf({ url: 'https://example.org/' });
  expect(base.href('/blog/오픈 a/')).toBe('/blog/%EC%98%A4%ED%94%88%20a/');
  expect(base.href("/blog/a@b:c,d;e=f&g+h$i!(j)*'~/")).toBe("/blog/a@b:c,d;e=f&g+h$i!(j)*'~/");
});

test('an address that names the base path means the page below it', () => {
  const site = { ...own, url: 'https://openinfra.dev/site/', hosts: ['openinfra.dev'] };
  expect(asked('https://openinfra.dev/site/blog/a', site)).toBe('/blog/a/');
  expect(asked('https://openinfra.dev/sitemap-of-blog', site)).toBe('/sitemap-of-blog/');
  expect(asked('/blog/a', site)).toBe('/blog/a/');
  expect(asked('other', site)).toContain('write https://openinfra.dev/site/blog/other');
});

test('a base path holds in bodies, in the page’s own links and in feeds', async () => {
  const site = siteOf({
    'content/settings/site.yml': settings({ url: 'https://openinfra.dev/site/' }),
    'content/blog/a.md': post(
      { image: '/img/card.png' },
      '[b](/blog/b/) [c](b.md) [d](https://openinfra.org/site/blog/b) ![e](/img/card.png)\n',
    ),
    'content/blog/b.md': post({ title: 'B' }),
  });
  const { made } = pageAt<{ html: string; data: { image: { src: string } } }>(site, '/blog/a/');
  expect(made.main.html.match(/(?:href|src)="[^"]*"/g)).toEqual([
    'href="/site/blog/b/"',
    'href="/site/blog/b/"',
    'href="/site/blog/b/"',
    'src="/site/img/card.png"',
  ]);
  expect(made.main.data.image.src).toBe('/site/img/card.png');
  expect(made.frame.home.href).toBe('/site/');
  expect(made.frame.navigation).toEqual([{ label: 'Blog', href: '/site/blog/', current: 'true' }]);
  expect(made.head.link.filter(({ rel }) => rel !== 'canonical').every(({ href }) => href?.startsWith('/site/'))).toBe(
    true,
  );
  expect(made.head.link).toContainEqual({ rel: 'canonical', href: 'https://openinfra.dev/site/blog/a/' });
  expect(JSON.stringify(made.head)).not.toMatch(/openinfra\.dev\/(?!site)|"\/(?!site)/);
});

test('two addresses that a file system may take for one are the same address', () => {
  expect(addressKey('/Blog/A/')).toBe(addressKey('/blog/a'));
  expect(addressKey('/blog/cafe\u0301/')).toBe(addressKey('/blog/café/'));
});

test('a file whose name can be no address is an error, and does not stop the check', () => {
  expect(checkReport({ 'content/blog/100%.md': post() })).toMatchInlineSnapshot(`
    "content/blog/100%.md:6:6  error  The file’s name has a character that addresses can’t have: “/blog/100%”  → rename the file, in words with - between them  [wrong-page-address]

    1 error in 1 file"
  `);
});

test('a file whose name can be no address is an error too when its own address is on another host', () => {
  const report = checkReport({
    'content/blog/100%.md': post({ seo: { description: 'x', url: 'https://example.org/a' } }),
  });
  expect(report).toContain('  error  ');
  expect(report).not.toContain('undefined');
});

test('an address that no file system or browser could keep is an error', () => {
  const long = [`/blog/${'가'.repeat(100)}`, '/a'.repeat(600)];
  for (const url of ['/blog/a\uD800b', ...long, '/.git/config', '/blog/.htaccess', '/_redirects', '/_headers'])
    expect(asked(url)).toMatch(/^error {2}/);
});

test('a part of an address may have 200 bytes, and all of it 1,000: names on disks are counted in bytes', () => {
  const fault = (path: string) => pathFault(path);
  expect(fault(`/blog/${'a'.repeat(200)}/`)).toBeUndefined();
  expect(fault(`/blog/${'a'.repeat(201)}/`)).toBe('is too long');
  expect(fault(`/blog/${'é'.repeat(100)}/`)).toBeUndefined();
  expect(fault(`/blog/${'é'.repeat(101)}/`)).toBe('is too long');
  expect(fault('/abcd'.repeat(200))).toBeUndefined();
  expect(fault(`${'/abcd'.repeat(200)}/`)).toBe('is too long');
});
