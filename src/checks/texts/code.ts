import { visit } from 'unist-util-visit';
import type { Body } from './body';

/** What a pattern finds in a text, but for code: there every character is meant. */
export function outsideCode(body: Body, pattern: RegExp): RegExpExecArray[] {
  const code: [number, number][] = [];
  visit(body.tree(), (node) => {
    const isCode =
      node.type === 'code' ||
      node.type === 'inlineCode' ||
      (node.type === 'html' && /<(?:code|pre|script|style|textarea)\b/i.test(node.value));
    if (isCode) code.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]);
  });
  // Both are in order, and there can be thousands of each.
  let next = 0;
  return [...body.markdown.matchAll(pattern)].filter(({ index }) => {
    while ((code[next]?.[1] ?? Infinity) <= index) next++;
    return index < (code[next]?.[0] ?? Infinity);
  });
}
