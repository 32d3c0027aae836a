import { collection } from '../../model/collection';
import {
  absoluteAddress,
  address,
  dayOrMoment,
  flag,
  group,
  handle,
  image,
  language,
  list,
  longText,
  number,
  sectionAddress,
  text,
} from '../../model/field';
import { link } from '../link';

export const site = collection({
  name: 'site',
  label: 'Site settings',
  plural: 'Site settings',
  description: 'What holds for the whole site: its address, its name, its navigation.',
  folder: 'settings/site',
  format: 'yml',
  single: 'required',
  title: 'title',
  fields: {
    url: absoluteAddress({
      label: 'Address',
      hint: 'Where the site is served. A path at its end, as in https://example.org/site/, is put before every link.',
      technical: true,
    }),
    hosts: list(text({ label: 'Host' }), {
      label: 'Hosts',
      hint: 'All host names that lead to this site, the old ones too. Links to them are links within the site.',
      technical: true,
      min: 1,
    }),
    elsewhere: list(text({ label: 'Path' }), {
      label: 'Elsewhere',
      hint: 'Paths of this host that another program answers: /a/*. Links to them are no dead links.',
      technical: true,
    }).exactOptional(),
    kinds: list(text({ label: 'Kind' }), {
      label: 'Kinds of content',
      hint: 'Which there are beside posts and pages, by the names of their folders in src/kinds/: event, person. All of them, when left out.',
      technical: true,
    }).exactOptional(),
    title: text({ label: 'Name', hint: 'The name of the site.' }),
    titleTemplate: text({ label: 'Title template', hint: 'How a page’s title is completed; %s stands for it.' }),
    description: longText({ label: 'Description', hint: 'What the site is, in a sentence or two.' }),
    language: language({ label: 'Language', hint: 'The language of pages that name no other.' }),
    image: image({
      label: 'Social picture',
      hint: 'Shown when a page without a picture is shared; 1200 × 630 pixels. Left out, it is made of the icon.',
    }).exactOptional(),
    twitterUsername: handle({ label: 'Twitter name', hint: 'The account of the site.' }).exactOptional(),
    themeColor: text({
      label: 'Theme color',
      hint: 'The color browsers give their own furniture. Left out, it is that of the brand.',
    }).exactOptional(),
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
        logo: image({
          label: 'Logo',
          hint: 'A square picture of at least 112 × 112 pixels, for search engines. Left out, it is the icon.',
        }).exactOptional(),
        sameAs: list(absoluteAddress({ label: 'Profile' }), {
          label: 'Profiles',
          hint: 'Pages elsewhere that are the same organization’s.',
        }).exactOptional(),
      },
      { label: 'Organization', hint: 'Who publishes the site.' },
    ),
    blog: group(
      {
        address: sectionAddress({
          label: 'Address',
          hint: 'Where the blog, its posts and its feeds are: /news/; /blog/ when left out.',
        }).default('/blog/'),
        title: text({ label: 'Title' }),
        description: longText({ label: 'Description', hint: 'Shown below the title, in search results and in feeds.' }),
      },
      { label: 'Blog' },
    ),
    search: sectionAddress({
      label: 'Search',
      hint: 'Where readers search the site: /find/; /search/ when left out.',
    }).default('/search/'),
    navigation: list(
      group(
        {
          label: text({ label: 'Label' }),
          url: address({
            label: 'Address',
            hint: 'Where it leads; left out where it only opens the links below it.',
          }).exactOptional(),
          links: list(link('Link'), { label: 'Links', hint: 'What the group holds.' }).exactOptional(),
        },
        { label: 'Item' },
      ),
      { label: 'Navigation', hint: 'The links at the top of every page, and the groups that hold more.' },
    ),
    announcement: group(
      {
        text: text({ label: 'Text', hint: 'One sentence.' }),
        link: link('Link').exactOptional(),
        until: dayOrMoment({
          label: 'Until',
          hint: 'The last day or moment it is shown; left out, it stays.',
        }).exactOptional(),
      },
      { label: 'Announcement', hint: 'A line above every page.' },
    ).exactOptional(),
    analytics: group(
      {
        script: absoluteAddress({ label: 'Script', hint: 'The address of the script that counts visits.' }),
        hosts: list(text({ label: 'Host' }), {
          label: 'Hosts',
          hint: 'To which the script sends what it counts, where that is not its own host: stats.example.org.',
        }).exactOptional(),
        siteId: text({ label: 'Site', hint: 'What the script is told of this site, in data-site-id.' }).exactOptional(),
        consent: flag({ label: 'Ask first', hint: 'Readers are asked before anything is loaded.' }),
        question: text({ label: 'Question', hint: 'What they are asked.' }),
        yes: text({ label: 'Yes' }),
        no: text({ label: 'No' }),
      },
      {
        label: 'Analytics',
        hint: 'Left out, nothing is counted. Nobody is counted whose browser asks not to be tracked.',
      },
    ).exactOptional(),
    footer: group(
      {
        text: longText({ label: 'Text' }),
        groups: list(
          group({ title: text({ label: 'Title' }), links: list(link('Link'), { label: 'Links' }) }, { label: 'Group' }),
          { label: 'Groups' },
        ),
        links: list(link('Link'), { label: 'Links', hint: 'The last line: feeds, legal notices.' }),
      },
      { label: 'Footer' },
    ),
  },
});
