import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** A wide table scrolls within the page, by keyboard too; alignment becomes style, as HTML has no `align` any more. */
export const frameTables = () => (tree: Root, file: VFile) => {
  visit(tree, 'element', (element, index, parent) => {
    const { align } = element.properties;
    if (align) {
      delete element.properties['align'];
      if (/^(left|right|center)$/.test(String(align))) element.properties['style'] = `text-align:${align}`;
    }
    if (element.tagName !== 'table' || !parent || index === undefined) return;
    if ((parent as Element).properties?.['role'] === 'group') return;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['scroll'], role: 'group', ariaLabel: file.data.surroundings?.words.table, tabIndex: 0 },
      children: [element],
    };
    return [SKIP, index];
  });
};
