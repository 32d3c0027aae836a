import { expect, test } from 'vitest';
import { heirOfGenerated } from '../../../src/checks/site/generated-heirs';
import { checkReport, data, entry, post, project, siteOf } from '../../project';
import { textFixedBy } from '../fixed';

const site = siteOf({
  'content/blog/a.md': post(),
  'content/authors/zoe-quay.md': entry({ name: 'Zoë Quay' }),
  'content/categories/lamps.yml': data({ value: 'x', label: 'Lamps & Oil', description: 'D.' }),
});

test.each([
  ['/rss.xml', '/blog/rss.xml'],
  ['/feed/', '/blog/rss.xml'],
  ['/index.xml', '/blog/rss.xml'],
  ['/feed.xml', '/blog/rss.xml'],
  ['/blog/index.xml', '/blog/rss.xml'],
  ['/atom.xml', '/blog/atom.xml'],
  ['/feed.json', '/blog/feed.json'],
  ['/blog/2/', '/blog/'],
  ['/page/3/', '/blog/'],
  ['/author/zoe-quay/', '/blog/author/zoe-quay/'],
  ['/blog/writer/zoe-quay/', '/blog/author/zoe-quay/'],
  ['/tags/lamps-oil/', '/blog/category/lamps/'],
  ['/categories/Lamps%20&%20Oil/'.replace('%20&%20', '-'), '/blog/category/lamps/'],
  ['/category/lamps-oil/page/2/', '/blog/category/lamps/'],
  ['/category/somebody-else/', undefined],
  ['/lamps-oil/', undefined],
  ['/sitemap/', undefined],
  ['/report-2/', undefined],
])('what stands for %s, which another generator made, is %s', (address, heir) => {
  expect(heirOfGenerated(site, address)).toBe(heir);
});

test('a feed of the former site is led to the feed by the fix', () => {
  const files = { 'content/blog/a.md': post(), 'addresses.txt': '/rss.xml\n' };
  expect(checkReport(files)).toContain('what the site made there is at /blog/rss.xml now');
  expect(textFixedBy(project(files), 'content/settings/redirects.yml')).toContain('to: /blog/rss.xml');
});
