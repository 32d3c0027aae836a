import type { Element, Root as HtmlRoot } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Problem } from '../../content/problem';
import { allowed, nameAnchors } from '../../markdown/steps/sanitize';
import type { Site } from '../../site/site';
import type { Body } from './body';

const tag = /<([a-z][a-z0-9-]*)((?:\s|\/)[^<>]*)?>/gi;
/** Attributes that the site keeps, whatever element they stand on. */
const harmless = /^(?:\s*(?:(?:alt|id|title|lang|dir)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)|\/))*\s*$/i;

/** Attributes of links that nobody misses: the site says itself which links leave it, and opens no window. */
const unmissed = new Set(['target', 'rel']);

/** Finds HTML that the page will not have, because the site leaves it out. */
export function checkRemovedHtml(_: Site, body: Body): Problem[] {
  const isSuspicious = [...body.markdown.matchAll(tag)].some(
    ([, name = '', attributes = '']) => !allowed.tagNames?.includes(name.toLowerCase()) || !harmless.test(attributes),
  );
  if (!isSuspicious) return [];
  const file = new VFile(body.markdown);
  const before = rehypeRaw()(remarkRehype({ allowDangerousHtml: true })(body.tree(), file) as HtmlRoot, file);
  const named = structuredClone(before);
  nameAnchors(named);
  const kept = new Map<string, Element>();
  visit(rehypeSanitize(allowed)(named), 'element', (element) => void kept.set(keyOf(element), element));
  const problems: Problem[] = [];
  visit(before, 'element', (element) => {
    const offset = element.position?.start.offset;
    // Elements that Markdown or the reader of HTML made are not the author's, and what was pasted along is reported by paste.ts.
    const isWritten = offset !== undefined && isTagAt(body.markdown, offset, element.tagName);
    if (!isWritten || element.tagName.includes(':')) return;
    const after = kept.get(keyOf(element));
    const say = (message: string, advice: string) =>
      problems.push(body.problem('removed-html', offset, message, advice));
    if (!after) {
      const isWhole = allowed.strip?.includes(element.tagName);
      say(
        `The page will not have “<${element.tagName}>”${isWhole ? ' and what it holds' : '; its text stays'}`,
        element.tagName === 'iframe' ? 'write the address of the video alone in a paragraph' : 'write it in Markdown',
      );
      return isWhole ? 'skip' : undefined;
    }
    const lost = Object.entries(element.properties)
      // The name of an anchor is kept as its id.
      .filter(([name]) => !(name === 'name' && element.tagName === 'a' && after.properties['id'] !== undefined))
      .filter(([name, value]) => after.properties[name] === undefined && !/^Mso|\bmso-/.test(String(value)))
      .map(([name]) => name);
    if (lost.some((name) => !unmissed.has(name))) {
      say(
        `The page will not have ${lost.map((name) => `“${attributeOf(name)}”`).join(', ')} of “<${element.tagName}>”`,
        'remove it',
      );
    }
    return undefined;
  });
  return problems;
}

const isTagAt = (text: string, offset: number, name: string) =>
  text.slice(offset, offset + name.length + 1).toLowerCase() === `<${name}`;

const keyOf = ({ tagName, position }: Element) => `${tagName} ${position?.start.offset}`;

const attributeOf = (name: string) =>
  ({ className: 'class', htmlFor: 'for' })[name] ??
  (/^(?:data|aria)[A-Z]/.test(name)
    ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : name.toLowerCase());
