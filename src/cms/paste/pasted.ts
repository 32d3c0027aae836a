import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleanTree } from './clean';

/** What is pasted, as Markdown, and as the HTML that rich text takes; that is undefined where it has no notion of something. */
export interface Pasted {
  markdown: string;
  html: string | undefined;
}

/** The HTML of a clipboard as a text of ours; undefined where nothing is left of it. */
export function pastedOf(clipboard: string): Pasted | undefined {
  const { children } = toMdast(cleanTree(clipboard)) as Root;
  const blocks = tidy(children);
  if (blocks.length === 0) return undefined;
  const markdown = toMarkdown(
    { type: 'root', children: blocks },
    { bullet: '-', emphasis: '_', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  ).trim();
  const isRich = blocks.every((block) => holdsNone('table', block));
  return { markdown, html: isRich ? htmlOf(blocks) : undefined };
}

const holdsNone = (type: string, node: Nodes): boolean =>
  node.type !== type && (!('children' in node) || node.children.every((child) => holdsNone(type, child)));

const wordsOf = (node: Nodes): string =>
  'children' in node ? node.children.map(wordsOf).join('') : 'value' in node ? node.value : '';

/** Without paragraphs that say nothing; two breaks end a paragraph, as webmail writes it. */
function tidy(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((block): RootContent[] => {
    if (block.type === 'paragraph') return paragraphsOf(block);
    if (block.type === 'list') {
      const items = block.children.map((item) => ({ ...item, children: tidy(item.children) as typeof item.children }));
      const said = items.filter(({ children }) => children.length > 0);
      const spread = said.some(({ children }) => children.filter(({ type }) => type === 'paragraph').length > 1);
      const tight = said.map((item) => ({ ...item, spread }));
      return said.length > 0 ? [{ ...block, spread, children: tight }] : [];
    }
    if (block.type === 'blockquote') {
      const children = tidy(block.children) as typeof block.children;
      return children.length > 0 ? [{ ...block, children }] : [];
    }
    return block.type === 'thematicBreak' || wordsOf(block).trim() === '' ? [] : [block];
  });
}

function paragraphsOf({ children }: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  children.forEach((child, index) => {
    if (child.type !== 'break') parts.at(-1)?.push(child);
    else if (children[index + 1]?.type === 'break') parts.push([]);
    else if (parts.at(-1)?.length && index < children.length - 1) parts.at(-1)?.push(child);
  });
  return parts
    .map((part): Paragraph => ({ type: 'paragraph', children: part }))
    .filter((paragraph) => wordsOf(paragraph).trim() !== '');
}

/**
 * As the rich text editor takes it: marks within links, a paragraph in every item. It joins the first and the last block with
 * what is there already, and takes it out of its list to do so; an empty paragraph is joined in its place.
 */
function htmlOf(blocks: readonly RootContent[]): string {
  const html = blocks.map(blockOf).join('');
  return `${html.startsWith('<p>') ? '' : '<p></p>'}${html}${html.endsWith('</p>') ? '' : '<p></p>'}`;
}

function blockOf(node: Nodes): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${node.children.map((child) => runOf(child, [])).join('')}</p>`;
    case 'heading':
      return `<h${node.depth}>${node.children.map((child) => runOf(child, [])).join('')}</h${node.depth}>`;
    case 'list': {
      const name = node.ordered ? 'ol' : 'ul';
      return `<${name}>${node.children.map((item) => `<li>${item.children.map(blockOf).join('')}</li>`).join('')}</${name}>`;
    }
    case 'blockquote':
      return `<blockquote>${node.children.map(blockOf).join('')}</blockquote>`;
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    default:
      return `<p>${escaped(wordsOf(node))}</p>`;
  }
}

const tags: Partial<Record<Nodes['type'], string>> = { strong: 'strong', emphasis: 'em', delete: 'del' };

function runOf(node: PhrasingContent, marks: readonly string[]): string {
  if (node.type === 'break') return '<br>';
  if (node.type === 'link')
    return `<a href="${escaped(node.url)}">${node.children.map((child) => runOf(child, marks)).join('')}</a>`;
  const mark = tags[node.type];
  if (mark && 'children' in node) {
    // A link within a mark is a link with marks.
    return node.children.map((child) => runOf(child, [...marks, mark])).join('');
  }
  const names = node.type === 'inlineCode' ? [...marks, 'code'] : marks;
  return names.reduce((html, name) => `<${name}>${html}</${name}>`, escaped(wordsOf(node)));
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
