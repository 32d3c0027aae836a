import type { Rule } from './rule';

/** Links, in texts, fields and settings. */
export const links = {
  'dead-link': {
    severity: 'error',
    what: 'A link leads to no page and no file of the site.',
    why: 'Who follows it finds nothing.',
    mend: 'Correct the address, or remove the link.',
  },
  'dead-own-link': {
    severity: 'warning',
    what: 'A whole address is on a host of the site, and the site has no such page.',
    why: 'Who follows it may find nothing; the old site may have had the page.',
    mend: 'Correct the address, or remove the link.',
  },
  'dead-anchor': {
    severity: 'warning',
    what: 'A link leads to a section, behind `#`, that its page does not have.',
    why: 'Who follows it lands at the top of the page and has to search.',
    mend: 'Write one of the anchors of that page: a heading in lower case, with `-` between its words.',
  },
  'link-to-unpublished-page': {
    severity: 'error',
    what: 'A link leads to a draft, or to a post whose date has not come.',
    why: 'Who follows it finds nothing.',
    mend: 'Publish the page first, or remove the link.',
  },
  'link-to-own-host': {
    severity: 'warning',
    what: 'A link to a page of this site is written with a host, perhaps an old one.',
    why: 'It breaks when the host is given up, and leads out of a preview.',
    mend: 'Write the path alone, from its first `/`.',
    mechanical: true,
  },
  'insecure-own-link': {
    severity: 'warning',
    what: 'A link to a host of this site begins with `http://`, and the site with `https://`.',
    why: 'What is read that way can be seen and changed by others.',
    mend: 'Write `https://`.',
    mechanical: true,
  },
  'link-without-text': {
    severity: 'warning',
    what: 'A link has no text, and no picture with a description.',
    why: 'Nobody sees it, and a screen reader reads out its address.',
    mend: 'Write the text between `[` and `]`, or remove the link.',
    mechanical: true,
  },
  'link-to-past-page': {
    severity: 'warning',
    what: 'A link leads to a page that is over, or hidden.',
    why: 'Who follows it finds nothing.',
    mend: 'Remove the link.',
  },
  'empty-link': {
    severity: 'warning',
    what: 'A link has no address.',
    why: 'Readers click, and nothing happens.',
    mend: 'Write the address, or remove the link and keep its text.',
    mechanical: true,
  },
  'link-without-scheme': {
    severity: 'warning',
    what: 'A web address has no `https://`.',
    why: 'Browsers take it for a page of this site; the site adds what is missing, other programs don’t.',
    mend: 'Begin the address with `https://`.',
    mechanical: true,
  },
  'mail-link-without-scheme': {
    severity: 'warning',
    what: 'An e-mail address has no `mailto:`.',
    why: 'Browsers take it for a page of this site; the site adds what is missing, other programs don’t.',
    mend: 'Begin the address with `mailto:`.',
    mechanical: true,
  },
  'unknown-scheme': {
    severity: 'warning',
    what: 'An address begins with a word that is none of `https:`, `mailto:` and `tel:`.',
    why: 'Such a link could run a program, and is left out of the page.',
    mend: 'Begin it with `https://`, `mailto:` or `tel:`.',
  },
  'malformed-link': {
    severity: 'warning',
    what: 'A link begins like a web address and is none.',
    why: 'Browsers can’t follow it.',
    mend: 'Correct the address.',
    mechanical: true,
  },
  'link-to-moved': {
    severity: 'warning',
    what: 'A link leads to an address from which readers are redirected.',
    why: 'It works for as long as the redirect stands, and tells search engines of an address that is no more.',
    mend: 'Write the new address.',
    mechanical: true,
  },
} satisfies Record<string, Rule>;
