import type { Root } from 'hast';
import type { Link, Nodes } from 'mdast';
import rehypeRaw from 'rehype-raw';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { redirects } from '../../collections/settings/redirects';
import { editOfField } from '../../content/change';
import { type AnyEntry, isOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import { valuesOf } from '../../content/values';
import { hostElsewhere, type LinkComplaint, resolveLink, resolvePicture } from '../../site/links/links';
import type { Site } from '../../site/site';
import { anchorComplaint } from './anchors';
import type { Body, Replacement } from './body';
import { removal } from './removal';

/** Finds the links and pictures in the fields of an entry that lead nowhere, or not where their author thinks. */
export const checkLinkFields = (site: Site, entry: AnyEntry): Problem[] => {
  // A redirect is looked at with those it leads to; see redirects.ts.
  if (isOf(entry, redirects)) return [];
  return valuesOf(entry).flatMap(({ path, value, info, schema }) => {
    // The page's own address is not a link; see address.ts.
    const isOwn = path.at(-1) === 'url' && path.at(-2) === 'seo';
    if (typeof value !== 'string' || isOwn || (info?.kind !== 'image' && info?.kind !== 'address')) return [];
    return complaintsOf(site, entry, value, info.kind === 'image').flatMap(
      ({ rule, message, advice, write, isLater }) => {
        // Some fields hold whole addresses only, which are right there on the site's own hosts too.
        if (rule === 'link-to-own-host' && !schema.safeParse(write).success) return [];
        const fix = write === undefined || isLater ? undefined : editOfField(entry, path, write);
        return [problemAt(entry, rule, path, message, advice, { fix })];
      },
    );
  });
};

interface Told extends LinkComplaint {
  /** It can be fixed when what is wrong before it is. */
  isLater?: boolean;
}

/** All that is wrong with a link or picture: what would be left when the first is fixed, too. */
function complaintsOf(site: Site, entry: AnyEntry, target: string, isPicture: boolean): Told[] {
  if (isPicture) {
    const complaint = resolvePicture(site, target).complaint ?? remoteComplaint(site, target);
    return complaint ? [complaint] : [];
  }
  const { complaint, address } = resolveLink(site, entry.file, target);
  const write = complaint?.write;
  if (complaint && write !== undefined && write !== target) {
    const left = complaintsOf(site, entry, write, false).map(
      ({ message, ...rest }): Told => ({
        ...rest,
        message: message.replace(`“${write}”`, `“${target}”`),
        isLater: true,
      }),
    );
    return [complaint, ...left];
  }
  const atAnchor = address === undefined ? undefined : anchorComplaint(site, address, target);
  return [...(complaint ? [complaint] : []), ...(atAnchor ? [atAnchor] : [])];
}

function remoteComplaint(site: Site, target: string): LinkComplaint | undefined {
  const host = hostElsewhere(site, resolvePicture(site, target).src);
  if (host === undefined) return undefined;
  return {
    rule: 'remote-picture',
    message: `The picture is loaded from ${host}, which so learns of every reader`,
    advice: {
      file: 'put it into static/img/, and write its path',
      form: 'save it on your computer, upload it, and put it in the place of this one',
    },
  };
}

/** Everything in a body that may be the target of a link or picture, and much that is not. */
const candidates = [
  /\]\(\s*<?([^)\s>]*)/g,
  /\]:\s*<?([^\s>]*)/g,
  /\b(?:href|src)\s*=\s*["']?([^"'\s>]*)/gi,
  /(\b(?:https?:\/\/|www\.)[^\s<>"')\]]+)/gi,
];
const pictureCandidate = /!\[[^\]]{0,1000}\]\(\s*<?([^)\s>]*)/g;

/** Whether a picture of a text could be loaded from elsewhere. One that is written in an odd way could. */
function mayBeRemote(site: Site, markdown: string): boolean {
  if (/<im(?:g|age)\b/i.test(markdown)) return true;
  const isOdd = (target: string) => /[&\\]/.test(target) || remoteComplaint(site, target) !== undefined;
  const isOddDefined = [...markdown.matchAll(/\]:\s*<?([^\s>]*)/g)].some(([, target = '']) => isOdd(target));
  return [...markdown.matchAll(/!\[([^[\]\\]{0,1000}\](?:\(\s*<?([^)\s>]*))?)?/g)].some(([, plain, target]) =>
    plain === undefined ? true : target === undefined ? isOddDefined : isOdd(target),
  );
}

/** Finds the links and pictures in a text that lead nowhere, or not where their author thinks. */
export function checkLinks(site: Site, body: Body): Problem[] {
  const { entry, markdown } = body;
  const isBad = (pattern: RegExp, isPicture: boolean) =>
    [...markdown.matchAll(pattern)].some(([, target = '']) => complaintsOf(site, entry, target, isPicture).length > 0);
  const suspicious =
    candidates.some((pattern) => isBad(pattern, false)) || isBad(pictureCandidate, true) || mayBeRemote(site, markdown);
  if (!suspicious) return [];
  return targetsOf(body).flatMap(({ offset, target, isPicture, isShown, needless }) => {
    const end = offset + target.length;
    const isWritten = markdown.slice(offset, end) === target;
    return complaintsOf(site, entry, target, isPicture).flatMap(({ rule, message, advice, write, isLater }) => {
      // Readers are shown a whole address, and “www.” is one to them.
      const isMeant = rule === 'link-to-own-host' || (rule === 'insecure-own-link' && !isWritten);
      if (isShown && isMeant) return [];
      if (target.trim() === '') return [body.problem(rule, offset, message, advice, needless)];
      const replacements =
        write !== undefined && isWritten && !isLater ? [{ start: offset, end, text: write }] : undefined;
      return [body.problem(rule, offset, message, advice, replacements)];
    });
  });
}

/** An address that a text leads to or shows, and where it is written. */
interface Target {
  offset: number;
  target: string;
  isPicture: boolean;
  /** The address is the text that readers see. */
  isShown?: boolean;
  /** What takes away a link without an address and leaves its text, or a picture without an address or words. */
  needless?: Replacement[] | undefined;
}

/** Every link and picture of a text. */
export function targetsOf({ markdown, tree }: Body): Target[] {
  const targets: Target[] = [];
  const pictures = new Set<string>();
  visit(tree(), 'imageReference', ({ identifier }) => void pictures.add(identifier));
  visit(tree(), (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
      const offset = start + targetOffset(markdown.slice(start, end), node);
      targets.push({
        offset,
        target: node.url,
        isPicture,
        ...(node.type === 'link' ? { isShown: markdown[start] !== '[', needless: unlinkOf(node) } : {}),
        ...(node.type === 'image' && !node.alt?.trim() ? { needless: [removal(markdown, start, end)] } : {}),
      });
    } else if (node.type === 'html') {
      const html = markdown
        .slice(start, end)
        // The sign of a comment within a tag begins none.
        .replace(
          /<!--[\s\S]*?(?:-->|$)|<[a-z][^<>"']*(?:(?:"[^"]{0,2000}"|'[^']{0,2000}')[^<>"']*){0,50}>/gi,
          (part) => (part.startsWith('<!--') ? ' '.repeat(part.length) : part),
        );
      for (const match of html.matchAll(/\b(href|src)(\s*=\s*["']?)([^"'\s>]*)/gi)) {
        const [, name = '', between = '', target = ''] = match;
        const offset = start + match.index + name.length + between.length;
        targets.push({ offset, target: readAttribute(target), isPicture: name.toLowerCase() === 'src' });
      }
    }
  });
  return targets;
}

/** What the value of an attribute stands for: in HTML, `&amp;` is one sign. */
function readAttribute(written: string): string {
  if (!written.includes('&')) return written;
  const raw = { type: 'raw' as const, value: `<a href="${written}">` };
  const { children } = rehypeRaw()({ type: 'root', children: [raw] }, new VFile()) as Root;
  const [element] = children;
  return String((element?.type === 'element' && element.properties['href']) || written);
}

function unlinkOf({ position, children }: Link): Replacement[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const from = children[0]?.position?.start.offset ?? end;
  const to = children.at(-1)?.position?.end.offset ?? end;
  return [{ start, end: from, text: '' }, ...(to < end ? [{ start: to, end, text: '' }] : [])];
}

/** Where, within the source of a link, its target stands. */
function targetOffset(source: string, node: Nodes & { url: string }): number {
  const from = node.type === 'definition' ? source.indexOf(']:') : source.lastIndexOf('](');
  const found = source.indexOf(node.url, Math.max(0, from));
  return found === -1 ? Math.max(0, from) : found;
}
