import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as wordsOf } from 'hast-util-to-string';
import { merged, nested } from './inline';
import { targetOf } from './target';

/** What a program puts beside the words for itself. */
const dropped = new Set(
  'style script head meta title link noscript template xml button input select textarea svg object iframe video audio'.split(
    ' ',
  ),
);
/** What stays, beside marks and links. */
const kept = new Set(
  'p div h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tfoot tr th td br dl dt dd'.split(' '),
);
const marks: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
  code: 'code',
  tt: 'code',
};

/**
 * The HTML of a clipboard as plain HTML: blocks, lists, tables, links and marks, without what word processors, webmail and
 * pages wrap them in. A picture of another site becomes a link to it, for it is not ours to show.
 */
export function cleanTree(html: string): Root {
  const { children } = fromHtml(html, { fragment: true });
  return { type: 'root', children: listed(cleaned(children as ElementContent[])) };
}

const cleaned = (nodes: readonly ElementContent[]): ElementContent[] => merged(nodes.flatMap(cleanNode));

function cleanNode(node: ElementContent): ElementContent[] {
  if (node.type === 'text') {
    const value = node.value.replace(/[\u200B\uFEFF\u00AD]/g, '').replace(/[\s\u00A0]+/g, ' ');
    return value ? [{ type: 'text', value }] : [];
  }
  if (node.type !== 'element') return [];
  const { tagName: name, properties } = node;
  const style = String(properties['style'] ?? '');
  if (dropped.has(name) || /mso-list:\s*Ignore|mso-hide:\s*all|display:\s*none/i.test(style)) return [];
  if (name === 'img') return pictureLink(properties);
  if (name === 'pre') return [element('pre', [element('code', [{ type: 'text', value: wordsOf(node) }])])];
  const item = wordItem(node, style);
  if (item) return [item];
  const inner = marked(name, style, cleaned(node.children));
  if (name === 'a') {
    const href = targetOf(String(properties['href'] ?? ''));
    return href === undefined ? inner : nested('a', inner, { href });
  }
  if (name === 'table') return isLayout(node) ? inner.flatMap(outOfTable) : [withHead(element('table', inner))];
  if (/^h[1-6]$/.test(name)) return [element(name === 'h1' ? 'h2' : name, withoutMark('strong', inner))];
  if (name === 'ul' || name === 'ol') return [element(name, withinItems(inner))];
  return kept.has(name) && name !== 'code' ? [element(name, inner)] : inner;
}

const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** What an element says of the text in it. Google Docs puts all it copies into a “b” that is not bold. */
function marked(name: string, style: string, inner: ElementContent[]): ElementContent[] {
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
  const isBold = weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600;
  const found = new Set<string>();
  const own = marks[name];
  if (own && !(own === 'strong' && isBold === false)) found.add(own);
  if (isBold) found.add('strong');
  if (/font-style:\s*italic/i.test(style)) found.add('em');
  if (/text-decoration[^;]*line-through/i.test(style)) found.add('del');
  return [...found].reduce((all, mark) => nested(mark, all), inner);
}

const withoutMark = (mark: string, nodes: ElementContent[]): ElementContent[] =>
  merged(
    nodes.flatMap((node) => {
      if (node.type !== 'element') return [node];
      const children = withoutMark(mark, node.children);
      return node.tagName === mark ? children : [{ ...node, children }];
    }),
  );

function pictureLink({ src, alt }: Element['properties']): ElementContent[] {
  const href = /^https?:/i.test(String(src)) ? targetOf(String(src)) : undefined;
  const value = String(alt ?? '').trim() || 'Picture';
  return href === undefined ? [] : [element('a', [{ type: 'text', value }], { href })];
}

/** A table that puts things beside one another, as letters do, and lists nothing. */
function isLayout(table: Element): boolean {
  const rows = found(table, 'tr');
  return (
    table.properties['role'] === 'presentation' ||
    found(table, 'table').length > 0 ||
    rows.every((row) => row.children.filter((cell) => cell.type === 'element').length < 2)
  );
}

const outOfTable = (node: ElementContent): ElementContent[] => {
  if (node.type !== 'element' || !/^t(?:head|body|foot|r|d|h)$/.test(node.tagName)) return [node];
  const inner = node.children.flatMap(outOfTable);
  return /^t[dh]$/.test(node.tagName) ? [element('div', inner)] : inner;
};

/** In Markdown every table has a head; word processors seldom say which row it is, and it is the first. */
function withHead(table: Element): Element {
  const [first] = found(table, 'th').length > 0 ? [] : found(table, 'tr');
  for (const cell of first?.children ?? []) {
    if (cell.type !== 'element' || cell.tagName !== 'td') continue;
    Object.assign(cell, { tagName: 'th', children: withoutMark('strong', cell.children) });
  }
  return table;
}

const found = (node: Element, name: string): Element[] =>
  node.children.flatMap((child) =>
    child.type === 'element' ? [...(child.tagName === name ? [child] : []), ...found(child, name)] : [],
  );

/** A list that stands beside the items of another, as Google Docs writes it, belongs to the item before it. */
function withinItems(nodes: ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  for (const node of nodes) {
    const last = items.at(-1);
    if (node.type === 'element' && /^[uo]l$/.test(node.tagName) && last?.type === 'element') last.children.push(node);
    else if (node.type === 'element') items.push(node);
  }
  return items;
}

/** Word writes its lists as paragraphs that say how deep they are; what stands before the text says of which kind. */
function wordItem(node: Element, style: string): Element | undefined {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  if (!level || !/^(?:p|h[1-6]|div)$/.test(node.tagName)) return undefined;
  const marker = found(node, 'span').find(({ properties }) => /mso-list:\s*Ignore/i.test(String(properties['style'])));
  const kind = marker && /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(wordsOf(marker)) ? 'ol' : 'ul';
  return element('li', [element('p', cleaned(node.children))], { depth: Number(level), kind });
}

/** The items that Word wrote one after the other, as lists within lists. */
function listed(nodes: ElementContent[]): ElementContent[] {
  const all: ElementContent[] = [];
  let open: { list: Element; depth: number }[] = [];
  for (const node of nodes) {
    const { depth, kind } = node.type === 'element' ? (node.properties as { depth?: number; kind?: string }) : {};
    if (node.type === 'text' && node.value.trim() === '' && open.length > 0) continue;
    if (node.type !== 'element' || depth === undefined || kind === undefined) {
      open = [];
      all.push(
        node.type === 'element' && /^(?:div|blockquote)$/.test(node.tagName)
          ? { ...node, children: listed(node.children) }
          : node,
      );
      continue;
    }
    open = open.filter(({ list, depth: other }) => other < depth || (other === depth && list.tagName === kind));
    let last = open.at(-1);
    if (!last || last.depth < depth) {
      const list = element(kind, []);
      const parent = last?.list.children.at(-1);
      if (parent?.type === 'element') parent.children.push(list);
      else all.push(list);
      last = { list, depth };
      open.push(last);
    }
    last.list.children.push(element('li', node.children));
  }
  return all;
}
