import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { embedOf } from '../embeds';
import { fill } from '../fill';
import type { Step } from './step';

/**
 * The address of a video alone in its paragraph becomes a still of it, as `components/embed.tsx` renders one: nothing
 * is loaded from elsewhere before the reader asks for it.
 */
export const embedLink: Step = (element, { words }) => {
  const [link, ...others] = element.children;
  if (element.tagName !== 'p' || others.length > 0 || link?.type !== 'element' || link.tagName !== 'a')
    return undefined;
  const href = String(link.properties['href'] ?? '');
  if (textOf(link) !== href || !URL.canParse(href)) return undefined;
  const embed = embedOf('video', fill(words.videoOn, new URL(href).host.replace(/^www\./, '')), href);
  if (!embed) return undefined;
  const child = (tagName: string, properties: Element['properties'], text: string): Element => ({
    type: 'element',
    tagName,
    properties,
    children: [{ type: 'text', value: text }],
  });
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['embed'], dataEmbed: embed.src, dataKind: 'video' },
    children: [child('a', { href }, embed.title), child('p', {}, fill(words.loadsFrom, embed.host))],
  };
};
