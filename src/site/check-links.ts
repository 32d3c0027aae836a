import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { collections } from '../collections';
import { type AnyEntry, problemAt } from '../content/entry';
import type { Problem } from '../content/problem';
import type { Position } from '../content/source';
import { markdownWithin } from '../markdown/html-blocks';
import { childOf, infoOf } from '../model/field';
import { type ResolvedLink, resolveLink, resolvePicture } from './links';
import type { Site } from './resolve';

/** Finds the links and pictures of all entries that lead nowhere, or not where their author thinks. */
export function checkLinks(site: Site, entries: readonly AnyEntry[]): Problem[] {
  return entries.flatMap((entry) => {
    const problems = [...fieldProblems(site, entry), ...bodyProblems(site, entry)];
    // What is not published yet may link to what is not written yet.
    const isWaiting = 'seo' in entry.data && !site.addressByFile.has(entry.file);
    return isWaiting ? problems.map((problem) => ({ ...problem, severity: 'warning' as const })) : problems;
  });
}

function fieldProblems(site: Site, { collection, data, file, source }: AnyEntry): Problem[] {
  const problems: Problem[] = [];
  const look = (schema: z.ZodType, value: unknown, path: PropertyKey[]) => {
    if (value === undefined) return;
    const kind = infoOf(schema)?.kind;
    // The page's own address is not a link; see address.ts.
    if (typeof value === 'string' && path.at(-1) === 'url' && path.at(-2) === 'seo') return;
    if (typeof value === 'string' && kind === 'markdown') {
      problems.push(...markdownProblems(site, file, value, () => source.positionAt(source.offsetOf(path))));
    } else if (typeof value === 'string' && (kind === 'image' || kind === 'address')) {
      const { complaint } = kind === 'image' ? resolvePicture(site, value) : resolveLink(site, file, value);
      if (complaint)
        problems.push(problemAt(source, file, path, 'value', complaint.severity, complaint.message, complaint.advice));
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const child = childOf(schema, key, value);
        if (child) look(child, inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  look(collections[collection].schema, data, []);
  return problems;
}

/** Everything in a body that may be the target of a link or picture, and much that is not. */
const candidates = [
  /\]\(\s*<?([^)\s>]*)/g,
  /\]:\s*<?([^\s>]*)/g,
  /\b(?:href|src)\s*=\s*["']?([^"'\s>]*)/gi,
  /(\b(?:https?:\/\/|www\.)[^\s<>"')\]]+)/gi,
];
const pictureCandidate = /!\[[^\]]{0,1000}\]\(\s*<?([^)\s>]*)/g;

/**
 * Parsing Markdown takes most of the time a check can take, and most bodies have nothing but good links. So targets are
 * first looked for by patterns that find too much rather than too little, and only a body with a bad one is parsed.
 */
const bodyProblems = (site: Site, { file, body, source }: AnyEntry): Problem[] =>
  markdownProblems(site, file, body, (offset) => source.positionAt(source.bodyOffset + offset));

/** `placeOf` tells where an offset of the text is. */
function markdownProblems(site: Site, file: string, body: string, placeOf: (offset: number) => Position): Problem[] {
  const complaintOf = (target: string, isPicture: boolean): ResolvedLink['complaint'] =>
    isPicture ? resolvePicture(site, target).complaint : resolveLink(site, file, target).complaint;
  const isBad = (pattern: RegExp, isPicture: boolean) =>
    [...body.matchAll(pattern)].some(([, target = '']) => complaintOf(target, isPicture) !== undefined);
  const suspicious = candidates.some((pattern) => isBad(pattern, false)) || isBad(pictureCandidate, true);
  if (!suspicious) return [];
  const problems: Problem[] = [];
  const add = (offset: number, target: string, isPicture: boolean) => {
    const complaint = complaintOf(target, isPicture);
    if (complaint) problems.push({ file, ...placeOf(offset), ...complaint });
  };
  const look = (text: string, shift: number) => {
    const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const pictures = new Set<string>();
    visit(tree, 'imageReference', ({ identifier }) => void pictures.add(identifier));
    visit(tree, (node) => {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? 0;
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
        const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
        add(shift + start + targetOffset(text.slice(start, end), node), node.url, isPicture);
      } else if (node.type === 'html') {
        const wrapped = markdownWithin(node.value);
        if (wrapped) look(wrapped.inner, shift + start + wrapped.open.length);
        const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
        for (const match of html.matchAll(/\b(href|src)(\s*=\s*["']?)([^"'\s>]*)/gi)) {
          const [, name = '', between = '', target = ''] = match;
          add(shift + start + match.index + name.length + between.length, target, name.toLowerCase() === 'src');
        }
      }
    });
  };
  look(body, 0);
  return problems;
}

/** Where, within the source of a link, its target stands. */
function targetOffset(source: string, node: Nodes & { url: string }): number {
  const from = node.type === 'definition' ? source.indexOf(']:') : source.lastIndexOf('](');
  const found = source.indexOf(node.url, Math.max(0, from));
  return found === -1 ? Math.max(0, from) : found;
}
