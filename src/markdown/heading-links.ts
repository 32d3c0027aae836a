import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Headings end with a link to themselves, so that a reader can pass on the address of a section. */
export const linkHeadings = () => (tree: Root, file: VFile) => {
  if (!file.data.surroundings?.headingLinks) return;
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (!/^h[2-6]$/.test(element.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
    element.children.push({
      type: 'element',
      tagName: 'a',
      properties: { href: `#${id}`, className: ['anchor'], ariaLabel: `# ${textOf(element).trim()}` },
      children: [{ type: 'text', value: '#' }],
    });
  });
};
