import type { Html, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from './parse';

/** The Markdown in a wrapper that holds no other HTML; undefined for any other HTML. */
export function markdownWithin(html: string): { open: string; inner: string; close: string } | undefined {
  const [, open, , inner, close = ''] = wrapper.exec(html.trimEnd()) ?? [];
  return open && inner?.trim() && !/<\/?[a-z]/i.test(inner) ? { open, inner, close } : undefined;
}

const wrapper = /^(<(div|center|section|figure)\b[^>]*>)([\s\S]*?)(<\/\2>)?$/i;

/**
 * Editors wrap Markdown in a `div` without the blank lines that CommonMark asks for, and then readers see
 * `**stars**`. What stands in a wrapper that holds no other HTML is Markdown.
 */
export const joinHtmlBlocks = () => (tree: Root) => {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const found = markdownWithin(node.value);
    if (!found) return;
    const { open, inner, close } = found;
    const html = (value: string): Html => ({ type: 'html', value });
    const { children } = parseMarkdown(inner.trim());
    const replacement: RootContent[] = [html(open), ...children, ...(close ? [html(close)] : [])];
    (parent.children as RootContent[]).splice(index, 1, ...replacement);
    return index + replacement.length;
  });
};
