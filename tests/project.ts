import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { formatReport, type Problem } from '../src/content/problem';
import { readContent } from '../src/content/read';
import { loadSite } from '../src/site/load';
import { type Page, type PageProps, planPages } from '../src/site/plan';
import type { Site } from '../src/site/resolve';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    home: { title: 'Welcome', text: 'Read on.', posts: 3 },
    blog: { title: 'Blog', description: 'What is new.' },
    navigation: [{ label: 'Blog', url: '/blog/' }],
    footer: { text: 'The end.', links: [{ label: 'RSS', url: '/blog/rss.xml' }] },
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

/** Writes a project to a temporary folder: a valid one without posts, changed by what is given. Returns its root. */
export function project(files: Files = {}): string {
  const root = mkdtempSync(join(folder, 'project-'));
  const all: Files = {
    'content/settings/site.yml': settings(),
    'content/authors/editorial.md': '---\nname: Editorial\nteam: true\n---\n',
    'content/categories/news.yml': 'value: category-1\nlabel: News\ndescription: What is new.\n',
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

/** What an editor is told about the files alone. */
export const readReport = (files: Files) => formatReport(readContent(project(files)).problems);

/** What an editor is told about the files and what is between them. */
export const checkReport = (files: Files, options: { now?: string; preview?: boolean } = {}) =>
  formatReport(loadSite(project(files), { now, preview: false, ...options }).problems);

/** The site that files make. Fails the test when something is wrong with them that should not be. */
export function siteOf(
  files: Files = {},
  options: { now?: string; preview?: boolean; problems?: Problem[] } = {},
): Site {
  const { site, problems } = loadSite(project(files), { now, preview: false, ...options });
  if (!site || (!options.problems && problems.length > 0)) throw new Error(formatReport(problems));
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
