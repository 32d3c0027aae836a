import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminFiles } from '../../src/cms/serve/files';
import { redirects } from '../../src/collections/settings/redirects';
import { site as settingsCollection } from '../../src/collections/settings/site';
import { isOf } from '../../src/content/entry';
import { loadSite } from '../../src/load';
import { renderDocument } from '../../src/render/document';
import { bundleInline } from '../../src/render/inline';
import { planRedirects } from '../../src/site/files/plan-redirects';
import { planPages } from '../../src/site/pages/plan';
import type { Site } from '../../src/site/site';
import { templates } from '../../src/theme/templates/templates';
import { kinds } from '../collections';
import { brief, data, landing, listing, now, pixel, post, project, settings, text } from '../project';
import { temporaryFolder } from '../temporary-folder';
import { attacks } from './attacks';
import { launchChromium } from './chromium';

const folder = temporaryFolder('attacks');
/** What the server answers with, by path, beside the files of the admin page. */
const served = new Map<string, string | Buffer>();
let server: Server;
let url: string;
let browser: Browser;
let context: BrowserContext;
/** What anything asked of other hosts. */
const left: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const known = served.get(path);
    const type = {
      js: 'text/javascript',
      css: 'text/css',
      json: 'application/json',
      png: 'image/png',
      wasm: 'application/wasm',
    };
    response.setHeader('content-type', type[path.split('.').pop() as 'js'] ?? 'text/html; charset=utf-8');
    if (known !== undefined) response.end(known);
    else if (path.startsWith('/admin/')) {
      try {
        response.end(readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path)));
      } catch {
        response.writeHead(404).end();
      }
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route(
    (address) => address.origin !== url && /^(?:https?|wss?):$/.test(address.protocol),
    (route) => {
      left.push(route.request().url());
      return route.abort();
    },
  );
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** The site that files make, with what the check would not stop; the files it stops by an error, and why. */
function siteWith(files: Record<string, string | Buffer>): { site: Site; refused: Map<string, string> } {
  const { site, problems } = loadSite(project(files), { kinds, now, preview: false });
  if (!site) throw new Error(problems.map(({ message }) => message).join('\n'));
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { site, refused: new Map(errors.map(({ file, rule }) => [file, rule])) };
}

const inline = await bundleInline();

/** A document as it is published: head, styles and scripts of the site, and what the template makes. */
function documentOf(template: string, props: ReturnType<ReturnType<typeof planPages>[number]['props']>): string {
  const html = renderDocument({ template, props }, inline);
  return html
    .replace(/<link[^>]*(?:icon|manifest)[^>]*>/g, '')
    .replace('</head>', '<link rel="icon" href="data:,"></head>');
}

/** What a reader meets on a page: whether anything ran, can run or lies over the page, and what the site's scripts find. */
const look = () => {
  const found: string[] = [];
  const all = [...document.body.getElementsByTagName('*')];
  for (const element of all) {
    for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`has ${name}`);
    for (const type of ['pointerover', 'mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load'])
      element.dispatchEvent(new Event(type));
    if (element instanceof HTMLAnchorElement && element.href && !/^(?:https?|mailto|tel):$/.test(element.protocol))
      found.push(`links to ${element.href}`);
    if (element.closest('main') && getComputedStyle(element).position === 'fixed')
      found.push(`covers: ${element.outerHTML}`);
    if (
      element.closest('main') &&
      /^(?:SCRIPT|IFRAME|OBJECT|EMBED|FORM|STYLE|LINK|META|BASE|TEMPLATE|DIALOG)$/i.test(element.tagName)
    )
      found.push(`holds ${element.tagName}`);
  }
  scrollTo(0, 0);
  for (const shown of Document.prototype.querySelectorAll.call(document, '.site-name, h1:not(.sr-only)')) {
    const { left: x, top: y, height } = shown.getBoundingClientRect();
    const over = document.elementFromPoint(x + 2, y + Math.min(height / 2, 10));
    if (y + height < innerHeight && over && !shown.contains(over) && !over.contains(shown))
      found.push(`lies over ${shown.className || shown.tagName}: ${over.outerHTML.slice(0, 200)}`);
  }
  for (const name of ['querySelector', 'querySelectorAll', 'createElement', 'getElementById'] as const)
    if (typeof document[name] !== 'function') found.push(`document.${name} is taken`);
  if (found.some((what) => what.endsWith('is taken'))) return found;
  const scripts = document.querySelector('[data-theme-switch]') as HTMLElement | null;
  if (scripts?.matches('.site-footer *') && scripts.hidden) found.push('the scripts of the site do not run');
  if (document.querySelector('#Main')?.tagName !== 'MAIN') found.push('#Main is not the main part');
  if ((window as unknown as { hits?: number }).hits) found.push('ran');
  return found;
};

/** Opens documents side by side, and gathers what is found in each. */
async function visit(documents: [name: string, html: string][]): Promise<string[]> {
  const found: string[] = [];
  let next = 0;
  const work = async () => {
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    for (let index = next++; index < documents.length; index = next++) {
      const [name, html] = documents[index] as [string, string];
      // Pictures below the edge of the window are asked for too.
      served.set(`/page-${index}`, html.replaceAll(' loading="lazy"', ''));
      const before = left.length;
      await page.goto(`${url}/page-${index}`, { waitUntil: 'load' });
      const all = await page.evaluate(look);
      const since = left.slice(before);
      found.push(...[...all, ...since.map((address) => `asked ${address}`)].map((what) => `${name}: ${what}`));
      await page.evaluate(() => {
        Object.assign(window, { hits: 0 });
      });
    }
    await page.close();
  };
  await Promise.all([work(), work()]);
  return found;
}

const figures = (place: string, count: number, more: string) =>
  console.log(`${place}: ${attacks.length} strings, ${count} ${more}`);

const groupsOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** What of an attack a field of one line takes. */
const title = (attack: string) =>
  attack
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ')
    .slice(0, 190);

describe(`none of ${attacks.length} attacks runs, leaves or covers the page`, () => {
  it('there are enough of them', () => {
    expect(attacks.length).toBeGreaterThan(200);
  });

  it('and what does is found', async () => {
    const frame = (inside: string) => `<!doctype html><main id="Main"><h1>x</h1>${inside}</main>`;
    const found = await visit([
      ['runs', frame('<img src=x onerror="top.hits=1">')],
      ['leaves', frame('<img src="https://evil.example/x">')],
      ['covers', frame('<p style="position:fixed;inset:0">x</p>')],
      ['clobbers', frame('<img name="querySelector">')],
      ['links', frame('<a href="javascript:1">x</a>')],
    ]);
    for (const what of [
      'runs: ran',
      'leaves: asked https://evil.example/x',
      'covers: lies over H1',
      'clobbers: document.querySelector is taken',
      'links: links to javascript:1',
    ]) {
      expect(found.join('\n')).toContain(what);
    }
  });

  it('in texts, fields and sections', async () => {
    const fieldsOf = (attack: string) => ({
      title: title(attack),
      image: attack.startsWith('/') ? attack : undefined,
      imageAlt: attack.startsWith('/') ? attack : undefined,
      seo: { description: attack, title: title(attack) },
    });
    // A page with a picture of another host is refused, and what else it says goes unseen.
    const mayBeRefused = (attack: string) => attack.includes('//');
    const sections = [
      ...attacks.filter(mayBeRefused).map((attack) => [attack]),
      // Each section is taken apart by itself: many of them fit on a page.
      ...groupsOf(
        attacks.filter((attack) => !mayBeRefused(attack)),
        6,
      ),
    ];
    const files = Object.fromEntries([
      ...sections.map((group, index) => [
        `content/pages/section-${index}.md`,
        landing(
          group.flatMap((attack) => [
            { type: 'rich-text', title: 'a', text: attack },
            { type: 'questions', questions: [{ question: title(attack), answer: attack }] },
          ]),
        ),
      ]),
      ...attacks.flatMap((attack, index) => {
        const text = `Before.\n\n${attack}\n\nAfter.\n`;
        return mayBeRefused(attack)
          ? [
              [`content/blog/body-${index}.md`, post({ title: `Body ${index}` }, text)],
              [`content/blog/field-${index}.md`, post(fieldsOf(attack))],
            ]
          : [[`content/blog/body-${index}.md`, post(fieldsOf(attack), text)]];
      }),
    ]);
    const { site, refused } = siteWith(files);
    const pages = planPages(site).filter(
      ({ file }) => file && /(?:body|field|section)-/.test(file) && refused.get(file) !== 'remote-picture',
    );
    const found = await visit(pages.map((page) => [page.file ?? '', documentOf(page.template, page.props())]));
    figures('Texts, fields, sections', pages.length, `pages opened, ${refused.size} files refused by the check`);
    expect(found).toEqual([]);
    expect(pages.length).toBeGreaterThan(attacks.length * 1.2);
  });

  it('in settings, names of files and lists', async () => {
    const lines = attacks.map(title);
    const isAddress = (attack: string) =>
      settingsCollection.schema.shape.footer.shape.links.element.shape.url.safeParse(attack).success;
    const links = lines.map((label) => ({ label, url: isAddress(label) ? label : '/' }));
    const names = attacks
      .map((attack) => attack.replaceAll('/', '∕').replaceAll('\u0000', ''))
      .filter((name) => Buffer.byteLength(name) < 200);
    const { site, refused } = siteWith({
      'content/settings/site.yml': settings({
        title: lines[0],
        footer: { text: lines.join(' '), groups: [{ title: lines[1], links }], links },
        navigation: [{ label: lines[2], links }],
        announcement: { text: lines.join(' '), until: '2027-01-01' },
        postsPerPage: 100,
      }),
      'content/pages/sections.md': landing([
        { type: 'hero', title: lines[0], text: lines.join(' ') },
        { type: 'rich-text', title: 'a', text: 'Text.' },
        {
          type: 'cards',
          title: 'b',
          cards: links.map(({ label, url: to }) => ({ title: label, text: label, url: to })),
        },
        { type: 'links', title: 'c', links: links.map((link) => ({ ...link, text: link.label })) },
        { type: 'questions', title: 'd', questions: lines.map((question) => ({ question, answer: 'Text.' })) },
        { type: 'quote', text: lines.join(' '), name: 'x' },
      ]),
      ...Object.fromEntries(names.map((name, index) => [`content/blog/${name}.md`, post({ title: `Named ${index}` })])),
      ...Object.fromEntries(names.map((name) => [`static/img/${name}.png`, pixel])),
    });
    const pages = planPages(site).filter(
      ({ file, address }) =>
        !file?.includes('/blog/') && !/\/page\/\d+\/$/.test(address) && refused.get(file ?? '') !== 'remote-picture',
    );
    const some = pages.filter(({ template }) => templates[template]);
    const found = await visit(some.map((page) => [page.file ?? page.address, documentOf(page.template, page.props())]));
    figures('Settings and names', some.length, `pages opened, ${site.posts.length} posts named by them`);
    // The site’s own: its search, and the frame in which the page that found nothing shows it.
    const own = ['/search/: holds FORM', '/404.html: holds IFRAME'];
    expect(found.filter((what) => !own.includes(what))).toEqual([]);
    for (const what of own) expect(found.filter((other) => other === what).length).toBeLessThan(2);
    expect(some.length).toBeGreaterThan(5);
  });

  it('in redirects', async () => {
    const { site, refused } = siteWith({
      'content/pages/new.md': text(),
      'content/settings/redirects.yml': data({ redirects: [{ from: '/x/', to: '/new/' }] }),
    });
    // As if no check had looked at them.
    const entries = site.entries.map((entry) =>
      isOf(entry, redirects)
        ? ({
            ...entry,
            data: {
              redirects: attacks.flatMap((to, index) => [
                { from: `/r-${index}/`, to, status: 301 },
                { from: `/s-${index}/*`, to: `${to}:splat`, status: 301 },
              ]),
            },
          } as typeof entry)
        : entry,
    );
    const made = planRedirects({ ...site, entries });
    const page = await context.newPage();
    await page.goto(`${url}/admin/none`);
    const found = await page.evaluate(
      (files) =>
        files.flatMap((html) => {
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          const refresh =
            parsed
              .querySelector('meta[http-equiv]')
              ?.getAttribute('content')
              ?.replace(/^0; url=/, '') ?? '';
          const elements = [...parsed.querySelectorAll('script, img, svg, iframe')];
          const addresses = [refresh, parsed.querySelector('a')?.getAttribute('href') ?? ''];
          return [
            ...elements.map(({ outerHTML }) => outerHTML),
            ...addresses.filter((address) => !/^https?:$/.test(new URL(address, 'https://openinfra.dev/').protocol)),
          ];
        }),
      made.filter(({ path }) => path.endsWith('.html')).map((file) => file.text),
    );
    await page.close();
    expect(found).toEqual([]);
    for (const line of made[0]?.text.trimEnd().split('\n') ?? []) {
      expect(line.split(' ')).toHaveLength(3);
      expect(new URL(line.split(' ')[1] ?? '', 'https://openinfra.dev/').protocol).toMatch(/^https?:$/);
    }
    figures('Redirects', made.length - 1, `pages written, ${refused.size} files refused`);
  });

  it('in the preview of the CMS, in texts, fields, sections, settings and pictures that were just added', async () => {
    const { site } = siteWith({
      'content/pages/members.md': listing('members'),
      'content/settings/editing.yml': data({ backend: 'github', repo: 'a/b' }),
      'content/settings/checks.yml': brief,
    });
    const admin = join(folder, 'admin');
    for (const { path, content } of adminFiles(site)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const bytes = typeof content === 'function' ? await content() : readFileSync(content.copyOf);
      writeFileSync(join(folder, path), bytes);
    }
    const known = JSON.parse(readFileSync(join(admin, 'site.json'), 'utf8'));
    served.set('/admin/site.json', JSON.stringify({ ...known, backend: { backend: { name: 'test-repo' } } }));
    served.set('/img/card.png', pixel);
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(`${url}/admin/`);
    await page.waitForFunction(() =>
      (window as unknown as { CMS?: { getPreviewTemplate(name: string): unknown } }).CMS?.getPreviewTemplate('post'),
    );
    const before = left.length;
    const drafts = attacks.flatMap((attack, index) => {
      const picture = attack.startsWith('/') ? { image: attack, imageAlt: attack } : {};
      return [
        { collection: 'post', slug: '', file: '', text: post({ title: `Body ${index}` }, `${attack}\n`), attack },
        {
          collection: 'post',
          slug: '',
          file: '',
          text: post({
            ...picture,
            title: title(attack),
            seo: { description: attack, ...(picture.image ? { image: attack } : {}) },
          }),
          attack,
        },
        {
          collection: 'landing-page',
          slug: '',
          file: '',
          text: landing([
            { type: 'rich-text', text: attack },
            { type: 'quote', text: attack, name: title(attack), ...picture },
            { type: 'cards', cards: [{ title: title(attack), url: attack, ...picture }] },
          ]),
          attack,
        },
      ];
    });
    const footer = { text: 'x', groups: [], links: attacks.map((label) => ({ label, url: '/' })) };
    drafts.push({
      collection: 'settings',
      slug: 'site',
      file: 'content/settings/site.yml',
      text: settings({ footer }),
      attack: 'site',
    });
    const { found, pictures } = await page.evaluate(async (all) => {
      const { CMS } = window as unknown as {
        CMS: {
          getCustomFormats(): Record<string, { formatter: { fromFile(text: string): Record<string, unknown> } }>;
          getPreviewTemplate(name: string): new (props: object) => { element: Element; show(): void };
        };
      };
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentDocument as Document;
      const found: string[] = [];
      let pictures = 0;
      for (const { collection, slug, file, text: source, attack } of all) {
        const values = CMS.getCustomFormats()[collection]?.formatter.fromFile(source);
        const entry: Record<string, unknown> = {
          collection,
          slug,
          path: file,
          newRecord: file === '',
          mediaFiles: { toJS: () => [{ path: `static/img/${attack}.png` }] },
          data: { get: (key: string) => values?.[key], toJS: () => structuredClone(values) },
        };
        const Template = CMS.getPreviewTemplate(collection === 'settings' ? slug : collection);
        const preview = new Template({ entry: { get: (key: string) => entry[key] }, getAsset: (path: string) => path });
        preview.element = inner.createElement('div');
        inner.body.replaceChildren(preview.element);
        preview.show();
        const images = [...inner.images];
        pictures += images.length;
        for (const image of images) image.loading = 'eager';
        // Their handlers, had they any, would run when they are found missing.
        await Promise.race([
          Promise.all(
            images.map((image) => image.complete || new Promise((done) => image.addEventListener('error', done))),
          ),
          new Promise((done) => setTimeout(done, 200)),
        ]);
        for (const element of inner.body.getElementsByTagName('*')) {
          for (const { name } of element.attributes) if (/^on/i.test(name)) found.push(`${attack}: has ${name}`);
          for (const type of ['pointerover', 'mouseover', 'focus', 'toggle', 'animationstart'])
            element.dispatchEvent(new Event(type));
          if (
            element instanceof (frame.contentWindow as unknown as typeof window).HTMLAnchorElement &&
            element.href &&
            !/^(?:https?|mailto|tel):$/.test(element.protocol)
          )
            found.push(`${attack}: links to ${element.href}`);
          if (/^(?:SCRIPT|IFRAME|OBJECT|EMBED|FORM|STYLE|LINK|META|BASE|DIALOG)$/i.test(element.tagName))
            found.push(`${attack}: holds ${element.tagName}`);
        }
        if ((window as unknown as { hits?: number }).hits) found.push(`${attack}: ran`);
        Object.assign(window, { hits: 0 });
      }
      return { found, pictures };
    }, drafts);
    await page.close();
    figures('CMS preview', drafts.length, `drafts shown, ${pictures} pictures in them`);
    expect(found).toEqual([]);
    expect(left.slice(before)).toEqual([]);
    expect(pictures).toBeGreaterThan(100);
  });
});
