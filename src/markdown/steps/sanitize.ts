import type { Root } from 'hast';
import { defaultSchema, type Options } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import { linkSchemes } from '../../model/web-address';

/** Attributes by which a text would take over the keyboard of its page. */
const steering = new Set(['accessKey', 'tabIndex']);

/** Attributes of HTML 4 that say how a thing looks; a page that has its own style has no use for them. */
const presentational = new Set(
  'align axis border cellPadding cellSpacing char charOff clear color compact frame hSpace noShade noWrap rules size vAlign vSpace width height'.split(
    ' ',
  ),
);

/** Ids of what surrounds a text; the first of two in a page would be the only one that links find. */
const siteIds = new Set(['Main', '___gatsby', 'gatsby-focus-wrapper']);

/** What older texts call an anchor, `<a name="setup">`, becomes one by its id; an id of the site itself goes. */
export function nameAnchors(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && properties['name']) {
      properties['id'] ??= properties['name'];
      delete properties['name'];
    }
    if (siteIds.has(String(properties['id']))) delete properties['id'];
  });
}

/**
 * What the HTML in a body may hold: GitHub's allow-list, which knows no script, no event handler, no `style`
 * and no `javascript:` address, and the few elements beyond it that articles use.
 */
export const allowed: Options = {
  ...defaultSchema,
  // Of other elements that are not allowed, the text stays; of these it would be a program or a style to read.
  strip: ['script', 'style', 'title', 'iframe'],
  // Ids stay as they are, so that links to them go on working: without a name, no element that is allowed takes the
  // place of something that scripts ask the document for.
  // https://html.spec.whatwg.org/#dom-document-nameditem
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
        (name) => !presentational.has(String(name)) && !steering.has(String(name)) && name !== 'name',
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
