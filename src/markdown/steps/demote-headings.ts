import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A page has one `h1`, its title. Where a body has its own, all its headings go one level down. */
export const demoteHeadings = () => (tree: Root) => {
  let hasTitle = false;
  visit(tree, 'element', ({ tagName }) => {
    if (tagName === 'h1') hasTitle = true;
  });
  if (!hasTitle) return;
  visit(tree, 'element', (element) => {
    // The heading of footnotes is not the author's and is on its level already.
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level && element.properties['id'] !== 'footnote-label') element.tagName = `h${Math.min(6, Number(level) + 1)}`;
  });
};
