import type { Parents, Root } from 'hast';
import type { Surroundings } from '../surroundings';
import { highlightCode } from './code';
import { embedLink } from './embed-links';
import { resolveLink } from './links';
import { frameFigure, measurePicture } from './pictures';
import type { Step } from './step';
import { alignCell, frameTable } from './tables';
import { labelTask } from './tasks';

/** Each sees what those before it made of the element; what it holds is as it was written. */
const steps: readonly Step[] = [
  alignCell,
  labelTask,
  embedLink,
  frameFigure,
  measurePicture,
  resolveLink,
  highlightCode,
];

/** Makes of safe elements what readers get. */
export function finish(tree: Root, surroundings: Surroundings): void {
  const within = (parent: Parents): void => {
    parent.children.forEach((node, index) => {
      if (node.type !== 'element') return;
      const made = steps.reduce((element, step) => step(element, surroundings) ?? element, node);
      // A picture among its forms is done; it would get others within them.
      if (made.tagName !== 'picture') within(made);
      // A table that was visited inside its frame would get another.
      parent.children[index] = frameTable(made, surroundings) ?? made;
    });
  };
  within(tree);
}
