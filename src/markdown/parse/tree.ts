import type { Html, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from './parse';

/** How many signs of text the trees that are kept may stand for; a tree takes some hundred bytes for each. */
const room = 500_000;

const known = new Map<string, Root>();
let taken = 0;

/**
 * The tree of a body, which the check and the page share: a text is parsed once, and nobody may change its tree. It is
 * what `parseMarkdown` gives, but for Markdown within a wrapper of HTML. Editors write such a `div` without the blank
 * lines that CommonMark asks for, and then readers see `**stars**`; what stands in a wrapper that holds no other HTML is
 * Markdown. Nodes have offsets, but for addresses that were found in what was a text already.
 */
export function treeOf(markdown: string): Root {
  const found = known.get(markdown);
  const tree = found ?? withWrappers(parseMarkdown(markdown));
  known.delete(markdown);
  known.set(markdown, tree);
  if (!found) taken += markdown.length;
  for (const oldest of known.keys()) {
    if (taken <= room || oldest === markdown) break;
    known.delete(oldest);
    taken -= oldest.length;
  }
  return tree;
}

function withWrappers(tree: Root): Root {
  visit(tree, 'html', (node, index, parent) => {
    const within = parent && index !== undefined && markdownWithin(node.value);
    if (!within) return;
    const { open, inner, close } = within;
    const start = (node.position?.start.offset ?? 0) + open.length;
    const text = inner.trim();
    const { children } = shifted(parseMarkdown(text), start + inner.indexOf(text));
    (parent.children as RootContent[]).splice(
      index,
      1,
      html(open, start - open.length),
      ...children,
      ...(close ? [html(close, start + inner.length)] : []),
    );
    return index + children.length + (close ? 2 : 1);
  });
  return tree;
}

const wrapper = /^(<(div|center|section|figure)\b[^>]*>)([\s\S]*?)(<\/\2>)?$/i;

/** The Markdown in a wrapper that holds no other HTML; undefined for any other HTML. */
function markdownWithin(html: string): { open: string; inner: string; close: string } | undefined {
  const [, open, , inner, close = ''] = wrapper.exec(html.trimEnd()) ?? [];
  return open && inner?.trim() && !/<\/?[a-z]/i.test(inner) ? { open, inner, close } : undefined;
}

function shifted(tree: Root, by: number): Root {
  visit(tree, ({ position }: Nodes) => {
    for (const point of position ? [position.start, position.end] : []) point.offset = (point.offset ?? 0) + by;
  });
  return tree;
}

const html = (value: string, offset: number): Html => ({
  type: 'html',
  value,
  position: { start: { line: 1, column: 1, offset }, end: { line: 1, column: 1, offset: offset + value.length } },
});
