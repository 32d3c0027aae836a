import type { Rule } from './rule';

/** What search engines show of a page. */
export const seo = {
  'overlong-title': {
    severity: 'warning',
    what: 'The title of a page is longer than about 60 characters; Chinese, Japanese and Korean ones count double.',
    why: 'Search engines cut it.',
    advice: 'Shorten it, or write a shorter one in `title:` below `seo:`.',
    inForm: 'Shorten it, or write a shorter one in “Search title” below “SEO”.',
  },
  'short-description': {
    severity: 'warning',
    what: 'The description of a page is shorter than 70 characters; Chinese, Japanese and Korean ones count double.',
    why: 'Search engines take some other text of the page instead.',
    advice: 'Write one or two sentences that make a stranger want to read on.',
  },
  'overlong-description': {
    severity: 'warning',
    what: 'The description of a page is longer than 160 characters; Chinese, Japanese and Korean ones count double.',
    why: 'Search engines cut it.',
    advice: 'Shorten it.',
  },
  'missing-description': {
    severity: 'warning',
    what: 'A page has no description, and its kind of content lets an editor write one.',
    why: 'Search engines show some other text of the page.',
    advice: 'Write one or two sentences on what the page is about.',
  },
  'markdown-in-description': {
    severity: 'warning',
    what: 'A description holds Markdown or HTML.',
    why: 'Search engines show the stars and the brackets.',
    advice: 'Write plain text.',
  },
  'repeated-title': {
    severity: 'warning',
    what: 'Two pages have the same title.',
    why: 'In search results nobody can tell them apart.',
    advice: 'Say in one of the two what is different.',
  },
  'repeated-description': {
    severity: 'warning',
    what: 'Two pages have the same description.',
    why: 'In search results nobody can tell them apart.',
    advice: 'Say in one of the two what is different.',
  },
} satisfies Record<string, Rule>;
