import { expect, test } from 'vitest';
import { momentText } from '../../../src/cms/form/moments';
import { standingOf } from '../../../src/cms/preview/standing';
import type { AnyEntry } from '../../../src/content/entry';
import { now, post, siteOf } from '../../project';

const file = 'content/blog/a.md';

/** What is said of a post that was opened as `before`, or is new, and is `after` in its form. */
function said(after: object, before?: object, { review, isBuilt = true }: { review?: string; isBuilt?: boolean } = {}) {
  const entryOf = (changes: object) => {
    const site = siteOf({ [file]: post(changes) });
    return { site, entry: site.entries.find((entry) => entry.file === file) as AnyEntry };
  };
  const { site, entry } = entryOf(after);
  const former = before && { address: '/blog/a/', data: entryOf(before).entry.data as Record<string, unknown> };
  const known = { former, isBuilt: before !== undefined && isBuilt, review, now, zone: 'Europe/Berlin' };
  const standing = standingOf({ problems: [], site, entry, address: '/blog/a/' }, known);
  return `${standing?.state}: ${standing?.text}${standing?.isLive ? ' (live)' : ''}`;
}

const url = 'https://openinfra.dev/blog/a/';

test('one line says who can read an entry, when, where and in which lists', () => {
  expect(said({}, {})).toBe(`Published: everybody can read it at ${url}, in Blog and News. (live)`);
  expect(said({})).toBe(`New: nobody sees it yet. It will be at ${url}, in Blog and News.`);
  expect(said({ date: '2027-02-01T09:00:00.000Z' })).toBe(
    `Scheduled: appears on 1 February 2027, 10:00 your time (09:00 UTC), at ${url}, in Blog and News.`,
  );
  expect(said({ draft: true })).toBe('Draft: nobody sees it.');
  expect(said({ hidePost: true }, { hidePost: true })).toBe(
    `Hidden: only those who know its address find it, at ${url}. (live)`,
  );
});

test('what is not on the site yet, or no more after this, is not called published', () => {
  expect(said({}, {}, { isBuilt: false })).toBe(`Saved: appears at ${url}, in Blog and News with the next build.`);
  expect(said({ draft: true }, {})).toBe('Draft: nobody sees it. Until this is saved, readers find it at /blog/a/.');
  expect(said({}, { draft: true }, { isBuilt: false })).not.toContain('Published');
  expect(said({}, {}, { review: 'pending_review' })).toBe(
    `In review: nobody sees this version before it is published. Then it is published: everybody can read it at ${url}, in Blog and News.`,
  );
});

test('a moment is told in the zone of its editor, beside UTC, with the other day where there it is one', () => {
  expect(momentText('2027-02-01T23:30:00.000Z', 'Asia/Tokyo')).toBe(
    '2 February 2027, 08:30 your time (1 February 2027, 23:30 UTC)',
  );
  expect(momentText('2027-02-01T09:00:00.000Z', 'UTC')).toBe('1 February 2027, 09:00 UTC');
  expect([momentText(''), momentText('tomorrow')]).toEqual([undefined, undefined]);
});
