import type { Element } from 'hast';
import type { Step } from './step';

/** A picture alone in its paragraph is a figure; its title, where it says more than its description, is the caption. */
export const frameFigure: Step = (element) => {
  const picture = element.tagName === 'p' ? onlyPicture(element) : undefined;
  if (!picture) return undefined;
  const { title, alt } = picture.properties;
  const caption: Element[] =
    title && title !== alt
      ? [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: String(title) }] }]
      : [];
  const shown = element.children.filter(({ type }) => type === 'element');
  return { type: 'element', tagName: 'figure', properties: {}, children: [...shown, ...caption] };
};

/** How wide a picture of a text is shown: the measure of its lines, or nearly the whole screen. */
const sizes = '(min-width: 776px) 714px, 92vw';

/**
 * Pictures know their size before they arrive, so that nothing jumps, and wait until they are near. Browsers choose the
 * lightest form.
 */
export const measurePicture: Step = (element, surroundings) => {
  if (element.tagName !== 'img') return undefined;
  const { properties } = element;
  delete properties['title'];
  properties['alt'] ??= '';
  const { src, width, height, offers } = surroundings.picture(String(properties['src'] ?? ''));
  Object.assign(properties, { src, loading: 'lazy', decoding: 'async' });
  if (width && height && properties['width'] === undefined && properties['height'] === undefined) {
    Object.assign(properties, { width, height });
  }
  if (!offers) return undefined;
  const sources = offers.map(
    (offer): Element => ({ type: 'element', tagName: 'source', properties: { ...offer, sizes }, children: [] }),
  );
  return { type: 'element', tagName: 'picture', properties: {}, children: [...sources, element] };
};

/** The picture of a paragraph that holds nothing else, though the picture may be a link. */
function onlyPicture({ children }: Element): Element | undefined {
  const [child, ...others] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  if (child?.type !== 'element' || others.length > 0) return undefined;
  if (child.tagName === 'img') return child;
  return child.tagName === 'a' ? onlyPicture(child) : undefined;
}
