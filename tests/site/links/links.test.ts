import { expect, test } from 'vitest';
import { rules } from '../../../src/rules/index';
import { resolveLink, resolvePicture } from '../../../src/site/links/links';
import { checkReport, data, pixel, post, settings, siteOf } from '../../project';

const site = siteOf({
  'content/blog/a.md': post(),
  'content/blog/2026/deep.md': post(),
  'content/blog/오픈.md': post(),
  'content/blog/moved.md': post({ seo: { description: 'x', url: 'https://openinfra.dev/News/Moved' } }),
  'content/blog/draft.md': post({ draft: true }),
  'content/blog/later.md': post({ date: '2030-01-01' }),
  'content/blog/hidden.md': post({ hidePost: true }),
  'static/files/report 2026.pdf': 'x',
  'static/img/turned.png': pixel,
});

/** Where a link written in `content/blog/a.md` leads, and what its author is reported. */
function lead(target: string, file = 'content/blog/a.md'): string {
  const { href, external, complaint } = resolveLink(site, file, target);
  const told = complaint ? `  ${rules[complaint.rule].severity}  ${complaint.message}  → ${complaint.advice}` : '';
  return `${external ? 'out' : 'in'} ${href}${told}`;
}

test('a link to a page of the site has the page’s one address, however it was written', () => {
  for (const target of ['/News/Moved', '/news/moved/', 'moved.md', './moved.md', '../blog/moved.md']) {
    expect([target, lead(target)]).toEqual([target, 'in /News/Moved/']);
  }
});

test('query and anchor stay on a link', () => {
  expect(lead('/blog/a?b=c#d')).toBe('in /blog/a/?b=c#d');
  expect(lead('moved.md#d')).toBe('in /News/Moved/#d');
  expect(lead('#here')).toBe('in #here');
});

test('a relative link is looked for beside the file, and beside the page', () => {
  expect(lead('2026/deep.md')).toBe('in /blog/2026/deep/');
  expect(lead('../a.md', 'content/blog/2026/deep.md')).toBe('in /blog/a/');
  expect(lead('../authors/editorial.md')).toBe('in /blog/author/editorial/');
  expect(lead('2026/deep')).toBe('in /blog/2026/deep/');
});

test('a link with codes or in another alphabet finds its page', () => {
  expect(lead('/blog/오픈')).toBe('in /blog/%EC%98%A4%ED%94%88/');
  expect(lead('/blog/%EC%98%A4%ED%94%88')).toBe('in /blog/%EC%98%A4%ED%94%88/');
  expect(lead('오픈.md')).toBe('in /blog/%EC%98%A4%ED%94%88/');
});

test('a link may lead to a feed or a file of the site', () => {
  expect(lead('/blog/rss.xml')).toBe('in /blog/rss.xml');
  expect(lead('/blog/category/news/rss.xml')).toBe('in /blog/category/news/rss.xml');
  expect(lead('/files/report%202026.pdf')).toBe('in /files/report%202026.pdf');
  expect(lead('/sitemap.xml')).toBe('in /sitemap.xml');
});

test('a link to another site is left as it was written', () => {
  expect(lead('https://example.org/a b?c#d')).toBe('out https://example.org/a b?c#d');
  expect(lead('//example.org/a')).toBe('out https://example.org/a');
  expect(lead('mailto:me@example.org')).toBe('out mailto:me@example.org');
  expect(lead('tel:+123')).toBe('out tel:+123');
  expect(lead('https://openinfra.dev.example.org/')).toBe('out https://openinfra.dev.example.org/');
});

test('a web address without a scheme leads where its author meant, who is reported', () => {
  expect(lead('example.org/members')).toMatchInlineSnapshot(
    `"out https://example.org/members  warning  The link “example.org/members” has no “https://”  → write https://example.org/members"`,
  );
  expect(lead('openinfra.org/members')).toMatchInlineSnapshot(
    `"out https://openinfra.org/members  warning  The link “openinfra.org/members” has no “https://”  → write https://openinfra.org/members"`,
  );
  expect(lead('openinfra.org/blog/a')).toMatchInlineSnapshot(
    `"in /blog/a/  warning  The link “openinfra.org/blog/a” has no “https://”  → write /blog/a"`,
  );
  expect(lead('www.example.org')).toMatchInlineSnapshot(
    `"out https://www.example.org  warning  The link “www.example.org” has no “https://”  → write https://www.example.org"`,
  );
  expect(lead('example.org:8080/x')).toMatchInlineSnapshot(
    `"out https://example.org:8080/x  warning  The link “example.org:8080/x” has no “https://”  → write https://example.org:8080/x"`,
  );
});

test('an e-mail address alone opens a letter, and its author is reported', () => {
  expect(lead('info@example.org')).toMatchInlineSnapshot(
    `"out mailto:info@example.org  warning  The link “info@example.org” is an e-mail address without “mailto:”  → write mailto:info@example.org"`,
  );
});

test('a whole address on a host of the site leads to the page, and its author is told to write the path', () => {
  expect(lead('https://openinfra.dev/News/Moved')).toMatchInlineSnapshot(
    `"in /News/Moved/  warning  The link “https://openinfra.dev/News/Moved” names a host of this site, which may change  → write /News/Moved"`,
  );
  expect(lead('//openinfra.dev/News/Moved')).toMatchInlineSnapshot(
    `"in /News/Moved/  warning  The link “//openinfra.dev/News/Moved” names a host of this site, which may change  → write /News/Moved"`,
  );
  expect(lead('https://openinfra.org/blog/a?b=c#d')).toMatchInlineSnapshot(
    `"in /blog/a/?b=c#d  warning  The link “https://openinfra.org/blog/a?b=c#d” names a host of this site, which may change  → write /blog/a?b=c#d"`,
  );
  expect(lead('https://openinfra.dev/blog/오픈/')).toMatchInlineSnapshot(
    `"in /blog/%EC%98%A4%ED%94%88/  warning  The link “https://openinfra.dev/blog/오픈/” names a host of this site, which may change  → write /blog/오픈/"`,
  );
  expect(lead('http://openinfra.org/')).toMatchInlineSnapshot(
    `"in /  warning  The link “http://openinfra.org/” names a host of this site, which may change  → write /"`,
  );
});

test('a link to a host of the site that is not encrypted is reported, where the site is', () => {
  expect(lead('http://openinfra.org/summit')).toMatchInlineSnapshot(
    `"out http://openinfra.org/summit  warning  The link “http://openinfra.org/summit” is not encrypted, and this site is  → write https://openinfra.org/summit"`,
  );
  expect(lead('http://example.org/summit')).toBe('out http://example.org/summit');
});

test('a whole address on the site’s host without such a page stays as it is, with a warning', () => {
  expect(lead('https://openinfra.dev/summit')).toMatchInlineSnapshot(
    `"out https://openinfra.dev/summit  warning  The link “https://openinfra.dev/summit” is on this site’s host, and the site has no such page  → correct the address, or remove the link"`,
  );
});

test('a link to no page is an error, also to one that is not published', () => {
  expect(lead('/blog/missing')).toMatchInlineSnapshot(
    `"in /blog/missing  error  The link “/blog/missing” leads to no page or file of this site  → correct the address, or remove the link"`,
  );
  expect(lead('missing.md')).toMatchInlineSnapshot(
    `"in missing.md  error  The link “missing.md” leads to no page or file of this site  → correct the address, or remove the link"`,
  );
  expect(lead('missing')).toMatchInlineSnapshot(
    `"in missing  error  The link “missing” leads to no page or file of this site  → correct the address, or remove the link"`,
  );
  expect(lead('/blog/draft')).toMatchInlineSnapshot(
    `"in /blog/draft  error  The link “/blog/draft” leads to a draft, which has no page  → publish it first, or remove the link"`,
  );
  expect(lead('draft.md')).toMatchInlineSnapshot(
    `"in draft.md  error  The link “draft.md” leads to a draft, which has no page  → publish it first, or remove the link"`,
  );
  expect(lead('/blog/later/')).toMatchInlineSnapshot(
    `"in /blog/later/  error  The link “/blog/later/” leads to a post that is not published before 2030-01-01  → publish it first, or remove the link"`,
  );
  expect(lead('../../../etc/passwd')).toMatchInlineSnapshot(
    `"in ../../../etc/passwd  error  The link “../../../etc/passwd” leads to no page or file of this site  → correct the address, or remove the link"`,
  );
  expect(lead('')).toMatchInlineSnapshot(`"in   warning  A link has no address  → write one, or remove the link"`);
});

test('a link to a hidden post leads there', () => {
  expect(lead('/blog/hidden')).toBe('in /blog/hidden/');
});

test('a link that is no address at all does not stop the check', () => {
  expect(lead('https://')).toMatchInlineSnapshot(
    `"out https://  warning  The link “https://” is not a web address  → correct it"`,
  );
  expect(lead('/blog/100%')).toMatchInlineSnapshot(
    `"in /blog/100%25  error  The link “/blog/100%” leads to no page or file of this site  → correct the address, or remove the link"`,
  );
  expect(lead('%E0%A4%A')).toMatch(/^in .*error/);
});

test('a picture is a file below static, and knows its size', () => {
  expect(resolvePicture(site, '/img/card.png')).toEqual({ src: '/img/card.png', width: 1, height: 1 });
  expect(resolvePicture(site, 'static/img/card.png')).toMatchObject({ src: '/img/card.png', width: 1 });
  expect(resolvePicture(site, 'https://example.org/a.png')).toEqual({ src: 'https://example.org/a.png' });
  expect(resolvePicture(site, 'javascript:alert(1)')).toMatchObject({
    src: '/javascript:alert(1)',
    complaint: {
      rule: 'missing-picture',
      message: 'The picture “javascript:alert(1)” begins with “javascript:”, which is the address of no picture',
    },
  });
  expect(resolvePicture(site, '/files/report%202026.pdf')).toEqual({ src: '/files/report%202026.pdf' });
});

test('a picture that is not there is an error, with the nearest that is', () => {
  expect(resolvePicture(site, '/img/crad.png').complaint).toMatchInlineSnapshot(`
    {
      "advice": {
        "file": "write /img/card.png, or add static/img/crad.png",
        "form": "choose /img/card.png, or upload the picture",
      },
      "message": "The picture “/img/crad.png” is not in the folder “static”",
      "rule": "missing-picture",
    }
  `);
  expect(resolvePicture(site, '/photos/summit-2019-group.jpg').complaint).toMatchInlineSnapshot(`
    {
      "advice": {
        "file": "add static/photos/summit-2019-group.jpg, or remove the picture",
        "form": "upload the picture, or remove it",
      },
      "message": "The picture “/photos/summit-2019-group.jpg” is not in the folder “static”",
      "rule": "missing-picture",
    }
  `);
  // Upper and lower case differ on the servers that sites live on.
  expect(resolvePicture(site, '/img/Card.png').complaint?.advice).toMatchObject({
    file: expect.stringContaining('write /img/card.png'),
  });
});

const body = (text: string, files = {}) => checkReport({ 'content/blog/a.md': post({}, text), ...files });

test('a bad link or picture in a body is reported at its line and column', () => {
  expect(
    body(
      [
        'Text [one](/missing-1) and [two](/blog/a "title") and [three](</missing-3> "title").',
        '',
        '> - ![four](/img/missing-4.png)',
        '',
        '[five][ref] ![six][pic]',
        '',
        '  [ref]: /missing-5',
        '[pic]: /img/missing-6.png "Title"',
        '',
        '<a class="x" href="/missing-7">seven</a> <img alt="" src = "/img/missing-8.png">',
        '',
        '<div>',
        "<a href='/missing-9'>nine</a>",
        '</div>',
        '',
        '| a |',
        '| - |',
        '| [ten](/missing-10) |',
        '',
        '[![eleven](/img/missing-11.png)](/missing-12)',
        '',
        'A note.[^1]',
        '',
        '[^1]: See [thirteen](/missing-13).',
        '',
        '/missing-1 [again](',
        '/missing-14)',
      ].join('\n'),
    ),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:12  error  The link “/missing-1” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:8:64  error  The link “/missing-3” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:10:13  error  The picture “/img/missing-4.png” is not in the folder “static”  → add static/img/missing-4.png, or remove the picture  [missing-picture]
    content/blog/a.md:14:10  error  The link “/missing-5” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:15:8  error  The picture “/img/missing-6.png” is not in the folder “static”  → add static/img/missing-6.png, or remove the picture  [missing-picture]
    content/blog/a.md:17:20  error  The link “/missing-7” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:17:61  error  The picture “/img/missing-8.png” is not in the folder “static”  → add static/img/missing-8.png, or remove the picture  [missing-picture]
    content/blog/a.md:20:10  error  The link “/missing-9” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:25:9  error  The link “/missing-10” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:27:12  error  The picture “/img/missing-11.png” is not in the folder “static”  → add static/img/missing-11.png, or remove the picture  [missing-picture]
    content/blog/a.md:27:34  error  The link “/missing-12” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:31:22  error  The link “/missing-13” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/blog/a.md:34:1  error  The link “/missing-14” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]

    13 errors in 1 file"
  `);
});

test('the place of a bad link is right after a byte order mark and with Windows line ends', () => {
  const source = `\uFEFF${post({}, 'One\n\nTwo [x](/missing)\n').replaceAll('\n', '\r\n')}`;
  expect(checkReport({ 'content/blog/a.md': source })).toContain('content/blog/a.md:10:9  error');
});

test('an address in code is not a link', () => {
  expect(body('`[x](/missing)`\n\n```html\n<a href="/missing">\n```\n\n    [x](/missing)\n')).toBe('');
});

test('a link in a comment is not a link', () => {
  expect(body('<!-- <a href="/missing">old</a> -->\n\nText.\n')).toBe('');
});

test('a bad link in Markdown within a div is reported too', () => {
  expect(body('<div>\n[x](/missing)\n</div>\n')).toContain('content/blog/a.md:9:5  error');
});

test('a bad address that is its own link text is reported too', () => {
  expect(body('See https://openinfra.dev/missing for more.\n')).toContain('content/blog/a.md:8:5  warning');
  expect(body('See <https://openinfra.dev/missing> for more.\n')).toContain('content/blog/a.md:8:6  warning');
});

test('a link that browsers can’t follow, and that is taken out of the page, is reported', () => {
  expect(body('[x](javascript:alert(1))\n')).toContain('javascript:');
  expect(body('[x](localhost:3000/a)\n')).toContain('localhost:3000');
});

test('a page is no picture', () => {
  expect(body('![x](/blog/)\n')).toContain('is not in the folder “static”');
});

test('pictures and links in fields and settings are checked at their place', () => {
  expect(
    checkReport({
      'content/blog/a.md': post({ image: '/img/missing.png', seo: { description: 'x', image: '/img/missing-2.png' } }),
      'content/groups/staff.yml': data({ value: 'staff', title: 'Staff', order: 1 }),
      'content/people/a.md':
        '---\nname: A\ngroups: [staff]\nrole: R\nimage: /img/missing-3.png\n---\n[x](/missing-4)\n',
      'content/settings/site.yml': settings({
        navigation: [
          { label: 'Blog', url: '/blog/' },
          { label: 'X', url: '/missing-5/' },
        ],
      }),
    }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:6:33  error  The picture “/img/missing-2.png” is not in the folder “static”  → add static/img/missing-2.png, or remove the picture  [missing-picture]
    content/blog/a.md:7:8  error  The picture “/img/missing.png” is not in the folder “static”  → add static/img/missing.png, or remove the picture  [missing-picture]
    content/people/a.md:5:8  error  The picture “/img/missing-3.png” is not in the folder “static”  → add static/img/missing-3.png, or remove the picture  [missing-picture]
    content/people/a.md:7:5  error  The link “/missing-4” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]
    content/settings/site.yml:13:65  error  The link “/missing-5/” leads to no page or file of this site  → correct the address, or remove the link  [dead-link]

    5 errors in 3 files"
  `);
});

test('a picture’s address that no browser could read is refused and does not stop the build', () => {
  expect(checkReport({ 'content/blog/a.md': post({ image: 'https://' }) })).toContain('1 error');
});

test('a link that is given by a definition within a list is reported too', () => {
  expect(body('- One [x]\n\n  [x]: /missing\n')).toContain('/missing');
  expect(body('- [x]: /missing\n\nSee [x].\n')).toContain('/missing');
});

test('a link of a query alone stays on its page', () => {
  expect(lead('?page=2')).toBe('in ?page=2');
});

test('no link that could run a program is written, though no check stopped it', () => {
  for (const target of [
    'javascript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u001F javascript:alert(1)',
    'java\tscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://openinfra.dev/x',
  ]) {
    expect([target, resolveLink(site, 'content/blog/a.md', target).href]).toEqual([target, '']);
  }
  for (const target of ['https://example.org/a:b', 'mailto:a@example.org', 'tel:+1', '#a:b', '?a=javascript:b']) {
    expect(resolveLink(site, 'content/blog/a.md', target).href).toBe(target);
  }
});
