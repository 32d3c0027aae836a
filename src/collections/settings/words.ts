import { collection } from '../../model/collection';
import { text } from '../../model/field';

/** A word of the site, and what it is when nobody has written another. */
export const word = (label: string, standard: string, hint = '') =>
  text({ label, hint: `${hint}${hint && ' '}“${standard}” when left out.` }).default(standard);

/** Words by their keys in `words.yml`. */
export type WordFields = Readonly<Record<string, ReturnType<typeof word>>>;

const wordsOf = <Fields extends WordFields>(fields: Fields) =>
  collection({
    name: 'words',
    label: 'Words',
    plural: 'Words',
    description: 'The words of the site itself: buttons, labels, names of lists.',
    folder: 'settings/words',
    format: 'yml',
    single: 'optional',
    fields,
  });

const coreWords = {
  skipToContent: word('Skip to content', 'Skip to content', 'The first link of every page, for keyboards.'),
  menu: word('Menu', 'Menu', 'What opens the navigation on small screens.'),
  mainNavigation: word('Main navigation', 'Main', 'Its name for screen readers.'),
  announcement: word('Announcement', 'Announcement', 'Its name for screen readers.'),
  sections: word('Sections', 'Sections', 'The name of the navigation within a page, for screen readers.'),
  colors: word('Colors', 'Colors: %s', 'The switch between light and dark; %s stands for its state.'),
  colorsSystem: word('Colors: system', 'system', 'As the reader’s device says.'),
  colorsLight: word('Colors: light', 'light'),
  colorsDark: word('Colors: dark', 'dark'),

  updated: word('Updated', 'Updated', 'Before the day on which a post was changed.'),
  minutes: word('Reading time', '%n min read', '%n stands for the minutes.'),
  contents: word('Contents', 'On this page', 'Above the sections of a post.'),
  related: word('Related posts', 'Related posts', 'Above the posts that have most in common with one.'),
  posts: word('Posts', 'Posts', 'Above the posts that name a project, a member or something else.'),
  categories: word('Categories', 'Categories', 'The name of the list of categories, for screen readers.'),
  newestPosts: word('Newest posts', 'Newest posts', 'Above them, where a page shows no others.'),
  draft: word('Draft', 'Draft', 'For editors.'),
  scheduled: word('Scheduled', 'Scheduled', 'For editors.'),
  otherPosts: word('Other posts', 'Other posts', 'The name of the links below a post, for screen readers.'),
  newer: word('Newer post', 'Newer', 'Before the title of the post that came next.'),
  older: word('Older post', 'Older', 'Before the title of the post that came before.'),
  newerPosts: word('Newer posts', 'Newer posts', 'The link to the page before in a list.'),
  olderPosts: word('Older posts', 'Older posts', 'The link to the next page of a list.'),
  pages: word('Pages', 'Pages', 'The name of those links, for screen readers.'),
  pageOf: word('Place in a list', 'Page %n of %m', '%n stands for the page, %m for how many there are.'),
  pageTitle: word(
    'Title of further pages',
    '%s (page %n)',
    'From the second page of a list on; %s stands for the title of the list, or its description, and %n for the page.',
  ),
  noPosts: word('No posts', 'There are no posts here yet.', 'In an empty list.'),
  allPosts: word('All posts', 'All posts', 'The link below the newest posts.'),
  allPostsOf: word('All posts of a category', 'All posts: %s', '%s stands for the category.'),
  allPostsByYear: word('All posts by year', 'All posts by year', 'The link to the archive.'),
  feedOf: word('Feed', 'Feed of %s', '%s stands for the category.'),
  authorDescription: word(
    'Description of an author’s page',
    'Posts by %a on the %s blog.',
    '%a stands for the author, %s for the site.',
  ),
  archive: word('Archive', 'Archive', 'The title of the list of years.'),
  archiveDescription: word(
    'Description of the archive',
    'All posts on the %s blog, by year.',
    '%s stands for the site.',
  ),
  years: word('Years', 'Years', 'The name of the list of years, for screen readers.'),
  postsOf: word('Title of a year', 'Posts of %s', '%s stands for the year.'),
  yearDescription: word(
    'Description of a year',
    'The posts of %y on the %s blog.',
    '%y stands for the year, %s for the site.',
  ),

  search: word('Search', 'Search', 'The title of the page that searches, and what opens it.'),
  searchDescription: word('Description of the search', 'Search all pages of %s.', '%s stands for the site.'),
  searchWords: word('Words to search for', 'Words', 'The label of the field they are written into.'),
  searchFilters: word('Filters', 'Narrow the search', 'What opens the filters.'),
  searchKind: word('Filter: kind', 'Kind'),
  searchCategory: word('Filter: category', 'Category'),
  searchAuthor: word('Filter: author', 'Author'),
  searchYear: word('Filter: year', 'Year'),
  searchLanguage: word('Filter: language', 'Language'),
  searchAll: word('Filter: no choice', 'All', 'When nothing is chosen in a filter.'),
  searchPages: word('Kind: pages', 'Pages', 'What is found among the pages of the site itself.'),
  searchAuthors: word('Kind: authors', 'Authors', 'What is found among the authors of posts.'),
  searchFound: word('Found', 'Found for “%s”: %n', '%s stands for the words, %n for how many pages there are.'),
  searchNothing: word('Nothing found', 'Nothing was found for “%s”.', '%s stands for the words.'),
  searchWait: word('Searching', 'Searching …', 'While the search is loaded.'),
  searchMore: word('More results', 'Show more'),
  searchFailed: word('Search fails', 'The search can’t be loaded now. Look here:', 'Before links to lists.'),
  searchWithout: word('Without search', 'The search needs JavaScript. All there is stands in these lists:'),
  close: word('Close', 'Close', 'What closes a dialog.'),

  organization: word('Organization', 'Organization', 'Whom a person or a job belongs to.'),
  links: word('Links', 'Links', 'Before the links of a person, project, event or episode.'),
  upcoming: word('Upcoming', 'Upcoming', 'Events and episodes to come.'),
  past: word('Past', 'Past', 'Events and episodes that are over.'),

  comparison: word('Comparison', 'Comparison', 'The name of one without a title, for screen readers.'),
  yes: word('Yes', 'Yes', 'The mark of a comparison, for screen readers.'),
  no: word('No', 'No', 'The mark of a comparison, for screen readers.'),
  loadsFrom: word('Loads from', 'Loads from %s', 'Below a video or form; %s stands for where it comes from.'),
  videoOn: word('Video on', 'Video on %s', 'The title of a video in a text; %s stands for where it is.'),
  table: word('Table', 'Table', 'The name of a table in a text, for screen readers.'),
  taskDone: word('Task that is done', 'Done', 'For screen readers.'),
  taskOpen: word('Task that is open', 'To do', 'For screen readers.'),
  footnotes: word('Footnotes', 'Footnotes', 'Their heading, for screen readers.'),
  footnoteBack: word(
    'Back from a footnote',
    'Back to reference %s',
    'For screen readers; %s stands for the number of the footnote.',
  ),

  pageNotFound: word('Page not found: title', 'Page not found'),
  pageNotFoundDescription: word('Page not found: description', 'There is no page at this address.'),
  pageNotFoundText: word(
    'Page not found: text',
    'There is no page at this address. It may have moved, or the link may be wrong.',
  ),
  pageNotFoundTry: word('Page not found: ways out', 'Try one of these:', 'Before links to other pages.'),
  moved: word('Moved', 'Moved', 'The title of a page that leads on to another.'),
  movedTo: word('Moved to', 'This page has moved: %s', '%s stands for the new address.'),
};

export const words = wordsOf(coreWords);

/** The words with those that the kinds of content need. */
export const wordsWith = (more: WordFields) => wordsOf({ ...coreWords, ...more });
