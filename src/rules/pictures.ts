import type { Rule } from './rule';

/** Pictures, in texts, fields and settings. */
export const pictures = {
  'missing-picture': {
    severity: 'error',
    what: 'A picture is not in the folder `static/`.',
    why: 'Readers see a gap.',
    mend: 'Correct the address, or add the file.',
  },
  'empty-picture': {
    severity: 'error',
    what: 'A picture has no address.',
    why: 'Readers see a gap.',
    mend: 'Write its address, or remove the picture.',
  },
} satisfies Record<string, Rule>;
