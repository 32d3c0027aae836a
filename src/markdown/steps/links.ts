import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Links get the address they are published with, and those to other sites say so. */
export const resolveLinks = () => (tree: Root, file: VFile) => {
  visit(tree, 'element', ({ tagName, properties }) => {
    const target = properties['href'];
    if (tagName !== 'a' || typeof target !== 'string') return;
    const { href, external } = file.data.surroundings?.link(target) ?? { href: target, external: false };
    properties['href'] = href;
    if (external) properties['rel'] = ['external', 'noopener'];
  });
};
