import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatReport, leftOut } from '../../../src/commands/import/report';
import { former, formerSite, formerSites, planOf } from './imported';

const nothing = { written: [], merged: [], conflicts: [], unchanged: 0 };
const fieldsOf = (text = '') => parse(text.startsWith('---') ? (text.split('---\n')[1] ?? '') : text);

describe('a site of this family', () => {
  const plan = planOf(formerSite('gatsby'));
  const fields = (file: string) => fieldsOf(plan.files.get(file));
  const lines = (file: string) =>
    plan.sources.find((source) => source.file === file)?.left.map(({ line, name, value }) => [line, name, value]);

  test('is recognized by its shapes, and each file becomes what it is', () => {
    expect(plan.sources.map(({ file, became }) => `${file} → ${became.join(' ')}`)).toMatchInlineSnapshot(`
      [
        "src/content/blog-config.json → content/settings/site.yml",
        "src/content/footer-nav.json → content/settings/site.yml",
        "src/content/mock-members.json → ",
        "src/content/navbar.json → content/settings/site.yml",
        "src/content/press.json → content/pages/press.md content/press/a-light-that-stays-on.yml content/press/fog-for-a-week.yml",
        "src/content/site-metadata.json → content/settings/site.yml",
        "src/content/top-bar.json → content/settings/site.yml",
        "src/pages/about/index.md → content/pages/about.md",
        "src/pages/about/keepers.md → content/pages/about/keepers.md content/people/zoe-quay.md content/people/ben-reef.md content/people/cara-sand.md",
        "src/pages/author/zoe-quay.md → content/authors/zoe-quay.md",
        "src/pages/blog/impossible-day.md → content/blog/impossible-day.md",
        "src/pages/blog/the-lamp’s-story.md → content/blog/lamp-story.md",
        "src/pages/blog/twin-a.md → content/blog/twin-a.md",
        "src/pages/blog/twin-b.md → content/blog/twin-b.md",
        "src/pages/careers/keeper.md → content/jobs/keeper.md",
        "src/pages/events/index.md → content/pages/nights.md content/events/night-of-lamps.md content/events/operator-days.md content/events/long-ago.md content/events/two-days.md",
        "src/pages/index.md → content/pages/index.md",
        "src/pages/legal/endless.md → content/pages/legal/endless.md",
        "src/pages/legal/terms.md → content/pages/legal/terms.md",
        "src/pages/live/index.md → content/pages/live.md content/episodes/oil-or-electricity.md content/episodes/not-yet.md",
      ]
    `);
  });

  test('keeps every letter of a date that does not exist', () => {
    expect(fields('content/blog/impossible-day.md').date).toBe('2023-02-30T10:00:00.000Z');
    expect(fields('content/press/fog-for-a-week.yml').date).toBe('2023-02-30T09:00:00.000Z');
  });

  test('has its categories by value, else by label, and its authors by name', () => {
    const posts = ['lamp-story', 'impossible-day', 'twin-a', 'twin-b'].map((name) => fields(`content/blog/${name}.md`));
    expect(posts.map(({ author, category }) => [author, category[0]])).toEqual([
      ['Zoë Quay', { value: 'category-A7', label: 'Lamps & Oil' }],
      ['Nobody Known', { value: 'category-B9', label: 'Tides' }],
      ['Zoë Quay', { value: 'category-B9', label: 'Tides' }],
      ['Zoë Quay', { value: 'uncategorized', label: 'Uncategorized' }],
    ]);
  });

  test('has a person of two lists once, with both groups', () => {
    expect(fields('content/people/zoe-quay.md').groups).toEqual(['keepers', 'night_watch']);
    expect(plan.files.get('content/people/zoe-quay.md')).toContain('She came in 1999.\n\nShe stays.\n');
    expect(fields('content/groups/night-watch.yml')).toEqual({ value: 'night_watch', title: 'Night watch', order: 2 });
  });

  test('has days that are not settled in words, and several links of an event', () => {
    expect(fields('content/events/operator-days.md')).toMatchObject({
      start: '2026-08-01',
      end: '2026-09-30',
      when: 'August-September 2026',
    });
    expect(fields('content/events/night-of-lamps.md')).toMatchObject({
      title: 'Night of lamps',
      start: '2026-07-29',
      end: '2026-07-30',
      place: 'Hanoi, Vietnam',
      url: 'https://n1.example/',
      links: [
        { label: 'Register', url: 'https://r.example/1' },
        { label: 'Talk', url: 'https://r.example/2' },
      ],
    });
  });

  test('leaves out what the old site did not show, and says so with its line', () => {
    expect(lines('src/pages/about/index.md')).toEqual([
      [10, 'footer.title', 'Hidden call'],
      [11, 'footer.buttonText', 'Go'],
      [12, 'footer.button', '/join/'],
    ]);
    expect(fields('content/pages/about.md').callToAction).toBeUndefined();
    expect(fields('content/pages/about.md').subtitle).toBeUndefined();
    expect(fields('content/episodes/not-yet.md').hidden).toBe(true);
    expect(fields('content/press/fog-for-a-week.yml').hidden).toBe(true);
  });

  test('has the fields of a page as sections, by what they hold', () => {
    const { blocks } = fields('content/pages/index.md');
    expect(blocks.map(({ type, title }: { type: string; title?: string }) => [type, title])).toEqual([
      ['hero', 'The lamps of the coast'],
      ['rows', undefined],
      ['cards', 'What we do'],
      ['quote', undefined],
      ['comparison', 'Who gets what'],
      ['logos', 'Our friends'],
      ['call-to-action', 'Stay in touch'],
    ]);
    expect(blocks[1].rows[0].text).toBe('Because the sea is dark. [Read more](/about/).');
  });

  test('has its navigation, footer and announcement in the settings, without items that lead nowhere', () => {
    expect(fields('content/settings/site.yml')).toMatchObject({
      url: 'https://harbor.example/',
      hosts: ['harbor.example', 'www.harbor.example'],
      title: 'Harbor Lights',
      navigation: [{ label: 'Lamps', url: '/about/', links: [{ label: 'Our people', url: '/about/keepers/' }] }],
      announcement: { text: 'The lamps are lit', link: { label: 'WATCH', url: '/live/' } },
      footer: { groups: [{ title: 'Legal', links: [{ label: 'Terms', url: '/legal/terms/' }] }] },
      blog: { title: 'Logbook', description: 'What happens at the harbor.' },
    });
    expect(fields('content/settings/brand.yml')).toEqual({ color: '#0b6e99' });
  });

  test('has its redirects from wherever they stood; those of hosts and over living pages are asked for', () => {
    expect(fields('content/settings/redirects.yml').redirects).toEqual([
      { from: '/tides/', to: '/live/' },
      { from: '/guide/*', to: '/docs/:splat/', status: 302 },
      { from: '/join-us/', to: '/join/' },
      { from: '/newsletter/', to: '/legal/newsletter/' },
    ]);
    const asked = plan.questions.filter(({ file }) => /netlify|gatsby-node|_redirects/.test(file));
    expect(asked.map(({ file, line, what }) => `${file}:${line}: ${what}`)).toMatchInlineSnapshot(`
      [
        "gatsby-node.js:5: createRedirect: its addresses are computed: write the redirects yourself",
        "netlify.toml:12: /api/* → https://api.harbor.example/:splat: it is a proxy or a rewrite: that is the business of the host: put it into its configuration",
        "netlify.toml:17: https://old.harbor.example/* → https://harbor.example/:splat: it is of another host: that is the business of the host: put it into its configuration",
        "netlify.toml:23: /about/ → /elsewhere/: it leads away from a page that there is: delete the page, or forget the redirect",
        "static/_redirects:4: /admin-panel → https://panel.example.net/: it has conditions: that is the business of the host: put it into its configuration",
      ]
    `);
  });

  test('brings those pictures along that are named, under names that survive in an address', () => {
    expect([...plan.media]).toEqual([
      ['static/img/old-lamp-1.png', 'static/img/old lamp (1).png'],
      ['static/img/lamp.png', 'static/img/lamp.png'],
    ]);
    expect([[...plan.missing.keys()], plan.unused]).toEqual([['/img/missing.png'], 1]);
    expect(plan.files.get('content/blog/lamp-story.md')).toContain('![the lamp](/img/old-lamp-1.png "A lamp")');
  });

  test('has a file whose front matter never ends, with all its words', () => {
    expect(plan.files.get('content/pages/legal/endless.md')).toContain(
      'These words have no end of the front matter below them.',
    );
  });
});

test.each(formerSites)('no mail address of data and no secret of %s comes along, or is printed', (name) => {
  const plan = planOf(formerSite(name));
  const all = [...plan.files.values(), formatReport(plan, nothing), JSON.stringify(plan.published)].join('\n');
  expect(all).not.toMatch(/private\.example|555 1234|nf_5f2c|API_TOKEN/);
});

test('Hugo’s posts have their dates, slugs, categories, tags, former addresses and pictures', () => {
  const plan = planOf(formerSite('hugo'));
  expect(fieldsOf(plan.files.get('content/blog/watch-no-1.md'))).toEqual({
    title: 'Watch 1',
    author: 'Ida Night',
    date: '2021-01-12T22:00:00+02:00',
    category: [
      { value: 'watch', label: 'Watch' },
      { value: 'fog', label: 'fog' },
      { value: 'long-nights', label: 'Long Nights' },
    ],
    updated: '2021-01-14',
    seo: { description: 'On night 1 we saw and waited.', url: 'https://notes.example/2021/01/watch-no-1' },
  });
  expect(plan.files.get('content/blog/watch-no-1.md')?.split('---\n')[2]).toMatchInlineSnapshot(`
    "On night 1 we saw ![A buoy](</images/buoy.png>) and waited.



    https://www.youtube.com/watch?v=abcdefghijk



    See [the last](/2021/01/watch-no-1/).
    "
  `);
  expect(fieldsOf(plan.files.get('content/settings/redirects.yml')).redirects).toContainEqual({
    from: '/old/watch-1.html',
    to: '/2021/01/watch-no-1/',
  });
  expect(plan.media.get('static/img/bundle/beside.png')).toBe('content/posts/bundle/beside.png');
  expect(plan.published.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['/2020/03/bundle/', '/about/', '/tags/long-nights/', '/categories/watch/', '/index.xml']),
  );
});

test('Jekyll’s posts have the days of their names, and their tags of Liquid become Markdown', () => {
  const plan = planOf(formerSite('jekyll'));
  const text = plan.files.get('content/blog/knot-2.md') ?? '';
  expect(fieldsOf(text)).toMatchObject({
    author: 'Ida Knot',
    date: '2019-02-02',
    image: '/assets/images/knot.png',
    seo: { url: 'https://knots.example/knots/2019/02/02/knot-2' },
  });
  expect(text.split('---\n')[2]).toMatchInlineSnapshot(`
    "A knot for day 2.

    \`\`\`ruby
    tie 2
    \`\`\`

    Back to [the first](/knots/2019/01/01/knot-1.html), or ![knot](/assets/images/knot.png).
    "
  `);
  expect(plan.questions.map(({ file, what }) => `${file}: ${what}`)).toContainEqual(
    expect.stringContaining('{% include gallery.html %}'),
  );
  expect(fieldsOf(plan.files.get('content/blog/no-zone.md')).date).toBe('2018-12-31 23:30:00Z');
  const redirects = fieldsOf(plan.files.get('content/settings/redirects.yml')).redirects;
  expect(redirects).toContainEqual({ from: '/zone/', to: '/2018/12/31/no-zone/' });
  expect(redirects).toContainEqual({ from: '/2018/12/31/no-zone.html', to: '/2018/12/31/no-zone/' });
  // What is a draft was never anywhere.
  expect(plan.published.some(({ title }) => title === 'Some day')).toBe(false);
});

test('the usual starter has its tags as categories, and its posts where their files were', () => {
  const plan = planOf(formerSite('starter'));
  expect(fieldsOf(plan.files.get('content/blog/2017-01-cup-number-1.md'))).toMatchObject({
    author: 'Kaffee Kiosk',
    image: '/img/cup.png',
    category: [
      { value: 'brewing', label: 'brewing' },
      { value: 'chemex-filter', label: 'Chemex Filter' },
    ],
  });
  const addresses = plan.published.map(({ address }) => address);
  expect(addresses).toEqual(
    expect.arrayContaining(['/blog/2017-01-cup-number-1/', '/tags/chemex-filter/', '/products/', '/rss.xml']),
  );
  expect(fieldsOf(plan.files.get('content/settings/site.yml'))).toMatchObject({
    title: 'Kaffee Kiosk',
    description: 'Coffee by the sea.',
    url: 'https://kiosk.example/',
  });
});

test('what nobody recognizes is counted, with the reason', () => {
  const plan = planOf(formerSite('gatsby'));
  expect(plan.sources.filter(({ why }) => why).map(({ file, why }) => [file, why])).toEqual([
    ['src/content/mock-members.json', 'nothing in it was recognized'],
  ]);
  expect(leftOut(plan, nothing)).toBeGreaterThan(10);
  const whole = former({
    'gatsby-config.js':
      'module.exports = { siteMetadata: { title: "A", siteUrl: "https://a.example", description: "D", language: "en" } };',
    'src/content/nav.json': '{"nav": [{"text": "Home", "link": "/"}]}',
    'src/content/footer.json': '{"sections": [{"title": "T", "nav": [{"text": "Home", "link": "/"}]}]}',
    'src/content/blog-config.json': '{"title": "News", "subTitle": "What is new"}',
    'src/pages/index.md': '---\ntitle: Home\nseo: {description: Home}\n---\nWords.\n',
  });
  expect(leftOut(planOf(whole), nothing)).toBe(0);
});

test('addresses that are known from elsewhere go into the ledger, those of other hosts do not', () => {
  const addresses = [
    'https://harbor.example/old-one/',
    '/old-two',
    'https://elsewhere.example/x/',
    'https://harbor.example/about/',
  ];
  const published = planOf(formerSite('gatsby'), { addresses }).published.filter(({ address }) =>
    /old|x\/|about\/$/.test(address),
  );
  expect(published).toEqual([
    { address: '/about/', file: 'content/pages/about.md', title: 'About the harbor' },
    { address: '/old-one/' },
    { address: '/old-two/' },
  ]);
});
