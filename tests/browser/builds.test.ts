import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, fingerprintOf, readPages } from '../built/pages';
import { copyProject, siteFolder, siteTime } from '../copy-project';
import { runToEnd } from '../run';
import { launchChromium } from './chromium';
import { fieldOf, publish, startEditor } from './editor';

// One copy of the project, served below a path, goes through the builds of its life one after the other.
const copy = copyProject();
const at = (path: string) => join(copy.root, path);
const edit = (path: string, change: (text: string) => string) =>
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')));
const seed = 'content/blog/meet-the-keepers.md';

function build(environment: Record<string, string> = {}): { exitCode: number | null; output: string } {
  const { status, stdout, stderr } = runToEnd(copy.root, 'build', [], {
    SITE_NOW: siteTime,
    ...environment,
  });
  return { exitCode: status, output: stdout + stderr };
}

const fingerprint = () => fingerprintOf(at('public'));

beforeAll(async () => {
  edit('content/settings/site.yml', (text) =>
    text.replace('url: https://lantern.example/', 'url: https://example.org/site/'),
  );
  cpSync(at('static/img/keystone-members.png'), at('static/img/short-lived.png'));
  const post = readFileSync(at(seed), 'utf8')
    .replace(/^ {2}url: .*\n/m, '')
    .replace('/img/keystone-members', '/img/short-lived');
  writeFileSync(at('content/blog/short-lived.md'), post.replace('date: 2025-07-23', 'date: 2026-11-20'));
  const { exitCode, output } = build();
  expect(output).toContain('1 post waits for its date; the next is due 2027-02-01T09:00:00.000Z');
  expect(exitCode, output).toBe(0);
});
afterAll(() => copy.remove());

it('a base path stands before every link, in bodies and feeds too', () => {
  const pages = readPages(at('public'));
  const links = pages.flatMap(({ address, all }) =>
    all('a[href], link[href], img[src]').map(
      ({ properties }) => `${address} ${properties['href'] ?? properties['src']}`,
    ),
  );
  expect(links.filter((link) => / \/(?!site\/)/.test(link))).toEqual([]);
  const feed = readFileSync(at('public/blog/rss.xml'), 'utf8');
  expect(feed).toContain('<link>https://example.org/site/blog/a-kinder-lamp-review/</link>');
  expect(feed.match(/src="[^"]*keystone-members[^"]*"/)?.[0]).toBe(
    'src="https://example.org/site/img/keystone-members.png"',
  );
  const page = pages.find(({ address }) => address === '/blog/lantern-members/');
  expect(page?.attribute('link[rel="canonical"]', 'href')).toBe('https://example.org/site/blog/lantern-members/');
});

it('content with an error stops the build before it touches the site that is there', async () => {
  const before = fingerprint();
  edit(seed, (text) => text.replace('date: 2025-07-23', 'date: 2025-19-23'));
  const { exitCode, output } = build();
  expect(exitCode).not.toBe(0);
  expect(output).toContain(`${seed}:5:7  error  “Date” is a date that does not exist`);
  expect(fingerprint()).toEqual(before);
  edit(seed, (text) => text.replace('date: 2025-19-23', 'date: 2025-07-23'));
});

it('a text that can’t be rendered is reported with its file, and leaves the site that is there', async () => {
  const before = fingerprint();
  writeFileSync(
    at('content/blog/deep.md'),
    `${readFileSync(at(seed), 'utf8').replace(/^ {2}url: .*\n/m, '')}\n\n${'> '.repeat(3000)}deep\n`,
  );
  const { exitCode, output } = build();
  expect(exitCode).not.toBe(0);
  expect(output).toContain('content/blog/deep.md:30:1  error  The page can’t be made: its text is nested too deeply');
  expect(fingerprint()).toEqual(before);
  rmSync(at('content/blog/deep.md'));
});

it('a post that is new in the CMS is the file one would have written by hand', async () => {
  const browser = await launchChromium();
  const editor = await startEditor(browser, 'fs', { copy: { ...copy, remove: () => {} } });
  const page = await editor.open('/collections/post');
  await page.getByText('＋').first().click();
  await fieldOf(page, 'title').fill('Größere Wolken: “2 * 3” & mehr');
  // A new post is dated now.
  expect((await fieldOf(page, 'date').inputValue()).slice(0, 10)).toBe(siteTime.slice(0, 10));
  await fieldOf(page, 'date').fill('2026-03-04T05:06');
  await fieldOf(page, 'author').selectOption('Harbor Desk');
  await fieldOf(page, 'category').selectOption({ label: 'Signals' });
  await fieldOf(page, 'category').selectOption({ label: 'Community' });
  await page.getByRole('button', { name: 'Choose an image' }).first().click();
  const picture = {
    name: 'Fótó der Wölke (1).PNG',
    mimeType: 'image/png',
    buffer: readFileSync(join(siteFolder, 'static/img/reef.png')),
  };
  await page.locator('input[type=file]').first().setInputFiles(picture);
  await page.getByRole('button', { name: 'Choose selected' }).click();
  await fieldOf(page, 'imageAlt').fill('Clouds over a hill');
  await fieldOf(page, 'description').fill('What larger clouds are good for.');
  await page.locator('[data-slate-editor=true]').click();
  await page.keyboard.type('A first paragraph.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A second one.');
  const preview = page.frameLocator('#preview-pane');
  await preview.getByText('A second one.').waitFor();
  // The picture is not published yet, and is shown.
  expect(await preview.locator('main img').getAttribute('src')).toMatch(/^blob:/);
  await expect
    .poll(() => preview.locator('main img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  expect(await preview.locator('.editor-standing').innerText()).toContain('/blog/groessere-wolken-2-3-and-mehr/');
  await publish(page);
  expect(editor.git('status', '--porcelain', '-uall')).toBe(
    '?? content/blog/groessere-wolken-2-3-and-mehr.md\n?? static/img/foto-der-wolke-1-.png\n',
  );
  expect(editor.read('content/blog/groessere-wolken-2-3-and-mehr.md')).toMatchInlineSnapshot(`
    "---
    title: "Größere Wolken: “2 * 3” & mehr"
    author: Harbor Desk
    date: 2026-03-04T05:06:00.000Z
    category:
      - value: category-s1
        label: Signals
      - value: category-c1
        label: Community
    image: /img/foto-der-wolke-1-.png
    imageAlt: Clouds over a hill
    seo:
      description: What larger clouds are good for.
    ---
    A first paragraph.

    A second one.
    "
  `);

  // The next new post has the author of the last.
  const next = await editor.open('/collections/post/new', { context: page.context() });
  await next.locator('.editor-reference li').getByText('Harbor Desk').waitFor();
  await editor.stop();
  await browser.close();
});

it('a warm build publishes what is new or changed, removes what is gone, and keeps the rest', async () => {
  const kept = readFileSync(at('public/blog/gating-with-three-lamps/index.html'), 'utf8');
  edit(seed, (text) => text.replace('title: Meet the Keepers', 'title: Greet the Keepers'));
  rmSync(at('content/blog/short-lived.md'));
  rmSync(at('static/img/short-lived.png'));
  writeFileSync(at('static/tool.js'), '// ours\n');
  const { exitCode, output } = build();
  expect(exitCode, output).toBe(0);
  expect(readFileSync(at('public/blog/lantern-members/index.html'), 'utf8')).toContain('<h1>Greet the Keepers');
  const fromCms = readFileSync(at('public/blog/groessere-wolken-2-3-and-mehr/index.html'), 'utf8');
  expect(fromCms).toContain('<p>A second one.</p>');
  expect(fromCms).toContain('src="/site/img/foto-der-wolke-1-.png"');
  expect(existsSync(at('public/img/foto-der-wolke-1-.png'))).toBe(true);
  expect(existsSync(at('public/blog/short-lived/index.html'))).toBe(false);
  expect(existsSync(at('public/img/short-lived.png'))).toBe(false);
  expect(readFileSync(at('public/tool.js'), 'utf8')).toBe('// ours\n');
  expect(readFileSync(at('public/blog/rss.xml'), 'utf8')).not.toContain('short-lived');
  expect(readFileSync(at('public/blog/gating-with-three-lamps/index.html'), 'utf8')).toBe(kept);
});

it('a change of the style sheet reaches every page of a warm build', async () => {
  edit('src/theme/styles/tokens.css', (text) => text.replace('--measure: 42rem', '--measure: 43rem'));
  expect(build().exitCode).toBe(0);
  expect(readPages(at('public')).filter(({ html }) => !html.includes('--measure:43rem'))).toEqual([]);
});

it('a post dated ahead is published by a build of its day, and all else though public/ was deleted', async () => {
  expect(existsSync(at('public/blog/plan-your-lamp-year/index.html'))).toBe(false);
  // The files of the search are named after what is in them.
  const before = filesBelow(at('public')).filter((path) => !path.startsWith('search/'));
  rmSync(at('public'), { recursive: true });
  expect(build({ SITE_NOW: '2027-02-01T09:00:00Z' }).exitCode).toBe(0);
  expect(existsSync(at('public/blog/plan-your-lamp-year/index.html'))).toBe(true);
  expect(filesBelow(at('public'))).toEqual(expect.arrayContaining(before));
});

it('a field is added in two files, and a kind of page with a declaration, a template and a line', async () => {
  edit('src/collections/post.ts', (text) =>
    text.replace('    seo,\n', "    seo,\n    subtitle: text({ label: 'Subtitle' }).exactOptional(),\n"),
  );
  edit('src/theme/templates/blog-post.tsx', (text) =>
    text.replace(
      '<div className="sidebar">',
      '{data.subtitle && <p className="subtitle">{data.subtitle}</p>}<div className="sidebar">',
    ),
  );
  edit(seed, (text) => text.replace('hidePost: false', 'hidePost: false\nsubtitle: A second headline'));

  mkdirSync(at('src/kinds/recipe'));
  writeFileSync(
    at('src/kinds/recipe/declaration.ts'),
    `import { collection } from '../../model/collection';
import { text } from '../../model/field';

export const recipe = collection({
  name: 'recipe',
  label: 'Recipe',
  plural: 'Recipes',
  description: 'How things are done.',
  folder: 'recipes',
  format: 'md',
  address: '/recipes/',
  template: 'recipe',
  title: 'name',
  fields: { name: text({ label: 'Name' }), tagline: text({ label: 'Tagline' }) },
});
`,
  );
  writeFileSync(
    at('src/kinds/recipe/view.tsx'),
    `import type { EntryMain, FieldsOf } from '../../site/pages/props';
import type { recipe } from './declaration';

export const Recipe = ({ data, html }: EntryMain<FieldsOf<typeof recipe>>) => (
  <main id="Main" tabIndex={-1}>
    <h1>{data.name}</h1>
    <p>{data.tagline}</p>
    <div dangerouslySetInnerHTML={{ __html: html }} />
  </main>
);
`,
  );
  writeFileSync(
    at('src/kinds/recipe/kind.ts'),
    `import { kind as kindOf } from '../../site/kind/declare';
import { recipe } from './declaration';
import { Recipe } from './view';

export const kind = kindOf({ collection: recipe, template: Recipe });
`,
  );
  edit('src/kinds/kinds.ts', (text) => `${text}export { kind as recipe } from './recipe/kind';\n`);
  mkdirSync(at('content/recipes'));
  writeFileSync(at('content/recipes/soup.md'), '---\nname: Soup\ntagline: Warm for a night watch\n---\nA **gate**.\n');

  const { exitCode, output } = build();
  expect(exitCode, output).toBe(0);
  expect(readFileSync(at('public/blog/lantern-members/index.html'), 'utf8')).toContain(
    '<p class="subtitle">A second headline</p>',
  );
  const page = readPages(at('public')).find(({ address }) => address === '/recipes/soup/');
  expect(page?.text('h1')).toBe('Soup');
  expect(page?.attribute('link[rel="canonical"]', 'href')).toBe('https://example.org/site/recipes/soup/');
  expect(page?.html).toContain('A <strong>gate</strong>.');
  expect(readFileSync(at('public/sitemap.xml'), 'utf8')).toContain('https://example.org/site/recipes/soup/');
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd: copy.root, stdio: 'inherit' });
});
