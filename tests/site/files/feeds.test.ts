import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { planFeeds } from '../../../src/site/files/feeds';
import type { Site } from '../../../src/site/site';
import { post, postsInRow, settings, siteOf } from '../../project';

function feedsOf(site: Site) {
  const text = (path: string) => {
    const file = planFeeds(site).find((candidate) => candidate.path === path);
    if (!file) throw new Error(`There is no ${path}`);
    return file.text;
  };
  return {
    rss: parseRssFeed(text('/blog/rss.xml')),
    atom: parseAtomFeed(text('/blog/atom.xml')),
    json: parseJsonFeed(text('/blog/feed.json')),
    news: parseRssFeed(text('/blog/category/news/rss.xml')),
  };
}

/** The content of the first post in each form. */
function contentsOf(site: Site): string[] {
  const { rss, atom, json, news } = feedsOf(site);
  const atomContent = atom.entries?.[0]?.content as { value?: string } | undefined;
  return [
    rss.items?.[0]?.content?.encoded,
    atomContent?.value,
    json.items?.[0]?.content_html,
    news.items?.[0]?.content?.encoded,
  ].map((content) => content ?? '');
}

test('every form of feed tells a post’s title, address, time, authors, subjects and whole text', () => {
  const site = siteOf({
    'content/blog/a.md': post(
      { title: 'Q&A: <b> “x”', date: '2026-03-04T15:00:00+01:00', updated: '2026-04-01', image: '/img/card.png' },
      'First.\n\n## Second\n\nThird ]]> fourth.\n\n- &amp; `</item>`\n',
    ),
  });
  const { rss, atom, json } = feedsOf(site);
  expect({ rss, atom, json }).toMatchInlineSnapshot(`
    {
      "atom": {
        "authors": [
          {
            "name": "Example",
          },
        ],
        "entries": [
          {
            "authors": [
              {
                "name": "Editorial",
                "uri": "https://openinfra.dev/blog/author/editorial/",
              },
            ],
            "categories": [
              {
                "term": "News",
              },
            ],
            "content": {
              "type": "html",
              "value": "<p>First.</p>
    <h2 id="second">Second</h2>
    <p>Third ]]> fourth.</p>
    <ul>
    <li>&#x26; <code>&#x3C;/item></code></li>
    </ul>",
            },
            "id": "https://openinfra.dev/blog/a/",
            "links": [
              {
                "href": "https://openinfra.dev/blog/a/",
                "rel": "alternate",
                "type": "text/html",
              },
            ],
            "published": "2026-03-04T14:00:00.000Z",
            "summary": {
              "value": "First. Third ]]> fourth.",
            },
            "title": {
              "value": "Q&A: <b> “x”",
            },
            "updated": "2026-04-01T00:00:00.000Z",
          },
        ],
        "id": "https://openinfra.dev/blog/atom.xml",
        "links": [
          {
            "href": "https://openinfra.dev/blog/atom.xml",
            "rel": "self",
            "type": "application/atom+xml",
          },
          {
            "href": "https://openinfra.dev/blog/",
            "rel": "alternate",
            "type": "text/html",
          },
        ],
        "subtitle": {
          "value": "What is new.",
        },
        "title": {
          "value": "Blog - Example",
        },
        "updated": "2026-04-01T00:00:00.000Z",
      },
      "json": {
        "authors": [
          {
            "name": "Example",
          },
        ],
        "description": "What is new.",
        "feed_url": "https://openinfra.dev/blog/feed.json",
        "home_page_url": "https://openinfra.dev/blog/",
        "icon": "https://openinfra.dev/icon-512.png",
        "items": [
          {
            "authors": [
              {
                "name": "Editorial",
                "url": "https://openinfra.dev/blog/author/editorial/",
              },
            ],
            "content_html": "<p>First.</p>
    <h2 id="second">Second</h2>
    <p>Third ]]> fourth.</p>
    <ul>
    <li>&#x26; <code>&#x3C;/item></code></li>
    </ul>",
            "date_modified": "2026-04-01T00:00:00.000Z",
            "date_published": "2026-03-04T14:00:00.000Z",
            "id": "https://openinfra.dev/blog/a/",
            "image": "https://openinfra.dev/img/card.png",
            "language": "en",
            "summary": "First. Third ]]> fourth.",
            "tags": [
              "News",
            ],
            "title": "Q&A: <b> “x”",
            "url": "https://openinfra.dev/blog/a/",
          },
        ],
        "language": "en",
        "title": "Blog - Example",
      },
      "rss": {
        "atom": {
          "links": [
            {
              "href": "https://openinfra.dev/blog/rss.xml",
              "rel": "self",
              "type": "application/rss+xml",
            },
          ],
        },
        "description": "What is new.",
        "image": {
          "link": "https://openinfra.dev/blog/",
          "title": "Blog - Example",
          "url": "https://openinfra.dev/icon-512.png",
        },
        "items": [
          {
            "categories": [
              {
                "name": "News",
              },
            ],
            "content": {
              "encoded": "<p>First.</p>
    <h2 id="second">Second</h2>
    <p>Third ]]> fourth.</p>
    <ul>
    <li>&#x26; <code>&#x3C;/item></code></li>
    </ul>",
            },
            "dc": {
              "creators": [
                "Editorial",
              ],
            },
            "description": "First. Third ]]> fourth.",
            "guid": {
              "isPermaLink": true,
              "value": "https://openinfra.dev/blog/a/",
            },
            "link": "https://openinfra.dev/blog/a/",
            "pubDate": "Wed, 04 Mar 2026 14:00:00 GMT",
            "title": "Q&A: <b> “x”",
          },
        ],
        "language": "en",
        "lastBuildDate": "Wed, 01 Apr 2026 00:00:00 GMT",
        "link": "https://openinfra.dev/blog/",
        "title": "Blog - Example",
      },
    }
  `);
});

test('the whole text is in every form, and the same', () => {
  const site = siteOf({ 'content/blog/a.md': post({}, '## One\n\nTwo ]]> `<three>` & four\n\n| a |\n| - |\n| b |\n') });
  const [first = '', ...others] = contentsOf(site);
  expect(first).toContain('<h2 id="one">One</h2>');
  expect(first).toContain('<code>&#x3C;three></code> &#x26; four');
  expect(first).toContain(']]>');
  for (const content of others) expect(content).toBe(first);
});

test('links and pictures within a text are whole addresses, whatever they were', () => {
  const text = (url: string) =>
    [
      `[a](/blog/b/) [b](b.md) [c](#d) [d](${url}blog/b#x) [e](https://example.org/) [f](mailto:a@example.org)`,
      '![g](/img/card.png) <img src="static/img/card.png" alt=""> <a href="/blog/rss.xml">h</a>',
      'A note.[^1]',
      '[^1]: The note.',
    ].join('\n\n');
  for (const url of ['https://openinfra.dev/', 'https://openinfra.dev/site/']) {
    const site = siteOf({
      'content/settings/site.yml': settings({ url }),
      'content/blog/a.md': post({ date: '2026-02-01' }, text(url)),
      'content/blog/b.md': post(),
    });
    for (const content of contentsOf(site)) {
      const addresses = [...content.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(addresses).toEqual([
        `${url}blog/b/`,
        `${url}blog/b/`,
        `${url}blog/a/#d`,
        `${url}blog/b/#x`,
        'https://example.org/',
        'mailto:a@example.org',
        `${url}img/card.png`,
        `${url}img/card.png`,
        `${url}blog/rss.xml`,
        `${url}blog/a/#note-fn-1`,
        `${url}blog/a/#note-fnref-1`,
      ]);
    }
  }
});

test('every feed names its own address', () => {
  const { rss, atom, json, news } = feedsOf(siteOf(postsInRow(1)));
  const self = (links: { rel?: string | undefined; href?: string | undefined }[] | undefined) =>
    links?.find(({ rel }) => rel === 'self')?.href;
  expect(self(rss.atom?.links)).toBe('https://openinfra.dev/blog/rss.xml');
  expect(self(atom.links)).toBe('https://openinfra.dev/blog/atom.xml');
  expect(json.feed_url).toBe('https://openinfra.dev/blog/feed.json');
  expect(self(news.atom?.links)).toBe('https://openinfra.dev/blog/category/news/rss.xml');
  expect([rss.link, json.home_page_url, news.link]).toEqual([
    'https://openinfra.dev/blog/',
    'https://openinfra.dev/blog/',
    'https://openinfra.dev/blog/category/news/',
  ]);
});

test('a feed holds the newest posts, as many as the settings say, newest first', () => {
  const site = siteOf({ ...postsInRow(4), 'content/settings/site.yml': settings({ postsInFeed: 3 }) });
  for (const feed of [feedsOf(site).rss, feedsOf(site).news]) {
    expect(feed.items?.map(({ title }) => title)).toEqual(['Post 4', 'Post 3', 'Post 2']);
  }
});

test('a category’s feed holds its own posts alone', () => {
  const site = siteOf({
    'content/categories/zuul.yml': 'value: zuul\nlabel: Zuul\ndescription: x\n',
    'content/blog/a.md': post({ title: 'A' }),
    'content/blog/b.md': post({ title: 'B', category: [{ value: 'zuul' }] }),
  });
  expect(feedsOf(site).news.items?.map(({ title }) => title)).toEqual(['A']);
});

test('hidden, draft and later posts are in no feed', () => {
  const site = siteOf({
    'content/blog/a.md': post({ title: 'Secret', hidePost: true }),
    'content/blog/b.md': post({ title: 'Secret', draft: true }),
    'content/blog/c.md': post({ title: 'Secret', date: '2030-01-01' }),
  });
  expect(JSON.stringify(planFeeds(site))).not.toContain('Secret');
});

test('a feed’s time is that of its newest change, and never that of the build', () => {
  const files = { ...postsInRow(2), 'content/blog/1.md': post({ date: '2026-01-01', updated: '2026-05-01' }) };
  const { rss, atom } = feedsOf(siteOf(files));
  expect(new Date(String(rss.lastBuildDate)).toISOString()).toBe('2026-05-01T00:00:00.000Z');
  expect(new Date(String(atom.updated)).toISOString()).toBe('2026-05-01T00:00:00.000Z');
  expect(planFeeds(siteOf(files))).toEqual(planFeeds(siteOf(files, { now: '2027-01-01T00:00:00.000Z' })));
});

test('the feeds of a site without posts are valid and empty', () => {
  const { rss, atom, json, news } = feedsOf(siteOf());
  expect([rss.items ?? [], atom.entries ?? [], json.items ?? [], news.items ?? []]).toEqual([[], [], [], []]);
  expect(rss.title).toBe('Blog - Example');
  expect(atom.id).toBe('https://openinfra.dev/blog/atom.xml');
  expect(atom.updated).toBeTruthy();
});

test('a post of code alone has a summary all the same', () => {
  const site = siteOf({ 'content/blog/a.md': post({ seo: { description: 'What it says.' } }, '```\ncode\n```\n') });
  expect(feedsOf(site).json.items?.[0]?.summary).toBe('What it says.');
});

test('a character that XML can’t have does not break the feeds', () => {
  const site = siteOf({ 'content/blog/a.md': post({ title: 'A\u0008 title' }, 'Text\u0008 and \u001b[31m colors\n') });
  for (const { path, text } of planFeeds(site)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML can’t have
    if (path.endsWith('.xml')) expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }
});

test('a summary that speaks of HTML is text, and is no HTML to a reader that takes it for such', () => {
  const site = siteOf({ 'content/blog/a.md': post({}, 'Write `<img src=x onerror=alert(1)>` & more.\n') });
  const description = feedsOf(site).rss.items?.[0]?.description;
  expect(description).toContain('img src=x');
  expect(description).not.toContain('<');
  expect(feedsOf(site).json.items?.[0]?.summary).toBe('Write <img src=x onerror=alert(1)> & more.');
});

test('a post in another language than the site’s says so in the feed that can tell', () => {
  const site = siteOf({
    'content/blog/a.md': post({ title: 'A', lang: 'ko', date: '2026-01-02' }),
    'content/blog/b.md': post({ title: 'B', date: '2026-01-01' }),
  });
  const { json } = feedsOf(site);
  expect(json.language).toBe('en');
  expect(json.items?.map(({ title, language }) => [title, language])).toEqual([
    ['A', 'ko'],
    ['B', 'en'],
  ]);
});
