import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { showable } from '../../content/unshowable';

/** Takes out what HTML can name and no page can show: `&#1;`. */
export const dropUnshowable = () => (tree: Root) => {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = showable(node.value);
    if (node.type !== 'element') return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = showable(value);
    }
  });
};
