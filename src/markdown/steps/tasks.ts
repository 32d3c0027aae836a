import type { Step } from './step';

/** The box of a task says whether the task is done, to those who can't see it. */
export const labelTask: Step = ({ tagName, properties }, { words }) => {
  if (tagName === 'input') properties['ariaLabel'] = properties['checked'] ? words.taskDone : words.taskOpen;
  return undefined;
};
