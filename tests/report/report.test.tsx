import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { reportOf } from '../../src/commands/report';
import type { Health } from '../../src/commands/report/health';
import { Report } from '../../src/commands/report/report';
import { home, landing, now, post, project, settings, text } from '../project';

/** The text of a chapter, a line for each block. */
const chapter = (html: string, name: string) => {
  const [, inner = ''] = new RegExp(`<h2 id="${name}">(.*?)</section>`, 's').exec(html) ?? [];
  return inner
    .replace(/<\/(?:h2|h3|p|li|tr|summary|title|desc)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/ *\n */g, '\n')
    .replace(/ +/g, ' ')
    .trim();
};

const ill = () =>
  project({
    'content/pages/index.md': home,
    'content/pages/lonely.md': text({ title: 'Lonely' }, '[Lonely](/lonely/)\n'),
    'content/pages/known.md': landing([{ type: 'hero', title: 'T', buttons: [{ label: 'B', url: '/missing/' }] }]),
    'content/blog/a.md': post({ title: 'A & <b>' }, '[x](example.org/a) [y](/known/) ![P](/img/card.png)\n'),
    'content/blog/b.md': post({ title: 'B', date: '2025-11-05' }, '[x](/old/)\n'),
    'content/blog/draft.md': post({ title: 'Unfinished', draft: true }),
    'content/blog/later.md': post({ title: 'Later', date: '2030-01-01' }),
    'content/blog/secret.md': post({ title: 'Secret', hidePost: true }),
    'content/settings/redirects.yml': 'redirects:\n  - from: /old/\n    to: /known/\n',
    'addresses.txt': '/blog/gone/\tcontent/blog/gone.md\tGone\n',
  });
const report = reportOf(ill(), now);

test('what is most pressing stands first', () => {
  expect(/<p class="verdict error">(.*?)<\/p>/.exec(report)?.[1]).toMatchInlineSnapshot(
    `"The site can’t be published: 2 faults must be fixed first. 2 things could be better."`,
  );
  expect(chapter(report, 'first')).toMatchInlineSnapshot(`
    "What to do first
    The most pressing comes first. Each step can be done by itself.
    Lead 1 lost address somewhere : others link to it.
    Fix 1 error on 1 page; nothing new is published before.
    Ask somebody who knows the terminal to run npm run fix : it fixes 2 faults by itself.
    Look at the kinds of faults , and begin with the one that occurs most.
    Link to 1 page that nobody finds.
    Build the site again on January 1, 2030 , when “Later” is due."
  `);
});

test('faults are told by kind, with what to do, and page by page', () => {
  expect(chapter(report, 'kinds')).toMatchInlineSnapshot(`
    "What could be better, by kind
    Faults of one kind are fixed in one go more easily than page by page. Red ones keep the site from being published.
    An address that was published leads nowhere any more. 1 error
    Add a redirect to content/settings/redirects.yml , from the address to the page that has its content now.
    lost-address

    A link leads to no page and no file of the site. 1 error
    Correct the address, or remove the link.
    dead-link

    A web address has no https:// . 1 warning
    Begin the address with https:// . The computer can do it: npm run fix
    link-without-scheme

    A link leads to an address from which readers are redirected. 1 warning
    Write the new address. The computer can do it: npm run fix
    link-to-moved"
  `);
  expect(chapter(report, 'files')).toMatchInlineSnapshot(`
    "What could be better, page by page
    Open a page to see what is wrong with it; its name leads to its form, where you can fix it.
    A &amp; &lt;b&gt; 1
    A &amp; &lt;b&gt; content/blog/a.md
    The link “example.org/a” has no “https://”. Write https://example.org/a line 8, link-without-scheme
    B 1
    B content/blog/b.md
    The link “/old/” leads to a page that has moved. Write /known/ line 8, link-to-moved
    Page 1
    Page content/pages/known.md
    The link “/missing/” leads to no page or file of this site. Correct the address, or remove the link. line 4, dead-link"
  `);
});

test('what waits, what nobody finds and where old addresses lead is reported', () => {
  expect(chapter(report, 'waiting')).toMatchInlineSnapshot(`
    "What waits to be published
    Drafts wait for you, posts dated ahead for their day, and hidden pages are shown only to those who know their address.
    Drafts
    Unfinished content/blog/draft.md
    Dated ahead
    January 1, 2030 : Later content/blog/later.md
    Hidden
    Secret content/blog/secret.md"
  `);
  expect(chapter(report, 'orphans')).toMatchInlineSnapshot(`
    "Pages that nobody finds
    No other page, list or menu leads to these. Link to them from a page about the same matter, or hide or delete them.
    Lonely /lonely/"
  `);
  expect(chapter(report, 'addresses')).toMatchInlineSnapshot(`
    "Old addresses
    Others link to your pages and keep them in their bookmarks. An address that was published once should lead somewhere for ever.
    Lost
    The address /blog/gone/ of “Gone” (content/blog/gone.md) was published: its file is gone. Add a redirect from /blog/gone/ to the page that replaces it, or to /blog/, in content/settings/redirects.yml.
    Redirected
    From To
    /old/ /known/"
  `);
});

test('posts per month are a plot, and a table for those who can’t see it', () => {
  expect(report.match(/<rect /g)).toHaveLength(3);
  expect(chapter(report, 'months')).toMatchInlineSnapshot(`
    "How often you publish
    Posts that readers can find, by the month of their date.
    Posts per month
    2 posts from 2025-11 to 2026-01; the most, 1, in 2025-11. The table below has every figure.
    1 2026 The figures as a table
    Year Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Sum
    2025 · · · · · · · · · · 1 · 1
    2026 1 · · · · · · · · · · · 1"
  `);
});

test('pictures are reported with the pages that show them, and pages that were not built are not weighed', () => {
  expect(chapter(report, 'pictures')).toMatchInlineSnapshot(`
    "The heaviest pictures
    A picture of more than 300 kB makes readers on the road wait. Save it again smaller, under the same name.
    Picture Weight
    /icon-512.png on Home , A &amp; &lt;b&gt; , B 1 kB
    /img/card.png on 8 pages 1 kB"
  `);
  expect(chapter(report, 'pages')).toContain('has not been built here');
});

test('the heaviest page of a built site is reported first', () => {
  const root = project({
    'content/blog/a.md': post(),
    'public/index.html': 'home',
    'public/blog/a/index.html': Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251)),
    'public/no-page-any-more/index.html': 'x',
  });
  expect(chapter(reportOf(root, now), 'pages')).toMatchInlineSnapshot(`
    "The heaviest pages
    What a reader’s phone loads before the page can be read, without pictures. A page of more than 50 kB is worth a look: long tables and embedded pictures weigh most.
    Page Weight
    /blog/a/ 1 kB
    / 1 kB"
  `);
});

test('an entry is linked with its form on the admin page, settings with theirs', () => {
  expect(report).toContain('href="https://openinfra.dev/admin/#/collections/post/entries/a"');
  const root = project({ 'content/settings/site.yml': settings({ navigation: [{ label: 'B', url: '/missing/' }] }) });
  expect(reportOf(root, now)).toContain('href="https://openinfra.dev/admin/#/collections/settings/entries/site"');
});

test('the page runs no script, asks for nothing, and shows what editors write as text', () => {
  expect(report).not.toMatch(/<script|<iframe|<img|@import|url\(|src=/i);
  for (const [, href = ''] of report.matchAll(/<link[^>]*href="([^"]*)"/g)) expect(href).toBe('data:,');
  expect(report).toContain('A &amp; &lt;b&gt;');
  expect(report).not.toContain('A & <b>');
});

test('where nothing is wrong the page says so', () => {
  const html = reportOf(project(), now);
  expect(html).toContain('<p class="verdict well">The site is sound. All is well.</p>');
  expect(html.match(/class="fine"/g)?.length).toBeGreaterThan(5);
});

test('a thousand problems make a page that still can be sent by mail', () => {
  const problems: Health['problems'] = Array.from({ length: 1000 }, (_, index) => ({
    rule: 'dead-link',
    file: `content/blog/${index % 100}.md`,
    line: index,
    column: 1,
    severity: 'error',
    message: `The link “/blog/missing-${index}/” leads to no page or file of this site`,
    advice: 'correct the address, or remove the link',
  }));
  const files = Array.from({ length: 100 }, (_, index) => ({
    place: { file: `content/blog/${index}.md`, title: `Post ${index}` },
    problems: problems.filter(({ file }) => file === `content/blog/${index}.md`),
  }));
  const health: Health = {
    title: 'Example',
    at: now,
    problems,
    kinds: [{ rule: 'dead-link', severity: 'error', count: 1000, mechanical: 0 }],
    files,
    waiting: { drafts: [], dated: [], hidden: [] },
    months: [],
    orphans: [],
    pages: undefined,
    pictures: [],
    redirects: [],
    lost: [],
  };
  const html = renderToStaticMarkup(createElement(Report, { health, styles: '' }));
  expect(html.match(/missing-\d+/g)).toHaveLength(1000);
  expect(html.length).toBeLessThan(500_000);
});
