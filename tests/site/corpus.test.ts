import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../../src/content/problem';
import { loadSite } from '../../src/load';
import { planFiles } from '../../src/site/files/files';
import { planPages } from '../../src/site/pages/plan';
import { kinds } from '../collections';
import { corpusProject, hasCorpus } from '../corpus';

// Real posts with the faults real editors make. They stand beside the project in some places, and are skipped elsewhere.
describe.skipIf(!hasCorpus)('the posts of the former site', () => {
  test('each gives either a page or a problem that names it, and none stops the others', async () => {
    const { root, remove } = corpusProject();
    const { site, problems } = loadSite(root, { kinds, now: '2026-11-23T00:00:00Z', preview: false });
    if (!site) throw new Error(formatReport(problems));
    const pages = planPages(site);
    for (const page of pages) expect(JSON.stringify(page.props())).not.toMatch(/<script|\bon\w+=\\"/);
    expect((await planFiles(site, pages)).length).toBeGreaterThan(5);

    const built = new Set(site.posts.map(({ entry }) => entry.file));
    const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    const posts = readdirSync(join(root, 'content/blog')).map((name) => `content/blog/${name}`);
    expect(posts.length).toBeGreaterThan(30);
    expect(posts.filter((file) => !built.has(file) && !faulty.has(file))).toEqual([]);
    for (const { line, column, message, advice } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message && advice).toBeTruthy();
    }
    remove();
  });
});
