import type { Root } from 'mdast';
import { keepWithinBudget } from './budget';
import { parseNatively } from './native';
import { parseByReference } from './reference';

/**
 * The Markdown of bodies as a tree; offsets are UTF-16 units. Throws `TooIntricate` for a text that would take minutes
 * here or in a step behind.
 */
export function parseMarkdown(markdown: string): Root {
  keepWithinBudget(markdown);
  return parseNatively(markdown) ?? parseByReference(markdown);
}
