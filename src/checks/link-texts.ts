import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '../content/problem';
import type { Site } from '../site/resolve';
import type { Body } from './body';

/** What a link without a text looks like, and some that have one. */
const textless = /\[\s*\]\(|\[\s*!\[\s*\]|<a\b[^>]*>\s*<\/a>/i;

/** Finds the links that nobody can see. */
export function checkLinkTexts(_: Site, body: Body): Problem[] {
  if (!textless.test(body.markdown)) return [];
  const offsets: number[] = [];
  visit(body.tree(), (node, index, parent) => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'link' && node.url !== '' && !hasText(node)) offsets.push(start);
    if (node.type !== 'html') return;
    for (const { index: at } of node.value.matchAll(/<a\b[^>]*\bhref\b[^>]*>\s*<\/a>/gi)) offsets.push(start + at);
    // Within a paragraph, each tag is a node of its own.
    const next = parent?.children[(index ?? 0) + 1];
    if (/^<a\b[^>]*\bhref\b[^>]*>$/i.test(node.value) && next?.type === 'html' && /^<\/a/i.test(next.value)) {
      offsets.push(start);
    }
  });
  return offsets.map((offset) =>
    body.problem('link-without-text', offset, 'A link has no text', 'write what it leads to, or remove the link'),
  );
}

/** Whether there is something to read; a picture is read by its description, and HTML may hold anything. */
const hasText = (node: Nodes): boolean =>
  ('value' in node && node.value.trim() !== '') ||
  ('alt' in node && Boolean(node.alt?.trim())) ||
  ('children' in node && node.children.some(hasText));
