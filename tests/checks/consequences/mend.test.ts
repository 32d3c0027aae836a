import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Changes, changed, consequencesOf, type Gone, mended } from '../../../src/checks/consequences/mend';
import { type Surroundings, stoppersOf } from '../../../src/checks/consequences/whole';
import { loadSite } from '../../../src/load';
import { kinds } from '../../collections';
import { brief, data, entry, home, now, post, project, settings, text } from '../../project';

const files: Record<string, string> = {
  'content/settings/site.yml': settings({ navigation: [{ label: 'News', url: '/blog/second/' }] }),
  'content/settings/checks.yml': brief,
  'content/settings/redirects.yml': data({ redirects: [{ from: '/older/', to: '/blog/first/' }] }),
  'content/authors/editorial.md': entry({ name: 'Editorial', team: true }),
  'content/authors/ada.md': entry({ name: 'Ada' }, 'She wrote [this](/blog/first/).\n'),
  'content/categories/news.yml': data({ value: 'category-1', label: 'News', description: 'What is new.' }),
  'content/categories/more.yml': data({ value: 'category-2', label: 'More', description: 'What else.' }),
  'content/pages/index.md': home,
  'content/pages/about.md': text(
    { title: 'About' },
    'See [it](/blog/first/#top), [that](../blog/second.md) and [us][a].\n\n[a]: /blog/author/ada/\n',
  ),
  'content/blog/first.md': post(
    { title: 'First', author: ['Ada', 'Editorial'], category: [{ value: 'category-1', label: 'News' }] },
    'By [Ada](/blog/author/ada/).\n',
  ),
  'content/blog/second.md': post(
    { title: 'Second', author: 'Ada', category: [{ value: 'category-2', label: 'More' }] },
    '[First](https://openinfra.dev/blog/first)\n',
  ),
  'content/blog/third.md': post(
    { title: 'Third', category: [{ label: 'News' }] },
    '[a](/blog/second/) and [b](/blog/second/?x)\n',
  ),
};
const texts = new Map(Object.entries(files));
const asset = (file: string) => ({ file, size: () => ({ width: 1, height: 1 }), weight: () => 1 });
const surroundings: Surroundings = {
  kinds,
  now,
  assets: new Map(['/icon-512.png', '/img/card.png'].map((path) => [path, asset(`static${path}`)])),
  ledger: '/blog/first/\tcontent/blog/first.md\tFirst\n/blog/author/ada/\n',
};

/** What `npm run check` calls an error, on the disk. */
const checked = (all: ReadonlyMap<string, string>) =>
  loadSite(project({ ...gone(all), ...Object.fromEntries(all), 'addresses.txt': surroundings.ledger }), {
    kinds,
    now,
    preview: false,
  })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ file, message }) => `${file}: ${message}`);
const gone = (all: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    ['content/authors/editorial.md', 'content/categories/news.yml', 'content/pages/index.md'].flatMap((file) =>
      all.has(file) ? [] : [[file, undefined]],
    ),
  );
const stopped = (all: ReadonlyMap<string, string>) =>
  stoppersOf(all, surroundings).map(({ file, message }) => `${file}: ${message}`);

const edit = (file: string, from: string, to: string): Changes =>
  new Map([[file, (files[file] as string).replace(from, to)]]);
const remove = (file: string): Changes => new Map([[file, undefined]]);
/** What takes the place of what a change only takes away. */
const replaced = (item: Gone): Gone => {
  if (item.to !== undefined) return item;
  if (item.kind === 'page') return { ...item, to: '/blog/' };
  return item.collection === 'author'
    ? { ...item, to: { value: item.from === 'Ada' ? 'Editorial' : 'Ada' } }
    : {
        ...item,
        to:
          item.from === 'category-1' ? { value: 'category-2', label: 'More' } : { value: 'category-1', label: 'News' },
      };
};
const mend = (changes: Changes) => {
  const found = consequencesOf(texts, changes, surroundings);
  return changed(
    texts,
    mended(
      texts,
      changes,
      found.map((item) => replaced(item.gone)),
      surroundings,
    ),
  );
};

const changes: Record<string, Changes> = {
  'an author is renamed': edit('content/authors/ada.md', '"Ada"', '"Ada Lovelace"'),
  'an author is deleted': remove('content/authors/ada.md'),
  'a team that one post names alone is deleted': remove('content/authors/editorial.md'),
  'a post that three others link to is deleted': remove('content/blog/first.md'),
  'the post of the navigation is deleted': remove('content/blog/second.md'),
  'a post moves': edit('content/blog/first.md', 'What it says."', 'What it says.", "url": "/blog/moved/"'),
  'a category’s value is overwritten': edit('content/categories/news.yml', 'category-1', 'category-9'),
  'a category’s label is overwritten': edit('content/categories/news.yml', '"News"', '"Latest"'),
  'a category is deleted': remove('content/categories/more.yml'),
  'a page is deleted that nobody links to': remove('content/pages/about.md'),
};

describe('a change that others refer to', () => {
  it('begins with a site that nothing stops', () => {
    expect(stopped(texts)).toEqual([]);
    expect(checked(texts)).toEqual([]);
  });

  it.each(Object.entries(changes))('%s: what it takes along lets nothing stop the site', (_, change) => {
    const all = mend(change);
    expect(stopped(all)).toEqual([]);
    expect(checked(all)).toEqual([]);
  });

  it('stops the site without what it takes along, and the form says so as the check does', () => {
    for (const [name, change] of Object.entries(changes)) {
      const all = changed(texts, change);
      expect(stopped(all), name).toEqual(checked(all));
    }
    expect(
      Object.values(changes).filter((change) => stopped(changed(texts, change)).length > 0).length,
    ).toBeGreaterThan(6);
  });

  it('names who refers to it', () => {
    const [found] = consequencesOf(texts, changes['an author is renamed'] as Changes, surroundings);
    expect(found).toEqual({
      gone: {
        kind: 'name',
        collection: 'author',
        by: 'name',
        from: 'Ada',
        to: { value: 'Ada Lovelace', label: 'Ada Lovelace' },
      },
      referrers: [
        { file: 'content/blog/first.md', title: 'First' },
        { file: 'content/blog/second.md', title: 'Second' },
      ],
    });
  });

  it('changes of other files what leads to it, and no other byte', () => {
    const all = mend(changes['a post moves'] as Changes);
    const differing = [...all].filter(([file, said]) => said !== files[file]).map(([file]) => file);
    expect(differing.sort()).toEqual([
      'content/authors/ada.md',
      'content/blog/first.md',
      'content/blog/second.md',
      'content/pages/about.md',
      'content/settings/redirects.yml',
    ]);
    expect(all.get('content/pages/about.md')).toBe(
      files['content/pages/about.md']?.replace('/blog/first/#top', '/blog/moved/#top'),
    );
    expect(all.get('content/settings/redirects.yml')).toContain('"to":"/blog/moved/"');
  });

  it('together with others is judged in the form as the check judges it, mended or not', () => {
    const some = fc.uniqueArray(fc.constantFrom(...Object.values(changes)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(some, fc.boolean(), (list, isMended) => {
        const change: Changes = new Map(list.flatMap((item) => [...item]));
        const all = isMended ? mend(change) : changed(texts, change);
        expect(stopped(all)).toEqual(checked(all));
      }),
      { numRuns: 25 },
    );
  });
});
