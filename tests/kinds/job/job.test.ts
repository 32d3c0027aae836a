import { expect, test } from 'vitest';
import type { JobCard } from '../../../src/kinds/job/view';
import { planFiles } from '../../../src/site/files/files';
import { planRedirects } from '../../../src/site/files/plan-redirects';
import { planPages } from '../../../src/site/pages/plan';
import type { Site } from '../../../src/site/site';
import { entry, listing, siteOf, text } from '../../project';
import { detailAt, labels, listed, outlineAt } from '../made';

const listedJobs = (site: Site) => listed<{ jobs: JobCard[] }>(site).jobs;

const job = (title: string, until: string) =>
  entry({ title, organization: 'Example', place: 'Remote', until, description: 'What.' });
const jobs = {
  'content/pages/list.md': listing('jobs'),
  'content/jobs/a.md': job('Later', '2026-09-01'),
  'content/jobs/b.md': job('Sooner', '2026-07-01T12:00:00Z'),
  'content/jobs/c.md': job('Ended', '2026-05-31T23:59:59Z'),
};

test('a job is listed and has a page until its moment, and not after it', async () => {
  const site = siteOf(jobs);
  expect(labels(listedJobs(site))).toEqual(['Sooner', 'Later']);
  const pages = planPages(site);
  expect(pages.map(({ address }) => address)).not.toContain('/careers/c/');
  expect(JSON.stringify([pages.map(({ props }) => props()), await planFiles(site, pages)])).not.toMatch(
    /Ended|careers\/c/,
  );
  expect(labels(listedJobs(siteOf(jobs, { now: '2026-07-01T12:00:00.000Z' })))).toEqual(['Sooner', 'Later']);
  expect(labels(listedJobs(siteOf(jobs, { now: '2026-07-01T12:00:00.001Z' })))).toEqual(['Later']);
});

test('a job that is open until a day is open on that day', () => {
  expect(labels(listedJobs(siteOf(jobs, { now: '2026-09-01T18:00:00.000Z' })))).toEqual(['Later']);
  expect(listedJobs(siteOf(jobs, { now: '2026-09-02T00:00:00.000Z' }))).toEqual([]);
});

const writer = {
  'content/pages/careers.md': listing('jobs', { title: 'All jobs' }),
  'content/jobs/writer.md': entry({
    title: 'Writer',
    organization: 'Acme',
    place: 'Remote',
    until: '2026-12-31',
    description: 'Writes.',
    url: 'https://example.org/apply',
  }),
};

test('the page of a job says where, until when and how to apply', () => {
  expect(detailAt(siteOf(writer), '/careers/writer/')).toMatchInlineSnapshot(`
    {
      "buttons": [
        {
          "href": "https://example.org/apply",
          "label": "Apply",
        },
      ],
      "facts": [
        {
          "label": "Organization",
          "text": "Acme",
        },
        {
          "label": "Place",
          "text": "Remote",
        },
        {
          "iso": "2026-12-31",
          "label": "Open until",
          "text": "December 31, 2026",
        },
      ],
      "html": "",
      "lead": "Writes.",
      "links": [],
      "list": {
        "href": "/careers/",
        "label": "All jobs",
      },
      "related": [],
      "title": "Writer",
    }
  `);
});

test('what is left out is left out of its page, and not shown empty', () => {
  const facts = ['Organization', 'Place', 'Open until'];
  expect(outlineAt(siteOf({ 'content/jobs/a.md': job('A', '2026-07-01') }), '/careers/a/')).toEqual([
    facts,
    0,
    0,
    undefined,
    undefined,
  ]);
});

test('who asks for a page that was published and is over is led to the page above it, for now', () => {
  const site = siteOf({
    'content/pages/careers.md': text(),
    'content/jobs/engineer.md': job('Engineer', '2026-05-01'),
    'content/jobs/writer.md': job('Writer', '2026-05-01'),
    'addresses.txt': '/careers/\n/careers/engineer/\tcontent/jobs/engineer.md\tEngineer\n',
  });
  const [file] = planRedirects(site);
  // One that never was published is not told of.
  expect(file?.text).toBe('/careers/engineer/ /careers/ 302!\n/careers/engineer/ /careers/ 302\n');
});

test('a job without an end is open, after those that close, and is one of the site’s organization', () => {
  const site = siteOf({
    'content/pages/list.md': listing('jobs'),
    'content/jobs/a.md': entry({ title: 'Open', place: 'Remote', type: 'Full time', department: 'Engineering' }),
    'content/jobs/b.md': job('Closing', '2026-09-01'),
  });
  expect(listedJobs(site).map(({ label, organization, until }) => [label, organization, until?.iso])).toEqual([
    ['Closing', 'Example', '2026-09-01'],
    ['Open', 'Example Foundation', undefined],
  ]);
  expect(detailAt(site, '/careers/a/').facts).toEqual([
    { label: 'Organization', text: 'Example Foundation' },
    { label: 'Department', text: 'Engineering' },
    { label: 'Type', text: 'Full time' },
    { label: 'Place', text: 'Remote' },
  ]);
});
