import { expectTypeOf, test } from 'vitest';
import type { author } from '../../src/collections/author';
import { category } from '../../src/collections/category';
import type { post } from '../../src/collections/post';
import type { site } from '../../src/collections/settings/site';
import { type AnyEntry, type Entry, isOf } from '../../src/content/entry';
import { level } from '../../src/kinds/member/declaration';
import type { Collection, DataOf } from '../../src/model/collection';

test('templates and the site know what a post holds from its declaration alone', () => {
  expectTypeOf<DataOf<typeof post>['title']>().toEqualTypeOf<string>();
  expectTypeOf<DataOf<typeof post>['author']>().toEqualTypeOf<string[]>();
  expectTypeOf<DataOf<typeof post>['date']>().toMatchTypeOf<string>();
  expectTypeOf<DataOf<typeof post>['category']>().toEqualTypeOf<{ value?: string; label?: string }[]>();
  expectTypeOf<DataOf<typeof post>['hidePost']>().toEqualTypeOf<boolean>();
  expectTypeOf<DataOf<typeof post>['draft']>().toEqualTypeOf<boolean>();
  expectTypeOf<DataOf<typeof post>['seo']>().toMatchTypeOf<{
    title?: string;
    description: string;
    url?: string;
    image?: string;
    twitterUsername?: string;
  }>();
});

test('a field that may be left out may be undefined, and one that may not never is', () => {
  expectTypeOf<DataOf<typeof post>['updated']>().toMatchTypeOf<string | undefined>();
  expectTypeOf<DataOf<typeof post>['lang']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<undefined>().not.toMatchTypeOf<DataOf<typeof post>['title']>();
  expectTypeOf<undefined>().not.toMatchTypeOf<DataOf<typeof post>['seo']>();
});

test('a field that was not declared is not there', () => {
  expectTypeOf<DataOf<typeof post>>().not.toHaveProperty('titel');
  expectTypeOf<DataOf<typeof author>>().not.toHaveProperty('title');
});

test('authors, categories and the settings have their types the same way', () => {
  expectTypeOf<DataOf<typeof author>['name']>().toEqualTypeOf<string>();
  expectTypeOf<DataOf<typeof author>['team']>().toEqualTypeOf<boolean>();
  expectTypeOf<DataOf<typeof author>['organization']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<DataOf<typeof category>['value']>().toEqualTypeOf<string>();
  expectTypeOf<DataOf<typeof site>['postsPerPage']>().toEqualTypeOf<number>();
  expectTypeOf<DataOf<typeof site>['navigation']>().toMatchTypeOf<
    { label: string; url?: string; links?: { label: string; url: string }[] }[]
  >();
  expectTypeOf<DataOf<typeof site>['organization']['sameAs']>().toMatchTypeOf<string[] | undefined>();
});

test('an entry is told by the declaration of its collection, which says what its data is', () => {
  expectTypeOf<Entry<typeof post>['data']>().toEqualTypeOf<DataOf<typeof post>>();
  expectTypeOf<AnyEntry['collection']>().toEqualTypeOf<Collection>();
  const entry = {} as AnyEntry;
  expectTypeOf(entry.data['title']).toBeUnknown();
  if (isOf(entry, level)) expectTypeOf(entry.data.title).toBeString();
  // @ts-expect-error A category has no title.
  if (isOf(entry, category)) entry.data.title.length;
});
