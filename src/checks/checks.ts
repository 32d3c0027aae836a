import type { AnyEntry } from '../content/entry';
import type { Problem } from '../content/problem';
import { links } from '../rules/links';
import { pictures } from '../rules/pictures';
import { checkRedirects } from '../site/redirects';
import type { Site } from '../site/resolve';
import { type Body, bodiesOf } from './body';
import { checkEditing } from './editing';
import { checkFields } from './fields';
import { checkLinkFields, checkLinks } from './links';

/** What is looked for in every Markdown text. */
const ofBodies: ((site: Site, body: Body) => Problem[])[] = [checkLinks];

/** What is looked for in the fields of every entry. */
const ofEntries: ((site: Site, entry: AnyEntry) => Problem[])[] = [
  checkLinkFields,
  (_, entry) => checkFields(entry),
  (_, entry) => checkEditing(entry),
];

/** What is looked for once, in the site as a whole. */
const ofSites: ((site: Site) => Problem[])[] = [(site) => checkRedirects(site, site.claimed)];

/** Runs every check. A new one is a function in a file beside this, and a word in one of the lists above. */
export const checkSite = (site: Site): Problem[] => [
  ...ofSites.flatMap((check) => check(site)),
  ...site.entries.flatMap((entry) => checkWithin(site, entry)),
];

/** Runs the checks that need to see one entry alone. */
export function checkWithin(site: Site, entry: AnyEntry): Problem[] {
  const problems = [
    ...ofEntries.flatMap((check) => check(site, entry)),
    ...bodiesOf(entry).flatMap((body) => ofBodies.flatMap((check) => check(site, body))),
  ];
  const isWaiting = 'seo' in entry.data && !site.addressByFile.has(entry.file);
  return isWaiting ? problems.map(eased) : problems;
}

/** What is not published yet may link to what is not written yet. */
const eased = (problem: Problem): Problem =>
  problem.rule in links || problem.rule in pictures ? { ...problem, severity: 'warning' } : problem;
