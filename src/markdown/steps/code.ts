import type { Root } from 'hast';
import rehypeHighlight from 'rehype-highlight';
import { VFile } from 'vfile';
import type { Step } from './step';

const highlight = rehypeHighlight({ detect: false }) as (tree: Root, file: VFile) => void;

/** Code says what its words are in its language, where it names one, and can be reached by keyboard, for it scrolls. */
export const highlightCode: Step = (element) => {
  if (element.tagName !== 'pre') return undefined;
  element.properties['tabIndex'] = 0;
  if (element.children.some((child) => child.type === 'element' && child.tagName === 'code')) {
    highlight({ type: 'root', children: [element] }, new VFile());
  }
  return undefined;
};
