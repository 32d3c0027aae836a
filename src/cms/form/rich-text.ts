import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

/**
 * What the CMS's rich text editor would change or lose in a text, in words for its author; undefined when it can show
 * the text. Found by trying: it writes the whole text anew at the first keystroke.
 *
 * Decap 3.16.3. To try: type a letter into each example of its test in rich text, and look at the diff; what comes through whole
 * needs no sentence here any more.
 */
export function lostInRichText(body: string): string | undefined {
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  let found: string | undefined;
  visit(tree, (node, _, parent) => {
    found ??= lossOf(node, parent as Nodes | undefined, body);
  });
  return found;
}

const plainText = /^(?:[^*_`[\]<>\\~|&]|(?<=\w)_(?=\w)|&(?= ))*$/;

function lossOf(node: Nodes, parent: Nodes | undefined, body: string): string | undefined {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  switch (node.type) {
    case 'html':
      return 'HTML';
    case 'table':
      return 'a table';
    case 'footnoteDefinition':
    case 'footnoteReference':
      return 'a footnote';
    case 'definition':
    case 'linkReference':
    case 'imageReference':
      return 'links whose addresses stand elsewhere';
    case 'delete':
      return 'struck-through text';
    case 'break':
      return 'a line break within a paragraph';
    case 'code':
      if (node.meta) return 'a block of code with more than the name of its language';
      return /^(`{3}|~{3})/.test(source) ? undefined : 'indented code';
    case 'listItem':
      return node.checked === null || node.checked === undefined ? undefined : 'a list of tasks';
    case 'list':
      return node.start !== null && node.start !== undefined && node.start !== 1
        ? 'a list that does not begin at 1'
        : undefined;
    case 'emphasis':
    case 'strong':
    case 'link':
      return parent && nested.has(parent.type) ? 'marks within marks' : undefined;
    case 'inlineCode':
      return parent && nested.has(parent.type) ? 'marks within marks' : undefined;
    case 'text':
      return plainText.test(source) ? undefined : `a sign that means something in Markdown: “${signOf(source)}”`;
    default:
      return undefined;
  }
}

const nested = new Set<Nodes['type']>(['emphasis', 'strong', 'link', 'delete']);

const signOf = (source: string) => /[*_`[\]<>\\~|&]/.exec(source)?.[0] ?? '';
