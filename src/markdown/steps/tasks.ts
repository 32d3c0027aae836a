import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** The box of a task says whether the task is done, to those who can't see it. Code that scrolls can be reached by keyboard. */
export const labelTasks = () => (tree: Root, file: VFile) => {
  const words = file.data.surroundings?.words;
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties['ariaLabel'] = properties['checked'] ? words?.taskDone : words?.taskOpen;
    if (tagName === 'pre') properties['tabIndex'] = 0;
  });
};
