import { defaultSchema, type Options } from 'rehype-sanitize';
import { linkSchemes } from '../model/web-address';

/** Attributes by which a text would take over the keyboard of its page. */
const steering = new Set(['accessKey', 'tabIndex']);

/** Attributes of HTML 4 that say how a thing looks; a page that has its own style has no use for them. */
const presentational = new Set(
  'align axis border cellPadding cellSpacing char charOff clear color compact frame hSpace noShade noWrap rules size vAlign vSpace width height'.split(
    ' ',
  ),
);

/**
 * What the HTML in a body may hold: GitHub's allow-list, which knows no script, no event handler, no `style`
 * and no `javascript:` address, and the few elements beyond it that articles use.
 */
export const allowed: Options = {
  ...defaultSchema,
  // Of other elements that are not allowed, the text stays; of these it would be a program or a style to read.
  strip: ['script', 'style', 'title', 'iframe'],
  // Names written by authors can't reach any script, for there is none; prefixing them would break links to them.
  clobberPrefix: '',
  tagNames: [
    // Pictures in several forms would each have to be found and measured; one form is enough.
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    'abbr',
    'cite',
    'dfn',
    'figcaption',
    'figure',
    'mark',
    'small',
    'time',
    'u',
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter(
        (name) => !presentational.has(String(name)) && !steering.has(String(name)),
      ),
      'lang',
      'dir',
      ['className', 'sr-only', 'note', 'tip'],
    ],
    abbr: ['title'],
    time: ['dateTime'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
  },
  protocols: { ...defaultSchema.protocols, href: linkSchemes, src: ['http', 'https', 'data'] },
};
