import type { Definition, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Chunk, chunksOf } from './markdown-chunks';

/** A paragraph, heading, list or other part of a body that stands by itself. */
export interface Block {
  /** The start of its first line. */
  start: number;
  /** The same for two blocks that readers can't tell apart, however they are written. */
  meaning: string;
  /** What it defines for links elsewhere; readers don't see it. */
  defines?: string;
  /** Definitions that its links lead through. */
  refersTo: string[];
}

/** The blocks of a body, in order. */
export function blocksOf(body: string): Block[] {
  let start = 0;
  return chunksOf(body).flatMap((chunk) => {
    const blocks = blocksIn(chunk).map((block) => ({ ...block, start: start + block.start }));
    start += chunk.text.length;
    return blocks;
  });
}

/** What readers get of blocks, apart from how it is written. */
export const meaningOf = (blocks: readonly Block[]) =>
  blocks.flatMap(({ defines, meaning }) => (defines === undefined ? meaning : [])).join('\n');

// A body is read again at every keystroke, and most of it is as it was.
const known = new Map<string, Block[]>();

function blocksIn({ text, context }: Chunk): Block[] {
  // The line between the two belongs to neither, and ends what the context began.
  const prefix = context && `${context}\n\n***\n\n`;
  const source = prefix + text;
  const blocks =
    known.get(source) ??
    readBlocks(source)
      .filter(({ start }) => start >= prefix.length)
      .map((block) => ({ ...block, start: block.start - prefix.length }));
  if (known.size > 1000) known.clear();
  known.set(source, blocks);
  return blocks;
}

function readBlocks(text: string): Block[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const definitions = new Map<string, Definition>();
  eachNode(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return tree.children.map((node: RootContent) => {
    const refersTo: string[] = [];
    eachNode(node, (inner) => {
      if (inner.type === 'linkReference' || inner.type === 'imageReference') refersTo.push(inner.identifier);
    });
    return {
      start: text.lastIndexOf('\n', (node.position?.start.offset ?? 0) - 1) + 1,
      meaning: JSON.stringify(canonical(node, definitions)),
      refersTo,
      ...(node.type === 'definition' ? { defines: node.identifier } : {}),
    };
  });
}

function eachNode(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) eachNode(child, visit);
}

/** A node without what is mere spelling: its place, its kind of reference, where its lines are broken. */
function canonical(node: Nodes, definitions: Map<string, Definition>): unknown {
  const children = 'children' in node ? joinTexts(node.children) : [];
  const inner = children.flatMap((child) => (child.type === 'definition' ? [] : [canonical(child, definitions)]));
  switch (node.type) {
    case 'text':
      return node.value.replace(/[ \t\r\n]+/g, ' ');
    case 'linkReference':
    case 'imageReference': {
      const { url, title } = definitions.get(node.identifier) ?? { url: '' };
      return node.type === 'linkReference'
        ? ['link', url, title ?? null, inner]
        : ['image', url, title ?? null, node.alt ?? ''];
    }
    case 'link':
      return ['link', node.url, node.title ?? null, inner];
    case 'image':
      return ['image', node.url, node.title ?? null, node.alt ?? ''];
    case 'list': {
      const loose = node.spread || node.children.some(({ spread }) => spread);
      return ['list', node.ordered ? (node.start ?? 1) : null, loose, inner];
    }
    default:
      return [withoutSpelling(node), inner];
  }
}

const spelling = new Set(['position', 'children', 'spread', 'label', 'data']);

const withoutSpelling = (node: Nodes) =>
  Object.entries(node)
    .filter(([name]) => !spelling.has(name))
    .map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value]);

function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined.splice(-1, 1, { ...last, value: last.value + node.value });
    else joined.push(node);
  }
  return joined;
}
