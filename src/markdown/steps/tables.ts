import type { Step } from './step';

/** Alignment becomes a class: HTML has no `align` any more, and the policy of pages refuses a `style`. */
export const alignCell: Step = ({ properties }) => {
  const { align } = properties;
  if (align) {
    delete properties['align'];
    if (/^(left|right|center)$/.test(String(align))) properties['className'] = [`align-${align}`];
  }
  return undefined;
};

/** A wide table scrolls within the page, by keyboard too. */
export const frameTable: Step = (element, { words }) =>
  element.tagName === 'table'
    ? {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], role: 'group', ariaLabel: words.table, tabIndex: 0 },
        children: [element],
      }
    : undefined;
