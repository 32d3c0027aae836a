import type { Rule } from './rule';

/** Links to other sites, as they answer today. */
export const external = {
  'dead-external-link': {
    severity: 'warning',
    what: 'A link leads to a page of another site that does not exist, or is redirected in a circle.',
    why: 'Who follows it finds nothing.',
    advice: 'Look for the page on the other site and correct the address, or remove the link.',
    onRequest: true,
  },
  'moved-external-link': {
    severity: 'warning',
    what: 'A page of another site has moved for good.',
    why: 'The link works for as long as the other site redirects it.',
    advice: 'Open the new address; if it shows what is meant, write it.',
    onRequest: true,
  },
  'unreachable-external-link': {
    severity: 'warning',
    what: 'The host of another site does not exist, does not answer, or has a fault.',
    why: 'The site may be gone, or ill for a day.',
    advice: 'Open the link in a browser a day later; correct or remove it if it still shows nothing.',
    onRequest: true,
  },
  'unverified-external-link': {
    severity: 'warning',
    what: 'Another site does not answer programs, so that nobody knows what it shows to people.',
    why: 'The link may be dead.',
    advice: 'Open it in a browser; if it works, name its host in `external:` of `content/settings/checks.yml`.',
    inForm: 'Open it in a browser; if it works, leave it, or have an engineer name its host in the checks.',
    onRequest: true,
  },
} satisfies Record<string, Rule>;
