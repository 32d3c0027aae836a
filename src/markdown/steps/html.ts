import type { Element, Parents, Root, Text } from 'hast';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';
import { nameAnchors } from './sanitize';

const parse = rehypeRaw() as (tree: Root, file: VFile) => Root;

/**
 * The elements that a browser would find. All are read as HTML where a browser would make something else of them: where
 * the author wrote HTML, and where a note is referred to within a link, for a link can’t hold another. That takes longer
 * than everything else that is done to a text, and few texts need it.
 */
export function asRead(tree: Root): Root {
  const found: Found = { code: [], notes: [] };
  if (isUnread(tree, false, found)) {
    const read = parse(tree, new VFile());
    nameAnchors(read);
    return read;
  }
  // A line break that begins a listing is none of its lines, and an attribute that is there has a value.
  for (const text of found.code) text.value = text.value.replace(/^\n/, '');
  for (const { properties } of found.notes) {
    for (const name of ['dataFootnotes', 'dataFootnoteRef']) if (properties[name] === true) properties[name] = '';
  }
  return tree;
}

interface Found {
  code: Text[];
  notes: Element[];
}

const isUnread = (parent: Parents, isInLink: boolean, found: Found): boolean =>
  parent.children.some((node) => {
    if (node.type === 'raw') return true;
    if (node.type !== 'element') return false;
    const { tagName, children, properties } = node;
    if (properties['dataFootnoteRef'] ?? properties['dataFootnotes']) found.notes.push(node);
    const [first] = tagName === 'pre' && children[0]?.type === 'element' ? children[0].children : [];
    if (first?.type === 'text') found.code.push(first);
    return (isInLink && tagName === 'a') || isUnread(node, isInLink || tagName === 'a', found);
  });
