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
  const { title, organization, place, type, until, description } = entry.data;
  return {
    label: title,
    href: hrefOf(site, entry),
    organization: organization ?? site.settings.organization.name,
    place,
    ...(type ? { type } : {}),
    ...(until ? { until: whenOf(site, until) } : {}),
    ...(description ? { description } : {}),
  };
};

/** When a job closes; one that is open without an end closes after all others. */
const closing = ({ until }: { until?: string }) => (until ? endOf(until) : 'Z');

/** Those that close soonest first. */
const jobs = list({
  of: (site: SiteWith<Word>) => ({
    jobs: builtOf(site, job)
      .sort((a, b) => latestFirst(closing(b.data), closing(a.data)))
      .map((entry) => cardOf(site, entry)),
  }),
  count: ({ jobs: { length } }) => length,
  view: JobList,
});

export const kind = kindOf({
  collection: job,
  words,
  mention: {
    title: (site) => site.words.jobs,
    of: (site, { file, data: { title, place } }) => ({ label: title, href: hrefOf(site, { file }), text: place }),
  },
  isOff: (data, now) => closing(data) < now,
  detail: (site, { file, data }) => ({
    ...(data.description ? { lead: data.description } : {}),
    facts: [
      ...fact(site.words.organization, data.organization ?? site.settings.organization.name),
      ...fact(site.words.department, data.department),
      ...fact(site.words.jobType, data.type),
      ...fact(site.words.place, data.place),
      ...when(site, site.words.openUntil, data.until),
    ],
    buttons: data.url ? [{ label: site.words.apply, href: resolveLink(site, file, data.url).href }] : [],
  }),
  structuredData(site, { data }, address) {
    const { title, description, organization, place, type, posted, until } = data;
    const { name, url: home } = site.settings.organization;
    // Search engines take no job without the day it was posted, or without a text.
    if (!posted || !description) return [];
    const isRemote = /^remote$/i.test(place);
    return [
      {
        '@type': 'JobPosting',
        title,
        description,
        datePosted: posted,
        ...(until ? { validThrough: endOf(until) } : {}),
        ...(type ? { employmentType: type } : {}),
        hiringOrganization: {
          '@type': 'Organization',
          name: organization ?? name,
          ...(organization ? {} : { sameAs: home }),
        },
        ...(isRemote
          ? { jobLocationType: 'TELECOMMUTE' }
          : { jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: place } } }),
        url: site.base.url(address),
      },
    ];
  },
  lists: { jobs },
});
