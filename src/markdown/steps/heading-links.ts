import { toString as textOf } from 'hast-util-to-string';
import { type Heading, notesLabel } from './names';

/**
 * Beside a heading stands a link to it, so that a reader can pass on the address of a section. It is no part of the
 * heading: screen readers would read it with every one.
 */
export function linkHeadings(headings: readonly Heading[]): void {
  const linked = new Set<Heading>();
  for (const heading of headings) {
    const { element, parent, index, within } = heading;
    const { id } = element.properties;
    // What is within a heading that has a link is no section of its own.
    if (within && linked.has(within)) linked.add(heading);
    if (linked.has(heading) || !/^h[2-6]$/.test(element.tagName) || id === notesLabel) continue;
    linked.add(heading);
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
  }
}
