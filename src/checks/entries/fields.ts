import { distance } from 'fastest-levenshtein';
import { genericPage } from '../../collections/generic-page';
import { landingPage } from '../../collections/landing-page';
import { listingPage } from '../../collections/listing-page';
import { post } from '../../collections/post';
import { site } from '../../collections/settings/site';
import { editOfField } from '../../content/change';
import { type AnyEntry, type Entry, isOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import type { Path } from '../../content/source';
import { valuesOf } from '../../content/values';
import { playerOf } from '../../markdown/embeds';
import { type Advice, inFile } from '../../model/advice';
import { endOf, isDay } from '../../model/date';
import type { RuleName } from '../../rules/index';
import { normalizeHandle } from '../../site/pages/head';
import type { Site } from '../../site/site';

type Complain = (rule: RuleName, path: PropertyKey[], message: string, advice: Advice) => void;

/** Finds what is wrong with an entry though each of its fields is right by itself. */
export function checkFields({ settings, kinds }: Pick<Site, 'settings' | 'kinds'>, entry: AnyEntry): Problem[] {
  const problems: Problem[] = [];
  const complain: Complain = (rule, path, message, advice) => {
    problems.push(problemAt(entry, rule, path, message, advice));
  };
  if (isOf(entry, listingPage)) checkBlocks(entry.data.blocks ?? [], complain);
  if (isOf(entry, landingPage)) {
    checkBlocks(entry.data.blocks, complain);
    if (entry.body.trim()) {
      complain(
        'unshown-text',
        [],
        'A landing page shows no text below its front matter',
        inFile('move it into a section: type: rich-text'),
      );
    }
  }
  if (hasOnlyText(entry) && !entry.body.trim())
    complain('missing-text', ['body'], 'The page has no text', 'write its text');
  if (isOf(entry, site)) checkNavigation(entry, complain);
  for (const { collection, check } of kinds) if (isOf(entry, collection)) problems.push(...(check?.(entry) ?? []));
  if (isOf(entry, post) && entry.data.updated && lastOf(entry, 'updated') < entry.data.date) {
    complain('dates-out-of-order', ['updated'], '“Updated” is before “Date”', 'correct one of the two');
  }
  for (const { path, value, info } of valuesOf(entry)) {
    if (info?.kind === 'handle')
      problems.push(...handleProblems(entry, path, info.label, String(value), settings.twitterUsername));
    const year = info?.kind === 'date' || info?.kind === 'dayOrMoment' ? Number(String(value).slice(0, 4)) : undefined;
    if (info && year !== undefined && (year < 1900 || year > 2100))
      complain('odd-year', path, `“${info.label}” is in the year ${String(value).slice(0, 4)}`, 'correct the year');
  }
  return problems;
}

/** The last moment of a date: where a day is written, that is later than the moment it is read as. */
function lastOf({ source, data }: Entry<typeof post>, name: 'updated'): string {
  const written = String((source.data as Record<string, unknown>)[name]).trim();
  return isDay(written) ? endOf(written) : (data[name] ?? '');
}

function handleProblems(
  entry: AnyEntry,
  path: Path,
  label: string,
  value: string,
  siteHandle: string | undefined,
): Problem[] {
  const handle = normalizeHandle(value);
  if (handle === undefined) {
    const message = `“${label}” can’t be the name of an account: “${value}”`;
    return [problemAt(entry, 'odd-handle', path, message, 'write at most 15 letters and digits, such as @example_org')];
  }
  const own = normalizeHandle(siteHandle);
  if (own && isAlmost(handle, own)) {
    const message = `“${label}” is almost the account of the site, ${own}: “${value}”`;
    return [problemAt(entry, 'lookalike-handle', path, message, `write ${own}, if that is meant`)];
  }
  if (value.replace(/^@/, '') === handle.slice(1)) return [];
  const fix = editOfField(entry, path, handle);
  return [problemAt(entry, 'odd-handle', path, `“${label}” is an address: “${value}”`, `write ${handle}`, { fix })];
}

/** Whether two accounts differ in a letter or two of many; capitals make none. */
function isAlmost(one: string, other: string): boolean {
  const changes = distance(one.toLowerCase(), other.toLowerCase());
  return changes > 0 && changes <= (other.length > 8 ? 2 : 1);
}

type Section = Entry<typeof landingPage>['data']['blocks'][number];

function checkBlocks(blocks: readonly Section[], complain: Complain): void {
  const anchors = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const anchor = 'anchor' in block ? block.anchor : undefined;
    if (anchor && anchors.has(anchor)) {
      complain(
        'repeated-anchor',
        ['blocks', index, 'anchor'],
        `“Anchor” is used twice on this page: “${anchor}”`,
        'write another word',
      );
    }
    if (anchor) anchors.add(anchor);
    if (block.type === 'hero' && index > 0) {
      complain(
        'misplaced-opening',
        ['blocks', index, 'type'],
        'An opening can only be the first section',
        'write call-to-action, or move it up',
      );
    }
    if (block.type === 'embed' && block.kind === 'video' && !playerOf(block.url)) {
      complain(
        'unplayable-video',
        ['blocks', index, 'url'],
        'The video is not on YouTube or Vimeo',
        'write its address there, or use links',
      );
    }
    if (block.type !== 'comparison') continue;
    for (const [row, { values }] of block.rows.entries()) {
      if (values.length === block.columns.length) continue;
      complain(
        'uneven-row',
        ['blocks', index, 'rows', row, 'values'],
        `The row has ${values.length} values, and there are ${block.columns.length} columns`,
        'write one value for each column',
      );
    }
  }
}

/** Whether the text is what readers come for: without it, the page is a title. */
const hasOnlyText = (entry: AnyEntry) => isOf(entry, post) || isOf(entry, genericPage);

function checkNavigation({ data }: Entry<typeof site>, complain: Complain): void {
  for (const [index, { label, url, links }] of data.navigation.entries()) {
    if (!url && !links?.length) {
      complain('empty-navigation', ['navigation', index], `“${label}” leads nowhere and holds no links`, {
        file: 'write url: or links: for it',
        form: 'write an address for it, or add links',
      });
    }
  }
}
