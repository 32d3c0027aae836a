import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anchorsOf } from '../../../src/site/links/anchors';
import { BlogPost } from '../../../src/theme/templates/blog-post';
import { LandingPage } from '../../../src/theme/templates/landing-page';
import { ListingPage } from '../../../src/theme/templates/listing-page';
import { checkReport, data, entry, landing, listing, pageAt, post, siteOf } from '../../project';

const body = [
  '# One & *two*',
  '',
  '## Three',
  '',
  '## Three',
  '',
  '<h2 id="own">Four</h2> <a name="named"></a>',
  '',
  '<div>',
  '## Wrapped',
  '</div>',
  '',
  'Note.[^1] 제목',
  '',
  '## 제목',
  '',
  '[^1]: The note.',
].join('\n');

const files = {
  'content/blog/a.md': post({}, body),
  'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
  'content/members/a.yml': data({ name: 'A', level: 'gold' }),
  'content/pages/members.md': listing('members'),
  'content/pages/projects.md': listing('projects'),
  'content/projects/a.md': entry({ name: 'A', tagline: 'A.', category: 'pilot' }),
  'content/pages/events.md': listing('events'),
  'content/events/a.md': entry({
    title: 'A',
    kind: 'summit',
    start: '2026-07-01',
    place: 'B',
    url: 'https://a.org/',
    description: 'A.',
  }),
  'content/pages/p.md': landing([
    { type: 'rich-text', anchor: 'text', title: 'Text', text: '## Heading\n' },
    { type: 'rich-text', anchor: 'untitled', text: 'Text' },
  ]),
};

const templates: Record<string, (main: never) => ReactElement> = {
  'blog-post': BlogPost,
  'landing-page': LandingPage,
  'listing-page': ListingPage,
};

test('the anchors of a page are the ids that its template writes', () => {
  const site = siteOf(files);
  for (const address of ['/blog/a/', '/p/', '/members/', '/projects/', '/events/']) {
    const { made, template } = pageAt<object>(site, address);
    const Main = templates[template] as (main: object) => ReactElement;
    const html = renderToStaticMarkup(<Main {...made.main} />);
    const ids = [...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => id);
    const known = [...(anchorsOf(site)(address) ?? [])].filter((id) => id !== 'top');
    expect([
      address,
      ids.filter((id) => !known.includes(id ?? '') && !/^(name|level|country|Section-.*|Action.*)$/.test(id ?? '')),
    ]).toEqual([address, []]);
    expect([address, known.filter((id) => !ids.includes(id))]).toEqual([address, []]);
  }
});

const told = (text: string) => checkReport({ ...files, 'content/blog/b.md': post({}, text) });

test('a link to a section that is there is right, however it is written', () => {
  expect(
    told(
      [
        '## Here',
        '[1](#here) [2](/blog/a/#one--two) [3](a.md#three-1) [4](/blog/a#own) [5](/blog/a#named) [6](/blog/a/#wrapped)',
        '[7](/p/#text) [8](/p/#heading) [9](/members/#gold) [10](/projects/#pilot-projects) [11](/events/#upcoming)',
        '[12](/blog/a/#note-fn-1) [13](#) [14](#top) [15](/blog/a/#:~:text=Note) [16](/blog/a/#%EC%A0%9C%EB%AA%A9)',
        '[17](/blog/rss.xml#x) [18](https://example.org/#x) [19](/blog/a/#제목)',
      ].join('\n'),
    ),
  ).toBe('');
});

test('a link to a section that is not there is reported, with the nearest that is', () => {
  expect(
    told('[1](#here) [2](/blog/a/#thre) [3](/p/#untitled-title) [4](/events/#past) [5](/blog/#x)\n'),
  ).toMatchInlineSnapshot(`
    "content/blog/b.md:8:5  warning  The link “#here” leads to a section that /blog/b/ does not have  → write the anchor of one of its headings, or leave out what begins with #  [dead-anchor]
    content/blog/b.md:8:16  warning  The link “/blog/a/#thre” leads to a section that /blog/a/ does not have  → write #three  [dead-anchor]
    content/blog/b.md:8:35  warning  The link “/p/#untitled-title” leads to a section that /p/ does not have  → write one of: #text, #heading, #untitled  [dead-anchor]
    content/blog/b.md:8:59  warning  The link “/events/#past” leads to a section that /events/ does not have  → write one of: #upcoming  [dead-anchor]
    content/blog/b.md:8:78  warning  The link “/blog/#x” leads to a section that /blog/ does not have  → write the anchor of one of its headings, or leave out what begins with #  [dead-anchor]

    5 warnings in 1 file"
  `);
});

test('a link through a redirect is followed to its section', () => {
  const redirects = {
    'content/settings/redirects.yml': data({ redirects: [{ from: '/old/', to: '/blog/a/', status: 302 }] }),
  };
  const text = post({}, '[1](/old/#three) [2](/old/#four)\n');
  expect(checkReport({ ...files, ...redirects, 'content/blog/b.md': text })).toMatchInlineSnapshot(`
    "content/blog/b.md:8:22  warning  The link “/old/#four” leads to a section that /blog/a/ does not have  → write the anchor of one of its headings, or leave out what begins with #  [dead-anchor]

    1 warning in 1 file"
  `);
});

test('a link to a section of a page that can’t be rendered does not stop the check', () => {
  const deep = post({}, `${'> '.repeat(3000)}Text\n`);
  const report = checkReport({ 'content/blog/deep.md': deep, 'content/blog/b.md': post({}, '[1](/blog/deep/#x)\n') });
  expect(report).toContain('content/blog/deep.md:8:1  error  The page can’t be made: its text is nested too deeply');
  expect(report).not.toContain('content/blog/b.md');
});
