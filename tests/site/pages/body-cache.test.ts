import { expect, test } from 'vitest';
import type { Store } from '../../../src/cache/store';
import { loadSite } from '../../../src/load';
import { renderBody, renderForFeed } from '../../../src/site/pages/body';
import { keepBodies } from '../../../src/site/pages/body-cache';
import type { Site } from '../../../src/site/site';
import { kinds } from '../../collections';
import { now, post, project, siteOf } from '../../project';

const body = 'See [the other](https://openinfra.dev/blog/b) and ![a picture](/img/card.png).\n';
const files = { 'content/blog/a.md': post({}, body), 'content/blog/b.md': post() };

/** A store that says whether it was given something. */
function memory(): Store & { size: () => number; spoil: (from: string, to: string) => void } {
  const all = new Map<string, string>();
  return {
    get: (key) => all.get(key),
    set: (key, text) => void all.set(key, text),
    size: () => all.size,
    spoil: (from, to) => all.forEach((text, key) => void all.set(key, text.replace(from, to))),
  };
}

const entryOf = (site: Site) => {
  const found = site.posts.find(({ entry }) => entry.file === 'content/blog/a.md')?.entry;
  if (!found) throw new Error('no post');
  return found;
};

const rendered = (site: Site, store: Store) => {
  const entry = entryOf(site);
  const { page, feed } = keepBodies(store);
  expect(feed(site, entry)).toEqual(renderForFeed(site, entry));
  const result = page(site, entry);
  expect(result).toEqual(renderBody(site, entry));
  return result;
};

test('a kept body is used again, and not rendered', () => {
  const site = siteOf(files);
  const store = memory();
  rendered(site, store);
  // What is in the store is what comes out: proof that it was read and not made anew.
  store.spoil('"minutes":1', '"minutes":77');
  expect(keepBodies(store).page(site, entryOf(site)).minutes).toBe(77);
  expect(keepBodies(store).feed(site, entryOf(site)).minutes).toBe(77);
  expect(store.size()).toBe(2);
});

test('a kept body is not used when a page it links to has gone, or a picture has another size', () => {
  const store = memory();
  const href = (site: Site) => /href="([^"]*blog[^"]*)"/.exec(rendered(site, store).html)?.[1];
  expect(href(siteOf(files))).toBe('/blog/b/');
  const { 'content/blog/b.md': _, ...without } = files;
  const { site } = loadSite(project(without), { kinds, now, preview: false });
  expect(site && href(site)).toBe('https://openinfra.dev/blog/b');
  const picture = siteOf({ ...files, 'static/img/card.png': undefined, 'static/img/other.png': '' }, { problems: [] });
  expect(rendered(picture, store).html).not.toContain('width=');
});

test('two files with one text are two bodies: a link beside them leads elsewhere', () => {
  const beside = post({}, 'See [it](b.md).\n');
  const site = siteOf({
    'content/blog/a.md': beside,
    'content/blog/b.md': post(),
    'content/blog/x/a.md': beside,
    'content/blog/x/b.md': post(),
  });
  const { page } = keepBodies(memory());
  const hrefs = site.posts
    .filter(({ entry }) => entry.body.includes('See'))
    .map(({ entry }) => /href="([^"]*)"/.exec(page(site, entry).html)?.[1]);
  expect(hrefs.sort()).toEqual(['/blog/b/', '/blog/x/b/']);
});
