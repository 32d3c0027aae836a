import type { Rule } from './rule';

/** Old addresses, and where they lead. */
export const redirects = {
  'malformed-redirect': {
    severity: 'error',
    what: 'A redirect begins at something that is no path, or uses `:splat` without `*`.',
    why: 'Nobody would be redirected.',
    mend: 'Write a path such as `/old-page/` or `/old/*`.',
  },
  'needless-redirect': {
    severity: 'error',
    what: 'There is a page at the address that is redirected.',
    why: 'The page is shown, and nobody is redirected.',
    mend: 'Remove the redirect.',
  },
  'repeated-redirect': {
    severity: 'error',
    what: 'There are two redirects from one address.',
    why: 'The second is never taken.',
    mend: 'Remove one of them.',
  },
} satisfies Record<string, Rule>;
