import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Pictures know their size before they arrive, so that nothing jumps, and wait until they are near.
 * A picture alone in its paragraph is a figure; its title, where it says more than its description, is the caption.
 */
export const measurePictures = () => (tree: Root, file: VFile) => {
  visit(tree, 'element', (element, index, parent) => {
    const picture = element.tagName === 'p' ? onlyPicture(element) : undefined;
    if (picture && parent && index !== undefined) {
      const { title, alt } = picture.properties;
      const caption = title && title !== alt ? [{ type: 'text' as const, value: String(title) }] : [];
      parent.children[index] = {
        type: 'element',
        tagName: 'figure',
        properties: {},
        children: [
          element.children.find(({ type }) => type === 'element') as Element,
          ...(caption.length
            ? [{ type: 'element' as const, tagName: 'figcaption', properties: {}, children: caption }]
            : []),
        ],
      };
      return index;
    }
    if (element.tagName !== 'img') return;
    const { properties } = element;
    delete properties['title'];
    properties['alt'] ??= '';
    const { src, width, height } = file.data.surroundings?.picture(String(properties['src'] ?? '')) ?? {};
    Object.assign(properties, { src, loading: 'lazy', decoding: 'async' });
    if (width && height && properties['width'] === undefined && properties['height'] === undefined) {
      Object.assign(properties, { width, height });
    }
  });
};

/** The picture of a paragraph that holds nothing else, though the picture may be a link. */
function onlyPicture({ children }: Element): Element | undefined {
  const [child, ...others] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (child?.type !== 'element' || others.length > 0) return undefined;
  if (child.tagName === 'img') return child;
  return child.tagName === 'a' ? onlyPicture(child) : undefined;
}
