import { collection } from '../model/collection';
import { absoluteAddress, address, group, handle, image, language, list, longText, number, text } from '../model/field';

const link = (label: string) =>
  group(
    {
      label: text({ label: 'Label', hint: 'The words of the link.' }),
      url: address({ label: 'Address', hint: 'A path such as /blog/, or a whole address.' }),
    },
    { label },
  );

export const site = collection({
  name: 'site',
  label: 'Site settings',
  plural: 'Site settings',
  description: 'What holds for the whole site: its address, its name, its navigation.',
  folder: 'settings/site',
  format: 'yml',
  single: true,
  fields: {
    url: absoluteAddress({
      label: 'Address',
      hint: 'Where the site is served. A path at its end, as in https://example.org/site/, is put before every link.',
    }),
    hosts: list(text({ label: 'Host' }), {
      label: 'Hosts',
      hint: 'All host names that lead to this site, the old ones too. Links to them are links within the site.',
      min: 1,
    }),
    title: text({ label: 'Name', hint: 'The name of the site.' }),
    titleTemplate: text({ label: 'Title template', hint: 'How a page’s title is completed; %s stands for it.' }),
    description: longText({ label: 'Description', hint: 'What the site is, in a sentence or two.' }),
    language: language({ label: 'Language', hint: 'The language of pages that name no other.' }),
    image: image({
      label: 'Social picture',
      hint: 'Shown when a page without a picture is shared; 1200 × 630 pixels.',
    }),
    twitterUsername: handle({ label: 'Twitter name', hint: 'The account of the site.' }).exactOptional(),
    themeColor: text({ label: 'Theme color', hint: 'The color browsers give their own furniture, such as #f15b3e.' }),
    postsPerPage: number({ label: 'Posts per page', hint: 'How many posts a page of a list shows.', min: 1, max: 100 }),
    postsInFeed: number({
      label: 'Posts in feeds',
      hint: 'How many of the newest posts a feed holds.',
      min: 1,
      max: 100,
    }),
    organization: group(
      {
        name: text({ label: 'Name', hint: 'The legal name.' }),
        url: absoluteAddress({ label: 'Address', hint: 'The main website of the organization.' }),
        logo: image({ label: 'Logo', hint: 'A square picture of at least 112 × 112 pixels.' }),
        sameAs: list(absoluteAddress({ label: 'Profile' }), {
          label: 'Profiles',
          hint: 'Pages elsewhere that are the same organization’s.',
        }).exactOptional(),
      },
      { label: 'Organization', hint: 'Who publishes the site.' },
    ),
    home: group(
      {
        title: text({ label: 'Title', hint: 'The headline of the home page.' }),
        text: longText({ label: 'Text', hint: 'The sentence below it.' }),
        posts: number({ label: 'Posts', hint: 'How many of the newest posts are shown.', min: 1, max: 24 }),
      },
      { label: 'Home page' },
    ),
    blog: group(
      {
        title: text({ label: 'Title' }),
        description: longText({ label: 'Description', hint: 'Shown below the title, in search results and in feeds.' }),
      },
      { label: 'Blog' },
    ),
    navigation: list(link('Link'), { label: 'Navigation', hint: 'The links at the top of every page.' }),
    footer: group(
      {
        text: longText({ label: 'Text' }),
        links: list(link('Link'), { label: 'Links' }),
      },
      { label: 'Footer' },
    ),
  },
});
