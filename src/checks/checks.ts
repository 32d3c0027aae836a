import type { AnyEntry } from '../content/entry';
import type { Problem } from '../content/problem';
import type { Progress } from '../content/read';
import { tooIntricate } from '../markdown/parse';
import { links } from '../rules/links';
import { pictures } from '../rules/pictures';
import type { Site } from '../site/resolve';
import { type Body, bodiesOf, lookThrough } from './body';
import { checkCharacters } from './characters';
import { checkEditing } from './editing';
import { checkEmbedded } from './embedded-pictures';
import { checkEmphasis } from './emphasis';
import { checkFields } from './fields';
import { checkFileNames, checkPortableNames } from './file-names';
import { checkHeadings } from './headings';
import { checkLinkTexts } from './link-texts';
import { checkLinkFields, checkLinks } from './links';
import { checkLostAddresses } from './lost-addresses';
import { checkLostWords } from './lost-words';
import { checkMarkdownInHtml } from './markdown-in-html';
import { checkMonth } from './months';
import { checkPaste } from './paste';
import { checkBroken, checkPictureFields, checkPictures, checkTelltales, checkWeights } from './pictures';
import { checkRedirects } from './redirects';
import { checkRemovedHtml } from './removed-html';
import { checkSeo } from './seo';
import { checkSettings } from './settings';
import { checkBackslashes, checkSpaces } from './spaces';
import { checkUnreadSigns } from './unread-signs';
import { checkUnused } from './unused-files';
import { checkValues } from './values';

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
  checkMonth,
  (_, entry) => checkSettings(entry),
  (_, entry) => checkEditing(entry),
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

/** Runs every check. A new one is a function in a file beside this, and a word in one of the lists above. */
export const checkSite = (site: Site, progress?: Progress): Problem[] => [
  ...ofSites.flatMap((check) => check(site)),
  ...site.entries.flatMap((entry, done) => {
    progress?.('Checking', done, site.entries.length);
    return checkWithin(site, entry);
  }),
];

/** Runs the checks that need to see one entry alone. */
export function checkWithin(site: Site, entry: AnyEntry): Problem[] {
  const problems = [
    ...ofEntries.flatMap((check) => check(site, entry)),
    ...bodiesOf(entry).flatMap((body) => checkBody(site, body)),
  ];
  const isWaiting = 'seo' in entry.data && !site.addressByFile.has(entry.file);
  return isWaiting ? problems.map(eased) : problems;
}

/** What could be too intricate; much that matches is not. */
const manySigns = /^(?:[^>*_~+-]*[>*_~+-]){500}/;

const checkBody = (site: Site, body: Body): Problem[] =>
  lookThrough(
    body,
    () => {
      if (manySigns.test(body.markdown)) body.tree();
      return ofBodies.flatMap((check) => check(site, body));
    },
    () => [
      body.problem('unrenderable-page', 0, `The page can’t be made: ${tooIntricate.message}`, tooIntricate.advice),
    ],
  );

/** What is not published yet may link to what is not written yet. */
const eased = (problem: Problem): Problem =>
  problem.rule in links || problem.rule in pictures ? { ...problem, severity: 'warning' } : problem;
