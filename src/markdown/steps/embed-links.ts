import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { embedOf } from '../embeds';
import { fill } from '../fill';

/**
 * The address of a video alone in its paragraph becomes a still of it, as `components/embed.tsx` renders one: nothing
 * is loaded from elsewhere before the reader asks for it.
 */
export const embedLinks = () => (tree: Root, file: VFile) => {
  const words = file.data.surroundings?.words;
  if (!words) return;
  visit(tree, 'element', (element, index, parent) => {
    const [link, ...others] = element.children;
    if (element.tagName !== 'p' || others.length > 0 || link?.type !== 'element' || link.tagName !== 'a') return;
    const href = String(link.properties['href'] ?? '');
    if (textOf(link) !== href || !URL.canParse(href) || !parent || index === undefined) return;
    const embed = embedOf('video', fill(words.videoOn, new URL(href).host.replace(/^www\./, '')), href);
    if (!embed) return;
    const child = (tagName: string, properties: Element['properties'], text: string): Element => ({
      type: 'element',
      tagName,
      properties,
      children: [{ type: 'text', value: text }],
    });
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['embed'], dataEmbed: embed.src, dataKind: 'video' },
      children: [child('a', { href }, embed.title), child('p', {}, fill(words.loadsFrom, embed.host))],
    };
  });
};
