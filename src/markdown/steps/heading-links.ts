import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Beside a heading stands a link to it, so that a reader can pass on the address of a section. It is no part of the
 * heading: screen readers would read it with every one.
 */
export const linkHeadings = () => (tree: Root, file: VFile) => {
  if (!file.data.surroundings?.headingLinks) return;
  visit(tree, 'element', (element, index, parent) => {
    const { id } = element.properties;
    if (!/^h[2-6]$/.test(element.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
    if (!parent || index === undefined) return;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['heading'] },
      children: [
        element,
        {
          type: 'element',
          tagName: 'a',
          properties: { href: `#${id}`, className: ['anchor'], ariaLabel: `# ${textOf(element).trim()}` },
          children: [{ type: 'text', value: '#' }],
        },
      ],
    };
    return [SKIP, index + 1];
  });
};
