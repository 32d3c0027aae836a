import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

// Old sites put HTML into any of their fields. What becomes of it depends on where it goes.

const html = /<\/?[a-z][^<>]*>|<!--|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;

export const hasHtml = (text: string) => html.test(text);

/** A text of a field as Markdown; one without HTML as it is. */
export function asMarkdown(text: string): string {
  if (!hasHtml(text)) return text.trim();
  const tree = toMdast(fromHtml(withParagraphs(text), { fragment: true }));
  return toMarkdown(tree, { bullet: '-', emphasis: '_', extensions: [gfmToMarkdown()] }).trim();
}

/** An empty line parts paragraphs for whoever wrote it, and not in HTML. */
const withParagraphs = (text: string) =>
  /<(?:p|div|ul|ol|table|h[1-6])[\s>]/i.test(text) ? text : text.replace(/\n[ \t]*\n\s*/g, '<br><br>');

export interface Plain {
  /** One line. */
  text: string;
  /** What its HTML said beside its words: the addresses of links and pictures. */
  lost: string[];
}

/** A text of a field as one line without HTML. */
export function asPlain(text: string): Plain {
  const lost: string[] = [];
  if (!hasHtml(text)) return { text: oneLine(text), lost };
  const words: string[] = [];
  const look = (node: { type: string; value?: unknown; tagName?: string; properties?: object; children?: unknown }) => {
    const { href, src } = (node.properties ?? {}) as { href?: unknown; src?: unknown };
    for (const address of [href, src]) if (typeof address === 'string' && address !== '') lost.push(address);
    if (node.type === 'text') words.push(String(node.value));
    if (/^(?:br|p|div|li|h\d|tr|td)$/.test(node.tagName ?? '')) words.push(' ');
    if (/^(?:script|style)$/.test(node.tagName ?? '')) return;
    if (Array.isArray(node.children)) for (const child of node.children) look(child);
  };
  look(fromHtml(text, { fragment: true }));
  return { text: oneLine(words.join('')), lost };
}

const oneLine = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The links in a text with HTML, with their words. */
export function linksIn(text: string): { label: string; url: string }[] {
  const links: { label: string; url: string }[] = [];
  const pattern = /<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>(.*?)<\/a>/gis;
  for (const [, double, single, inner = ''] of text.matchAll(pattern)) {
    const url = (double ?? single ?? '').trim();
    const label = asPlain(inner).text;
    if (url && label) links.push({ label, url });
  }
  return links;
}
