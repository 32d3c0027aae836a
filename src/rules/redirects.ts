import type { Rule } from './rule';

/** Old addresses, and where they lead. */
export const redirects = {
  'malformed-redirect': {
    severity: 'error',
    what: 'A redirect begins at something that is no path, or uses `:splat` without `*`.',
    why: 'Nobody would be redirected.',
    advice: 'Write a path such as `/old-page/` or `/old/*`.',
    firm: true,
  },
  'needless-redirect': {
    severity: 'error',
    what: 'There is a page at the address that is redirected.',
    why: 'The page is shown, and nobody is redirected.',
    advice: 'Remove the redirect, or give the page another address.',
  },
  'repeated-redirect': {
    severity: 'error',
    what: 'There are two redirects from one address.',
    why: 'The second is never taken.',
    advice: 'Remove one of them.',
  },
  'redirect-chain': {
    severity: 'error',
    what: 'A redirect leads to an address that is redirected itself.',
    why: 'Readers wait for every step, search engines give up after a few, and whoever removes the second breaks the first.',
    advice: 'Write the address at the end.',
    mechanical: true,
    alters: ['values'],
  },
  'redirect-circle': {
    severity: 'error',
    what: 'Redirects lead back to where they began, or on and on.',
    why: 'The browser gives up, and readers see an error.',
    advice: 'Write the address of a page.',
  },
  'lost-address': {
    severity: 'error',
    what: 'An address that was published leads nowhere any more.',
    why: 'Others link to it, keep it in their bookmarks and find it in search engines; all of them would find nothing.',
    advice:
      'Add a redirect to `content/settings/redirects.yml`, from the address to the page that has its content now.',
    inForm: 'Add a redirect from the address to the page that has its content now, under “Settings”, “Redirects”.',
    mechanical: true,
    alters: ['values'],
  },
} satisfies Record<string, Rule>;
