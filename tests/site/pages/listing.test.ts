import { expect, test } from 'vitest';
import { listingAt } from '../../kinds/made';
import { checkReport, data, entry, listing, siteOf } from '../../project';

const page = (fields: object) =>
  entry({ templateKey: 'listing-page', title: 'Who we are', seo: { description: 'The people.' }, ...fields });
const people = {
  'content/groups/board.yml': data({ value: 'board', title: 'Board', order: 1 }),
  'content/people/ada.md': entry({ name: 'Ada', groups: ['board'] }),
};

test('a listing shows its sections below the list, and can be made of sections alone', () => {
  const blocks = [{ type: 'people', group: 'board' }];
  const alone = listingAt(siteOf({ ...people, 'content/pages/list.md': page({ blocks }) }));
  expect([alone.count, alone.blocks.map(({ type }) => type)]).toEqual([0, ['people']]);
  const both = listingAt(
    siteOf({ ...people, 'content/pages/list.md': page({ blocks, list: 'people', empty: 'None.' }) }),
  );
  expect([both.count, both.blocks.length]).toEqual([1, 1]);
  expect(listingAt(siteOf({ 'content/pages/list.md': listing('events') })).blocks).toEqual([]);
});

test('no section of a listing opens the page, which has its headline already', () => {
  const report = checkReport({ 'content/pages/list.md': page({ blocks: [{ type: 'hero', title: 'Again' }] }) });
  expect(report).toContain('“type” can’t be “hero”');
});
