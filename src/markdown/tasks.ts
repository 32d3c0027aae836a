import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The box of a task says whether the task is done, to those who can't see it. Code that scrolls can be reached by keyboard. */
export const labelTasks = () => (tree: Root) => {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties['ariaLabel'] = properties['checked'] ? 'Done' : 'To do';
    if (tagName === 'pre') properties['tabIndex'] = 0;
  });
};
