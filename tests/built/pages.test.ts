import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPages } from './pages';

const pages = readPages();
const page = (address: string) => {
  const found = pages.find((item) => item.address === address);
  if (!found) throw new Error(`There is no page ${address}`);
  return found;
};
const home = page('/');
const members = page('/members/');

/** Everything in a page that makes a browser ask for more, pictures and icons aside. */
const requests =
  'script[src], link[rel="stylesheet"], link[rel="preload"], link[rel="modulepreload"], link[rel="preconnect"], link[rel="dns-prefetch"], link[rel="prefetch"], iframe, object, embed, video, audio, source';

describe('the home page', () => {
  it('shows every member', () => {
    const names = members.all('[data-name]').map(({ properties }) => properties['dataName']);
    expect(names.length).toBeGreaterThan(70);
    const linked = new Set(home.all('a[href^="/members/"]').map(({ properties }) => properties['href']));
    linked.delete('/members/');
    expect(linked.size).toBe(names.length);
  });

  it('takes at most 25,000 bytes over the wire in one request, pictures aside', () => {
    expect(home.all(requests)).toEqual([]);
    expect(gzipSync(home.html, { level: 9 }).length).toBeLessThanOrEqual(25_000);
  });
});

describe('every page', () => {
  const scripts = (item: (typeof pages)[number]) =>
    item.all('script').filter(({ properties }) => properties['type'] !== 'application/ld+json');

  it('asks for no script, style, font or frame, from here or elsewhere', () => {
    for (const item of pages) {
      expect([item.address, item.all(requests)]).toEqual([item.address, []]);
      expect(item.html, item.address).not.toMatch(/@import|@font-face/);
    }
  });

  it('has at most 3,000 bytes of script within it', () => {
    let most = 0;
    for (const item of pages) {
      const own = scripts(item).flatMap(({ children }) => children);
      const bytes = own.reduce((sum, node) => sum + (node.type === 'text' ? Buffer.byteLength(node.value) : 0), 0);
      expect([item.address, bytes <= 3000]).toEqual([item.address, true]);
      most = Math.max(most, bytes);
    }
    expect(most).toBeGreaterThan(0);
  });

  it('has a script only where there is something for it to do', () => {
    for (const item of pages) {
      const code = scripts(item)
        .flatMap(({ children }) => children)
        .map((node) => (node.type === 'text' ? node.value : ''))
        .join('');
      expect([item.address, code.includes('iframe')]).toEqual([item.address, item.all('[data-embed]').length > 0]);
      expect([item.address, code.includes('members')]).toEqual([
        item.address,
        item.all('[data-members-filter]').length > 0,
      ]);
    }
  });

  it('has no style that none of its elements could wear', () => {
    // Components are found by the class of their root; a page without the directory has none of its styles.
    expect(home.html).not.toContain('.member-directory');
    expect(members.html).toContain('.member-directory');
    expect(page('/legal/').html).not.toMatch(/\.hero|\.member-card|\.comparison/);
  });

  it('has no two elements of one id', () => {
    for (const item of pages) {
      const ids = item.all('[id]').map(({ properties }) => properties['id']);
      expect([item.address, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([item.address, []]);
    }
  });
});

describe('the list of members', () => {
  it('is whole without a script: grouped, counted, each member with its page', () => {
    const groups = members.all('[data-members-group]');
    expect(groups.length).toBeGreaterThan(3);
    expect(members.all('[data-members-group][hidden], [data-name][hidden]')).toEqual([]);
    expect(members.all('[data-members-filter]')[0]?.properties).toHaveProperty('dataWaiting');
    const addresses = new Set(pages.map(({ address }) => address));
    for (const { properties } of members.all('[data-name] a')) expect(addresses).toContain(properties['href']);
  });

  it('tells machines of as many members as it shows', () => {
    const lists = members
      .all('script[type="application/ld+json"]')
      .map(({ children: [text] }) => JSON.parse(text?.type === 'text' ? text.value : ''))
      .filter((item) => item['@type'] === 'ItemList');
    expect(lists).toHaveLength(1);
    expect(lists[0].numberOfItems).toBe(members.all('[data-name]').length);
    expect(lists[0].itemListElement).toHaveLength(lists[0].numberOfItems);
  });
});

it('the page of every section is read by those who know its address, and shows each kind', () => {
  const all = page('/all-sections/');
  expect(all.attribute('meta[name="robots"]', 'content')).toBe('noindex');
  expect(all.all('main > section, main > nav, main > header').length).toBeGreaterThan(10);
});
