import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtSite } from '../built-site';
import { readPages, requests, scriptsOf, sizeOf } from './pages';

const pages = readPages(join(builtSite, 'public'));
const page = (address: string) => {
  const found = pages.find((item) => item.address === address);
  if (!found) throw new Error(`There is no page ${address}`);
  return found;
};
const home = page('/');
const members = page('/members/');

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
    expect(sizeOf(home.html)).toBeLessThanOrEqual(25_000);
  });
});

describe('every page', () => {
  it('has its styles within it, and some have a script', () => {
    for (const item of pages) expect(item.html, item.address).not.toMatch(/@import|@font-face/);
    expect(Math.max(...pages.map((item) => scriptsOf(item).length))).toBeGreaterThan(0);
    expect(pages.filter((item) => item.all('[data-embed]').length > 0)).not.toEqual([]);
  });

  it('has no style of more than a few rules that none of its elements could wear', () => {
    // Components are found by the class of their root; a page without the directory has none of its styles. Sheets of a
    // few rules are in every page (src/render/inline.ts).
    expect(home.html).not.toContain('.member-directory');
    expect(members.html).toContain('.member-directory');
    expect(page('/legal/').html).not.toMatch(/\.hero|\.member-directory|\.comparison/);
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
