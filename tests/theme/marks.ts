import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** A value of the props of a view that was made unmistakable, and where it stands in them. */
export interface Mark {
  /** `groups[].members[].country`. */
  path: string;
  value: string;
}

/** What says which way a view goes, and is no word of anybody’s. */
const choices = new Set('type state current templateKey list lang dir'.split(' '));
const isChoice = (key: string, value: string) => choices.has(key) || (key === 'kind' && /^(?:video|form)$/.test(value));

/**
 * Props in which every text is another, with signs that must be escaped, every address leads elsewhere and every date
 * is of its own, so that each can be found again in what is made of them. HTML stays as it is; the words of the site too.
 */
export function marked<Props>(props: Props): { props: Props; marks: Mark[] } {
  const marks: Mark[] = [];
  const mark = (path: string, value: string) => {
    marks.push({ path, value });
    return value;
  };
  const replace = (value: unknown, key: string, path: string): unknown => {
    const number = marks.length + 1;
    if (Array.isArray(value)) return value.map((item) => replace(item, key, `${path}[]`));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          name === 'words' ? inner : replace(inner, name, path ? `${path}.${name}` : name),
        ]),
      );
    }
    if (typeof value !== 'string' || value === '' || isChoice(key, value)) return value;
    if (/^(?:yes|no)$/.test(value)) return value;
    if (/^\s*</.test(value)) return mark(path, `<p id="html-${number}">HTML</p>`);
    if (/^(?:href|url|src)$/.test(key)) return mark(path, `/to-${number}/?a&b="c"`);
    if (key === 'iso') return mark(path, `2026-01-02T03:04:05.${String(number).padStart(3, '0')}Z`);
    if (/^(?:anchor|value|level)$/.test(key)) return mark(path, `id-${number}`);
    return mark(path, `Text ${number}: <i class="raw">“a” & "b"</i> &amp;`);
  };
  return { props: replace(props, '', '') as Props, marks };
}

export const parsed = (html: string): Root => fromHtml(html, { fragment: !/^<!doctype/i.test(html) });

/** The marks that are neither in the text of a document nor in an attribute, by their path, each once. */
export function missing(html: string, marks: readonly Mark[]): string[] {
  const shown: string[] = [];
  visit(parsed(html) as Nodes, (node) => {
    if (node.type === 'text') shown.push(node.value);
    if (node.type === 'element')
      shown.push(...Object.values(node.properties).map((value) => [value].flat().map(String).join(' ')));
  });
  const text = shown.join('\n');
  const isThere = ({ value }: Mark) =>
    value.startsWith('<p id="') ? html.includes(value) : new RegExp(`${escaped(value)}(?!\\d)`).test(text);
  return [...new Set(marks.filter((mark) => !isThere(mark)).map(({ path }) => path))].sort();
}

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** What is wrong with a document whatever it shows: texts taken for HTML, values that are none, headings out of order. */
export function slipsIn(html: string): string[] {
  const slips: string[] = [];
  const ids = new Set<unknown>();
  const labels: string[] = [];
  let level = 0;
  visit(parsed(html) as Nodes, (node) => {
    if (node.type === 'text' && /\bundefined\b|\[object |\bNaN\b/.test(node.value)) slips.push(node.value);
    if (node.type !== 'element') return;
    const { tagName, properties } = node as Element;
    if (tagName === 'i' && [properties['className']].flat().includes('raw')) slips.push('a text is taken for HTML');
    for (const [name, value] of Object.entries(properties))
      if (/\bundefined\b|\[object /.test(String(value))) slips.push(`${name}="${value}"`);
    if (ids.has(properties['id'])) slips.push(`two elements have the id ${properties['id']}`);
    if (properties['id'] !== undefined) ids.add(properties['id']);
    labels.push(...[properties['ariaLabelledBy'] ?? []].flat().map(String));
    const heading = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
    if (heading > level + 1 && level > 0) slips.push(`h${heading} follows h${level}`);
    if (heading > 0) level = heading;
  });
  return [...slips, ...labels.filter((id) => !ids.has(id)).map((id) => `nothing has the id ${id}`)];
}
