import type { Rule } from './rule';

/** The files in `content/settings/`. */
export const settings = {
  'odd-host': {
    severity: 'warning',
    what: 'A host is written with `https://` or a path.',
    why: 'Links to it are not known as links within the site.',
    advice: 'Write the name of the host alone, such as `example.org`.',
    mechanical: true,
    alters: ['values'],
  },
  'unknown-kind': {
    severity: 'error',
    what: 'The settings ask for a kind of content that there is not.',
    why: 'Its pages would be missing, and nobody would know why.',
    advice: 'Write the name of a kind as the check lists them, or remove it.',
  },
  'title-template-without-place': {
    severity: 'error',
    what: 'The title template has no `%s`.',
    why: 'All pages would have the same title.',
    advice: 'Write `%s` where the title of the page belongs.',
  },
  'odd-color': {
    severity: 'warning',
    what: 'The theme color is no color.',
    why: 'Browsers take no notice of it.',
    advice: 'Write it as `#0b6e99`.',
  },
  'faint-color': {
    severity: 'error',
    what: 'A color of the brand can’t be seen well on its ground, on light pages or on dark ones.',
    why: 'Many readers can’t make out the text, or not in the sun (WCAG 2.2: 4.5:1 for text, 3:1 for shapes).',
    advice:
      'Write the color that the check proposes, or leave the field out; one that can be read follows from the color of the brand.',
    inForm: 'Write the color that is proposed, or leave the field empty.',
  },
  'wrong-place-in-words': {
    severity: 'warning',
    what: 'A word of the site lost what stands for something else, such as `%s`, or has one that stands for nothing.',
    why: 'Readers don’t see the title, the number or the name that belongs there, or they see `%s`.',
    advice: 'Write the same places as in the usual words.',
  },
  'empty-navigation': {
    severity: 'error',
    what: 'An item of the navigation leads nowhere and holds no links.',
    why: 'Readers click, and nothing happens.',
    advice: 'Write `url:` or `links:` for it.',
    inForm: 'Write an address for it, or add links.',
  },
  'missing-backend-setting': {
    severity: 'error',
    what: 'The backend of the editor needs a setting that is not there.',
    why: 'Nobody could log in to the editor.',
    advice: 'Write the setting, or choose another backend.',
  },
  'unsupported-review': {
    severity: 'error',
    what: 'A review is asked for, and the backend of the editor has none.',
    why: 'What its author believes to wait would be published at once.',
    advice: 'Switch the review off, or choose another backend.',
  },
  'unswitchable-rule': {
    severity: 'warning',
    what: '`checks.yml` switches off a rule without which no page can be made.',
    why: 'The line has no effect.',
    advice: 'Remove the line.',
    inForm: 'Choose “error”, or leave it empty.',
  },
  'needless-allowance': {
    severity: 'warning',
    what: 'A comment allows something that is not there.',
    why: 'It would hide the next fault of that kind.',
    advice: 'Remove the comment.',
    inForm: 'Tell the engineers, for it can only be corrected in the files.',
    mechanical: true,
  },
  'malformed-allowance': {
    severity: 'warning',
    what: 'A comment allows a rule that does not exist or can’t be allowed, or gives no reason.',
    why: 'It has no effect, or nobody will know why it stands there.',
    advice: 'Write it as `check: allow name-of-the-rule, because …`.',
    inForm: 'Tell the engineers, for it can only be corrected in the files.',
  },
} satisfies Record<string, Rule>;
