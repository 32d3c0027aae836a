import type { Store } from '../cache/store';
import type { Change } from '../content/change';
import type { AnyEntry } from '../content/entry';
import type { Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { keepWithinBudget, tooIntricate } from '../markdown/parse/budget';
import { links } from '../rules/links';
import { pictures } from '../rules/pictures';
import { remember } from '../site/remember';
import type { Site } from '../site/site';
import { checkCharacters } from './entries/characters';
import { checkEditing } from './entries/editing';
import { checkFields } from './entries/fields';
import { checkLostWords } from './entries/lost-words';
import { checkMonth } from './entries/months';
import { checkSecrets } from './entries/secrets';
import { checkSettings } from './entries/settings';
import { checkValues } from './entries/values';
import { checkFileNames, checkPortableNames } from './site/file-names';
import { checkLostAddresses } from './site/lost-addresses';
import { checkBroken, checkPictureFields, checkPictures, checkTelltales, checkWeights } from './site/pictures';
import { checkRedirects } from './site/redirects';
import { checkSeo, checkSeoOf } from './site/seo';
import { checkUnused } from './site/unused-files';
import { type Body, bodiesOf, lookThrough } from './texts/body';
import { checkEmbedded } from './texts/embedded-pictures';
import { checkEmphasis } from './texts/emphasis';
import { checkHeadings } from './texts/headings';
import { checkLinkTexts } from './texts/link-texts';
import { checkLinkFields, checkLinks } from './texts/links';
import { checkMarkdownInHtml } from './texts/markdown-in-html';
import { checkPaste } from './texts/paste';
import { checkRemovedHtml } from './texts/removed-html';
import { checkBackslashes, checkSpaces } from './texts/spaces';
import { checkUnreadSigns } from './texts/unread-signs';

/** What is looked for in every Markdown text. */
const ofBodies: ((site: Site, body: Body) => Problem[])[] = [
  checkLinks,
  checkLinkTexts,
  checkHeadings,
  checkEmphasis,
  checkUnreadSigns,
  checkSpaces,
  checkBackslashes,
  checkPaste,
  checkRemovedHtml,
  checkMarkdownInHtml,
  checkPictures,
  checkEmbedded,
];

/** What is looked for in the fields of every entry. */
const ofEntries: ((site: Site, entry: AnyEntry) => Problem[])[] = [
  checkLinkFields,
  checkFields,
  (_, entry) => checkPictureFields(entry),
  (_, entry) => checkValues(entry),
  (_, entry) => checkLostWords(entry),
  (_, entry) => checkCharacters(entry),
  (_, entry) => checkSecrets(entry),
  checkMonth,
  (_, entry) => checkSettings(entry),
  (_, entry) => checkEditing(entry),
  checkSeoOf,
];

/** What is looked for once, in the site as a whole. */
const ofSites: ((site: Site) => Problem[])[] = [
  checkRedirects,
  checkLostAddresses,
  checkSeo,
  checkFileNames,
  checkPortableNames,
  checkUnused,
  checkWeights,
  checkBroken,
  checkTelltales,
];

/**
 * Runs every check. A new one is a function in a file beside this, and a word in one of the lists above. What an earlier
 * run found in an entry is in `store`.
 */
export const checkSite = (site: Site, progress?: Progress, store?: Store): Problem[] => [
  ...ofSites.flatMap((check) => check(site)),
  ...checkEntries(site, site.entries, progress, store),
];

/** What is wrong within entries; see `checkSite`. */
export function checkEntries(site: Site, entries: readonly AnyEntry[], progress?: Progress, store?: Store): Problem[] {
  const settings = JSON.stringify(site.settings);
  return entries.flatMap((entry, done) => {
    progress?.('Checking', done, entries.length);
    const key = store ? `${entry.file}\n${settings}\n${entry.source.text}` : '';
    return reported(site, entry, unpacked(remember(store, site, key, () => packed(problemsOf(site, entry)))));
  });
}

/** Runs the checks that need to see one entry alone. */
export const checkWithin = (site: Site, entry: AnyEntry): Problem[] => reported(site, entry, problemsOf(site, entry));

/** Beside the entry and the settings, these checks know of the site only what they ask of it; see remember.ts. */
const problemsOf = (site: Site, entry: AnyEntry): Problem[] => [
  ...ofEntries.flatMap((check) => check(site, entry)),
  ...bodiesOf(entry).flatMap((body) => checkBody(site, body)),
];

function reported(site: Site, entry: AnyEntry, problems: Problem[]): Problem[] {
  const isWaiting = 'seo' in entry.data && !site.addressByFile.has(entry.file);
  return isWaiting ? problems.map(eased) : problems;
}

interface Packed {
  problems: (Omit<Problem, 'fix'> & { fix?: number })[];
  fixes: Change[][];
}

/** Problems as JSON can hold them: thousands may have one fix, and must have one and the same again. */
function packed(problems: Problem[]): Packed {
  const places = new Map<Change[], number>();
  const placeOf = (fix: Change[]) => {
    const place = places.get(fix) ?? places.size;
    places.set(fix, place);
    return place;
  };
  const without = problems.map(({ fix, ...problem }) => ({ ...problem, ...(fix ? { fix: placeOf(fix) } : {}) }));
  return { problems: without, fixes: [...places.keys()] };
}

const unpacked = ({ problems, fixes }: Packed): Problem[] =>
  problems.map(({ fix, ...problem }) => ({
    ...problem,
    ...(fix === undefined ? {} : { fix: fixes[fix] as Change[] }),
  }));

/** What could be too intricate; much that matches is not. */
const manySigns = /^(?:[^>*_~+-]*[>*_~+-]){500}/;

const checkBody = (site: Site, body: Body): Problem[] =>
  lookThrough(
    body,
    () => {
      keepWithinBudget(body.markdown);
      if (manySigns.test(body.markdown)) body.tree();
      return ofBodies.flatMap((check) => check(site, body));
    },
    (offset) => [
      body.problem('unrenderable-page', offset, `The page can’t be made: ${tooIntricate.message}`, tooIntricate.advice),
    ],
  );

/** What is not published yet may link to what is not written yet. */
const eased = (problem: Problem): Problem =>
  problem.rule in links || problem.rule in pictures ? { ...problem, severity: 'warning' } : problem;
