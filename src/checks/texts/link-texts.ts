import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';
import { removal } from './removal';

/** What a link without a text looks like, and some that have one. */
const textless = /\[\s*\]\(|\[\s*!\[\s*\]|<a\b[^<>]*>\s*<\/a>/i;

/** Finds the links that nobody can see. */
export function checkLinkTexts(_: Site, body: Body): Problem[] {
  if (!textless.test(body.markdown)) return [];
  const { markdown } = body;
  const found: { offset: number; end?: number; url?: string }[] = [];
  /** Addresses that readers are led to by a link they see. */
  const shown = new Set<string>();
  visit(body.tree(), (node, index, parent) => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'link' && hasText(node)) shown.add(node.url);
    else if (node.type === 'link' && node.url !== '') {
      const isBare = node.children.every(({ type }) => type === 'text');
      found.push({ offset: start, ...(isBare ? { url: node.url, end: node.position?.end.offset ?? start } : {}) });
    }
    if (node.type !== 'html') return;
    for (const { index: at } of node.value.matchAll(/<a\b(?=[^<>]*\bhref\b)[^<>]*>\s*<\/a>/gi))
      found.push({ offset: start + at });
    // Within a paragraph, each tag is a node of its own.
    const next = parent?.children[(index ?? 0) + 1];
    if (/^<a\b(?=[^>]*\bhref\b)[^>]*>$/i.test(node.value) && next?.type === 'html' && /^<\/a/i.test(next.value)) {
      found.push({ offset: start });
    }
  });
  return found.map(({ offset, end, url }) => {
    const advice = 'write what it leads to, or remove the link';
    // Nobody sees it, and another link of the text leads where it led.
    // A space that it holds stays between the words.
    const isEmpty = markdown.startsWith('[]', offset);
    const replacements =
      end !== undefined && shown.has(url ?? '')
        ? [isEmpty ? removal(markdown, offset, end) : { start: offset, end, text: ' ' }]
        : undefined;
    return body.problem(
      'link-without-text',
      offset,
      'A link has no text',
      replacements ? 'remove it' : advice,
      replacements,
    );
  });
}

/** Whether there is something to read; a picture is read by its description, and HTML may hold anything. */
const hasText = (node: Nodes): boolean =>
  ('value' in node && node.value.trim() !== '') ||
  ('alt' in node && Boolean(node.alt?.trim())) ||
  ('children' in node && node.children.some(hasText));
