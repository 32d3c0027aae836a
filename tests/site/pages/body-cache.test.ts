import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCache, writeCache } from '../../../src/cache';
import { loadSite } from '../../../src/load';
import { renderBody } from '../../../src/site/pages/body';
import { keepBodies } from '../../../src/site/pages/body-cache';
import type { Site } from '../../../src/site/site';
import { kinds } from '../../collections';
import { now, post, project, siteOf } from '../../project';
import { temporaryFolder } from '../../temporary-folder';

const folder = () => temporaryFolder();
const bodies = (root: string) => join(root, '.build/cache/bodies');
const body = 'See [the other](https://openinfra.dev/blog/b) and ![a picture](/img/card.png).\n';

const rendered = (site: Site, path: string, version = '1') => {
  const { render, save } = keepBodies(path, version);
  const entry = site.posts.find(({ entry }) => entry.file === 'content/blog/a.md')?.entry;
  if (!entry) throw new Error('no post');
  const result = render(site, entry);
  save();
  expect(result).toEqual(renderBody(site, entry));
  return result;
};

const before = siteOf({ 'content/blog/a.md': post({}, body), 'content/blog/b.md': post() });

test('a kept body is used again, and not rendered', () => {
  const path = folder();
  rendered(before, path);
  // What is in the file is what comes out: proof that it was read and not made anew.
  const kept = readCache(path, 'bodies', '1') ?? '';
  writeCache(path, 'bodies', '1', kept.replace('"minutes":1', '"minutes":77'));
  const entry = before.posts.find(({ entry }) => entry.slug === 'a')?.entry;
  expect(entry && keepBodies(path, '1').render(before, entry).minutes).toBe(77);
});

test('a kept body is not used when a page it links to has gone, or the code that rendered it has changed', () => {
  const path = folder();
  rendered(before, path);
  const { site: after = before } = loadSite(project({ 'content/blog/a.md': post({}, body) }), {
    kinds,
    now,
    preview: false,
  });
  expect(rendered(after, path).html).toContain('href="https://openinfra.dev/blog/b"');
  expect(rendered(before, path, '2').html).toContain('href="/blog/b/"');
});

test('a file of kept bodies that was cut off or overwritten is no harm', () => {
  for (const damage of [
    () => '',
    () => 'garbage',
    (text: string) => text.slice(0, -20),
    (text: string) => text.replace(/\{.*/, ''),
    // Still JSON, and no longer what was rendered.
    (text: string) => text.replace('"minutes":1', '"minutes":7'),
  ]) {
    const path = folder();
    rendered(before, path);
    writeFileSync(bodies(path), damage(readFileSync(bodies(path), 'utf8')));
    rendered(before, path);
  }
});
