import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { z } from 'zod';
import { collections } from '../collections';
import { editOfField } from '../content/change';
import type { AnyEntry } from '../content/entry';
import { type Problem, problemAt } from '../content/problem';
import { childOf, infoOf } from '../model/field';
import { type LinkComplaint, resolveLink, resolvePicture } from '../site/links';
import type { Site } from '../site/resolve';
import type { Body, Replacement } from './body';
import { removal } from './removal';

/** Finds the links and pictures in the fields of an entry that lead nowhere, or not where their author thinks. */
export function checkLinkFields(site: Site, entry: AnyEntry): Problem[] {
  const problems: Problem[] = [];
  const look = (schema: z.ZodType, value: unknown, path: PropertyKey[]) => {
    const kind = infoOf(schema)?.kind;
    // The page's own address is not a link; see address.ts.
    if (typeof value === 'string' && path.at(-1) === 'url' && path.at(-2) === 'seo') return;
    if (typeof value === 'string' && (kind === 'image' || kind === 'address')) {
      const complaint = complaintOf(site, entry, value, kind === 'image');
      if (!complaint) return;
      const { rule, message, advice, write } = complaint;
      const fix = write === undefined ? undefined : editOfField(entry, path, write);
      problems.push(problemAt(entry, rule, path, message, advice, { fix }));
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const child = childOf(schema, key, value);
        if (child) look(child, inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  look(collections[entry.collection].schema, entry.data, []);
  return problems;
}

const complaintOf = (site: Site, { file }: AnyEntry, target: string, isPicture: boolean): LinkComplaint | undefined =>
  isPicture ? resolvePicture(site, target).complaint : resolveLink(site, file, target).complaint;

/** Everything in a body that may be the target of a link or picture, and much that is not. */
const candidates = [
  /\]\(\s*<?([^)\s>]*)/g,
  /\]:\s*<?([^\s>]*)/g,
  /\b(?:href|src)\s*=\s*["']?([^"'\s>]*)/gi,
  /(\b(?:https?:\/\/|www\.)[^\s<>"')\]]+)/gi,
];
const pictureCandidate = /!\[[^\]]{0,1000}\]\(\s*<?([^)\s>]*)/g;

/** Finds the links and pictures in a text that lead nowhere, or not where their author thinks. */
export function checkLinks(site: Site, body: Body): Problem[] {
  const { entry, markdown } = body;
  const isBad = (pattern: RegExp, isPicture: boolean) =>
    [...markdown.matchAll(pattern)].some(([, target = '']) => complaintOf(site, entry, target, isPicture));
  const suspicious = candidates.some((pattern) => isBad(pattern, false)) || isBad(pictureCandidate, true);
  if (!suspicious) return [];
  return targetsOf(body).flatMap(({ offset, target, isPicture, needless }) => {
    const complaint = complaintOf(site, entry, target, isPicture);
    if (!complaint) return [];
    const { rule, message, advice, write } = complaint;
    const end = offset + target.length;
    const isWritten = markdown.slice(offset, end) === target;
    const mend = write !== undefined && isWritten ? [{ start: offset, end, text: write }] : needless;
    return [body.problem(rule, offset, message, advice, mend)];
  });
}

/** An address that a text leads to or shows, and where it is written. */
interface Target {
  offset: number;
  target: string;
  isPicture: boolean;
  /** What takes it out, where nothing is lost by that. */
  needless?: Replacement[];
}

function targetsOf({ markdown, tree }: Body): Target[] {
  const targets: Target[] = [];
  const pictures = new Set<string>();
  visit(tree(), 'imageReference', ({ identifier }) => void pictures.add(identifier));
  visit(tree(), (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
      const offset = start + targetOffset(markdown.slice(start, end), node);
      const isNeedless = node.type === 'image' && !node.url.trim() && !node.alt?.trim();
      const needless = isNeedless ? { needless: [removal(markdown, start, end)] } : {};
      targets.push({ offset, target: node.url, isPicture, ...needless });
    } else if (node.type === 'html') {
      const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
      for (const match of html.matchAll(/\b(href|src)(\s*=\s*["']?)([^"'\s>]*)/gi)) {
        const [, name = '', between = '', target = ''] = match;
        const offset = start + match.index + name.length + between.length;
        targets.push({ offset, target, isPicture: name.toLowerCase() === 'src' });
      }
    }
  });
  return targets;
}

/** Where, within the source of a link, its target stands. */
function targetOffset(source: string, node: Nodes & { url: string }): number {
  const from = node.type === 'definition' ? source.indexOf(']:') : source.lastIndexOf('](');
  const found = source.indexOf(node.url, Math.max(0, from));
  return found === -1 ? Math.max(0, from) : found;
}
