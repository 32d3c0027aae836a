import { renderToStaticMarkup } from 'react-dom/server';
import { Helmet } from 'react-helmet';
import { expect, test } from 'vitest';
import { directionOf, normalizeHandle } from '../../../src/site/pages/head';
import type { Head } from '../../../src/site/pages/props';
import { Head as HeadElement } from '../../../src/theme/frame/head';
import { brief, pageAt, pixel, post, postsInRow, settings, siteOf } from '../../project';

const headOf = (changes: object = {}, site: object = {}): Head =>
  pageAt(siteOf({ 'content/settings/site.yml': settings(site), 'content/blog/a.md': post(changes) }), '/blog/a/').made
    .head;

const meta = ({ meta: tags }: Head, key: string) =>
  tags.flatMap((tag) => (tag['property'] === key || tag['name'] === key ? [tag['content']] : []));
const canonical = ({ link }: Head) => link.flatMap(({ rel, href }) => (rel === 'canonical' ? [href] : []));

test('the head of a post tells search engines and social media what it is', () => {
  expect(
    headOf(
      {
        title: 'A post',
        date: '2026-03-04T15:00:00+01:00',
        updated: '2026-04-01',
        image: '/img/card.png',
        imageAlt: 'A card',
        seo: { description: 'What it says.', twitterUsername: '@openinfradev ' },
      },
      { twitterUsername: 'https://twitter.com/Example/' },
    ),
  ).toMatchInlineSnapshot(`
    {
      "dir": "ltr",
      "jsonLd": [
        {
          "@context": "https://schema.org",
          "@type": "BlogPosting",
          "articleSection": [
            "News",
          ],
          "author": [
            {
              "@type": "Organization",
              "name": "Editorial",
              "url": "https://openinfra.dev/blog/author/editorial/",
            },
          ],
          "dateModified": "2026-04-01T00:00:00.000Z",
          "datePublished": "2026-03-04T14:00:00.000Z",
          "description": "What it says.",
          "headline": "A post",
          "image": "https://openinfra.dev/img/card.png",
          "inLanguage": "en",
          "isPartOf": {
            "@type": "Blog",
            "name": "Blog",
            "url": "https://openinfra.dev/blog/",
          },
          "mainEntityOfPage": "https://openinfra.dev/blog/a/",
          "publisher": {
            "@id": "https://openinfra.dev/#organization",
            "@type": "Organization",
            "logo": "https://openinfra.dev/icon-512.png",
            "name": "Example Foundation",
            "url": "https://example.com/",
          },
          "url": "https://openinfra.dev/blog/a/",
        },
        {
          "@context": "https://schema.org",
          "@type": "BreadcrumbList",
          "itemListElement": [
            {
              "@type": "ListItem",
              "item": "https://openinfra.dev/",
              "name": "Example",
              "position": 1,
            },
            {
              "@type": "ListItem",
              "item": "https://openinfra.dev/blog/",
              "name": "Blog",
              "position": 2,
            },
            {
              "@type": "ListItem",
              "item": "https://openinfra.dev/blog/a/",
              "name": "A post",
              "position": 3,
            },
          ],
        },
      ],
      "lang": "en",
      "link": [
        {
          "href": "https://openinfra.dev/blog/a/",
          "rel": "canonical",
        },
        {
          "href": "/favicon.ico",
          "rel": "icon",
          "sizes": "32x32",
        },
        {
          "href": "/icon.svg",
          "rel": "icon",
          "type": "image/svg+xml",
        },
        {
          "href": "/apple-touch-icon.png",
          "rel": "apple-touch-icon",
        },
        {
          "href": "/manifest.webmanifest",
          "rel": "manifest",
        },
        {
          "href": "/blog/rss.xml",
          "rel": "alternate",
          "title": "Example",
          "type": "application/rss+xml",
        },
        {
          "href": "/blog/atom.xml",
          "rel": "alternate",
          "title": "Example",
          "type": "application/atom+xml",
        },
        {
          "href": "/blog/feed.json",
          "rel": "alternate",
          "title": "Example",
          "type": "application/feed+json",
        },
      ],
      "meta": [
        {
          "content": "What it says.",
          "name": "description",
        },
        {
          "content": "#ffffff",
          "name": "theme-color",
        },
        {
          "content": "article",
          "property": "og:type",
        },
        {
          "content": "Example",
          "property": "og:site_name",
        },
        {
          "content": "A post",
          "property": "og:title",
        },
        {
          "content": "What it says.",
          "property": "og:description",
        },
        {
          "content": "https://openinfra.dev/blog/a/",
          "property": "og:url",
        },
        {
          "content": "en_US",
          "property": "og:locale",
        },
        {
          "content": "https://openinfra.dev/img/card.png",
          "property": "og:image",
        },
        {
          "content": "1",
          "property": "og:image:width",
        },
        {
          "content": "1",
          "property": "og:image:height",
        },
        {
          "content": "A card",
          "property": "og:image:alt",
        },
        {
          "content": "2026-03-04T14:00:00.000Z",
          "property": "article:published_time",
        },
        {
          "content": "2026-04-01T00:00:00.000Z",
          "property": "article:modified_time",
        },
        {
          "content": "https://openinfra.dev/blog/author/editorial/",
          "property": "article:author",
        },
        {
          "content": "News",
          "property": "article:section",
        },
        {
          "content": "summary_large_image",
          "name": "twitter:card",
        },
        {
          "content": "@Example",
          "name": "twitter:site",
        },
        {
          "content": "@openinfradev",
          "name": "twitter:creator",
        },
      ],
      "title": "A post - Example",
    }
  `);
});

test('the canonical address is on the site’s own address, whichever of its hosts the post names', () => {
  for (const url of ['https://openinfra.org/blog/b', 'http://openinfra.dev/blog/b/', '/blog/b']) {
    const site = siteOf({ 'content/blog/a.md': post({ seo: { description: 'x', url } }) });
    const { head } = pageAt(site, '/blog/b/').made;
    expect(canonical(head)).toEqual(['https://openinfra.dev/blog/b/']);
    expect(meta(head, 'og:url')).toEqual(['https://openinfra.dev/blog/b/']);
  }
});

test('a hidden post asks search engines to leave it, and a listed one does not', () => {
  expect(meta(headOf({ hidePost: true }), 'robots')).toEqual(['noindex']);
  expect(meta(headOf(), 'robots')).toEqual([]);
});

test('the page for what is not found has no address of its own, and is not for search engines', () => {
  const { head } = pageAt(siteOf(), '/404.html').made;
  expect(canonical(head)).toEqual([]);
  expect(meta(head, 'og:url')).toEqual([]);
  expect(meta(head, 'robots')).toEqual(['noindex']);
  expect(head.jsonLd).toEqual([]);
});

test('times are told in ISO 8601 and UTC', () => {
  const head = headOf({ date: '2026-03-04T15:00:00+01:00', updated: '2026-04-01' });
  expect(meta(head, 'article:published_time')).toEqual(['2026-03-04T14:00:00.000Z']);
  expect(meta(head, 'article:modified_time')).toEqual(['2026-04-01T00:00:00.000Z']);
  expect(meta(headOf(), 'article:modified_time')).toEqual([]);
});

test.each([
  ['@openinfradev ', '@openinfradev'],
  ['OpenInfraDev', '@OpenInfraDev'],
  [' @OpenInfraDev', '@OpenInfraDev'],
  ['https://twitter.com/OpenInfraDev', '@OpenInfraDev'],
  ['https://x.com/OpenInfraDev/', '@OpenInfraDev'],
  ['www.x.com/@OpenInfraDev', '@OpenInfraDev'],
  ['two words', undefined],
  ['@', undefined],
  ['a_name_of_16_chrs', undefined],
  ['"><script>', undefined],
  ['https://example.org/OpenInfraDev', undefined],
  ['', undefined],
  [undefined, undefined],
])('the account name %j becomes %j', (written, expected) => {
  expect(normalizeHandle(written)).toBe(expected);
});

test('a handle that can be no name leaves no tag behind', () => {
  expect(meta(headOf({ seo: { description: 'x', twitterUsername: 'not a name' } }), 'twitter:creator')).toEqual([]);
});

test('language and direction are those of the post', () => {
  expect(headOf({ lang: 'ar' })).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(headOf({ lang: 'ko' })).toMatchObject({ lang: 'ko', dir: 'ltr' });
  expect(headOf()).toMatchObject({ lang: 'en', dir: 'ltr' });
  const { made } = pageAt<{ lang: string; dir: string }>(
    siteOf({ 'content/blog/a.md': post({ lang: 'ar' }) }),
    '/blog/a/',
  );
  expect([made.main.lang, made.main.dir, made.frame.lang]).toEqual(['ar', 'rtl', 'en']);
  expect(meta(headOf({ lang: 'pt-BR' }), 'og:locale')).toEqual(['pt_BR']);
});

test('languages that are written from the right are known, also with a country', () => {
  expect(['ar', 'he', 'fa', 'ur', 'ar-EG'].map(directionOf)).toEqual(Array(5).fill('rtl'));
  expect(['en', 'ko', 'zh-Hant', 'arn', 'fr'].map(directionOf)).toEqual(Array(5).fill('ltr'));
});

test('a title has what the template adds as long as both together have no more than 70 letters', () => {
  const fits = 'x'.repeat(60);
  expect(headOf({ title: fits }).title).toBe(`${fits} - Example`);
  expect(headOf({ title: `${fits}x` }).title).toBe(`${fits}x`);
});

test('a title of 172 characters is whole in the page, the tab and the card', () => {
  const title = 'A title as long as they come '.repeat(6).slice(0, 172).trim();
  const head = headOf({ title });
  // What the template adds would be cut off, and the title with it.
  expect(head.title).toBe(title);
  expect(meta(head, 'og:title')).toEqual([title]);
});

test('a title with signs that mean something in replacements is left alone', () => {
  expect(headOf({ title: "50$ & $1 $& %s '" }).title).toBe("50$ & $1 $& %s ' - Example");
});

test('the search title and the social picture replace the post’s own in the head alone', () => {
  const files = {
    'static/img/social.png': pixel,
    'content/blog/a.md': post({
      image: '/img/card.png',
      imageAlt: 'A card',
      seo: { title: 'Found', description: 'x', image: '/img/social.png' },
    }),
  };
  const { made } = pageAt<{ data: { title: string; image: { src: string } } }>(siteOf(files), '/blog/a/');
  expect([made.head.title, made.main.data.title, made.main.data.image.src]).toEqual([
    'Found - Example',
    'A post',
    '/img/card.png',
  ]);
  expect(meta(made.head, 'og:image')).toEqual(['https://openinfra.dev/img/social.png']);
  // The description in the post is that of the other picture: the title says what the page is.
  expect(meta(made.head, 'og:image:alt')).toEqual(['Found']);
});

test('a picture elsewhere is told by its whole address', () => {
  const files = {
    'content/settings/checks.yml': `${brief}remote-picture: "off"\n`,
    'content/blog/a.md': post({ image: 'https://example.org/a.png' }),
  };
  expect(meta(pageAt(siteOf(files), '/blog/a/').made.head, 'og:image')).toEqual(['https://example.org/a.png']);
});

test('every page has a title, a description and a canonical address of its own', () => {
  const site = siteOf(postsInRow(5));
  const heads = [...site.addresses.values()].flatMap((address) =>
    address.endsWith('/') ? [pageAt(site, address).made.head] : [],
  );
  expect(heads.length).toBeGreaterThan(10);
  for (const part of [heads.map(({ title }) => title), heads.flatMap(canonical)]) {
    expect(new Set(part).size).toBe(heads.length);
  }
  for (const head of heads) expect(meta(head, 'description')[0]?.length).toBeGreaterThan(0);
});

test('a page leads to the feeds, and a category’s page to its own first', () => {
  const { link } = pageAt(siteOf(), '/blog/category/news/').made.head;
  expect(link.filter(({ rel }) => rel === 'alternate').map(({ href }) => href)).toEqual([
    '/blog/category/news/rss.xml',
    '/blog/rss.xml',
    '/blog/atom.xml',
    '/blog/feed.json',
  ]);
});

test('the breadcrumbs of a page lead from the home page down to it', () => {
  const site = siteOf(postsInRow(5));
  const trail = (address: string) => {
    const [data] = pageAt(site, address).made.head.jsonLd.filter((item) => item['@type'] === 'BreadcrumbList');
    const items = (data?.['itemListElement'] ?? []) as { item: string }[];
    return items.map(({ item }) => item.replace('https://openinfra.dev', ''));
  };
  expect(trail('/blog/1/')).toEqual(['/', '/blog/', '/blog/1/']);
  expect(trail('/blog/category/news/page/2/')).toEqual([
    '/',
    '/blog/',
    '/blog/category/news/',
    '/blog/category/news/page/2/',
  ]);
  expect(trail('/blog/archive/2026/')).toEqual(['/', '/blog/', '/blog/archive/', '/blog/archive/2026/']);
});

test('an author who is a team is an organization, and one who is not is a person', () => {
  const site = siteOf({
    'content/authors/b.md': '---\nname: Bee\n---\n',
    'content/blog/a.md': post({ author: ['Editorial', 'Bee'] }),
  });
  const [article] = pageAt(site, '/blog/a/').made.head.jsonLd;
  expect(article?.['author']).toMatchObject([
    { '@type': 'Organization', name: 'Editorial' },
    { '@type': 'Person', name: 'Bee' },
  ]);
});

/** The head as it stands in a page. */
function markupOf(head: Head): string {
  Helmet.canUseDOM = false;
  renderToStaticMarkup(<HeadElement {...head} />);
  const { htmlAttributes, title, meta: tags, link, script } = Helmet.renderStatic();
  return `<html ${htmlAttributes}>${title}${tags}${link}${script}`;
}

test('nothing that a post says can end the element it stands in', () => {
  const hostile = '</script><script>alert(1)</script><!--"\'>\u2028&amp;';
  // A title is one line; see the field `text`.
  const line = hostile.replace('\u2028', '');
  const markup = markupOf(headOf({ title: line, seo: { description: hostile, title: line } }));
  expect(markup.match(/<script/g)).toHaveLength(2);
  expect(markup.match(/<\/script/g)).toHaveLength(2);
  expect(markup).not.toContain('<!--');
  for (const [, json = ''] of markup.matchAll(/<script[^>]*>(.*?)<\/script>/gs)) {
    const data = JSON.parse(json);
    if (data['@type'] === 'BlogPosting') expect(data).toMatchObject({ headline: line, description: hostile });
  }
  // What stands in attributes and in the title is text.
  expect(markup.replace(/<script.*?<\/script>/gs, '')).not.toMatch(/alert\(1\)<\/script>/);
});

test('the page’s element says language and, where it is not the usual one, direction', () => {
  expect(markupOf(headOf({ lang: 'ar' }))).toMatch(/^<html (?=.*lang="ar")(?=.*dir="rtl")/);
  expect(markupOf(headOf({ lang: 'ko' }))).toMatch(/^<html lang="ko"[^d]*>/);
});
