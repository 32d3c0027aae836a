import type { Nodes, Root } from 'hast';

const excerptLength = 200;
const wordsPerMinute = 230;

/** Takes the excerpt and the reading time from the text of a body, never from its markup. */
export function measureText(tree: Root): { excerpt: string; minutes: number } {
  const paragraphs = tree.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'p' ? [textOf(node)] : [],
  );
  return {
    excerpt: shorten(paragraphs.filter(Boolean).join(' '), excerptLength),
    minutes: Math.max(1, Math.round(countWords(textOf(tree)) / wordsPerMinute)),
  };
}

/** Text as it would be read out: without footnote marks and code listings, on one line. */
function textOf(node: Nodes): string {
  const collect = (inner: Nodes): string => {
    if (inner.type === 'text') return inner.value;
    if (inner.type === 'element') {
      if (inner.tagName === 'pre' || inner.properties['dataFootnoteRef'] !== undefined) return '';
      if (inner.properties['dataFootnoteBackref'] !== undefined) return '';
      if (inner.tagName === 'br') return ' ';
    }
    if (!('children' in inner)) return '';
    const inside = inner.children.map(collect).join('');
    return inner.type === 'element' && blocks.has(inner.tagName) ? ` ${inside} ` : inside;
  };
  return collect(node).replace(/\s+/g, ' ').trim();
}

const blocks = new Set('p li h1 h2 h3 h4 h5 h6 td th div blockquote figcaption summary dt dd'.split(' '));

/** At most `length` characters and a word more, cut between words, with an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  // Text without spaces, as in Chinese, is cut between characters.
  const cut = space > length / 2 ? text.slice(0, space) : [...text].slice(0, length).join('');
  return `${cut.replace(/[\s.,;:–—-]+$/, '')}…`;
}

/** Words; two Chinese or Japanese characters count as one. */
function countWords(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return words + ideographs / 2;
}
