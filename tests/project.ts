import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatReport, type Problem } from '../src/content/problem';
import { readContent } from '../src/content/read';
import { loadSite } from '../src/load';
import { seo } from '../src/rules/seo';
import type { Page } from '../src/site/pages/page';
import { planPages } from '../src/site/pages/plan';
import type { PageProps } from '../src/site/pages/props';
import type { Site } from '../src/site/site';
import { collections, kinds } from './collections';
import { temporaryFolder } from './temporary-folder';

type Files = Record<string, string | Buffer | undefined>;

/** The moment the sites of these tests are built for. */
export const now = '2026-06-01T00:00:00.000Z';

/** A picture of 1 × 1 pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const fields = (data: object) =>
  Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');

/** The settings of a site, each on a line of its own; those given replace the usual ones, `undefined` leaves one out. */
export const settings = (changes: object = {}) =>
  fields({
    url: 'https://openinfra.dev/',
    hosts: ['openinfra.dev', 'openinfra.org'],
    title: 'Example',
    titleTemplate: '%s - Example',
    description: 'An example of a site.',
    language: 'en',
    image: '/img/card.png',
    themeColor: '#ffffff',
    postsPerPage: 2,
    postsInFeed: 20,
    organization: { name: 'Example Foundation', url: 'https://example.com/', logo: '/icon-512.png' },
    blog: { title: 'Blog', description: 'What is new.' },
    navigation: [{ label: 'Blog', url: '/blog/' }],
    footer: { text: 'The end.', groups: [], links: [{ label: 'RSS', url: '/blog/rss.xml' }] },
    ...changes,
  });

/** The source of a post, each field on a line of its own; those given replace the usual ones. */
export const post = (changes: object = {}, body = 'Text.\n') =>
  `---\n${fields({
    title: 'A post',
    author: 'Editorial',
    date: '2026-01-02T00:00:00.000Z',
    category: [{ label: 'News' }],
    seo: { description: 'What it says.' },
    ...changes,
  })}---\n${body}`;

/** The source of a file that is data alone, each field on a line of its own. */
export const data = (values: object) => fields(values);

/** The source of a file with front matter, each field on a line of its own, from line 2. */
export const entry = (values: object, body = '') => `---\n${fields(values)}---\n${body}`;

/** The source of a landing page; its sections stand on line 4. */
export const landing = (blocks: object[], changes: object = {}) =>
  entry({ templateKey: 'landing-page', title: 'Page', blocks, seo: { description: 'About.' }, ...changes });

/** The source of a page that lists entries of one kind. */
export const listing = (list: string, changes: object = {}) =>
  entry({ templateKey: 'listing-page', title: list, list, empty: 'None.', seo: { description: 'About.' }, ...changes });

/** The source of a page that is one text. */
export const text = (changes: object = {}, body = 'Text.\n') =>
  entry({ templateKey: 'generic-page', title: 'Text', seo: { description: 'About.' }, ...changes }, body);

/** The source of a home page with the newest three posts. */
export const home = `---\n${fields({
  templateKey: 'landing-page',
  title: 'Home',
  blocks: [
    { type: 'hero', title: 'Welcome', text: 'Read on.' },
    { type: 'posts', count: 3 },
  ],
  seo: { description: 'What the site is about.' },
})}---\n`;

/** Switches rules off that short examples break; a project of its own `checks.yml` needs it in there. */
export const brief = fields(
  Object.fromEntries([...Object.keys(seo), 'undescribed-picture', 'unused-file'].map((rule) => [rule, 'off'])),
);

/** Writes a project to a temporary folder: a valid one without posts, changed by what is given. Returns its root. */
export function project(files: Files = {}): string {
  const root = temporaryFolder('project');
  const all: Files = {
    'content/settings/site.yml': settings(),
    'content/settings/checks.yml': brief,
    'content/authors/editorial.md': '---\nname: Editorial\nteam: true\n---\n',
    'content/categories/news.yml': 'value: category-1\nlabel: News\ndescription: What is new.\n',
    'content/pages/index.md': home,
    'static/icon-512.png': pixel,
    'static/img/card.png': pixel,
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** What an editor is reported about the files alone. */
export const readReport = (files: Files) => formatReport(readContent(project(files), { collections }).problems);

/** What an editor is reported about the files and what is between them. */
export const checkReport = (files: Files, options: { now?: string; preview?: boolean } = {}) =>
  formatReport(loadSite(project(files), { kinds, now, preview: false, ...options }).problems);

/** The site that files make. Fails the test when they have errors that it does not ask for. */
export function siteOf(
  files: Files = {},
  options: { now?: string; preview?: boolean; problems?: Problem[] } = {},
): Site {
  const { site, problems } = loadSite(project(files), { kinds, now, preview: false, ...options });
  if (!site || (!options.problems && problems.some(({ severity }) => severity === 'error')))
    throw new Error(formatReport(problems));
  options.problems?.push(...problems);
  return site;
}

/** The page at an address, with its props. */
export function pageAt<Main = Record<string, unknown>>(site: Site, address: string): Page & { made: PageProps<Main> } {
  const page = planPages(site).find((candidate) => candidate.address === address);
  if (!page) throw new Error(`There is no page at ${address}`);
  return { ...page, made: page.props() as PageProps<Main> };
}

/** Posts `content/blog/1.md` to `…/count.md`, one a day from 2026-01-01. */
export const postsInRow = (count: number, changes: object = {}): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/blog/${index + 1}.md`,
      post({
        title: `Post ${index + 1}`,
        date: new Date(Date.UTC(2026, 0, index + 1)).toISOString(),
        ...changes,
      }),
    ]),
  );
