import { stringify } from 'yaml';
import type { Kinds } from '../../site/site';
import type { Answers } from './answers';

/** A file's text or bytes, by its path from the project's root. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * The first content of a site: a home page, a page about it, one for legal matters, a post, a list for each kind of content,
 * and the settings. Each says in its own place what is to be written there. `day` is the day of the post.
 */
export function firstFiles({ name, url, language, color, blog, kinds, logo }: Answers, all: Kinds, day: string): Files {
  const lists = kinds.flatMap((kind) => listsOf(kind, all));
  const links = [
    ...lists.map(({ title, address }) => ({ label: title, url: address })),
    { label: 'Blog', url: blog },
    { label: 'About', url: '/about/' },
  ];
  const files: [string, string | Uint8Array][] = [
    ['content/settings/site.yml', yaml(settings({ name, url, language, blog, kinds }, links))],
    [
      'content/settings/brand.yml',
      yaml({
        ...(logo ? { logo: logo.path, ...(logo.isSquare ? { icon: logo.path } : {}) } : {}),
        color,
      }),
    ],
    ['content/authors/editorial-team.md', page({ name: 'Editorial team', organization: name, team: true }, about.team)],
    [
      'content/categories/news.yml',
      yaml({ value: 'news', label: 'News', description: `What is new at ${name}, as it happens.` }),
    ],
    ['content/pages/index.md', page(home(name, blog), '')],
    [
      'content/pages/about.md',
      page(
        {
          templateKey: 'generic-page',
          title: `About ${name}`,
          subtitle: 'Write here in one sentence what you do, and for whom.',
          seo: { description: `Who stands behind ${name}, what they do, how it began, and how to reach them.` },
        },
        about.page,
      ),
    ],
    [
      'content/pages/legal.md',
      page(
        {
          templateKey: 'generic-page',
          title: 'Legal notice',
          subtitle: 'Who is answerable for this site, and what happens with readers’ data.',
          seo: {
            description: `Who is answerable for the site of ${name}, and what happens with the data of its readers.`,
          },
        },
        legal,
      ),
    ],
    [
      'content/blog/our-site-is-open.md',
      page(
        {
          title: 'Our site is open',
          author: 'Editorial team',
          date: `${day}T00:00:00.000Z`,
          category: [{ value: 'news', label: 'News' }],
          seo: { description: `The first post of ${name}: what it says is for you to write, and this is how.` },
        },
        post,
      ),
    ],
    ...lists.map(({ file, list, title, kind }): [string, string] => [
      file,
      page(
        {
          templateKey: 'listing-page',
          title,
          list,
          empty: `Nothing is listed here yet. The first file in content/${kind.collection.folder}/ will be.`,
          seo: { description: `${title} of ${name}: write here in one sentence what readers find on this page.` },
        },
        '',
      ),
    ]),
    ...(logo ? ([[`static${logo.path}`, logo.bytes]] as [string, Uint8Array][]) : []),
  ];
  return new Map(files);
}

const yaml = (data: object) => stringify(data, { lineWidth: 0 });
const page = (fields: object, body: string) => `---\n${yaml(fields)}---\n${body}`;

/** Every list of a kind, with the page that shows it: where the pages of its entries begin, if that is the only one. */
function listsOf(name: string, all: Kinds) {
  const kind = all[name];
  const names = Object.keys(kind?.lists ?? {});
  return names.flatMap((list) => {
    if (!kind) return [];
    const { address = `/${list}/` } = kind.collection;
    const place = names.length === 1 ? address : `/${list}/`;
    const title = names.length === 1 ? kind.collection.plural : list.replace(/^./, (letter) => letter.toUpperCase());
    return [{ kind, list, title, address: place, file: `content/pages${place.slice(0, -1)}.md` }];
  });
}

const settings = (
  { name, url, language, blog, kinds }: Pick<Answers, 'name' | 'url' | 'language' | 'blog' | 'kinds'>,
  links: { label: string; url: string }[],
) => {
  const { hostname } = new URL(url);
  return {
    url,
    hosts: [hostname, ...(hostname.startsWith('www.') ? [hostname.slice(4)] : [])],
    kinds,
    title: name,
    titleTemplate: `%s - ${name}`,
    description: `Write here in a sentence or two what ${name} is, and for whom.`,
    language,
    postsPerPage: 10,
    postsInFeed: 20,
    organization: { name, url },
    blog: { address: blog, title: 'Blog', description: `News and stories from ${name}.` },
    navigation: links,
    footer: {
      text: `${name}. Write here what readers should know at the end of every page.`,
      groups: [],
      links: [
        { label: 'Legal notice', url: '/legal/' },
        { label: 'RSS', url: `${blog}rss.xml` },
      ],
    },
  };
};

const home = (name: string, blog: string) => ({
  templateKey: 'landing-page',
  title: name,
  seo: { description: `The home of ${name}. Write here in one sentence what readers find, for search engines.` },
  blocks: [
    {
      type: 'hero',
      title: 'Write here in a few words what you stand for',
      text: 'Two sentences below it say what you do, and for whom. This is the first thing that readers see.',
      buttons: [
        { label: 'Read our news', url: blog },
        { label: 'About us', url: '/about/' },
      ],
    },
    {
      type: 'cards',
      title: 'What readers can do here',
      text: 'Each card leads to one page. Three are easier to choose from than ten.',
      cards: [
        { title: 'Learn who we are', text: 'Say in a sentence why somebody should want to know.', url: '/about/' },
        { title: 'Follow our news', text: 'Say what you write about, and how often.', url: blog },
      ],
    },
    { type: 'posts', title: 'News', count: 3 },
  ],
});

const about = {
  team: 'Write here in two sentences who writes the posts.\n',
  page: `Write here who you are. Readers come to this page to find out whether they can trust you, so say what can be checked.

## What we do

Two or three paragraphs. Name what has come of your work, and for whom.

## How it began

When, by whom, and why.

## How to reach us

An address that somebody reads. A form is no substitute for one.
`,
};

const legal = `Replace this text with what the law of your country asks for. It is no advice, and none of it is true yet.

## Who is answerable

The name of the organization, its postal address, an e-mail address, and who may sign for it.

## Readers’ data

By itself this site sets no cookies and loads nothing from elsewhere. Say here what your host keeps, such as the addresses in its logs, for how long, and why; and what changes if you count visits or show videos.

## Rights

Under which license texts and pictures may be used, and whom to ask for more.
`;

const post = `This post is yours to replace. A post is a file in \`content/blog/\`, or is written in the editor at \`/admin/\`.

## What makes a good first post

Say what readers will find here from now on, and how they can take part. One picture and three paragraphs are enough.

## What to do next

Write the other pages, then delete this post. Its file is \`content/blog/our-site-is-open.md\`.
`;
