import { readdirSync } from 'node:fs';
import { select, selectAll } from 'hast-util-select';
import { HtmlValidate } from 'html-validate';
import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Helmet } from 'react-helmet';
import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/site/pages/props';
import { Author } from '../../src/theme/components/author';
import { Block } from '../../src/theme/components/block';
import { Buttons } from '../../src/theme/components/buttons';
import { CallToAction } from '../../src/theme/components/call-to-action';
import { Contents } from '../../src/theme/components/contents';
import { Cover } from '../../src/theme/components/cover';
import { Embed } from '../../src/theme/components/embed';
import { Entry } from '../../src/theme/components/entry';
import { Facts } from '../../src/theme/components/facts';
import { LinkList } from '../../src/theme/components/link-list';
import { Logo } from '../../src/theme/components/logo';
import { Mark } from '../../src/theme/components/mark';
import { Mentions } from '../../src/theme/components/mentions';
import { Neighbors } from '../../src/theme/components/neighbors';
import { PageHeader } from '../../src/theme/components/page-header';
import { Parts } from '../../src/theme/components/parts';
import { Picture } from '../../src/theme/components/picture';
import { PostCard } from '../../src/theme/components/post-card';
import { PostState } from '../../src/theme/components/post-state';
import { PostTile } from '../../src/theme/components/post-tile';
import { SearchHere } from '../../src/theme/components/search-here';
import { SectionNavigation } from '../../src/theme/components/section-navigation';
import { Analytics } from '../../src/theme/frame/analytics';
import { Head } from '../../src/theme/frame/head';
import { SearchOpener } from '../../src/theme/frame/search-opener';
import { SiteFooter } from '../../src/theme/frame/site-footer';
import { SiteHeader } from '../../src/theme/frame/site-header';
import { PostList } from '../../src/theme/templates/post-list';
import { collectionNamed } from '../collections';
import { marked, missing, parsed, slipsIn } from './marks';

const words = collectionNamed('words').schema.parse({}) as Words;
const link = { label: 'There', href: '/there/' };
const urlLink = { label: 'There', url: '/there/' };
const day = { iso: '2026-03-04', text: 'March 4, 2026' };
const picture = { src: '/img/a.png', width: 4, height: 3 };
const frame = {
  lang: 'en',
  words,
  home: link,
  search: '/search/',
  navigation: [
    { label: 'Group', href: '/a/', links: [{ label: 'Inner', href: '/a/b/', current: 'page' as const }] },
    { label: 'Other', href: '/c/', links: [{ label: 'Not here', href: '/c/d/' }] },
    { label: 'Here', href: '/e/', current: 'true' as const },
  ],
  announcement: { text: 'News.', link },
  footer: {
    text: 'The end.',
    groups: [{ title: 'More', links: [link] }],
    links: [{ label: 'Legal', href: '/legal/' }],
  },
};
const analytics = {
  script: 'https://a.example/s.js',
  siteId: 'x',
  consent: true,
  question: 'May we?',
  yes: 'Yes',
  no: 'No',
};

/** Something to show, and what it has that is not shown. */
const view = <Props extends object>(Component: ComponentType<Props>, props: Props, unshown?: RegExp) => ({
  props: props as object,
  show: (given: object) => <Component {...(given as Props)} />,
  unshown,
});

/** A component of each file, with all that it can be given. */
const views: Record<string, ReturnType<typeof view>> = {
  author: view(Author, { ...link, initials: 'AB', organization: 'O', text: 'X' }),
  block: view(Block, { anchor: 'a', title: 'T', text: 'X', link: urlLink, children: 'Inside.' }),
  buttons: view(Buttons, { buttons: [urlLink, { label: 'Other', url: '/other/' }] }),
  'call-to-action': view(CallToAction, { title: 'T', text: 'X', buttons: [urlLink], anchor: 'a' }),
  contents: view(Contents, { contents: [link], words }),
  cover: view(Cover, { image: picture, alt: 'A' }),
  embed: view(Embed, { kind: 'video', title: 'T', src: '/s', href: '/h', host: 'a.example', words }),
  entry: view(Entry, { ...link, meta: 'M', text: 'X', lang: 'ko', level: 3 }),
  facts: view(Facts, {
    facts: [
      { label: 'L', text: 'X', href: '/x/', iso: day.iso },
      { label: 'M', text: 'Y', note: 'N' },
    ],
    links: [link],
    words,
  }),
  'link-list': view(LinkList as unknown as ComponentType<{ links: (typeof link)[] }>, {
    links: [link, { label: 'Other', href: '/other/' }],
  }),
  logo: view(Logo, { logo: { light: picture, dark: { ...picture, src: '/img/d.png' }, hasName: true }, name: 'N' }),
  mark: view(Mark, { image: picture, name: 'N' }),
  mentions: view(Mentions, {
    related: [
      {
        anchor: 'a',
        title: 'T',
        posts: [{ ...link, date: day, authors: ['Editorial'] }],
        mentions: [{ ...link, date: day, text: 'X', mark: { initials: 'AB' } }],
      },
    ],
  }),
  neighbors: view(Neighbors, { newer: link, older: { label: 'Before', href: '/before/' }, words }),
  'page-header': view(PageHeader, { title: 'T', lead: 'L', list: link, children: 'C' }),
  parts: view(Parts as ComponentType<object>, {
    parts: [{ title: 'T', anchor: 'a', cards: [link, { label: 'Other', href: '/other/' }] }],
    Card: Entry,
  }),
  picture: view(Picture, { image: picture, alt: 'A' }),
  'post-card': view(PostCard, {
    ...link,
    date: day,
    authors: ['Editorial'],
    description: 'D',
    categories: [link],
    lang: 'ko',
    state: 'draft',
    words,
  }),
  'post-tile': view(PostTile, {
    ...link,
    date: day,
    authors: ['Editorial'],
    image: picture,
    imageAlt: 'A',
    lang: 'ko',
  }),
  'post-state': view(PostState, { state: 'scheduled', words }),
  'search-here': view(SearchHere, { search: '/search/', title: 'T' }, /^search$/),
  'search-opener': view(SearchOpener, { search: '/search/', words }),
  'section-navigation': view(SectionNavigation, { links: [urlLink], words }),
  analytics: view(Analytics, analytics),
  'site-footer': view(SiteFooter, frame, /^(?!footer)/),
  'site-header': view(SiteHeader, frame, /^footer|^navigation\[\]\.href$/),
};
const html = (element: ReactElement) => renderToStaticMarkup(element);
const tree = (element: ReactElement) => parsed(html(element));

test('every component is among what is looked at', () => {
  const files = ['components', 'frame'].flatMap((folder) => readdirSync(`src/theme/${folder}`));
  // It has no markup of its own; what it gives the head is looked at below.
  const names = files.map((name) => name.replace(/\.tsx$/, '')).filter((name) => name !== 'head');
  expect(Object.keys(views).sort()).toEqual(names.sort());
});

describe.each(Object.entries(views))('%s', (_, { props, show, unshown }) => {
  test('says everything that it is given, as text and not as HTML', () => {
    const { props: given, marks } = marked(props);
    expect(missing(html(show(given)), marks).filter((path) => !unshown?.test(path))).toEqual([]);
    expect(slipsIn(html(show(given)))).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
    const { results } = await validate.validateString(html(show(props)));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

describe('what machines read', () => {
  test('the newer post is the next of a post, and the older the one before', () => {
    const found = tree(
      <Neighbors newer={{ label: 'N', href: '/n/' }} older={{ label: 'O', href: '/o/' }} words={words} />,
    );
    expect(select('a[rel="next"]', found)?.properties['href']).toBe('/n/');
    expect(select('a[rel="prev"]', found)?.properties['href']).toBe('/o/');
  });

  test('the newer posts are the page before of a list, and the older the next', () => {
    const list = { title: 'T', description: 'D', posts: [], number: 2, total: 3, words };
    const found = tree(<PostList {...list} newer={{ label: 'N', href: '/n/' }} older={{ label: 'O', href: '/o/' }} />);
    expect(select('a[rel="prev"]', found)?.properties['href']).toBe('/n/');
    expect(select('a[rel="next"]', found)?.properties['href']).toBe('/o/');
  });

  test('a section is named by its title, and by nothing where it has none', () => {
    expect(
      select(
        'section',
        tree(
          <Block anchor="a" title="T">
            x
          </Block>,
        ),
      )?.properties,
    ).toMatchObject({ id: 'a', ariaLabelledBy: ['a-title'] });
    expect(select('section', tree(<Block anchor="a">x</Block>))?.properties).not.toHaveProperty('ariaLabelledBy');
  });

  test('the navigation says where the reader is: on a page, in a section, in a group', () => {
    const found = tree(<SiteHeader {...frame} />);
    expect(selectAll('[aria-current="page"]', found).map(({ properties }) => properties['href'])).toEqual(['/a/b/']);
    expect(selectAll('[aria-current="true"]', found).map(({ properties }) => properties['href'])).toEqual(['/e/']);
    expect(selectAll('summary[data-current]', found)).toHaveLength(1);
  });

  test('the switch of colors has a word for each of its states', () => {
    const button = select('[data-theme-switch]', tree(<SiteFooter {...frame} />))?.properties;
    expect([button?.['dataSystem'], button?.['dataLight'], button?.['dataDark']]).toEqual([
      'Colors: system',
      'Colors: light',
      'Colors: dark',
    ]);
  });

  test('initials stand for a portrait that is not there, and nobody hears them beside the name', () => {
    expect(select('[data-kind="portrait"] [aria-hidden]', tree(<Mark initials="AB" />))).toBeDefined();
    expect(select('[data-kind="logo"]', tree(<Mark name="N" />))).toBeDefined();
  });

  test('a picture below the edge of the window waits, and the one that opens the page does not', () => {
    expect(select('img', tree(<Picture image={picture} />))?.properties['loading']).toBe('lazy');
    expect(select('img', tree(<Picture image={picture} early />))?.properties).not.toHaveProperty('loading');
  });

  test('the head has the direction of its language, and data in which nothing can end its script', () => {
    const head = { title: 'T', meta: [], link: [], jsonLd: [{ '@type': 'Thing', name: '</script><script>alert(1)' }] };
    const made = (dir: 'ltr' | 'rtl', lang: string) => {
      renderToStaticMarkup(<Head {...head} lang={lang} dir={dir} />);
      const { htmlAttributes, script } = Helmet.renderStatic();
      return [htmlAttributes.toString(), script.toString()];
    };
    const [attributes, script] = made('rtl', 'ar');
    expect(attributes).toContain('dir="rtl"');
    expect(made('ltr', 'ko')[0]).not.toContain('dir=');
    expect(script?.match(/<\/script>/g)).toHaveLength(1);
    expect(script).toContain('\\u003c/script>');
  });
});
