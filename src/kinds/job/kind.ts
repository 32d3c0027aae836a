import type { Entry } from '../../content/entry';
import { endOf } from '../../model/date';
import { kind as kindOf, list } from '../../site/kind/declare';
import { fact, when } from '../../site/kind/facts';
import { builtOf, hrefOf, latestFirst } from '../../site/kind/listed';
import { resolveLink } from '../../site/links/links';
import { whenOf } from '../../site/pages/fields';
import type { Site, SiteWith } from '../../site/site';
import { job, type Word, words } from './declaration';
import { type JobCard, JobList } from './view';

const cardOf = (site: Site, entry: Entry<typeof job>): JobCard => {
  const { title, organization, place, until, description } = entry.data;
  return { label: title, href: hrefOf(site, entry), organization, place, until: whenOf(site, until), description };
};

/** Those that close soonest first. */
const jobs = list({
  of: (site: SiteWith<Word>) => ({
    jobs: builtOf(site, job)
      .sort((a, b) => latestFirst(endOf(b.data.until), endOf(a.data.until)))
      .map((entry) => cardOf(site, entry)),
  }),
  count: ({ jobs: { length } }) => length,
  view: JobList,
});

export const kind = kindOf({
  collection: job,
  words,
  isOff: ({ until }, now) => endOf(until) < now,
  detail: (site, { file, data }) => ({
    lead: data.description,
    facts: [
      ...fact(site.words.organization, data.organization),
      ...fact(site.words.place, data.place),
      ...when(site, site.words.openUntil, data.until),
    ],
    buttons: data.url ? [{ label: site.words.apply, href: resolveLink(site, file, data.url).href }] : [],
  }),
  lists: { jobs },
});
