import type { Rule } from './rule';

/** What two files say together. */
export const between = {
  'unknown-reference': {
    severity: 'error',
    what: 'An author, a category or another entry is named that does not exist.',
    why: 'The page would show a name that leads nowhere, or none.',
    advice: 'Write the name as it stands in the other file, or add that file.',
    inForm: 'Choose a name that is offered, or add an entry for it.',
  },
  'misspelt-reference': {
    severity: 'error',
    what: 'A name differs in accents, capitals or spaces from the entry it stands for.',
    why: 'To the site they are two; a reader would find half of the posts under each.',
    advice: 'Write the name as it stands in the other file.',
    inForm: 'Choose the name that is offered.',
    mechanical: true,
    alters: ['values'],
  },
  'lookalike-name': {
    severity: 'warning',
    what: 'Two entries have names that differ only in accents, capitals or spaces.',
    why: 'They are probably one, and their posts are divided between two pages.',
    advice: 'Keep one of the files, and write its name wherever the other stood.',
    inForm: 'Keep one of the two, and choose it wherever the other was chosen.',
  },
  'other-month': {
    severity: 'warning',
    what: 'The name of a file and its title say different months.',
    why: 'One of the two was copied from last month and forgotten.',
    advice: 'Correct the title, or rename the file.',
    inForm: 'Correct the title.',
  },
  'other-year': {
    severity: 'warning',
    what: 'The name of a file and its title say different years.',
    why: 'The two were swapped with those of another year, or one was copied from it and forgotten.',
    advice: 'Correct the title, or rename the file.',
    inForm: 'Correct the title.',
  },
  'repeated-reference': {
    severity: 'warning',
    what: 'An author, a category or another entry is named twice in one list.',
    why: 'Readers see the name twice.',
    advice: 'Remove one of the two.',
  },
  'repeated-name': {
    severity: 'error',
    what: 'Two entries have the name by which others refer to them.',
    why: 'Nobody can tell which of the two is meant.',
    advice: 'Change the name in one of the two files.',
    inForm: 'Change the name of one of the two.',
  },
  'shared-address': {
    severity: 'error',
    what: 'Two pages, or a page and a file, have the same address.',
    why: 'Readers would see only one of them.',
    advice: 'Rename one of the files, or write another address in `url:` below `seo:`.',
    inForm: 'Write another address in “Address”, below “SEO”.',
    firm: true,
  },
  'wrong-page-address': {
    severity: 'error',
    what: 'A page asks for an address that it can’t have.',
    why: 'Characters such as `?` and `#` mean something in an address; others don’t survive being sent.',
    advice: 'Write a path of words, such as `/blog/my-post`, or rename the file.',
    inForm: 'Write a path of words in “Address”, below “SEO”, such as `/blog/my-post`.',
    firm: true,
  },
  'foreign-page-address': {
    severity: 'warning',
    what: 'A page asks for an address on a host that is not one of the site’s.',
    why: 'The page is published at an address that its author does not expect.',
    advice: 'Write an address on a host of the site, or leave `url:` out.',
    inForm: 'Write an address on a host of the site, or leave “Address” empty.',
  },
  'partial-page-address': {
    severity: 'warning',
    what: 'A page asks for an address that is not a whole one.',
    why: 'It can be read in two ways.',
    advice: 'Write the whole address, or a path that begins with `/`.',
  },
} satisfies Record<string, Rule>;
