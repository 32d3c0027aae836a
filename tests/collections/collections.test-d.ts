import { expectTypeOf, test } from 'vitest';
import type { CollectionName, Data } from '../../src/collections';
import type { AnyEntry, Entry } from '../../src/content/entry';

test('templates and the site know what a post holds from its declaration alone', () => {
  expectTypeOf<Data<'post'>['title']>().toEqualTypeOf<string>();
  expectTypeOf<Data<'post'>['author']>().toEqualTypeOf<string[]>();
  expectTypeOf<Data<'post'>['date']>().toMatchTypeOf<string>();
  expectTypeOf<Data<'post'>['category']>().toEqualTypeOf<{ value?: string; label?: string }[]>();
  expectTypeOf<Data<'post'>['hidePost']>().toEqualTypeOf<boolean>();
  expectTypeOf<Data<'post'>['draft']>().toEqualTypeOf<boolean>();
  expectTypeOf<Data<'post'>['seo']>().toMatchTypeOf<{
    title?: string;
    description: string;
    url?: string;
    image?: string;
    twitterUsername?: string;
  }>();
});

test('a field that may be left out may be undefined, and one that may not never is', () => {
  expectTypeOf<Data<'post'>['updated']>().toMatchTypeOf<string | undefined>();
  expectTypeOf<Data<'post'>['lang']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<undefined>().not.toMatchTypeOf<Data<'post'>['title']>();
  expectTypeOf<undefined>().not.toMatchTypeOf<Data<'post'>['seo']>();
});

test('a field that was not declared is not there', () => {
  expectTypeOf<Data<'post'>>().not.toHaveProperty('titel');
  expectTypeOf<Data<'author'>>().not.toHaveProperty('title');
});

test('authors, categories and the settings have their types the same way', () => {
  expectTypeOf<Data<'author'>['name']>().toEqualTypeOf<string>();
  expectTypeOf<Data<'author'>['team']>().toEqualTypeOf<boolean>();
  expectTypeOf<Data<'author'>['organization']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Data<'category'>['value']>().toEqualTypeOf<string>();
  expectTypeOf<Data<'site'>['postsPerPage']>().toEqualTypeOf<number>();
  expectTypeOf<Data<'site'>['navigation']>().toMatchTypeOf<
    { label: string; url?: string; links?: { label: string; url: string }[] }[]
  >();
  expectTypeOf<Data<'site'>['organization']['sameAs']>().toMatchTypeOf<string[] | undefined>();
});

test('an entry’s collection tells what its data is', () => {
  expectTypeOf<Entry<'post'>['data']>().toEqualTypeOf<Data<'post'>>();
  expectTypeOf<AnyEntry['collection']>().toEqualTypeOf<CollectionName>();
  const entry = {} as AnyEntry;
  if (entry.collection === 'author') expectTypeOf(entry.data.name).toBeString();
  // @ts-expect-error A category has no title.
  if (entry.collection === 'category') entry.data.title;
});
