import { expect, test } from 'vitest';
import type { PressCard } from '../../../src/kinds/press/view';
import { planPages } from '../../../src/site/pages/plan';
import { data, listing, siteOf } from '../../project';
import { listed } from '../made';

test('press articles come newest first, lead to where they are, and have no page', () => {
  const article = (title: string, date: string) =>
    data({ title, date, site: 'Paper', url: `https://example.org/${date}` });
  const site = siteOf({
    'content/pages/list.md': listing('press'),
    'content/press/a.yml': article('Old', '2020-01-01'),
    'content/press/b.yml': article('New', '2026-01-01'),
  });
  expect(listed<{ articles: PressCard[] }>(site).articles).toEqual([
    {
      label: 'New',
      href: 'https://example.org/2026-01-01',
      site: 'Paper',
      date: { iso: '2026-01-01', text: 'January 1, 2026' },
    },
    expect.objectContaining({ label: 'Old' }),
  ]);
  expect(planPages(site).some(({ file }) => file?.startsWith('content/press/'))).toBe(false);
});

test('featured articles come before the others, and hidden ones are in no list', () => {
  const article = (title: string, date: string, more: object) =>
    data({ title, date, site: 'Paper', url: `https://example.org/${date}`, ...more });
  const site = siteOf({
    'content/pages/list.md': listing('press'),
    'content/press/a.yml': article('Featured', '2020-01-01', { featured: true, image: '/img/card.png' }),
    'content/press/b.yml': article('Newer', '2026-01-01', {}),
    'content/press/c.yml': article('Hidden', '2026-02-01', { hidden: true }),
  });
  const { articles } = listed<{ articles: PressCard[] }>(site);
  expect(articles.map(({ label, image }) => [label, image?.src])).toEqual([
    ['Featured', '/img/card.png'],
    ['Newer', undefined],
  ]);
});
