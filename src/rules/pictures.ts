import type { Rule } from './rule';

/** Pictures, in texts, fields and settings. */
export const pictures = {
  'missing-picture': {
    severity: 'error',
    what: 'A picture is not in the folder `static/`.',
    why: 'Readers see a gap.',
    advice: 'Correct the address, or add the file.',
    inForm: 'Upload the picture, or remove it.',
  },
  'empty-picture': {
    severity: 'error',
    what: 'A picture has no address.',
    why: 'Readers see a gap.',
    advice: 'Write its address, or remove the picture.',
    inForm: 'Choose a picture, or remove it.',
    mechanical: true,
    alters: ['empty-pictures'],
  },
  'remote-picture': {
    severity: 'error',
    what: 'A picture is loaded from another site.',
    why: 'That site learns of everybody who reads the page, unasked, and can change the picture or take it away.',
    advice:
      'Put the picture into `static/img/`, and write its path. A site that wants such pictures writes `remote-picture: "off"` in `content/settings/checks.yml`.',
    inForm: 'Save the picture on your computer, upload it, and put it in the place of this one.',
  },
  'broken-picture': {
    severity: 'error',
    what: 'A file named as a picture is empty, cut short, something else, or has more than 100 million pixels.',
    why: 'Readers see a gap, or half of a picture, and a build that reads it may take all memory.',
    advice: 'Save the picture again, and put it in the place of the file.',
    inForm: 'Save the picture again, and upload it under the same name.',
    firm: true,
  },
  'telltale-picture': {
    severity: 'warning',
    what: 'A picture holds the place where it was taken, or the name of somebody.',
    why: 'Whoever has the file can read where a person was, and the repository is open to many.',
    advice: 'Save it again without its location and its author.',
    inForm: 'Save it on your computer without its location and its author, and upload it again.',
  },
  'undescribed-picture': {
    severity: 'warning',
    what: 'A picture has no words that say what it shows.',
    why: 'Who can’t see it learns nothing of it, and neither do search engines.',
    advice: 'Write them: `![A room full of people](/img/room.jpg)`, or `imageAlt:`, which is `""` for mere decoration.',
    inForm: 'Write in “Picture description” what it shows, or switch on “Decoration only”.',
  },
  'oversized-picture': {
    severity: 'warning',
    what: 'A picture has more than 2560 pixels from side to side, or more than 1 MB.',
    why: 'Pages show none wider than half of that; readers wait, and pay for it.',
    advice: 'Save it smaller.',
    inForm: 'Save it smaller on your computer, and upload it again.',
  },
  'embedded-picture': {
    severity: 'warning',
    what: 'A picture stands in a text as a long row of letters (`data:image/…`).',
    why: 'Every reader of the page has to wait for it, and nobody can edit the text.',
    advice: 'Put the picture into `static/img/`, and write its path.',
    inForm: 'Save the picture on your computer, upload it, and put it in the place of this one.',
    mechanical: true,
    alters: ['addresses'],
  },
  'unsafe-file-name': {
    severity: 'warning',
    what: 'The name of a file in `static/` has a space, a sign that means something in an address, or an ending in capitals.',
    why: 'Links to it break when they are sent, or on a host that tells `.JPG` from `.jpg`.',
    advice:
      'Name it with letters, digits, hyphens and dots, and write the new name where it is shown. A document keeps its old address by a redirect; a picture, being part of its pages, does not.',
    inForm: 'Name the file with letters, digits and hyphens, and upload it again.',
    mechanical: true,
    alters: ['bare-addresses', 'addresses'],
  },
  'unused-file': {
    severity: 'warning',
    what: 'Files in the folders of `static/` are shown nowhere, and no link leads to them.',
    why: 'They are published all the same, and nobody knows whether they may be deleted.',
    advice: 'Delete them, or link to them.',
  },
} satisfies Record<string, Rule>;
