import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cmsConfig } from '../../src/cms/form/config';
import { wantedKinds } from '../../src/site/wanted';
import { Logo } from '../../src/theme/components/logo';
import { SiteFooter } from '../../src/theme/frame/site-footer';
import { SiteHeader } from '../../src/theme/frame/site-header';
import { kinds } from '../collections';
import { checkReport, data, entry, listing, pageAt, settings, siteOf } from '../project';

const file = 'content/settings/site.yml';
const event = entry({ title: 'E', kind: 'meetup', start: '2026-07-01', place: 'P', description: 'D.' }, 'Text.\n');

test('a site has the kinds of content that it asks for, and all where it says nothing', () => {
  expect(Object.keys(wantedKinds(kinds, undefined))).toEqual(Object.keys(kinds));
  expect(Object.keys(wantedKinds(kinds, 'title: x\n'))).toEqual(Object.keys(kinds));
  expect(Object.keys(wantedKinds(kinds, 'kinds: [person, event]\n'))).toEqual(['event', 'person']);
  expect(Object.keys(wantedKinds(kinds, 'kinds: []\n'))).toEqual([]);
  // What can’t be read is told by the check; it takes no kind away.
  expect(Object.keys(wantedKinds(kinds, 'kinds: event\n  - [broken\n'))).toEqual(Object.keys(kinds));
});

test('a file of a kind that is not wanted, a list of it and a name that there is not are reported', () => {
  expect(
    checkReport({
      [file]: settings({ kinds: ['event', 'persn'] }),
      'content/events/e.md': event,
      'content/jobs/j.md': entry({ title: 'J' }),
      'content/pages/jobs.md': listing('jobs'),
    }),
  ).toMatchInlineSnapshot(`
    "content/jobs/j.md:1:1  error  “Jobs” are not among the kinds of content that this site asks for  → add job to “kinds” in content/settings/site.yml, or delete the file  [misplaced-file]
    content/pages/jobs.md:4:7  error  “List” can’t be “jobs”  → write one of: events  [unknown-choice]
    content/settings/site.yml:15:17  error  There is no kind of content “persn”  → write person  [unknown-kind]

    3 errors in 3 files"
  `);
});

test('editors are offered nothing of a kind that is not wanted', () => {
  const site = siteOf({ [file]: settings({ kinds: ['event'] }), 'content/events/e.md': event });
  expect(site.others.map(({ address }) => address)).toContain('/events/e/');
  const config = cmsConfig(
    site.collections,
    { backend: { name: 'test-repo' }, publish_mode: 'simple' },
    { url: 'https://example.org/', blog: '/blog/' },
  );
  const names = config.collections.map(({ name }) => name);
  expect(names).toContain('event');
  for (const name of ['job', 'member', 'level', 'person']) expect(names).not.toContain(name);
  const offered = JSON.stringify(config.collections);
  expect(offered).toContain('"events"');
  for (const list of ['"members"', '"people"', '"jobs"', '"board"']) expect(offered).not.toContain(list);
});

test('the logo stands at the top and at the end of a page, and its name is said once', () => {
  const frameOf = (brand: object) =>
    pageAt(siteOf({ 'content/settings/brand.yml': data(brand), 'static/l.svg': svg, 'static/d.svg': svg }), '/').made
      .frame;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>';
  const plain = frameOf({ logo: '/l.svg' });
  expect(renderToStaticMarkup(<SiteHeader {...plain} />)).toContain(
    '<a class="site-name" href="/"><img class="logo" src="/l.svg" width="40" height="20" alt=""/>Example</a>',
  );
  expect(renderToStaticMarkup(<SiteFooter {...plain} />)).toContain(
    '<a class="site-logo" href="/" aria-label="Example"><img class="logo" src="/l.svg" width="40" height="20" alt=""/></a>',
  );
  const named = frameOf({ logo: '/l.svg', logoDark: '/d.svg', logoHasName: true });
  const header = renderToStaticMarkup(<SiteHeader {...named} />);
  expect(header.match(/alt="Example"/g)).toHaveLength(2);
  expect(header).not.toContain('>Example<');
  expect(header).toContain('data-scheme="dark" src="/d.svg"');
  const without = renderToStaticMarkup(<SiteHeader {...frameOf({ color: '#0b6e99' })} />);
  expect(without).toContain('<a class="site-name corner" href="/">Example</a>');
  expect(renderToStaticMarkup(<SiteFooter {...frameOf({ color: '#0b6e99' })} />)).not.toContain('logo');
  expect(renderToStaticMarkup(<Logo logo={{ light: { src: '/a.svg' }, hasName: false }} />)).toBe(
    '<img class="logo" src="/a.svg" alt=""/>',
  );
});
