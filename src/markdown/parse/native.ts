import type { Nodes, Parents, Root } from 'mdast';
import { codeFolder } from '../../cache/code-folder';
import { hasDoubt, isDoubtfulAddress, mayHoldAddress } from './doubts';

type Parse = (markdown: string, options: { features: { frontmatter: boolean } }) => Nodes;

/**
 * The tree that `parseByReference` gives, in a twentieth of the time; undefined where that is not sure, or where this
 * machine has no such parser: browsers have none, and no binary may fit.
 */
export function parseNatively(markdown: string): Root | undefined {
  parse ??= load();
  if (!parse || hasDoubt(markdown)) return undefined;
  const tree = parse(markdown, options) as Root;
  return isDoubtful(tree, markdown) ? undefined : tree;
}

const options = { features: { frontmatter: false } };

let parse: Parse | false | undefined;

function load(): Parse | false {
  try {
    // A browser has no modules of Node; and a package that is asked for by name is no part of the bundle made for it.
    const { createRequire } = globalThis.process.getBuiltinModule('node:module');
    return createRequire(`${codeFolder}/package.json`)('satteri').markdownToMdast;
  } catch {
    return false;
  }
}

/** Whether a text or a link of the tree may be another in the reference, which finds addresses in its own way. */
function isDoubtful(tree: Root, markdown: string): boolean {
  let isOpen = false;
  const isOdd = (parent: Parents, isWithinLink: boolean): boolean =>
    parent.children.some((node) => {
      if (node.type === 'text') {
        isOpen ||= node.value.includes('[');
        return !isWithinLink && mayHoldAddress(node.value);
      }
      const start = node.position?.start.offset ?? 0;
      if (node.type === 'link' && markdown[start] !== '[' && markdown[start] !== '<') {
        return isOpen || isDoubtfulAddress(markdown, start, node.position?.end.offset ?? start);
      }
      return 'children' in node && isOdd(node, isWithinLink || node.type === 'link' || node.type === 'linkReference');
    });
  return isOdd(tree, false);
}
