import type { Rule } from './rule';

/** Files as a whole. */
export const files = {
  'missing-folder': {
    severity: 'error',
    what: 'There is no folder `content/`.',
    why: 'All pages are made of the files in it.',
    advice: 'Run the command in the folder of the project.',
    firm: true,
  },
  'missing-file': {
    severity: 'error',
    what: 'A file that every site needs is not there.',
    why: 'No page can be made without the settings of the site.',
    advice: 'Add the file.',
    firm: true,
  },
  'missing-home': {
    severity: 'error',
    what: 'The site has no home page.',
    why: 'Whoever writes the name of the site alone would find nothing.',
    advice: 'Add `content/pages/index.md`.',
    firm: true,
  },
  'misplaced-file': {
    severity: 'error',
    what: 'A file lies in a folder, or has an ending, that belongs to no kind of content.',
    why: 'The site leaves the file out, and its author believes it to be published.',
    advice: 'Move the file to the folder of its kind, or rename it.',
  },
  'hidden-file': {
    severity: 'warning',
    what: 'The name of a file begins with a dot.',
    why: 'Programs take such a file for one of their own; the site leaves it out, and its author believes it to be published.',
    advice: 'Name it without the dot at its beginning.',
  },
  'linked-file': {
    severity: 'error',
    what: 'A file is a link to a folder or to nothing, or, in `content/`, to something outside of it.',
    why: 'What it leads to is not there on another computer.',
    advice: 'Put the file itself there.',
  },
  'unportable-name': {
    severity: 'warning',
    what: 'A file or an address has a part that Windows can’t hold: `con` or `aux.md`, a full stop or space at an end, a sign such as `:`.',
    why: 'On a computer with Windows the project can’t be checked out, and the site can’t be unpacked.',
    advice: 'Write another word, or put one before it.',
  },
  'wrong-encoding': {
    severity: 'error',
    what: 'A file is not written in UTF-8.',
    why: 'Letters with accents, and all letters but the Latin, would be shown as other signs.',
    advice: 'Save the file again with the encoding “UTF-8”.',
    firm: true,
  },
  'wrong-line-ends': {
    severity: 'error',
    what: 'The lines of a file end with the sign CR alone, as on Macs before 2001.',
    why: 'To most programs the file is one line, and nothing in it can be read.',
    advice: 'Save the file again with the line ends “LF”.',
    mechanical: true,
    firm: true,
  },
  'empty-file': {
    severity: 'error',
    what: 'A file holds nothing.',
    why: 'There is nothing to make a page of.',
    advice: 'Write its fields, or delete the file.',
    firm: true,
  },
  'unrenderable-page': {
    severity: 'error',
    what: 'The page of a file can’t be made.',
    why: 'Its text is nested more deeply than a computer can follow, or the site itself has a fault.',
    advice:
      'Nest quotes, lists and HTML less deeply, take out signs such as `*` that stand for nothing, or tell the engineers.',
    firm: true,
  },
} satisfies Record<string, Rule>;
