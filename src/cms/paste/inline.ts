import type { Element, ElementContent } from 'hast';

const inline = /^(?:a|strong|em|del|code)$/;

/** Blocks, each with its own text marked, for a mark can hold no block; the spaces at the ends of a text stay outside. */
export function nested(name: string, nodes: readonly ElementContent[], properties = {}): ElementContent[] {
  const all: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    if (run.length > 0) all.push(...around(name, run, properties));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && inline.test(node.tagName))) run.push(node);
    else {
      flush();
      all.push(
        node.type === 'element' && node.tagName !== 'br' && node.tagName !== 'pre'
          ? { ...node, children: nested(name, node.children, properties) }
          : node,
      );
    }
  }
  flush();
  return all;
}

function around(name: string, run: readonly ElementContent[], properties: Element['properties']): ElementContent[] {
  const [before, inner, after] = trimmed(run);
  if (inner.length === 0) return [...before, ...after];
  // A link holds no link, and a mark not itself.
  const children = inner.flatMap((node) => (node.type === 'element' && node.tagName === name ? node.children : [node]));
  return [...before, { type: 'element', tagName: name, properties, children }, ...after];
}

/** What stands before the first word, the words, and what stands behind the last. */
function trimmed(run: readonly ElementContent[]): [ElementContent[], ElementContent[], ElementContent[]] {
  const space = (is: boolean): ElementContent[] => (is ? [{ type: 'text', value: ' ' }] : []);
  const inner = [...run];
  let [before, after] = [false, false];
  for (let first = inner[0]; first?.type === 'text' && /^\s/.test(first.value); first = inner[0]) {
    before = true;
    inner.splice(0, 1, ...textOf(first.value.trimStart()));
  }
  for (let last = inner.at(-1); last?.type === 'text' && /\s$/.test(last.value); last = inner.at(-1)) {
    after = true;
    inner.splice(-1, 1, ...textOf(last.value.trimEnd()));
  }
  return [space(before), inner, inner.length === 0 ? [] : space(after)];
}

const textOf = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);

/** Word processors write a sentence in several pieces of one mark; they are one again. */
export function merged(nodes: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      all[all.length - 1] = { ...last, value: (last.value + node.value).replace(/ +/g, ' ') };
    } else if (isAlike(last, node)) {
      all[all.length - 1] = { ...last, children: merged([...last.children, ...(node as Element).children]) };
    } else {
      // A mark that goes on behind a space.
      const former = all.at(-2);
      if (last?.type === 'text' && last.value === ' ' && isAlike(former, node)) {
        all.pop();
        const children = merged([...former.children, last, ...(node as Element).children]);
        all[all.length - 1] = { ...former, children };
      } else all.push(node);
    }
  }
  return all;
}

const isAlike = (one: ElementContent | undefined, other: ElementContent): one is Element =>
  one?.type === 'element' &&
  other.type === 'element' &&
  inline.test(one.tagName) &&
  one.tagName === other.tagName &&
  one.properties['href'] === other.properties['href'];
