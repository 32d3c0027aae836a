import type { Parents } from 'hast';
import { showable } from '../../content/unshowable';

/** Takes out what HTML can name and no page can show: `&#1;`. */
export function dropUnshowable({ children }: Parents): void {
  for (const node of children) {
    if (node.type === 'text') node.value = showable(node.value);
    if (node.type !== 'element') continue;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === 'string') node.properties[name] = showable(value);
    }
    dropUnshowable(node);
  }
}
