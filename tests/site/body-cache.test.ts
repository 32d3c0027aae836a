import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '../../src/checks/load';
import { renderBody } from '../../src/site/body';
import { keepBodies } from '../../src/site/body-cache';
import type { Site } from '../../src/site/resolve';
import { now, post, project, siteOf } from '../project';

const file = () => join(mkdtempSync(join(tmpdir(), 'bodies-')), 'deep/bodies.txt');
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
  const path = file();
  rendered(before, path);
  // What is in the file is what comes out: proof that it was read and not made anew.
  writeFileSync(path, readFileSync(path, 'utf8').replace('"minutes":1', '"minutes":77'));
  const entry = before.posts.find(({ entry }) => entry.slug === 'a')?.entry;
  expect(entry && keepBodies(path, '1').render(before, entry).minutes).toBe(77);
});

test('a kept body is not used when a page it links to has gone, or the code that rendered it has changed', () => {
  const path = file();
  rendered(before, path);
  const { site: after = before } = loadSite(project({ 'content/blog/a.md': post({}, body) }), { now, preview: false });
  expect(rendered(after, path).html).toContain('href="https://openinfra.dev/blog/b"');
  expect(rendered(before, path, '2').html).toContain('href="/blog/b/"');
});

test('a file of kept bodies that was cut off or overwritten is no harm', () => {
  for (const damage of [
    () => '',
    () => 'garbage',
    (text: string) => text.slice(0, -20),
    (text: string) => text.replace(/\{.*/, ''),
  ]) {
    const path = file();
    rendered(before, path);
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    rendered(before, path);
  }
});
